package dev.payweek.statements.generated;

import dev.payweek.statements.Fixtures;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** What a bank of one language writes: headings, words, marks and encodings. */
record Language(
        String code,
        String currency,
        boolean comma,
        List<Charset> encodings,
        List<String> headings,
        List<String> direction,
        List<String> words,
        List<String> bought,
        List<String> earned) {

    static List<Language> all() {
        String text = new String(Fixtures.bytes("../generator/languages.txt"), StandardCharsets.UTF_8);
        return text.lines()
                .filter(line -> !line.startsWith("#"))
                .map(Language::of)
                .toList();
    }

    private static Language of(String line) {
        String[] parts = line.split("\\|", -1);
        String[] first = parts[0].split(";", -1);
        return new Language(
                first[0],
                first[1],
                first[2].equals(","),
                Stream.of(first[3].split(" ", -1)).map(Charset::forName).toList(),
                list(parts[1]),
                list(parts[2]),
                list(parts[3]),
                list(parts[4]),
                list(parts[5]));
    }

    private static List<String> list(String words) {
        return List.of(words.split(",", -1));
    }

    String date() {
        return headings.get(0);
    }

    String text() {
        return headings.get(1);
    }

    String amount() {
        return headings.get(2);
    }

    String out() {
        return headings.get(3);
    }

    String in() {
        return headings.get(4);
    }

    String balance() {
        return headings.get(5);
    }

    String opening() {
        return words.get(0);
    }

    String total() {
        return words.get(1);
    }

    String pending() {
        return words.get(2);
    }

    String failed() {
        return words.get(3);
    }

    /** Whether amounts have no decimals. */
    boolean isWhole() {
        return List.of("JPY", "KRW", "VND", "IDR", "HUF").contains(currency);
    }
}
