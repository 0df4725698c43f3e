package dev.payweek.store;

import dev.payweek.category.Categories;
import dev.payweek.category.Category;
import dev.payweek.category.CategoryPath;
import dev.payweek.ledger.Account;
import dev.payweek.ledger.DayTotal;
import dev.payweek.ledger.Entry;
import dev.payweek.ledger.Income;
import dev.payweek.ledger.LedgerSettings;
import dev.payweek.ledger.MonthTotal;
import dev.payweek.period.DateSpan;
import dev.payweek.period.Paycheck;
import dev.payweek.plan.Reserved;
import dev.payweek.plan.SoftLimit;
import dev.payweek.plan.ThresholdEvent;
import dev.payweek.refusal.LedgerException;
import dev.payweek.rule.CategoryRule;
import dev.payweek.statement.ImportBatch;
import dev.payweek.statement.ImportKey;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * One ledger in memory. Each step of a write leaves behind how to take it back; the store's lock keeps others out
 * meanwhile.
 */
class MemoryLedger implements LedgerWriter {

    private record Dated(String name, LocalDate from) implements Comparable<Dated> {
        private static final Comparator<Dated> ORDER =
                Comparator.comparing(Dated::name).thenComparing(Dated::from);

        @Override
        public int compareTo(Dated other) {
            return ORDER.compare(this, other);
        }
    }

    private static final String SETTINGS = "settings";
    private static final String LAST_ID = "last_id";

    private final NavigableMap<String, LedgerSettings> settings = new TreeMap<>();
    private final NavigableMap<String, Long> counters = new TreeMap<>();
    private final NavigableMap<Long, Entry> entries = new TreeMap<>();
    /** Each under itself, since the order tells totals of a day, kind and category apart. */
    private final NavigableMap<DayTotal, DayTotal> dayTotals = new TreeMap<>(DayTotal.BY_PLACE);

    private final NavigableMap<CategoryPath, Category> categories = new TreeMap<>();
    private final NavigableMap<Long, CategoryRule> rules = new TreeMap<>();
    private final NavigableMap<Dated, SoftLimit> limits = new TreeMap<>();
    private final NavigableMap<Dated, Reserved> reserved = new TreeMap<>();
    private final NavigableMap<String, Account> accounts = new TreeMap<>();
    private final NavigableMap<Long, ThresholdEvent> thresholdEvents = new TreeMap<>();
    private final NavigableMap<Long, Change> changes = new TreeMap<>();
    private final NavigableMap<Long, ImportBatch> imports = new TreeMap<>();
    private final NavigableMap<String, IdempotentResponse> answers = new TreeMap<>();

    private final UndoLog takeBack = new UndoLog();
    private final ImportKeyIndex rows = new ImportKeyIndex(takeBack);

    MemoryLedger(LedgerSettings settings) {
        this.settings.put(SETTINGS, settings);
        Categories.STANDARD.forEach(category -> categories.put(category.path(), category));
    }

    <T> T allOrNothing(Function<? super LedgerWriter, ? extends T> work) {
        boolean done = false;
        try {
            T result = work.apply(this);
            done = true;
            return result;
        } finally {
            if (done) {
                takeBack.forget();
            } else {
                takeBack.all();
            }
        }
    }

    /** Returns what is not as it should be, in words. */
    List<String> problems() {
        MemoryLedger anew = new MemoryLedger(settings());
        entries.values().forEach(anew::put);
        return anew.dayTotals.equals(dayTotals) ? List.of() : List.of("The totals are not the sums of the entries.");
    }

    @Override
    public long version() {
        return changes.isEmpty() ? 0 : changes.lastKey();
    }

    @Override
    public LedgerSettings settings() {
        return settings.firstEntry().getValue();
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
    public List<Paycheck> paychecks(DateSpan span) {
        return entries.values().stream()
                .filter(entry -> entry instanceof Income income && income.paycheck() && span.contains(entry.date()))
                .map(Income.class::cast)
                .map(income -> new Paycheck(income.id(), income.date(), income.amount(), income.opensPeriod()))
                .sorted(Comparator.comparing(Paycheck::date).thenComparingLong(Paycheck::entryId))
                .toList();
    }

    @Override
    public List<Category> categories() {
        return List.copyOf(categories.values());
    }

    @Override
    public List<CategoryRule> rules() {
        return rules.values().stream()
                .sorted(Comparator.comparingInt(CategoryRule::priority))
                .toList();
    }

    @Override
    public List<SoftLimit> limits() {
        return List.copyOf(limits.values());
    }

    @Override
    public List<Reserved> reserved() {
        return List.copyOf(reserved.values());
    }

    @Override
    public List<Account> accounts() {
        return List.copyOf(accounts.values());
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
    public List<Long> entryIdsOfImport(long batch) {
        return entries.values().stream()
                .filter(entry -> entry.importBatch().equals(Optional.of(batch)))
                .map(Entry::id)
                .toList();
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
        takeBack.set(counters, LAST_ID, Math.max(id, lastGiven()));
    }

    @Override
    public List<ManualEntry> handMade(DateSpan span) {
        return entries.values().stream()
                .filter(entry -> span.contains(entry.date())
                        && entry.importBatch().isEmpty()
                        && entry.details().bankText().isEmpty())
                .map(entry -> new ManualEntry(
                        entry.id(), entry.kind(), entry.date(), entry.amount().minorUnits()))
                .toList();
    }

    @Override
    public Optional<IdempotentResponse> findAnswer(String idempotencyKey) {
        return Optional.ofNullable(answers.get(idempotencyKey));
    }

    @Override
    public long nextId() {
        long id = lastGiven() + 1;
        takeBack.set(counters, LAST_ID, id);
        return id;
    }

    @Override
    public void put(LedgerSettings value) {
        takeBack.set(settings, SETTINGS, value);
    }

    @Override
    public void put(Entry entry) {
        removeEntry(entry.id());
        takeBack.set(entries, entry.id(), entry);
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
        takeBack.unset(entries, id).ifPresent(entry -> DayTotal.of(entry).forEach(total -> addToDay(total.negated())));
    }

    private void addToDay(DayTotal total) {
        DayTotal before = dayTotals.get(total);
        DayTotal sum = before == null ? total : before.plus(total);
        takeBack.unset(dayTotals, sum);
        if (sum.count() != 0) {
            takeBack.set(dayTotals, sum, sum);
        }
    }

    @Override
    public void put(Category category) {
        takeBack.set(categories, category.path(), category);
    }

    @Override
    public void removeCategory(CategoryPath path) {
        takeBack.unset(categories, path);
    }

    @Override
    public void put(CategoryRule rule) {
        takeBack.set(rules, rule.id(), rule);
    }

    @Override
    public void removeRule(long id) {
        takeBack.unset(rules, id);
    }

    @Override
    public void put(SoftLimit limit) {
        takeBack.set(limits, new Dated(limit.category().name(), limit.from()), limit);
    }

    @Override
    public void removeLimit(CategoryPath category, LocalDate from) {
        takeBack.unset(limits, new Dated(category.name(), from));
    }

    @Override
    public void put(Reserved value) {
        takeBack.set(reserved, new Dated(value.name(), value.from()), value);
    }

    @Override
    public void removeReserved(String name, LocalDate from) {
        takeBack.unset(reserved, new Dated(name, from));
    }

    @Override
    public void put(Account account) {
        takeBack.set(accounts, account.name(), account);
    }

    @Override
    public void removeAccount(String name) {
        takeBack.unset(accounts, name);
    }

    @Override
    public void add(ThresholdEvent event) {
        takeBack.set(thresholdEvents, event.id(), event);
    }

    @Override
    public void put(ImportBatch batch) {
        takeBack.set(imports, batch.id(), batch);
    }

    @Override
    public void putImportKeys(Collection<ImportKey> keys) {
        keys.forEach(rows::put);
    }

    @Override
    public void removeImport(long id) {
        takeBack.unset(imports, id);
        rows.remove(id, Integer.MAX_VALUE);
    }

    @Override
    public int removeSomeOfImport(long id, int most) {
        List<Long> some = entryIdsOfImport(id).stream().limit(most).toList();
        some.forEach(this::removeEntry);
        return some.size() + rows.remove(id, most);
    }

    @Override
    public void put(IdempotentResponse answer) {
        List<IdempotentResponse> all = List.copyOf(answers.values());
        all.stream()
                .filter(old -> old.at().isBefore(answer.at().minus(IdempotentResponse.KEPT)))
                .forEach(old -> takeBack.unset(answers, old.key()));
        takeBack.set(answers, answer.key(), answer);
    }

    @Override
    public void append(Change change) {
        if (change.version() <= version()) {
            throw LedgerException.conflict("Change " + change.version() + " has been recorded before.");
        }
        takeBack.set(changes, change.version(), change);
    }
}
