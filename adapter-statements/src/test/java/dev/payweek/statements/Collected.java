package dev.payweek.statements;

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
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Everything a format made of a file. */
public final class Collected implements StatementSink {

    public final List<StatementAccount> accounts = new ArrayList<>();
    public final List<StatementRow> rows = new ArrayList<>();
    public final List<String> balances = new ArrayList<>();
    public final List<String> skipped = new ArrayList<>();
    public final List<RejectedRow> rejected = new ArrayList<>();
    public List<Currency> spoken = List.of();
    public List<Question> questions = List.of();
    public Optional<LedgerException> refusal = Optional.empty();

    public static Collected read(StatementFormat format, byte[] bytes, String... answers) {
        Map<String, String> given = new HashMap<>();
        for (int i = 0; i < answers.length; i += 2) {
            given.put(answers[i], answers[i + 1]);
        }
        return read(format, StatementFile.of("statement", bytes), new ReadOptions(given));
    }

    public static Collected read(StatementFormat format, StatementFile file, ReadOptions options) {
        Collected collected = new Collected();
        try {
            collected.questions = format.read(file, options, collected);
        } catch (LedgerException e) {
            collected.refusal = Optional.of(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return collected;
    }

    /** Tells whether a file led to nothing at all, not even a reason. */
    public boolean isSilent() {
        return rows.isEmpty() && skipped.isEmpty() && rejected.isEmpty() && questions.isEmpty() && refusal.isEmpty();
    }

    public BigDecimal sum() {
        return rows.stream().map(StatementRow::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @Override
    public void account(StatementAccount account) {
        accounts.add(account);
    }

    @Override
    public void currenciesOfLanguage(List<Currency> currencies) {
        spoken = currencies;
    }

    @Override
    public void row(StatementRow row) {
        if (accounts.isEmpty()) {
            throw new IllegalStateException("a row before the first account");
        }
        rows.add(row);
    }

    @Override
    public void balance(LocalDate day, BigDecimal held) {
        if (accounts.isEmpty()) {
            throw new IllegalStateException("a balance before the first account");
        }
        balances.add(day + " " + held.toPlainString());
    }

    @Override
    public void opening(LocalDate day, BigDecimal held) {
        balances.add("before " + day + " " + held.toPlainString());
    }

    @Override
    public void skipped(int line, String reason) {
        skipped.add(line + ": " + reason);
    }

    @Override
    public void rejected(RejectedRow row) {
        rejected.add(row);
    }
}
