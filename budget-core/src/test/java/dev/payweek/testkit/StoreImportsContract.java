package dev.payweek.testkit;

import static dev.payweek.testkit.Samples.LEDGER;
import static dev.payweek.testkit.Samples.day;
import static dev.payweek.testkit.Samples.expense;
import static dev.payweek.testkit.Samples.usd;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.payweek.budget.Budget;
import dev.payweek.ledger.DayTotal;
import dev.payweek.ledger.Entry;
import dev.payweek.ledger.EntryDetails;
import dev.payweek.ledger.EntryKind;
import dev.payweek.ledger.Expense;
import dev.payweek.ledger.Income;
import dev.payweek.period.DateSpan;
import dev.payweek.statement.ImportBatch;
import dev.payweek.statement.ImportBatch.State;
import dev.payweek.statement.ImportKey;
import dev.payweek.statement.StatedBalances;
import dev.payweek.store.EntryQuery;
import dev.payweek.store.Kinds;
import dev.payweek.store.LedgerReader;
import dev.payweek.store.LedgerStore;
import dev.payweek.store.ManualEntry;
import dev.payweek.store.RemovedRows;
import dev.payweek.store.StoreProvider.Access;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What every store promises of imports that come and go in pieces. */
interface StoreImportsContract extends FreshStore {

    Instant IMPORTED = Instant.parse("2026-11-22T12:00:00Z");

    @Test
    default void an_import_says_whether_it_is_there_as_a_whole() {
        ImportBatch done =
                ImportBatch.begun(3, IMPORTED, "a.csv", "csv", "Giro").withCounts(1, 0, 0, 0);
        try (LedgerStore store = newLedger()) {
            for (State state : State.values()) {
                ImportBatch batch = done.withState(state, IMPORTED.plusMillis(1));
                store.write(LEDGER, writer -> {
                    writer.put(batch);
                    return state;
                });
                assertEquals(Optional.of(batch), store.read(LEDGER, reader -> reader.findImport(3)));
            }
        }
    }

    @Test
    default void the_memory_of_every_row_can_be_gone_through() {
        List<ImportKey> keys = new ArrayList<>();
        for (int i = 0; i < 2_100; i++) {
            keys.add(new ImportKey(i % 2 == 0 ? "Giro" : "Öl", "key " + i / 3, i % 3 + 1, i, 7));
        }
        try (LedgerStore store = newLedger()) {
            Samples.write(store, writer -> writer.putImportKeys(keys));
            Set<ImportKey> seen = new HashSet<>();
            store.read(LEDGER, reader -> {
                reader.forEachImportKey(key -> assertTrue(seen.add(key), key.toString()));
                return true;
            });
            assertEquals(new HashSet<>(keys), seen);
        }
    }

    @Test
    default void numbers_can_be_skipped_and_never_go_back() {
        try (LedgerStore store = newLedger()) {
            assertEquals(0, store.read(LEDGER, LedgerReader::lastId));
            Samples.write(store, writer -> {
                writer.nextId();
                writer.skipIdsTo(40);
                writer.skipIdsTo(7);
                assertEquals(40, writer.lastId());
            });
            assertEquals(40, store.read(LEDGER, LedgerReader::lastId));
            Samples.write(store, writer -> assertEquals(41, writer.nextId()));
        }
    }

    @Test
    default void many_entries_are_added_at_once_with_their_days_totals() {
        try (LedgerStore store = newLedger()) {
            store.write(LEDGER, writer -> {
                List<Entry> entries = new ArrayList<>();
                for (int i = 0; i < 1_234; i++) {
                    entries.add(expense(writer.nextId(), "2026-11-20", "1.00", "Fun"));
                }
                writer.add(entries);
                writer.add(List.of());
                return entries.size();
            });
            assertEquals(1_234, expenses(store));
            assertEquals(
                    123_400,
                    store.read(LEDGER, reader -> reader.dayTotals(DateSpan.ALWAYS))
                            .get(0)
                            .minorUnits());
        }
    }

    @Test
    default void the_rows_of_an_import_are_removed_some_at_a_time_and_no_others() {
        try (LedgerStore store = newLedger()) {
            store.write(LEDGER, writer -> {
                List<ImportKey> keys = new ArrayList<>();
                for (int i = 1; i <= 5; i++) {
                    writer.put(brought(i, 7));
                    keys.add(new ImportKey("Giro", "k" + i, 1, i, 7));
                }
                writer.put(brought(6, 8));
                keys.add(new ImportKey("Giro", "k6", 1, 6, 8));
                writer.putImportKeys(keys);
                return keys.size();
            });
            List<Integer> removed = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                removed.add(store.write(LEDGER, writer -> {
                    List<ImportKey> some = writer.importKeysOf(7, 2);
                    writer.removeImportKeys(some);
                    List<Long> ids = new ArrayList<>(
                            some.stream().map(ImportKey::entryId).toList());
                    // Of another import, and of none.
                    ids.addAll(List.of(6L, 99L));
                    writer.removeEntriesOf(7, ids);
                    return some.size();
                }));
            }
            assertEquals(List.of(2, 2, 1, 0), removed);
            assertEquals(1, expenses(store));
            assertEquals(
                    List.of(new ImportKey("Giro", "k6", 1, 6, 8)),
                    store.read(LEDGER, reader -> reader.importKeys("Giro", List.of("k1", "k5", "k6"))));
            assertEquals(
                    100,
                    store.read(LEDGER, reader -> reader.dayTotals(DateSpan.ALWAYS))
                            .get(0)
                            .minorUnits());
        }
    }

    @Test
    default void a_row_may_be_remembered_by_several_imports_each_of_which_forgets_it_for_itself() {
        ImportKey first = new ImportKey("Giro", "20261120 coffee", 1, 1, 7);
        ImportKey second = new ImportKey("Giro", "20261120 coffee", 1, 1, 8);
        ImportKey third = new ImportKey("Giro", "20261120 coffee", 1, 1, 9);
        List<String> asked = List.of("20261120 coffee");
        try (LedgerStore store = newLedger()) {
            Samples.write(store, writer -> writer.putImportKeys(List.of(second, first)));
            Samples.write(store, writer -> writer.putImportKeys(List.of(third, second)));
            assertEquals(List.of(first, second, third), store.read(LEDGER, reader -> reader.importKeys("Giro", asked)));
            Samples.write(store, writer -> {
                writer.removeImportKeys(List.of(second));
                assertEquals(List.of(first, third), writer.importKeys("Giro", asked));
                assertEquals(List.of(), writer.importKeysOf(8, 5));
            });
            Samples.write(store, writer -> writer.removeImport(7));
            assertEquals(List.of(third), store.read(LEDGER, reader -> reader.importKeys("Giro", asked)));
            assertEquals(List.of(third), store.read(LEDGER, reader -> reader.importKeysOf(9, 5)));
        }
    }

    @Test
    default void a_row_merged_into_an_entry_made_by_hand_is_known_as_long_as_one_of_both_is_there() {
        ImportKey row = new ImportKey("Giro", "20261120coffee", 1, 2, 7);
        ImportKey carried = row.carriedBy(1);
        List<String> asked = List.of("20261120coffee");
        try (LedgerStore store = newLedger()) {
            Samples.write(store, writer -> {
                writer.skipIdsTo(9);
                writer.put(
                        ImportBatch.begun(7, IMPORTED, "a.csv", "csv", "Giro").completed());
                writer.put(expense(1, "2026-11-19", "1.00", "Fun"));
                writer.put(brought(2, 7));
                writer.putImportKeys(List.of(row));
            });
            Budget budget = Budget.on(store, Access.READ_WRITE, Clock.systemUTC());
            List<DayTotal> apart = store.read(LEDGER, reader -> reader.dayTotals(DateSpan.ALWAYS));
            budget.change("ann", edit -> edit.merge(2, 1));
            budget.change("ann", edit -> edit.removeImport(7));
            assertEquals(List.of(carried), store.read(LEDGER, reader -> reader.importKeys("Giro", asked)));
            assertEquals(List.of(carried), store.read(LEDGER, reader -> reader.importKeysOf(1, 5)));
            assertTrue(store.<Boolean>read(LEDGER, reader -> reader.isKnown(carried)));
            budget.change("ann", edit -> edit.delete(EntryKind.EXPENSE, 1));
            assertFalse(store.<Boolean>read(LEDGER, reader -> reader.isKnown(carried)));
            for (long version = 3; version > 0; version--) {
                long undone = version;
                budget.change("ann", edit -> edit.undo(undone));
            }
            assertEquals(List.of(row), store.read(LEDGER, reader -> reader.importKeys("Giro", asked)));
            assertEquals(List.of(), store.read(LEDGER, reader -> reader.all(Kinds.MERGED_TWIN)));
            assertEquals(apart, store.read(LEDGER, reader -> reader.dayTotals(DateSpan.ALWAYS)));
        }
    }

    @Test
    default void parts_of_a_removed_import_are_kept_until_they_come_back() {
        ImportBatch whole =
                ImportBatch.begun(7, IMPORTED, "a.csv", "csv", "Giro").completed();
        RemovedRows first = new RemovedRows(
                7,
                0,
                Optional.of(whole),
                Optional.of(new StatedBalances(
                        7,
                        "Giro",
                        day("2026-11-20"),
                        new TreeMap<>(Map.of(day("2026-11-20"), usd("5.00"))),
                        Optional.empty())),
                List.of(),
                List.of());
        RemovedRows second =
                RemovedRows.of(7, 1, List.of(brought(1, 7)), List.of(new ImportKey("Giro \n x", "k-y", 2, 1, 7)));
        RemovedRows other = RemovedRows.of(9, 0, List.of(), List.of());
        try (LedgerStore store = newLedger()) {
            assertEquals(List.of(), store.read(LEDGER, LedgerReader::removedImports));
            Samples.write(store, writer -> {
                writer.put(other);
                writer.put(first);
                writer.put(RemovedRows.of(7, 1, List.of(), List.of()));
                writer.put(second);
            });
            assertEquals(List.of(7L, 9L), store.read(LEDGER, LedgerReader::removedImports));
            assertEquals(2, store.<Integer>read(LEDGER, reader -> reader.removedParts(7)));
            assertEquals(0, store.<Integer>read(LEDGER, reader -> reader.removedParts(8)));
            assertEquals(Optional.of(first), store.read(LEDGER, reader -> reader.findRemoved(7, 0)));
            assertEquals(Optional.of(second), store.read(LEDGER, reader -> reader.findRemoved(7, 1)));
            assertEquals(Optional.empty(), store.read(LEDGER, reader -> reader.findRemoved(7, 2)));
            assertEquals(List.of(), store.check().findings());
            Samples.write(store, writer -> {
                writer.remove(second);
                writer.remove(other);
                assertEquals(1, writer.removedParts(7));
            });
            assertEquals(List.of(7L), store.read(LEDGER, LedgerReader::removedImports));
            assertEquals(List.of(), store.check().findings());
        }
    }

    @Test
    default void what_was_made_by_hand_and_no_bank_has_confirmed_is_found_by_its_days() {
        EntryDetails told = new EntryDetails(
                day("2026-11-20"),
                usd("1.00"),
                "Told",
                Optional.of("THE BANK'S WORDS"),
                Optional.empty(),
                Optional.empty(),
                List.of());
        try (LedgerStore store = newLedger()) {
            store.write(LEDGER, writer -> {
                writer.put(expense(1, "2026-11-20", "1.00", "Fun"));
                writer.put(expense(2, "2026-11-22", "-2.00", "Fun"));
                writer.put(expense(3, "2026-11-23", "3.00", "Fun"));
                writer.put(brought(4, 7));
                writer.put(new Income(5, 1, EntryDetails.of(day("2026-11-21"), usd("9.00"), "Sale"), Optional.empty()));
                writer.put(new Income(6, 1, told, Optional.empty()));
                return 6;
            });
            assertEquals(
                    List.of(
                            new ManualEntry(1, EntryKind.EXPENSE, day("2026-11-20"), 100, Optional.empty()),
                            new ManualEntry(2, EntryKind.EXPENSE, day("2026-11-22"), -200, Optional.empty()),
                            new ManualEntry(5, EntryKind.INCOME, day("2026-11-21"), 900, Optional.empty())),
                    store.read(LEDGER, reader -> reader.handMade(new DateSpan(day("2026-11-20"), day("2026-11-23")))));
        }
    }

    private static long expenses(LedgerStore store) {
        return store.<Long>read(LEDGER, reader -> reader.countEntries(EntryQuery.all(EntryKind.EXPENSE)));
    }

    private static Expense brought(long id, long batch) {
        Expense expense = expense(id, "2026-11-20", "1.00", "Fun");
        return new Expense(
                id,
                1,
                expense.details(),
                expense.category(),
                expense.provenance(),
                List.of(),
                Optional.empty(),
                Optional.of(batch));
    }
}
