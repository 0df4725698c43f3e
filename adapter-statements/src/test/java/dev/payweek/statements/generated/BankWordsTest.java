package dev.payweek.statements.generated;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.payweek.statements.Collected;
import dev.payweek.statements.Fixtures;
import dev.payweek.statements.csv.CsvFormat;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Statements in the words of banks of 27 languages, gathered apart from the vocabulary: every heading, state, direction
 * and footer in files of its own. Nothing is read wrong in silence; what is asked has an answer.
 */
class BankWordsTest {

    private record Words(String language, List<List<String>> of) {

        static Words read(String line) {
            String[] parts = line.split("\\|", -1);
            List<List<String>> lists = new ArrayList<>();
            for (int i = 1; i < parts.length; i++) {
                lists.add(List.of(parts[i].split(";", -1)));
            }
            return new Words(parts[0], lists);
        }

        String word(int kind, int place) {
            List<String> words = of.get(kind);
            return words.get(place % words.size()).replace("\"", "\"\"");
        }

        int most() {
            return of.stream().mapToInt(List::size).max().orElse(0);
        }
    }

    private final List<String> faults = new ArrayList<>();
    private int files;

    private static List<Words> all() {
        String text = new String(Fixtures.bytes("../generator/bank-words.txt"), StandardCharsets.UTF_8);
        return text.lines()
                .filter(line -> !line.startsWith("#"))
                .map(Words::read)
                .toList();
    }

    private void check(String what, String text, String rows) {
        files++;
        Collected read = Collected.read(new CsvFormat(), text.getBytes(StandardCharsets.UTF_8));
        StringBuilder found = new StringBuilder();
        read.refusal.ifPresent(refusal -> found.append("refused: ").append(refusal.getMessage()));
        read.questions.forEach(question -> found.append("asked: ").append(question.message()));
        read.rows.forEach(row -> found.append(row.amount().toPlainString()).append(' '));
        read.rejected.forEach(row -> found.append("rejected: ").append(row.message()));
        if (!found.toString().strip().equals(rows)) {
            faults.add(what + ": " + found + "\n" + text);
        }
    }

    private static String csv(String... cells) {
        StringBuilder line = new StringBuilder();
        for (String cell : cells) {
            line.append(line.length() == 0 ? "\"" : ",\"").append(cell).append('"');
        }
        return line.append('\n').toString();
    }

    @Test
    void words_that_were_gathered_apart_are_understood() {
        for (Words words : all()) {
            for (int i = 0; i < words.most(); i++) {
                headings(words, i);
                states(words, i);
                directions(words, i);
                footers(words, i);
            }
        }
        System.out.println("words of banks: " + files + " files, " + faults.size() + " wrong");
        assertEquals(List.of(), faults);
    }

    private void headings(Words words, int i) {
        String day = words.word(0, i);
        String text = words.word(1, i);
        check(
                words.language() + " amount",
                csv(day, text, words.word(2, i), words.word(5, i))
                        + csv("2026-01-13", "Alfa", "-10.00", "90.00")
                        + csv("2026-01-14", "Beta", "500.00", "590.00")
                        + csv("2026-01-15", "Gamma", "-40.00", "550.00"),
                "-10.00 500.00 -40.00");
        check(
                words.language() + " sides",
                csv(day, text, words.word(3, i), words.word(4, i))
                        + csv("2026-01-13", "Alfa", "10.00", "")
                        + csv("2026-01-14", "Beta", "", "500.00")
                        + csv("2026-01-15", "Gamma", "40.00", ""),
                "-10.00 500.00 -40.00");
    }

    private void states(Words words, int i) {
        for (int kind = 6; kind <= 7; kind++) {
            check(
                    words.language() + " state " + words.word(kind, i),
                    csv(words.word(0, 0), words.word(1, 0), words.word(2, 0), "")
                            + csv("2026-01-13", "Alfa", "-10.00", "OK")
                            + csv("2026-01-14", "Beta", "500.00", "OK")
                            + csv("2026-01-15", "Gamma", "-40.00", words.word(kind, i)),
                    "-10.00 500.00");
        }
    }

    private void directions(Words words, int i) {
        check(
                words.language() + " direction " + words.word(8, i) + "/" + words.word(9, i),
                csv(words.word(0, 0), words.word(1, 0), words.word(2, 0), "")
                        + csv("2026-01-13", "Alfa", "10.00", words.word(8, i))
                        + csv("2026-01-14", "Beta", "500.00", words.word(9, i))
                        + csv("2026-01-15", "Gamma", "40.00", words.word(8, i)),
                "-10.00 500.00 -40.00");
    }

    private void footers(Words words, int i) {
        String rows = csv(words.word(0, 0), words.word(1, 0), words.word(2, 0))
                + csv("2026-01-13", "Alfa", "-10.00")
                + csv("2026-01-14", "Beta", "500.00");
        check(words.language() + " footer", rows + csv(words.word(10, i), "", "490.00"), "-10.00 500.00");
        check(
                words.language() + " footer with a day",
                rows + csv("2026-01-15", words.word(10, i), "490.00"),
                "-10.00 500.00");
    }
}
