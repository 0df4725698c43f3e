package dev.payweek.budget;

import dev.payweek.money.Money;
import dev.payweek.refusal.LedgerException;
import dev.payweek.statement.Question;
import dev.payweek.statement.ReadOptions;
import dev.payweek.statement.RejectedRow;
import dev.payweek.statement.StatementAccount;
import dev.payweek.statement.StatementFile;
import dev.payweek.statement.StatementFormat;
import dev.payweek.statement.StatementPart;
import dev.payweek.statement.StatementRow;
import dev.payweek.statement.StatementSink;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A format for tests, one thing a line after {@code #rows}: {@code account;name;currency}, {@code language;currencies},
 * {@code held;day;balance}, {@code opening;day;balance}, {@code skip;reason}, {@code
 * reject;field;code;message}, {@code ask;parameter}, {@code broken}, {@code fail}, {@code disk}, and rows of {@code
 * day;amount;title;text;id;hint;currency;transfer;parts} that may end early, with parts such as {@code 1.00|text|hint}
 * between {@code +}.
 */
public final class RowsFormat implements StatementFormat {

    /** Creates the format. */
    public RowsFormat() {}

    /** Returns a file of the lines. */
    static StatementFile file(String name, List<String> lines) {
        return StatementFile.of(name, ("#rows\n" + String.join("\n", lines)).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String name() {
        return "rows";
    }

    @Override
    public int recognise(StatementFile file) throws IOException {
        String text = text(file);
        return text.startsWith("#rows") ? 80 : text.startsWith("#") ? 1 : 0;
    }

    @Override
    public List<Question> read(StatementFile file, ReadOptions options, StatementSink sink) throws IOException {
        List<String> lines = text(file).lines().toList();
        for (String line : lines) {
            if (line.startsWith("ask;") && options.answer(line.substring(4)).isEmpty()) {
                sink.skipped(1, "asked first");
                return List.of(new Question("what", "Which is it?", line.substring(4), List.of("this", "that")));
            }
            if (line.equals("broken")) {
                throw LedgerException.invalid("file", "broken", "The file is broken.");
            }
        }
        for (int i = 1; i < lines.size(); i++) {
            read(i + 1, lines.get(i).split(";", -1), sink);
        }
        return List.of();
    }

    private static void read(int line, String[] words, StatementSink sink) throws IOException {
        switch (words[0]) {
            case "account" ->
                sink.account(new StatementAccount(word(words, 1), word(words, 2).map(Money::currency)));
            case "held" -> sink.balance(LocalDate.parse(words[1]), new BigDecimal(words[2]));
            case "opening" -> sink.opening(LocalDate.parse(words[1]), new BigDecimal(words[2]));
            case "language" ->
                sink.currenciesOfLanguage(
                        Stream.of(words[1].split(" ", -1)).map(Money::currency).toList());
            case "skip" -> sink.skipped(line, words[1]);
            case "reject" -> sink.rejected(new RejectedRow(line, words[1], words[2], words[3]));
            case "disk" -> throw new IOException("disk");
            case "fail" -> throw LedgerException.invalid("file", "broken", "The file breaks off.");
            case "ask" -> {
                // Answered, or the file would not be read.
            }
            default ->
                sink.row(new StatementRow(
                        line,
                        LocalDate.parse(words[0]),
                        new BigDecimal(words[1]),
                        word(words, 6).map(Money::currency),
                        word(words, 2).orElse(""),
                        word(words, 3).orElse(""),
                        word(words, 4),
                        word(words, 5),
                        word(words, 7).isPresent(),
                        word(words, 8).map(RowsFormat::parts).orElse(List.of())));
        }
    }

    private static List<StatementPart> parts(String text) {
        return Stream.of(text.split("\\+", -1))
                .map(part -> part.split("\\|", -1))
                .map(words -> new StatementPart(
                        word(words, 0).map(BigDecimal::new), word(words, 1).orElse(""), word(words, 2)))
                .toList();
    }

    private static Optional<String> word(String[] words, int index) {
        return index < words.length && !words[index].isEmpty() ? Optional.of(words[index]) : Optional.empty();
    }

    private static String text(StatementFile file) throws IOException {
        try (var in = file.open()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
