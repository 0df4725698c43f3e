package dev.payweek.store;

import dev.payweek.ledger.DayTotal;
import dev.payweek.ledger.Entry;
import dev.payweek.ledger.Expense;
import dev.payweek.ledger.MonthTotal;
import dev.payweek.period.DateSpan;
import dev.payweek.plan.ThresholdEvent;
import dev.payweek.statement.ImportBatch;
import dev.payweek.statement.ImportKey;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A ledger as it would be: the real one, read, with changes that exist only here. Nothing is written anywhere.
 *
 * <p>What a ledger has few of is copied; entries stay where they are, and only those changed are held.
 *
 * <pre>{@code
 * store.<Long>read(ledger, reader -> new WhatIfLedger(reader).nextId());    // 9000000000000000
 * store.<Long>read(ledger, LedgerReader::lastId);                             // 0
 * }</pre>
 *
 * <p>Not safe for use by several threads: for the one it was lent to.
 */
public final class WhatIfLedger extends MemoryLedger {

    /** Where the numbers of imagined things begin: beyond any real one, and still exact in JSON. */
    private static final long FIRST_ID = 9_000_000_000_000_000L;

    private static final Comparator<ImportKey> BY_PLACE = Comparator.comparing(ImportKey::account)
            .thenComparing(ImportKey::key)
            .thenComparingInt(ImportKey::occurrence)
            .thenComparingLong(ImportKey::batch);

    private final LedgerReader real;
    private final Map<Long, Entry> hidden = new TreeMap<>();
    private final Set<Long> removedImports = new TreeSet<>();
    private final Set<ImportKey> hiddenRows = new HashSet<>();
    private final Set<String> hiddenParts = new HashSet<>();

    /** Begins with the real ledger as it is; valid as long as the reader is. */
    public WhatIfLedger(LedgerReader real) {
        super(real.settings());
        this.real = real;
        super.all(Kinds.CATEGORY).forEach(category -> remove(Kinds.CATEGORY, Kinds.CATEGORY.key(category)));
        Kinds.SMALL.forEach(this::copy);
        skipIdsTo(FIRST_ID - 1);
    }

    private <T> void copy(Kind<T> kind) {
        real.all(kind).forEach(thing -> put(kind, thing));
    }

    @Override
    public long version() {
        return Math.max(real.version(), super.version());
    }

    @Override
    public Optional<Entry> findEntry(long id) {
        return super.findEntry(id).or(() -> findReal(id));
    }

    private Optional<Entry> findReal(long id) {
        return hidden.containsKey(id) ? Optional.empty() : real.findEntry(id);
    }

    /** Whatever is put in place of an entry removes that first, so a real one is hidden here for both. */
    @Override
    public void removeEntry(long id) {
        findReal(id).ifPresent(entry -> hidden.put(id, entry));
        super.removeEntry(id);
    }

    @Override
    public void forEachEntry(EntryQuery query, Consumer<? super Entry> action) {
        List<Entry> imagined = new ArrayList<>();
        super.forEachEntry(query.unlimited(), imagined::add);
        Iterator<Entry> next = imagined.iterator();
        var merged = new Merge(query, next, action);
        // As many more real ones as could be hidden, so that a page is full nevertheless.
        real.forEachEntry(
                query.limit().isPresent() ? query.first(query.limit().getAsInt() + hidden.size()) : query,
                merged::real);
        merged.finish();
    }

    /** Gives the entries of both ledgers in one order. */
    private final class Merge {

        private final Comparator<Entry> order;
        private final Iterator<Entry> imagined;
        private final Consumer<? super Entry> action;
        private Optional<Entry> waiting;
        private long left;

        Merge(EntryQuery query, Iterator<Entry> imagined, Consumer<? super Entry> action) {
            this.order = query.order().comparator();
            this.imagined = imagined;
            this.action = action;
            this.left = query.limit().orElse(Integer.MAX_VALUE);
            this.waiting = next();
        }

        void real(Entry entry) {
            if (!hidden.containsKey(entry.id())) {
                while (waiting.filter(own -> order.compare(own, entry) < 0).isPresent()) {
                    giveWaiting();
                }
                give(entry);
            }
        }

        void finish() {
            while (waiting.isPresent()) {
                giveWaiting();
            }
        }

        private void giveWaiting() {
            give(waiting.orElseThrow());
            waiting = next();
        }

        private void give(Entry entry) {
            if (left > 0) {
                left--;
                action.accept(entry);
            }
        }

        private Optional<Entry> next() {
            return imagined.hasNext() ? Optional.of(imagined.next()) : Optional.empty();
        }
    }

    @Override
    public long countEntries(EntryQuery query) {
        return real.countEntries(query)
                - hidden.values().stream().filter(query.selection()).count()
                + super.countEntries(query);
    }

    @Override
    public List<DayTotal> dayTotals(DateSpan span) {
        Stream<DayTotal> without = hidden.values().stream()
                .filter(entry -> span.contains(entry.date()))
                .flatMap(entry -> DayTotal.of(entry).stream())
                .map(DayTotal::negated);
        return DayTotal.summed(Stream.of(real.dayTotals(span).stream(), without, super.dayTotals(span).stream())
                .flatMap(totals -> totals));
    }

    @Override
    public List<MonthTotal> monthTotals(DateSpan span) {
        return MonthTotal.of(dayTotals(span));
    }

    @Override
    public List<Expense> refundsOf(Collection<Long> expenses) {
        return Stream.concat(
                        real.refundsOf(expenses).stream().filter(refund -> !hidden.containsKey(refund.id())),
                        super.refundsOf(expenses).stream())
                .sorted(Comparator.comparingLong(Expense::id))
                .toList();
    }

    @Override
    public List<Change> changesAfter(long version, int limit) {
        return Stream.concat(real.changesAfter(version, limit).stream(), super.changesAfter(version, limit).stream())
                .limit(limit)
                .toList();
    }

    @Override
    public List<ThresholdEvent> thresholdEventsAfter(long id, int limit) {
        return merged(real.thresholdEventsAfter(id, limit), super.thresholdEventsAfter(id, limit))
                .limit(limit)
                .toList();
    }

    @Override
    public List<ThresholdEvent> thresholdEventsSince(LocalDate day) {
        return merged(real.thresholdEventsSince(day), super.thresholdEventsSince(day))
                .toList();
    }

    private static Stream<ThresholdEvent> merged(List<ThresholdEvent> some, List<ThresholdEvent> others) {
        return Stream.concat(some.stream(), others.stream()).sorted(Comparator.comparingLong(ThresholdEvent::id));
    }

    @Override
    public Optional<ImportBatch> findImport(long id) {
        return super.findImport(id).or(() -> removedImports.contains(id) ? Optional.empty() : real.findImport(id));
    }

    @Override
    public List<ImportBatch> imports() {
        List<ImportBatch> own = super.imports();
        Stream<ImportBatch> others = real.imports().stream()
                .filter(batch -> !removedImports.contains(batch.id())
                        && own.stream().noneMatch(other -> other.id() == batch.id()));
        return Stream.concat(own.stream(), others)
                .sorted(Comparator.comparingLong(ImportBatch::id).reversed())
                .toList();
    }

    @Override
    public void removeImport(long id) {
        removedImports.add(id);
        super.removeImport(id);
    }

    @Override
    public List<ImportKey> importKeys(String account, Collection<String> keys) {
        return Stream.concat(
                        super.importKeys(account, keys).stream(),
                        real.importKeys(account, keys).stream().filter(this::isStillThere))
                .sorted(BY_PLACE)
                .toList();
    }

    @Override
    public List<ImportKey> importKeysOf(long batch, int most) {
        Stream<ImportKey> others = removedImports.contains(batch)
                ? Stream.empty()
                : real.importKeysOf(batch, Math.max(most, most + hiddenRows.size())).stream();
        return Stream.concat(super.importKeysOf(batch, most).stream(), others.filter(this::isStillThere))
                .limit(most)
                .toList();
    }

    private boolean isStillThere(ImportKey key) {
        return !removedImports.contains(key.batch()) && !hiddenRows.contains(row(key));
    }

    @Override
    public void forEachImportKey(Consumer<? super ImportKey> action) {
        List<ImportKey> all = new ArrayList<>();
        super.forEachImportKey(all::add);
        real.forEachImportKey(key -> {
            if (isStillThere(key)) {
                all.add(key);
            }
        });
        all.stream().sorted(BY_PLACE).forEachOrdered(action);
    }

    /** What is only imagined has numbers, but none of the ledger's. */
    @Override
    public long lastId() {
        return real.lastId();
    }

    @Override
    public void putImportKeys(Collection<ImportKey> keys) {
        keys.forEach(key -> hiddenRows.add(row(key)));
        super.putImportKeys(keys);
    }

    @Override
    public void removeImportKeys(Collection<ImportKey> keys) {
        keys.forEach(key -> hiddenRows.add(row(key)));
        super.removeImportKeys(keys);
    }

    private static ImportKey row(ImportKey key) {
        return new ImportKey(key.account(), key.key(), key.occurrence(), 0, key.batch());
    }

    @Override
    public List<Long> entryIdsOfImport(long batch) {
        return together(real.entryIdsOfImport(batch), super.entryIdsOfImport(batch));
    }

    @Override
    public List<Long> changedEntriesOfImport(long batch) {
        return together(real.changedEntriesOfImport(batch), super.changedEntriesOfImport(batch));
    }

    private List<Long> together(List<Long> before, List<Long> now) {
        return Stream.concat(before.stream().filter(id -> !hidden.containsKey(id)), now.stream())
                .sorted()
                .toList();
    }

    @Override
    public List<Long> removedImports() {
        return Stream.concat(real.removedImports().stream(), super.removedImports().stream())
                .distinct()
                .filter(batch -> removedParts(batch) > 0)
                .sorted()
                .toList();
    }

    @Override
    public int removedParts(long batch) {
        return (int) IntStream.range(0, Integer.MAX_VALUE)
                .takeWhile(part -> findRemoved(batch, part).isPresent())
                .count();
    }

    @Override
    public Optional<RemovedRows> findRemoved(long batch, int part) {
        return super.findRemoved(batch, part)
                .or(() -> hiddenParts.contains(batch + " " + part) ? Optional.empty() : real.findRemoved(batch, part));
    }

    @Override
    public void remove(RemovedRows rows) {
        hiddenParts.add(Kinds.REMOVED_ROWS.key(rows));
        super.remove(rows);
    }

    @Override
    public List<ManualEntry> handMade(DateSpan span) {
        return Stream.concat(
                        real.handMade(span).stream().filter(entry -> !hidden.containsKey(entry.id())),
                        super.handMade(span).stream())
                .sorted(Comparator.comparingLong(ManualEntry::id))
                .toList();
    }

    @Override
    public Optional<IdempotentResponse> findAnswer(String idempotencyKey) {
        return super.findAnswer(idempotencyKey).or(() -> real.findAnswer(idempotencyKey));
    }
}
