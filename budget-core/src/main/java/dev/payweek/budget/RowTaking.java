package dev.payweek.budget;

import dev.payweek.ledger.Entry;
import dev.payweek.money.Money;
import dev.payweek.period.DateSpan;
import dev.payweek.refusal.Refusal;
import dev.payweek.statement.ImportBatch;
import dev.payweek.statement.ImportKey;
import dev.payweek.statement.RejectedRow;
import dev.payweek.statement.RowKeys;
import dev.payweek.statement.RowOutcome;
import dev.payweek.statement.RowOutcome.Outcome;
import dev.payweek.statement.StatementRow;
import dev.payweek.store.LedgerWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Takes the rows of one account, one after the other, and keeps count. In a dry run ({@code batchId} 0) it only tells
 * what would happen.
 */
final class RowTaking {

    private static final int KEYS_AT_A_TIME = 500;

    private final BudgetEdit edit;
    private final LedgerWriter writer;
    private final String account;
    private final Currency currency;
    private final Currency ledgerCurrency;
    private final long batchId;
    private final RowPlacing placing;

    private final List<RowOutcome> outcomes = new ArrayList<>();
    private final List<ImportKey> newKeys = new ArrayList<>();
    private final Map<String, BigDecimal> sums = new TreeMap<>();
    private final Map<String, List<ImportKey>> known = new HashMap<>();
    private final Map<String, Integer> seen = new HashMap<>();
    private final Map<String, Integer> added = new HashMap<>();
    private ManualTwins twins = ManualTwins.NONE;

    RowTaking(BudgetEdit edit, LedgerWriter writer, String account, Currency currency, long batchId) {
        this.edit = edit;
        this.writer = writer;
        this.account = account;
        this.currency = currency;
        this.ledgerCurrency = edit.settings().currency();
        this.batchId = batchId;
        this.placing = new RowPlacing(edit, account);
    }

    void rejectAll(List<RejectedRow> rejected) {
        for (RejectedRow row : rejected) {
            String field = row.field().isEmpty() ? "" : row.field() + ": ";
            outcomes.add(
                    outcome(row.line(), Outcome.REJECTED, Optional.empty(), row.code() + ", " + field + row.message()));
        }
    }

    void takeAll(List<StatementRow> rows) {
        recall(rows);
        span(rows).ifPresent(days -> twins = ManualTwins.among(edit, days));
        rows.forEach(this::take);
        outcomes.sort(Comparator.comparingInt(RowOutcome::line));
        for (int i = 0; i < outcomes.size(); i++) {
            outcomes.set(i, numbered(outcomes.get(i), i + 1));
        }
    }

    private void recall(List<StatementRow> rows) {
        List<String> keys = rows.stream().map(this::key).distinct().toList();
        for (int i = 0; i < keys.size(); i += KEYS_AT_A_TIME) {
            writer.importKeys(account, keys.subList(i, Math.min(keys.size(), i + KEYS_AT_A_TIME)))
                    .forEach(key -> known.computeIfAbsent(key.key(), k -> new ArrayList<>())
                            .add(key));
        }
    }

    private void take(StatementRow row) {
        Currency rowCurrency = row.currency().orElse(currency);
        sums.merge(rowCurrency.getCurrencyCode(), row.amount(), BigDecimal::add);
        String key = key(row);
        int nth = seen.merge(key, 1, Integer::sum);
        List<ImportKey> stored = known.getOrDefault(key, List.of());
        if (nth <= stored.size()) {
            ImportKey same = stored.get(nth - 1);
            outcomes.add(of(row, Outcome.DUPLICATE, Optional.of(same.entryId()), Optional.empty(), sameAs(same)));
            return;
        }
        try {
            insert(row, rowCurrency, key, stored);
        } catch (Refusal refusal) {
            outcomes.add(of(row, Outcome.REJECTED, Optional.empty(), Optional.empty(), refusal.getMessage()));
        }
    }

    private void insert(StatementRow row, Currency rowCurrency, String key, List<ImportKey> stored) {
        if (!rowCurrency.equals(ledgerCurrency)) {
            throw Refusal.invalid(
                    "currency", "currency", "The row is in " + rowCurrency + ", the ledger in " + ledgerCurrency + ".");
        }
        int digits = rowCurrency.getDefaultFractionDigits();
        BigDecimal rounded = row.amount().setScale(digits, RoundingMode.HALF_EVEN);
        boolean exact = rounded.compareTo(row.amount()) == 0;
        Optional<Long> batch = batchId == 0 ? Optional.empty() : Optional.of(batchId);
        long id = batchId == 0 ? 0 : writer.nextId();
        RowPlacing.Placed placed = placing.place(row, Money.of(rounded, rowCurrency), id, batch);
        Optional<Long> twin = twins.find(placed.entry());
        if (batchId != 0) {
            writer.put(placed.entry());
            newKeys.add(new ImportKey(account, key, nextOccurrence(key, stored), id, batchId));
        }
        String doubt = twin.map(other -> "looks like entry " + other + ", entered by hand")
                .orElse(exact ? "" : "rounded from " + row.amount().toPlainString());
        outcomes.add(of(
                row,
                doubt.isEmpty() ? Outcome.INSERTED : Outcome.NEEDS_REVIEW,
                batch.map(b -> id),
                Optional.of(placed.entry()),
                doubt.isEmpty() ? placed.reason() : doubt));
    }

    private int nextOccurrence(String key, List<ImportKey> stored) {
        int highest = stored.stream().mapToInt(ImportKey::occurrence).max().orElse(0);
        return highest + added.merge(key, 1, Integer::sum);
    }

    private String key(StatementRow row) {
        return RowKeys.of(row, row.currency().orElse(currency).getCurrencyCode());
    }

    private static String sameAs(ImportKey same) {
        return "imported before as entry " + same.entryId();
    }

    /** Rows of impossible days are rejected one by one later; here they would stretch the span beyond all days. */
    private static Optional<DateSpan> span(List<StatementRow> rows) {
        List<LocalDate> days = rows.stream()
                .map(StatementRow::date)
                .filter(DateSpan.ALWAYS::contains)
                .sorted()
                .toList();
        return days.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new DateSpan(days.get(0), days.get(days.size() - 1).plusDays(1)));
    }

    ImportBatch batch(Instant now, String file, String format) {
        List<LocalDate> days =
                outcomes.stream().flatMap(row -> row.date().stream()).sorted().toList();
        // A file that brings nothing new is told but not kept: importing twice changes nothing.
        return new ImportBatch(
                newKeys.isEmpty() ? 0 : batchId,
                now,
                file,
                format,
                account,
                count(Outcome.INSERTED) + count(Outcome.NEEDS_REVIEW),
                count(Outcome.DUPLICATE),
                count(Outcome.NEEDS_REVIEW),
                count(Outcome.REJECTED),
                days.stream().findFirst(),
                days.isEmpty() ? Optional.empty() : Optional.of(days.get(days.size() - 1)));
    }

    private int count(Outcome outcome) {
        return (int) outcomes.stream().filter(row -> row.outcome() == outcome).count();
    }

    List<RowOutcome> outcomes() {
        return List.copyOf(outcomes);
    }

    List<ImportKey> newKeys() {
        return newKeys;
    }

    Map<String, BigDecimal> sums() {
        return sums;
    }

    private static RowOutcome of(
            StatementRow row, Outcome outcome, Optional<Long> id, Optional<Entry> entry, String reason) {
        return new RowOutcome(
                0,
                row.line(),
                outcome,
                id,
                entry.map(Entry::kind),
                Optional.of(row.date()),
                Optional.of(row.amount()),
                entry.map(made -> made.facts().title()).orElse(row.title()),
                entry.flatMap(RowPlacing::categoryOf),
                reason);
    }

    private static RowOutcome outcome(int line, Outcome outcome, Optional<Long> id, String reason) {
        return new RowOutcome(
                0,
                line,
                outcome,
                id,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "",
                Optional.empty(),
                reason);
    }

    private static RowOutcome numbered(RowOutcome row, int number) {
        return new RowOutcome(
                number,
                row.line(),
                row.outcome(),
                row.entryId(),
                row.kind(),
                row.date(),
                row.amount(),
                row.title(),
                row.category(),
                row.reason());
    }
}
