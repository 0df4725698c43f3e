package dev.payweek.spreadsheets;

import dev.payweek.refusal.LedgerException;
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
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Everything a format made of a workbook, in lines. */
final class Reading implements StatementSink {

    final List<String> rows = new ArrayList<>();
    final List<String> balances = new ArrayList<>();
    final List<String> left = new ArrayList<>();
    List<Question> questions = List.of();
    String refusal = "";

    private Reading() {}

    static Reading of(StatementFormat format, byte[] bytes, String... answers) {
        Map<String, String> given = new HashMap<>();
        for (int i = 0; i < answers.length; i += 2) {
            given.put(answers[i], answers[i + 1]);
        }
        Reading reading = new Reading();
        try {
            reading.questions = format.read(file(bytes), new ReadOptions(given), reading);
        } catch (LedgerException e) {
            reading.refusal = e.getMessage();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return reading;
    }

    static int sureness(StatementFormat format, byte[] bytes) {
        try {
            return format.recognise(file(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static StatementFile file(byte[] bytes) {
        return StatementFile.of("workbook", bytes);
    }

    static byte[] fixture(String name) {
        try (InputStream in = Objects.requireNonNull(Reading.class.getResourceAsStream("/fixtures/" + name))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean isSilent() {
        return rows.isEmpty() && left.isEmpty() && questions.isEmpty() && refusal.isEmpty();
    }

    @Override
    public void account(StatementAccount account) {
        account.id().ifPresent(id -> rows.add("account " + id));
        account.currency().ifPresent(currency -> rows.add("in " + currency));
    }

    @Override
    public void row(StatementRow row) {
        rows.add(row.line() + ": " + row.date() + " " + row.amount() + " " + row.title()
                + row.currency().map(currency -> " " + currency).orElse(""));
    }

    @Override
    public void balance(LocalDate day, BigDecimal held) {
        balances.add(day + " " + held.toPlainString());
    }

    @Override
    public void opening(LocalDate day, BigDecimal held) {
        balances.add("before " + day + " " + held.toPlainString());
    }

    @Override
    public void skipped(int line, String reason) {
        left.add(line + ": " + reason);
    }

    @Override
    public void rejected(RejectedRow row) {
        left.add(row.line() + ": " + row.message());
    }
}
