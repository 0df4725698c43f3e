package dev.payweek.store;

import dev.payweek.ledger.DayTotal;
import dev.payweek.ledger.Entry;
import dev.payweek.ledger.EntryKind;
import dev.payweek.ledger.Expense;
import dev.payweek.ledger.LedgerSettings;
import dev.payweek.ledger.MonthTotal;
import dev.payweek.period.DateSpan;
import dev.payweek.plan.ThresholdEvent;
import dev.payweek.statement.ImportBatch;
import dev.payweek.statement.ImportKey;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * One ledger as it stands at one moment. Valid only inside the {@link LedgerStore#read} or {@link LedgerStore#write}
 * that gave it, and only on that thread.
 *
 * <pre>{@code
 * store.<Long>read(ledger, reader -> reader.countEntries(EntryQuery.all(EntryKind.EXPENSE)));    // 0
 * }</pre>
 *
 * <p>Not safe for use by several threads: for the one it was lent to.
 */
public interface LedgerReader {

    /** Returns how many changes the ledger has seen; 0 for a new one. */
    long version();

    /** Returns whether nothing was ever written into the ledger, so that it may become another one's copy. */
    default boolean isUntouched() {
        return version() == 0 && lastId() == 0;
    }

    /** Returns all things of one of the {@linkplain Kinds#SMALL small kinds}, in the kind's order. */
    <T> List<T> all(Kind<T> kind);

    /** Returns the thing of a small kind that the key names, if there is one. */
    default <T> Optional<T> find(Kind<T> kind, String key) {
        return all(kind).stream().filter(thing -> kind.key(thing).equals(key)).findFirst();
    }

    /** Returns what holds for the ledger as a whole. */
    default LedgerSettings settings() {
        return all(Kinds.SETTINGS).get(0);
    }

    /** Returns whether anything but the settings is in the ledger's currency, so that this can no longer change. */
    default boolean holdsAmounts() {
        return Arrays.stream(EntryKind.values()).anyMatch(kind -> countEntries(EntryQuery.all(kind)) > 0)
                || Kinds.SMALL.stream()
                        .filter(kind -> !kind.equals(Kinds.SETTINGS))
                        .anyMatch(this::holdsAmounts);
    }

    private <T> boolean holdsAmounts(Kind<T> kind) {
        return all(kind).stream().anyMatch(thing -> !kind.amounts(thing).isEmpty());
    }

    /** Returns the entry of that id, if there is one. */
    Optional<Entry> findEntry(long id);

    /**
     * Gives each entry that the query selects to the action, in the query's order, without holding more than a few of
     * them in memory at a time.
     */
    void forEachEntry(EntryQuery query, Consumer<? super Entry> action);

    /** Gives each expense of the days to the action, in an order of the store's own; of many days that costs less. */
    default void forEachExpense(DateSpan span, Consumer<? super Expense> action) {
        forEachEntry(EntryQuery.all(EntryKind.EXPENSE).during(span), entry -> action.accept((Expense) entry));
    }

    /**
     * Gives every entry to the action, in an order of the store's own and with no more of it than discovery looks at:
     * of a long ledger this costs half of what {@link #forEachEntry} does.
     */
    default void forEachPlainEntry(Consumer<? super PlainEntry> action) {
        for (EntryKind kind : EntryKind.values()) {
            forEachEntry(EntryQuery.all(kind), entry -> action.accept(PlainEntry.of(entry)));
        }
    }

    /** Returns how many entries the query selects, its limit and cursor left aside. */
    long countEntries(EntryQuery query);

    /**
     * Returns the totals of the days in the span, by date, kind and category; days and categories without entries are
     * absent.
     */
    List<DayTotal> dayTotals(DateSpan span);

    /** Returns the expenses of the days in the span summed by month and category, in that order. */
    List<MonthTotal> monthTotals(DateSpan span);

    /** Returns the refunds of these expenses, by id. */
    List<Expense> refundsOf(Collection<Long> expenses);

    /** Returns the threshold events after the one of that id, oldest first, at most so many. */
    List<ThresholdEvent> thresholdEventsAfter(long id, int limit);

    /** Returns the threshold events of the stretches that begin on the day or later, oldest first. */
    List<ThresholdEvent> thresholdEventsSince(LocalDate day);

    /** Returns the changes after the given version, oldest first, at most so many. */
    List<Change> changesAfter(long version, int limit);

    /** Returns the import of that id, if there is one. */
    Optional<ImportBatch> findImport(long id);

    /** Returns all imports, newest first. */
    List<ImportBatch> imports();

    /** Gives the memory of every imported row to the action, in an order of the store's own. */
    void forEachImportKey(Consumer<? super ImportKey> action);

    /** Returns the last number given to anything in this ledger; 0 when none was. */
    long lastId();

    /**
     * Returns the memory of rows of the account with one of the keys, by key, occurrence and import. A row that several
     * imports remember is there once for each.
     */
    List<ImportKey> importKeys(String account, Collection<String> keys);

    /** Returns whether a remembered row is known: what an entry made by hand carries, as long as that is there. */
    default boolean isKnown(ImportKey row) {
        return !row.isCarried() || findEntry(row.entryId()).isPresent();
    }

    /** Returns the memory of the rows of an import, by account, key and occurrence. */
    default List<ImportKey> importKeysOf(long batch) {
        return importKeysOf(batch, Integer.MAX_VALUE).stream()
                .sorted(Comparator.comparing(ImportKey::account)
                        .thenComparing(ImportKey::key)
                        .thenComparingInt(ImportKey::occurrence))
                .toList();
    }

    /**
     * Returns the memory of rows that an import has, or an entry made by hand carries, at most so many, in an order of
     * the store's own.
     */
    List<ImportKey> importKeysOf(long batch, int most);

    /** Returns the entries that an import brought, by id; those deleted since are absent. */
    List<Long> entryIdsOfImport(long batch);

    /** Returns those of an import's entries that were changed since, by id. */
    List<Long> changedEntriesOfImport(long batch);

    /** Returns the imports of which rows are kept that were removed, by number. */
    List<Long> removedImports();

    /** Returns in how many parts the removed rows of an import are kept; 0 when none are. */
    int removedParts(long batch);

    /** Returns a part of the removed rows of an import, counted from 0, if there is one. */
    Optional<RemovedRows> findRemoved(long batch, int part);

    /** Returns the entries of the days that no import brought and that have no bank's words, by id. */
    List<ManualEntry> handMade(DateSpan span);

    /** Returns the answer kept under an idempotency key, if there is one. */
    Optional<IdempotentResponse> findAnswer(String idempotencyKey);
}
