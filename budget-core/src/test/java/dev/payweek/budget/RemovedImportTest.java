package dev.payweek.budget;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.payweek.ledger.Entry;
import dev.payweek.ledger.EntryDraft;
import dev.payweek.ledger.EntryKind;
import dev.payweek.ledger.Expense;
import dev.payweek.ledger.LedgerId;
import dev.payweek.money.Money;
import dev.payweek.refusal.LedgerException;
import dev.payweek.statement.ImportBatch;
import dev.payweek.statement.ImportBatch.State;
import dev.payweek.statement.ImportOptions;
import dev.payweek.store.Change;
import dev.payweek.store.EntryQuery;
import dev.payweek.store.MemoryStore;
import dev.payweek.store.StoreProvider.Access;
import dev.payweek.testkit.SettableClock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Imports of several pieces, here of ten rows, that are removed and brought back. */
class RemovedImportTest {

    private static final int ROWS = 35;
    private static final long BATCH = 2;

    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC);
    private final BoundedMemory store = new BoundedMemory(new MemoryStore(), 10);
    private Budget budget = open();

    private Budget open() {
        return Budget.on(store, Access.READ_WRITE, clock);
    }

    private static List<String> rows(int from, int to) {
        return IntStream.rangeClosed(from, to)
                .mapToObj(i -> "2026-11-" + (10 + i % 10) + ";-" + i + ".00;Shop " + i)
                .toList();
    }

    private ImportBatch take(int from, int to) {
        List<String> rows = new ArrayList<>(rows(from, to));
        rows.add("held;2026-11-19;100.00");
        return budget.importStatement(RowsFormat.file("bank.rows", rows), ImportOptions.NONE)
                .accounts()
                .get(0)
                .batch();
    }

    private static Money usd(String amount) {
        return Money.of(amount, "USD");
    }

    private long change(Consumer<BudgetEdit> changes) {
        budget.change("ann", changes);
        return budget.version();
    }

    private long undo(long version) {
        return change(edit -> edit.undo(version));
    }

    private long remove() {
        return change(edit -> edit.removeImport(BATCH));
    }

    private String dump() {
        return LedgerDump.of(budget) + budget.read(BudgetView::imports) + budget.read(BudgetView::accountBalances);
    }

    private List<Entry> expenses() {
        return LedgerDump.entries(budget, EntryKind.EXPENSE);
    }

    private Entry shop(int which) {
        return expenses().stream()
                .filter(entry -> entry.details().title().equals("Shop " + which))
                .findFirst()
                .orElseThrow();
    }

    @BeforeEach
    void an_import_with_work_done_by_hand() {
        budget.spend(usd("1.00"), "By hand", LocalDate.of(2026, 11, 1));
        assertEquals(BATCH, take(1, ROWS).id());
        change(edit -> edit.move(shop(3).id(), "Fun:Treats"));
        change(edit -> edit.delete(EntryKind.EXPENSE, shop(5).id()));
        change(edit -> edit.add(EntryDraft.expense(usd("-2.00"), "Back")
                .on(LocalDate.of(2026, 11, 20))
                .refunding(shop(7).id())));
    }

    @Test
    void an_import_of_any_length_comes_back_as_it_was_and_goes_again() {
        String full = dump();
        long version = remove();
        String without = dump();
        assertEquals(2, expenses().size());
        assertEquals(List.of(BATCH), store.read(LedgerId.FIRST, reader -> reader.removedImports()));
        for (int i = 0; i < 3; i++) {
            version = undo(version);
            assertEquals(full, dump());
            assertEquals(List.of(), store.read(LedgerId.FIRST, reader -> reader.removedImports()));
            version = undo(version);
            assertEquals(without, dump());
        }
        undo(version);
        assertEquals(ROWS, take(1, ROWS).duplicates());
    }

    @Test
    void whichever_of_its_changes_is_undone_the_whole_comes_back_or_goes() {
        String full = dump();
        long before = budget.version();
        long last = remove();
        assertEquals(
                List.of(
                        "remove a part of the import of bank.rows",
                        "remove a part of the import of bank.rows",
                        "remove a part of the import of bank.rows",
                        "remove import of bank.rows"),
                budget.read(view -> view.changesAfter(before, 10)).stream()
                        .map(Change::what)
                        .toList());
        for (long version = before + 1; version <= last; version++) {
            long begun = budget.version();
            long end = undo(version);
            assertEquals(full, dump());
            assertTrue(end - begun >= 4);
            for (long returned = begun + 1; returned <= end; returned += 2) {
                long gone = undo(returned);
                assertEquals(2, expenses().size());
                undo(gone);
            }
            remove();
        }
    }

    @Test
    void an_import_that_is_there_does_not_come_back_and_one_that_is_gone_does_not_go() {
        long removed = remove();
        assertEquals("The import 2 has been removed already.", refused(2));
        long returned = undo(removed);
        assertEquals("The import 2 has come back already.", refused(removed));
        undo(returned);
        assertEquals("The import 2 has been removed already.", refused(returned));
    }

    private String refused(long version) {
        String before = dump();
        LedgerException refusal = assertThrows(LedgerException.class, () -> undo(version));
        assertEquals(before, dump());
        return refusal.getMessage();
    }

    @Test
    void what_was_imported_again_is_not_doubled() {
        long removed = remove();
        ImportBatch again = take(30, 40);
        assertEquals("Rows of the import 2 have been imported again; remove that import first.", refused(removed));
        change(edit -> edit.removeImport(again.id()));
        undo(removed);
        assertEquals(ROWS - 1 + 2, expenses().size());
    }

    @Test
    void rows_imported_while_the_import_comes_back_are_there_once() {
        long removed = remove();
        store.between(() -> {
            assertEquals(
                    State.RETURNING, budget.read(view -> view.getImport(BATCH)).state());
            take(1, 40);
        });
        undo(removed);
        assertEquals(40 - 1 + 2, expenses().size());
        take(1, 40);
        assertEquals(40 - 1 + 2, expenses().size());
    }

    @Test
    void a_removal_may_be_undone_while_it_is_under_way_and_the_undoing_too() {
        String full = dump();
        long before = budget.version();
        store.between(() -> {
            assertEquals(
                    State.REVERTING, budget.read(view -> view.getImport(BATCH)).state());
            undo(before + 1);
        });
        remove();
        assertEquals(full, dump());
        long removed = remove();
        store.between(() -> {
            budget.removeImport("bob", BATCH);
        });
        long gone = undo(removed);
        assertEquals(2, expenses().size());
        undo(gone);
        assertEquals(full, dump());
    }

    @Test
    void killed_after_any_piece_it_is_finished_by_whoever_opens_the_ledger() {
        String full = dump();
        long removed = remove();
        String without = dump();
        for (int pieces = 1; pieces < 4; pieces++) {
            long again = removed;
            store.dieAfter(pieces);
            assertThrows(BoundedMemory.Killed.class, () -> undo(again));
            budget = open();
            assertEquals(full, dump(), "brought back, killed after " + pieces);
            store.dieAfter(pieces);
            assertThrows(BoundedMemory.Killed.class, this::remove);
            budget = open();
            assertEquals(without, dump(), "removed, killed after " + pieces);
            removed = budget.version();
        }
        assertEquals(List.of(), budget.check().findings());
    }

    @Test
    void what_is_named_is_made_again_and_a_refund_of_more_than_was_paid_refunds_nothing() {
        Entry mine = budget.spend(usd("4.00"), "Mine", LocalDate.of(2026, 11, 2));
        change(edit -> edit.replace(
                shop(9).id(),
                EntryDraft.expense(usd("-3.00"), "Shop 9")
                        .on(LocalDate.of(2026, 11, 19))
                        .refunding(mine.id())));
        long removed = remove();
        change(edit -> edit.add(EntryDraft.expense(usd("-2.00"), "Other")
                .on(LocalDate.of(2026, 11, 20))
                .refunding(mine.id())));
        change(edit -> edit.removeCategory(edit.categories().resolve("Fun:Treats")));
        undo(removed);
        assertEquals(Optional.empty(), ((Expense) shop(9)).refundOf());
        assertEquals("Fun:Treats", ((Expense) shop(3)).category().name());
        assertEquals(List.of(), budget.check().findings());
    }

    @Test
    void an_import_that_had_not_come_as_a_whole_is_not_kept() {
        List<Long> versions = new ArrayList<>();
        assertThrows(
                LedgerException.class,
                () -> budget.importStatement(
                        RowsFormat.file("other.rows", rows(50, 85)), ImportOptions.NONE.onProgress(progress -> {
                            if (progress.rows() > 10 && versions.isEmpty()) {
                                long other =
                                        budget.read(BudgetView::imports).get(0).id();
                                versions.add(change(edit -> edit.removeImport(other)));
                            }
                        })));
        String message = refused(versions.get(0));
        assertTrue(message.endsWith("it comes back by importing the file again."), message);
        assertEquals(List.of(), store.read(LedgerId.FIRST, reader -> reader.removedImports()));
    }

    @Test
    void a_removal_beside_readers_says_that_it_is_under_way() {
        List<String> seen = new ArrayList<>();
        store.always(() -> budget.use(view -> seen.add(view.findImport(BATCH).map(ImportBatch::state) + " "
                + view.countEntries(EntryQuery.all(EntryKind.EXPENSE)))));
        undo(remove());
        assertEquals(
                List.of(
                        "Optional[REVERTING] 26",
                        "Optional[REVERTING] 17",
                        "Optional[REVERTING] 7",
                        "Optional.empty 2"),
                seen.subList(0, 4));
        assertEquals("Optional[COMPLETE] 36", seen.get(seen.size() - 1));
        assertTrue(seen.subList(4, seen.size() - 1).stream().allMatch(line -> line.startsWith("Optional[RETURNING]")));
    }
}
