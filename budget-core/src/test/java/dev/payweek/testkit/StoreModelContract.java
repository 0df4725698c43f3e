package dev.payweek.testkit;

import static dev.payweek.testkit.Samples.LEDGER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.payweek.ledger.EntryKind;
import dev.payweek.ledger.Expense;
import dev.payweek.period.DateSpan;
import dev.payweek.statement.ImportKey;
import dev.payweek.store.EntryOrder;
import dev.payweek.store.EntryQuery;
import dev.payweek.store.Kinds;
import dev.payweek.store.LedgerReader;
import dev.payweek.store.LedgerStore;
import dev.payweek.store.MemoryStore;
import dev.payweek.store.StoreCheck;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** That any sequence of writes leaves the same as in memory. {@code -Dseed=} repeats a failure. */
public interface StoreModelContract extends FreshStore {

    @Test
    default void random_writes_leave_what_they_leave_in_memory() {
        long seed = Seed.chosen();
        for (int round = 0; round < 3; round++) {
            compare(seed + round);
        }
    }

    private void compare(long seed) {
        Random random = new Random(seed);
        try (LedgerStore store = newLedger();
                LedgerStore memory = Samples.withLedger(new MemoryStore())) {
            for (int write = 0; write < 40; write++) {
                List<RandomWrites.Step> steps = IntStream.range(0, 1 + random.nextInt(12))
                        .mapToObj(i -> RandomWrites.step(random))
                        .toList();
                boolean failing = random.nextInt(8) == 0;
                for (LedgerStore each : List.of(store, memory)) {
                    apply(each, steps, failing);
                }
                String where = "seed " + seed + ", write " + write + ": " + steps;
                assertEquals(picture(memory), picture(store), where);
                EntryQuery query = RandomWrites.query(random);
                assertEquals(
                        StoreEntriesContract.ids(memory, query),
                        StoreEntriesContract.ids(store, query),
                        where + ", then " + query);
            }
            for (LedgerStore each : List.of(store, memory)) {
                StoreCheck check = each.check();
                assertEquals(List.of(), check.findings(), "seed " + seed);
                assertEquals(1, check.ledgers());
                assertEquals(entries(memory), check.entries(), "seed " + seed);
                assertEquals(changes(memory), check.changes(), "seed " + seed);
            }
        }
    }

    private static void apply(LedgerStore store, List<RandomWrites.Step> steps, boolean failing) {
        if (!failing) {
            Samples.write(store, writer -> steps.forEach(step -> step.run(writer)));
            return;
        }
        assertThrows(
                IllegalStateException.class,
                () -> Samples.write(store, writer -> {
                    steps.forEach(step -> step.run(writer));
                    throw new IllegalStateException("planned");
                }));
    }

    private static long entries(LedgerStore store) {
        return store.read(LEDGER, reader -> {
            long entries = 0;
            for (EntryKind kind : EntryKind.values()) {
                entries += StoreEntriesContract.entries(reader, EntryQuery.all(kind))
                        .size();
            }
            return entries;
        });
    }

    private static long changes(LedgerStore store) {
        return store.read(
                LEDGER, reader -> (long) reader.changesAfter(0, 100_000).size());
    }

    private static List<Object> picture(LedgerStore store) {
        return store.read(LEDGER, StoreModelContract::picture);
    }

    /** Returns everything that can be read. */
    static List<Object> picture(LedgerReader reader) {
        List<Object> all = new ArrayList<>(List.of(
                reader.version(),
                reader.settings(),
                reader.dayTotals(DateSpan.ALWAYS),
                reader.dayTotals(RandomWrites.NOVEMBER),
                reader.monthTotals(DateSpan.ALWAYS),
                reader.refundsOf(List.of(1L, 2L, 3L, 4L, 5L)),
                Kinds.SMALL.stream().map(reader::all).toList(),
                reader.thresholdEventsAfter(0, 1_000),
                reader.thresholdEventsSince(DateSpan.EARLIEST),
                reader.changesAfter(0, 1_000),
                reader.imports(),
                reader.removedImports(),
                reader.importKeys("Giro", RandomWrites.KEYS),
                rowMemory(reader),
                expenses(reader, DateSpan.ALWAYS),
                expenses(reader, RandomWrites.NOVEMBER),
                reader.handMade(DateSpan.ALWAYS),
                reader.handMade(RandomWrites.NOVEMBER)));
        for (EntryKind kind : EntryKind.values()) {
            EntryQuery query = EntryQuery.all(kind).ordered(EntryOrder.OLDEST_FIRST);
            all.add(StoreEntriesContract.entries(reader, query));
            all.add(reader.countEntries(query));
        }
        for (long batch = 0; batch < RandomWrites.BATCHES; batch++) {
            all.add(reader.findImport(batch));
            all.add(reader.entryIdsOfImport(batch));
            all.add(reader.changedEntriesOfImport(batch));
            all.add(Set.copyOf(reader.importKeysOf(batch, Integer.MAX_VALUE)));
            for (int part = 0; part <= reader.removedParts(batch); part++) {
                all.add(reader.findRemoved(batch, part));
            }
        }
        RandomWrites.KEYS.forEach(key -> all.add(reader.findAnswer(key)));
        return all;
    }

    /** Every expense once, by id, since the store's order is its own. */
    private static Set<Expense> expenses(LedgerReader reader, DateSpan span) {
        Set<Expense> expenses = new TreeSet<>(Comparator.comparingLong(Expense::id));
        reader.forEachExpense(span, expense -> assertTrue(expenses.add(expense), expense.toString()));
        return expenses;
    }

    /** Every row once, in an order of its own, since the store's is its own too. */
    private static Set<ImportKey> rowMemory(LedgerReader reader) {
        Set<ImportKey> rows = new TreeSet<>(RandomWrites.BY_PLACE);
        reader.forEachImportKey(row -> assertTrue(rows.add(row), row.toString()));
        return rows;
    }
}
