package dev.payweek.persistence.ledger;

import dev.payweek.category.Categories;
import dev.payweek.category.CategoryPath;
import dev.payweek.ledger.DayTotal;
import dev.payweek.ledger.Entry;
import dev.payweek.ledger.Expense;
import dev.payweek.ledger.LedgerId;
import dev.payweek.ledger.LedgerSettings;
import dev.payweek.ledger.MonthTotal;
import dev.payweek.period.DateSpan;
import dev.payweek.persistence.jdbc.Session;
import dev.payweek.persistence.table.ChecksummedTable;
import dev.payweek.plan.ThresholdEvent;
import dev.payweek.statement.ImportBatch;
import dev.payweek.statement.ImportKey;
import dev.payweek.store.Change;
import dev.payweek.store.EntryQuery;
import dev.payweek.store.IdempotentResponse;
import dev.payweek.store.Kind;
import dev.payweek.store.Kinds;
import dev.payweek.store.LedgerReader;
import dev.payweek.store.LedgerWriter;
import dev.payweek.store.ManualEntry;
import dev.payweek.store.PlainEntry;
import dev.payweek.store.RemovedRows;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** One ledger lent to a piece of work, on a connection whose transaction is open. */
public final class SqlLedger implements LedgerWriter {

    /** Every table of few rows. */
    static final List<ChecksummedTable> CHECKED = List.of(
            ThingRows.THINGS,
            Names.CATEGORIES,
            Names.ACCOUNTS,
            ThresholdEventRows.EVENTS,
            ImportKeyRows.BATCHES,
            IdempotencyRows.ANSWERS);

    private final LedgerRow row;
    private final EntryReader reading;
    private final EntryRows entries;
    private final TotalsRows totals;
    private final ThingRows things;
    private final ThresholdEventRows thresholdEvents;
    private final ChangeRows changes;
    private final IdempotencyRows answers;
    private final ImportKeyRows imports;
    private final RemovedParts removed;

    private SqlLedger(Session link, LedgerRow row) {
        Map<String, CategoryPath> paths = new HashMap<>();
        Names categories = Names.ofCategories(link, row);
        Names accounts = Names.ofAccounts(link, row);
        this.row = row;
        this.totals = new TotalsRows(link, row, name -> paths.computeIfAbsent(name, CategoryPath::of));
        this.reading = new EntryReader(link, row, totals, categories, accounts);
        this.entries = new EntryRows(link, row, reading, totals, categories, accounts);
        this.things = new ThingRows(link, row);
        this.thresholdEvents = new ThresholdEventRows(link, row);
        this.changes = new ChangeRows(link, row);
        this.answers = new IdempotencyRows(link, row);
        this.imports = new ImportKeyRows(link, row);
        this.removed = new RemovedParts(link, row);
    }

    /** Runs work that reads. */
    public static <T> T read(
            Session link, KeptTables known, LedgerId id, Function<? super LedgerReader, ? extends T> work) {
        T result = work.apply(new SqlLedger(link, LedgerRow.find(link, WriteCache.shared(known), id.number())));
        link.refuseIfFailed();
        return result;
    }

    /** Runs work that writes, up to but without the commit. */
    public static <T> T write(
            Session link, WriteCache recent, LedgerId id, Function<? super LedgerWriter, ? extends T> work) {
        SqlLedger ledger = new SqlLedger(link, LedgerRow.lock(link, recent, id.number()));
        T result = work.apply(ledger);
        ledger.flush();
        link.refuseIfFailed();
        return result;
    }

    /** Adds the ledger unless it is there, and returns whether it was added. */
    public static boolean create(Session link, LedgerId id, Supplier<LedgerSettings> settings) {
        boolean isNew = !LedgerRow.exists(link, id.number()) && LedgerRow.insert(link, id.number());
        if (isNew) {
            LedgerRow row = LedgerRow.unchecked(link, id.number());
            ThingRows things = new ThingRows(link, row);
            things.put(Kinds.SETTINGS, settings.get());
            Categories.STANDARD.forEach(category -> things.put(Kinds.CATEGORY, category));
            row.flush();
        }
        return isNew;
    }

    private void flush() {
        entries.flush();
        totals.flush();
        row.flush();
    }

    @Override
    public long version() {
        return row.version();
    }

    @Override
    public <T> List<T> all(Kind<T> kind) {
        return things.all(kind);
    }

    @Override
    public <T> void put(Kind<T> kind, T thing) {
        things.put(kind, thing);
    }

    @Override
    public void remove(Kind<?> kind, String key) {
        things.remove(kind, key);
    }

    @Override
    public Optional<Entry> findEntry(long id) {
        entries.flush();
        return reading.find(id);
    }

    @Override
    public void forEachEntry(EntryQuery query, Consumer<? super Entry> action) {
        entries.flush();
        reading.forEach(query, action);
    }

    @Override
    public void forEachExpense(DateSpan span, Consumer<? super Expense> action) {
        entries.flush();
        reading.forEachExpense(span, action);
    }

    @Override
    public void forEachPlainEntry(Consumer<? super PlainEntry> action) {
        entries.flush();
        reading.forEachPlain(action);
    }

    @Override
    public long countEntries(EntryQuery query) {
        entries.flush();
        return reading.count(query);
    }

    @Override
    public List<DayTotal> dayTotals(DateSpan span) {
        return totals.ofDays(span);
    }

    @Override
    public List<MonthTotal> monthTotals(DateSpan span) {
        return totals.ofMonths(span);
    }

    @Override
    public List<Expense> refundsOf(Collection<Long> expenses) {
        entries.flush();
        return reading.refundsOf(expenses);
    }

    @Override
    public List<ThresholdEvent> thresholdEventsAfter(long id, int limit) {
        return thresholdEvents.after(id, limit);
    }

    @Override
    public List<ThresholdEvent> thresholdEventsSince(LocalDate day) {
        return thresholdEvents.since(day);
    }

    @Override
    public List<Change> changesAfter(long version, int limit) {
        return changes.after(version, limit);
    }

    @Override
    public Optional<ImportBatch> findImport(long id) {
        return imports.find(id);
    }

    @Override
    public List<ImportBatch> imports() {
        return imports.all();
    }

    @Override
    public List<ImportKey> importKeys(String account, Collection<String> keys) {
        return imports.keys(account, keys);
    }

    @Override
    public List<ImportKey> importKeysOf(long batch, int most) {
        return imports.keysOf(batch, most);
    }

    @Override
    public List<Long> entryIdsOfImport(long batch) {
        entries.flush();
        return reading.idsOfImport(batch);
    }

    @Override
    public List<Long> changedEntriesOfImport(long batch) {
        entries.flush();
        return reading.changedIdsOfImport(batch);
    }

    @Override
    public List<Long> removedImports() {
        return removed.imports();
    }

    @Override
    public int removedParts(long batch) {
        return removed.count(batch);
    }

    @Override
    public Optional<RemovedRows> findRemoved(long batch, int part) {
        return removed.find(batch, part);
    }

    @Override
    public void forEachImportKey(Consumer<? super ImportKey> action) {
        imports.forEachKey(action);
    }

    @Override
    public long lastId() {
        return row.lastId();
    }

    @Override
    public List<ManualEntry> handMade(DateSpan span) {
        entries.flush();
        return reading.handMade(span);
    }

    @Override
    public Optional<IdempotentResponse> findAnswer(String idempotencyKey) {
        return answers.find(idempotencyKey);
    }

    @Override
    public long nextId() {
        return row.nextId();
    }

    @Override
    public void skipIdsTo(long id) {
        row.skipIdsTo(id);
    }

    @Override
    public void put(Entry entry) {
        entries.put(entry);
    }

    @Override
    public void add(Collection<? extends Entry> added) {
        entries.addAll(added);
    }

    @Override
    public void removeEntry(long id) {
        entries.remove(id);
    }

    @Override
    public void add(ThresholdEvent event) {
        thresholdEvents.add(event);
    }

    @Override
    public void put(ImportBatch batch) {
        imports.put(batch);
    }

    @Override
    public void putImportKeys(Collection<ImportKey> keys) {
        imports.putKeys(keys);
    }

    @Override
    public void removeImport(long id) {
        imports.remove(id);
    }

    @Override
    public void removeImportKeys(Collection<ImportKey> keys) {
        imports.removeKeys(keys);
    }

    @Override
    public List<Entry> removeEntriesOf(long batch, Collection<Long> ids) {
        return ids.stream().flatMap(id -> entries.removeOf(batch, id).stream()).toList();
    }

    @Override
    public void put(RemovedRows rows) {
        removed.put(rows);
    }

    @Override
    public void remove(RemovedRows rows) {
        removed.remove(rows);
    }

    @Override
    public void put(IdempotentResponse answer) {
        answers.put(answer);
    }

    @Override
    public void append(Change change) {
        changes.append(change);
    }
}
