package dev.payweek.store;

import dev.payweek.category.Categories;
import dev.payweek.ledger.DayTotal;
import dev.payweek.ledger.Entry;
import dev.payweek.ledger.Expense;
import dev.payweek.ledger.LedgerSettings;
import dev.payweek.ledger.MonthTotal;
import dev.payweek.period.DateSpan;
import dev.payweek.plan.ThresholdEvent;
import dev.payweek.refusal.LedgerException;
import dev.payweek.statement.ImportBatch;
import dev.payweek.statement.ImportKey;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * One ledger in memory. Each step of a write leaves behind how to revert it; the store's lock keeps others out
 * meanwhile.
 */
class MemoryLedger implements LedgerWriter {

    private static final String LAST_ID = "last_id";

    private final Map<Kind<?>, Map<String, Object>> things = new HashMap<>();
    private final NavigableMap<String, Long> counters = new TreeMap<>();
    private final NavigableMap<Long, Entry> entries = new TreeMap<>();
    /** Each under itself, since the order distinguishes totals by day, kind and category. */
    private final NavigableMap<DayTotal, DayTotal> dayTotals = new TreeMap<>(DayTotal.BY_PLACE);

    private final NavigableMap<Long, ThresholdEvent> thresholdEvents = new TreeMap<>();
    private final NavigableMap<Long, Change> changes = new TreeMap<>();
    private final NavigableMap<Long, ImportBatch> imports = new TreeMap<>();
    private final NavigableMap<String, IdempotentResponse> answers = new TreeMap<>();
    private final NavigableMap<Long, NavigableMap<Integer, RemovedRows>> removed = new TreeMap<>();

    private final UndoLog undoLog = new UndoLog();
    private final ImportKeyIndex rows = new ImportKeyIndex(undoLog);

    MemoryLedger(LedgerSettings settings) {
        of(Kinds.SETTINGS).put("", settings);
        Categories.STANDARD.forEach(category -> of(Kinds.CATEGORY).put(Kinds.CATEGORY.key(category), category));
    }

    <T> T allOrNothing(Function<? super LedgerWriter, ? extends T> work) {
        boolean done = false;
        try {
            T result = work.apply(this);
            done = true;
            return result;
        } finally {
            if (done) {
                undoLog.forget();
            } else {
                undoLog.all();
            }
        }
    }

    /** Returns what is not as it should be, in words. */
    List<String> problems() {
        MemoryLedger computed = new MemoryLedger(settings());
        entries.values().forEach(computed::put);
        return computed.dayTotals.equals(dayTotals)
                ? List.of()
                : List.of("The totals are not the sums of the entries.");
    }

    @Override
    public long version() {
        return changes.isEmpty() ? 0 : changes.lastKey();
    }

    private Map<String, Object> of(Kind<?> kind) {
        return things.computeIfAbsent(kind, none -> new HashMap<>());
    }

    @Override
    public <T> List<T> all(Kind<T> kind) {
        return of(kind).values().stream().map(kind::cast).sorted(kind.order()).toList();
    }

    @Override
    public <T> Optional<T> find(Kind<T> kind, String key) {
        return Optional.ofNullable(of(kind).get(key)).map(kind::cast);
    }

    @Override
    public <T> void put(Kind<T> kind, T thing) {
        undoLog.set(of(kind), kind.key(thing), thing);
    }

    @Override
    public void remove(Kind<?> kind, String key) {
        undoLog.unset(of(kind), key);
    }

    @Override
    public Optional<Entry> findEntry(long id) {
        return Optional.ofNullable(entries.get(id));
    }

    @Override
    public void forEachEntry(EntryQuery query, Consumer<? super Entry> action) {
        selected(query)
                .sorted(query.order().comparator())
                .filter(entry -> query.after()
                        .map(cursor -> isAfter(cursor, entry, query.order()))
                        .orElse(true))
                .limit(query.limit().orElse(Integer.MAX_VALUE))
                .forEachOrdered(action);
    }

    private static boolean isAfter(EntryCursor cursor, Entry entry, EntryOrder order) {
        int byKey = Long.compare(order.keyOf(entry), cursor.key());
        int ascending = byKey != 0 ? byKey : Long.compare(entry.id(), cursor.id());
        return order.isDescending() ? ascending < 0 : ascending > 0;
    }

    @Override
    public long countEntries(EntryQuery query) {
        return selected(query).count();
    }

    private Stream<Entry> selected(EntryQuery query) {
        return entries.values().stream().filter(query.selection());
    }

    @Override
    public List<DayTotal> dayTotals(DateSpan span) {
        return dayTotals.values().stream()
                .filter(total -> span.contains(total.date()))
                .toList();
    }

    @Override
    public List<MonthTotal> monthTotals(DateSpan span) {
        return MonthTotal.of(dayTotals(span));
    }

    @Override
    public List<Expense> refundsOf(Collection<Long> expenses) {
        return entries.values().stream()
                .filter(entry -> entry instanceof Expense expense
                        && expense.refundOf().filter(expenses::contains).isPresent())
                .map(Expense.class::cast)
                .toList();
    }

    @Override
    public List<ThresholdEvent> thresholdEventsAfter(long id, int limit) {
        return thresholdEvents.tailMap(id, false).values().stream().limit(limit).toList();
    }

    @Override
    public List<ThresholdEvent> thresholdEventsSince(LocalDate day) {
        return thresholdEvents.values().stream()
                .filter(event -> !event.span().startInclusive().isBefore(day))
                .toList();
    }

    @Override
    public List<Change> changesAfter(long version, int limit) {
        return changes.tailMap(version, false).values().stream().limit(limit).toList();
    }

    @Override
    public Optional<ImportBatch> findImport(long id) {
        return Optional.ofNullable(imports.get(id));
    }

    @Override
    public List<ImportBatch> imports() {
        return List.copyOf(imports.descendingMap().values());
    }

    @Override
    public List<ImportKey> importKeys(String account, Collection<String> keys) {
        return rows.of(account, keys);
    }

    @Override
    public List<ImportKey> importKeysOf(long batch, int most) {
        return rows.of(batch, most);
    }

    @Override
    public List<Long> entryIdsOfImport(long batch) {
        return broughtBy(batch).map(Entry::id).toList();
    }

    @Override
    public List<Long> changedEntriesOfImport(long batch) {
        return broughtBy(batch)
                .filter(entry -> entry.version() > 1)
                .map(Entry::id)
                .toList();
    }

    private Stream<Entry> broughtBy(long batch) {
        return entries.values().stream().filter(entry -> entry.importBatch().equals(Optional.of(batch)));
    }

    @Override
    public void forEachImportKey(Consumer<? super ImportKey> action) {
        rows.forEach(action);
    }

    @Override
    public long lastId() {
        return lastGiven();
    }

    private long lastGiven() {
        return counters.getOrDefault(LAST_ID, 0L);
    }

    @Override
    public void skipIdsTo(long id) {
        undoLog.set(counters, LAST_ID, Math.max(id, lastGiven()));
    }

    @Override
    public List<ManualEntry> handMade(DateSpan span) {
        return entries.values().stream()
                .filter(entry -> span.contains(entry.date())
                        && entry.importBatch().isEmpty()
                        && entry.details().bankText().isEmpty())
                .map(entry -> new ManualEntry(
                        entry.id(),
                        entry.kind(),
                        entry.date(),
                        entry.amount().minorUnits(),
                        entry.details().account()))
                .toList();
    }

    @Override
    public Optional<IdempotentResponse> findAnswer(String idempotencyKey) {
        return Optional.ofNullable(answers.get(idempotencyKey));
    }

    @Override
    public long nextId() {
        long id = lastGiven() + 1;
        undoLog.set(counters, LAST_ID, id);
        return id;
    }

    @Override
    public void put(Entry entry) {
        removeEntry(entry.id());
        undoLog.set(entries, entry.id(), entry);
        DayTotal.of(entry).forEach(this::addToDay);
    }

    @Override
    public void add(Collection<? extends Entry> added) {
        for (Entry entry : added) {
            if (entries.containsKey(entry.id())) {
                throw LedgerException.conflict("There is an entry " + entry.id() + " already.");
            }
            put(entry);
        }
    }

    @Override
    public void removeEntry(long id) {
        undoLog.unset(entries, id).ifPresent(entry -> DayTotal.of(entry).forEach(total -> addToDay(total.negated())));
    }

    private void addToDay(DayTotal total) {
        DayTotal before = dayTotals.get(total);
        DayTotal sum = before == null ? total : before.plus(total);
        undoLog.unset(dayTotals, sum);
        if (sum.count() != 0) {
            undoLog.set(dayTotals, sum, sum);
        }
    }

    @Override
    public void add(ThresholdEvent event) {
        undoLog.set(thresholdEvents, event.id(), event);
    }

    @Override
    public void put(ImportBatch batch) {
        undoLog.set(imports, batch.id(), batch);
    }

    @Override
    public void putImportKeys(Collection<ImportKey> keys) {
        keys.forEach(rows::put);
    }

    @Override
    public void removeImport(long id) {
        undoLog.unset(imports, id);
        rows.of(id, Integer.MAX_VALUE).forEach(rows::remove);
    }

    @Override
    public void removeImportKeys(Collection<ImportKey> keys) {
        keys.forEach(rows::remove);
    }

    @Override
    public List<Entry> removeEntriesOf(long batch, Collection<Long> ids) {
        List<Entry> gone = new ArrayList<>();
        for (long id : ids) {
            Optional<Entry> brought =
                    findEntry(id).filter(entry -> entry.importBatch().equals(Optional.of(batch)));
            brought.ifPresent(entry -> {
                removeEntry(id);
                gone.add(entry);
            });
        }
        return gone;
    }

    @Override
    public List<Long> removedImports() {
        return removed.entrySet().stream()
                .filter(parts -> !parts.getValue().isEmpty())
                .map(Map.Entry::getKey)
                .toList();
    }

    @Override
    public int removedParts(long batch) {
        return removed.getOrDefault(batch, Collections.emptyNavigableMap()).size();
    }

    @Override
    public Optional<RemovedRows> findRemoved(long batch, int part) {
        return Optional.ofNullable(
                removed.getOrDefault(batch, Collections.emptyNavigableMap()).get(part));
    }

    private NavigableMap<Integer, RemovedRows> removedOf(long batch) {
        return removed.computeIfAbsent(batch, none -> new TreeMap<>());
    }

    @Override
    public void put(RemovedRows rows) {
        undoLog.set(removedOf(rows.batch()), rows.part(), rows);
    }

    @Override
    public void remove(RemovedRows rows) {
        undoLog.unset(removedOf(rows.batch()), rows.part());
    }

    @Override
    public void put(IdempotentResponse answer) {
        List<IdempotentResponse> all = List.copyOf(answers.values());
        all.stream()
                .filter(old -> old.at().isBefore(answer.at().minus(IdempotentResponse.KEPT)))
                .forEach(old -> undoLog.unset(answers, old.key()));
        undoLog.set(answers, answer.key(), answer);
    }

    @Override
    public void append(Change change) {
        if (change.version() <= version()) {
            throw LedgerException.conflict("Change " + change.version() + " has been recorded before.");
        }
        undoLog.set(changes, change.version(), change);
    }
}
