package dev.payweek.rest;

import dev.payweek.money.Money;
import dev.payweek.statement.Question;
import dev.payweek.statement.ReadOptions;
import dev.payweek.statement.RejectedRow;
import dev.payweek.statement.StatementAccount;
import dev.payweek.statement.StatementFile;
import dev.payweek.statement.StatementFormat;
import dev.payweek.statement.StatementRow;
import dev.payweek.statement.StatementSink;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/**
 * A bank's file for tests: {@code #lines} first, then a line each of {@code account NAME CURRENCY}, {@code DATE AMOUNT
 * TITLE}, {@code bad}, {@code skip}, {@code look}, which lets a test look around, or {@code ask}, which leaves the
 * order of dates open.
 */
public final class LinesFormat implements StatementFormat {

    private static volatile Optional<Runnable> look = Optional.empty();

    private static final String AMOUNT = "-?\\d{1,20}(\\.\\d{1,20})?";

    /** Runs something, during which a file that says {@code look} runs something else. */
    static <T> T looking(Runnable around, Callable<T> work) throws Exception {
        look = Optional.of(around);
        try {
            return work.call();
        } finally {
            look = Optional.empty();
        }
    }

    @Override
    public String name() {
        return "lines";
    }

    @Override
    public int recognise(StatementFile file) throws IOException {
        return text(file).startsWith("#lines") ? 100 : 0;
    }

    @Override
    public List<Question> read(StatementFile file, ReadOptions options, StatementSink sink) throws IOException {
        List<String> lines = text(file).lines().toList();
        if (lines.contains("ask") && options.answer("date_format").isEmpty()) {
            return List.of(new Question(
                    "date_order", "Is 03/04 in March or in April?", "date_format", List.of("D/M/Y", "M/D/Y")));
        }
        for (int i = 1; i < lines.size(); i++) {
            line(i + 1, lines.get(i).split(" ", 3), sink);
        }
        return List.of();
    }

    private static void line(int number, String[] words, StatementSink sink) {
        if (words[0].equals("account") && words.length < 3) {
            sink.rejected(new RejectedRow(number, "", "bad_row", "The account makes no sense."));
            return;
        }
        switch (words[0]) {
            case "account" ->
                sink.account(new StatementAccount(Optional.of(words[1]), Optional.of(Money.currency(words[2]))));
            case "bad" -> sink.rejected(new RejectedRow(number, "date", "bad_date", "\"bad\" is no date."));
            case "skip" -> sink.skipped(number, "a balance");
            case "look" -> look.ifPresent(Runnable::run);
            case "ask" -> sink.skipped(number, "answered");
            default -> row(number, words, sink);
        }
    }

    private static void row(int number, String[] words, StatementSink sink) {
        try {
            LocalDate date = LocalDate.parse(words[0]);
            String title = words.length > 2 ? words[2] : "";
            var amount = new BigDecimal(words.length > 1 && words[1].matches(AMOUNT) ? words[1] : "none");
            sink.row(StatementRow.of(number, date, amount, title, title));
        } catch (DateTimeException | NumberFormatException e) {
            sink.rejected(new RejectedRow(number, "", "bad_row", "The row makes no sense."));
        }
    }

    private static String text(StatementFile file) throws IOException {
        try (InputStream bytes = file.open()) {
            return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
