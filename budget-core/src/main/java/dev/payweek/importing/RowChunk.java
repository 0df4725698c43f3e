package dev.payweek.importing;

import dev.payweek.ledger.Entry;
import dev.payweek.money.Money;
import dev.payweek.period.DateSpan;
import dev.payweek.refusal.LedgerException;
import dev.payweek.statement.ImportBatch;
import dev.payweek.statement.ImportKey;
import dev.payweek.statement.RowKey;
import dev.payweek.statement.RowKeys;
import dev.payweek.statement.StatementRow;
import dev.payweek.store.LedgerReader;
import dev.payweek.store.LedgerWriter;
import dev.payweek.store.ManualEntry;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongPredicate;

/**
 * Some rows of a file with their keys. What becomes of them depends on the ledger only, so a piece may be taken as
 * often as a store runs its work.
 */
final class RowChunk {

    /** So many rows, with all that is made of them, lie in the processor's cache. */
    private static final int SLICE = 250;

    /** What becomes of a handful of the rows, in their order, and what is to be kept of them. */
    record ChunkResult(
            List<IncomingRow> arrivals, List<RowResult> fates, List<Entry> entries, List<ImportKey> newKeys) {

        boolean isAnyTaken() {
            return !entries.isEmpty() || fates.stream().anyMatch(RowResult.Imported.class::isInstance);
        }
    }

    private static final int MOST_DIGITS = 13;

    private final List<IncomingRow> arrivals;
    private final List<RowKey> keys;
    private final int[] nths;
    private final Currency ofLedger;

    /** Keys and counts the rows, which happens once for each row of the file, in the order of the file. */
    RowChunk(List<IncomingRow> arrivals, Map<String, AccountImport> accounts, RowKeys maker, Currency ofLedger) {
        this.arrivals = arrivals;
        this.keys = new ArrayList<>(arrivals.size());
        this.nths = new int[arrivals.size()];
        this.ofLedger = ofLedger;
        for (int i = 0; i < nths.length; i++) {
            StatementRow row = arrivals.get(i).row();
            AccountImport account = at(accounts, i);
            Currency currency = currency(row, account);
            RowKey key = maker.of(row, currency.getCurrencyCode());
            keys.add(key);
            nths[i] = account.seen(row.date(), key);
            account.add(currency, row.amount());
        }
    }

    private AccountImport at(Map<String, AccountImport> accounts, int index) {
        AccountImport account = accounts.get(arrivals.get(index).account());
        if (account == null) {
            throw new IllegalStateException("a row arrives on an account that has arrived before");
        }
        return account;
    }

    private Currency currency(StatementRow row, AccountImport account) {
        return row.currency().isPresent() ? row.currency().get() : account.currency(ofLedger);
    }

    /** Returns the days around the rows on which entries made by hand may be their twins. */
    Optional<DateSpan> aroundDays() {
        LocalDate first = LocalDate.MAX;
        LocalDate last = LocalDate.MIN;
        for (IncomingRow arrival : arrivals) {
            LocalDate day = arrival.row().date();
            first = day.isBefore(first) ? day : first;
            last = day.isAfter(last) ? day : last;
        }
        return arrivals.isEmpty()
                ? Optional.empty()
                : Optional.of(new DateSpan(
                        first.minusDays(ManualEntry.MOST_DAYS_APART), last.plusDays(ManualEntry.MOST_DAYS_APART + 1L)));
    }

    /**
     * Finds out what becomes of the rows and gives it to the action, a handful at a time. With a writer, new ones get
     * numbers, and their accounts imports to belong to; without, it only reports.
     */
    void take(
            LedgerReader reader,
            Optional<LedgerWriter> writer,
            RowClassifier placing,
            Map<String, AccountImport> accounts,
            Consumer<ChunkResult> action) {
        Map<String, ImportedRows> known = known(reader);
        Map<Long, Boolean> done = new HashMap<>();
        LongPredicate lasting = batch -> done.computeIfAbsent(batch, id -> isLasting(reader, id));
        for (int from = 0; from < nths.length; from += SLICE) {
            int to = Math.min(nths.length, from + SLICE);
            ChunkResult result = new ChunkResult(
                    arrivals.subList(from, to), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
            for (int i = from; i < to; i++) {
                ImportedRows memory =
                        Objects.requireNonNull(known.get(arrivals.get(i).account()));
                List<ImportKey> same = memory.find(keys.get(i).text(), nths[i]);
                if (same.isEmpty()) {
                    result.fates().add(insert(i, memory, writer, placing, at(accounts, i), result));
                } else {
                    result.fates().add(new RowResult.Duplicate(same.get(0).entryId()));
                    if (writer.isPresent() && same.stream().noneMatch(row -> lasting.test(row.batch()))) {
                        result.newKeys().add(shared(same.get(0), at(accounts, i), writer.get()));
                    }
                }
            }
            action.accept(result);
        }
    }

    /**
     * Returns the row as this import's too. Until one that brought it is done it may be reverted, which must not take
     * the row from a file that holds it as well.
     */
    private static ImportKey shared(ImportKey row, AccountImport account, LedgerWriter writer) {
        return new ImportKey(account.name(), row.key(), row.occurrence(), row.entryId(), account.batchId(writer));
    }

    private static boolean isLasting(LedgerReader reader, long batch) {
        return reader.findImport(batch)
                .filter(found -> found.state() != ImportBatch.State.COMPLETE)
                .isEmpty();
    }

    private Map<String, ImportedRows> known(LedgerReader reader) {
        Map<String, List<String>> asked = new LinkedHashMap<>();
        for (int i = 0; i < nths.length; i++) {
            asked.computeIfAbsent(arrivals.get(i).account(), name -> new ArrayList<>())
                    .add(keys.get(i).text());
        }
        Map<String, ImportedRows> known = new HashMap<>();
        asked.forEach((account, wanted) -> known.put(
                account,
                new ImportedRows(reader.importKeys(account, wanted).stream()
                        .filter(reader::isKnown)
                        .toList())));
        return known;
    }

    private RowResult insert(
            int index,
            ImportedRows memory,
            Optional<LedgerWriter> writer,
            RowClassifier placing,
            AccountImport account,
            ChunkResult result) {
        StatementRow row = arrivals.get(index).row();
        Currency currency = currency(row, account);
        if (!currency.equals(ofLedger)) {
            return new RowResult.Rejected("The row is in " + currency + ", the ledger in " + ofLedger + ".");
        }
        try {
            Money amount = rounded(row.amount());
            if (writer.isEmpty()) {
                RowClassifier.Classified classified = placing.place(account.name(), row, amount, 0, Optional.empty());
                return new RowResult.Imported(classified.entry(), classified.reason(), isExact(row.amount()));
            }
            long batch = account.batchId(writer.get());
            long id = writer.get().nextId();
            RowClassifier.Classified classified = placing.place(account.name(), row, amount, id, account.batch());
            result.entries().add(classified.entry());
            String key = keys.get(index).text();
            result.newKeys()
                    .add(new ImportKey(account.name(), key, memory.nextOccurrence(key, nths[index]), id, batch));
            return new RowResult.Imported(classified.entry(), classified.reason(), isExact(row.amount()));
        } catch (LedgerException refusal) {
            if (refusal.reason().isOfTheStore()) {
                throw refusal;
            }
            return new RowResult.Rejected(refusal.getMessage());
        }
    }

    private Money rounded(BigDecimal amount) {
        int digits = ofLedger.getDefaultFractionDigits();
        BigDecimal rounded = amount.scale() == digits ? amount : amount.setScale(digits, RoundingMode.HALF_EVEN);
        if (rounded.precision() < MOST_DIGITS) {
            return Money.ofMinor(rounded.scaleByPowerOfTen(digits).longValue(), ofLedger);
        }
        return Money.of(rounded, ofLedger);
    }

    private boolean isExact(BigDecimal amount) {
        int digits = ofLedger.getDefaultFractionDigits();
        return amount.scale() <= digits
                || amount.setScale(digits, RoundingMode.HALF_EVEN).compareTo(amount) == 0;
    }
}
