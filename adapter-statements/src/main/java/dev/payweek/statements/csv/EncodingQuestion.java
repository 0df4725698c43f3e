package dev.payweek.statements.csv;

import dev.payweek.statement.Question;
import dev.payweek.statement.ReadOptions;
import dev.payweek.statement.StatementFile;
import dev.payweek.statements.text.StatementText;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Asks in which of two encodings the letters of a file make sense, where a person can see it and nothing else can. */
final class EncodingQuestion {

    private static final int HEAD = 1 << 14;
    private static final int SHOWN = 2;
    private static final int LONGEST = 60;

    private EncodingQuestion() {}

    static Optional<Question> of(StatementText text, StatementFile file, ReadOptions options) throws IOException {
        if (text.doubtful().isEmpty() || options.answer("encoding").isPresent()) {
            return Optional.empty();
        }
        List<Charset> charsets = new ArrayList<>(List.of(text.charset()));
        charsets.addAll(text.doubtful());
        List<String> names = charsets.stream().map(Charset::name).toList();
        List<String> shown = new ArrayList<>();
        for (Charset charset : charsets) {
            shown.add(charset.name() + " reads " + examples(StatementText.in(charset, file)));
        }
        return Optional.of(new Question(
                "encoding",
                "The letters of the file make sense in more than one encoding: " + String.join("; ", shown)
                        + ". Which is right?",
                "encoding",
                names));
    }

    private static String examples(StatementText text) throws IOException {
        return text.head(HEAD)
                .lines()
                .filter(line -> line.chars().anyMatch(c -> c >= 0x80))
                .limit(SHOWN)
                .map(line -> "\"" + (line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line) + "\"")
                .reduce((first, second) -> first + " and " + second)
                .orElse("");
    }
}
