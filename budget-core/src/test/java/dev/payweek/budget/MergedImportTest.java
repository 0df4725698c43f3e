package dev.payweek.budget;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.payweek.ledger.Entry;
import dev.payweek.ledger.EntryDraft;
import dev.payweek.ledger.EntryKind;
import dev.payweek.ledger.Expense;
import dev.payweek.money.Money;
import dev.payweek.refusal.LedgerException;
import dev.payweek.statement.ImportBatch;
import dev.payweek.statement.ImportOptions;
import dev.payweek.statement.ImportReport;
import dev.payweek.store.MemoryStore;
import dev.payweek.store.StoreProvider.Access;
import dev.payweek.testkit.SettableClock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** An import goes of which a row was merged into an entry made by hand: that entry carries the row from then on. */
class MergedImportTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 18);
    private static final List<String> COFFEE = List.of("account;giro", "2026-11-20;-4.50;CORNER;CORNER COFFEE 12");
    private static final List<String> COFFEE_AND_BREAD =
            List.of("account;giro", "2026-11-20;-4.50;CORNER;CORNER COFFEE 12", "2026-11-21;-3.00;BREAD;BREAD");
    private static final List<String> TWO_COFFEES = List.of(COFFEE.get(0), COFFEE.get(1), COFFEE.get(1));

    private final BoundedMemory store = new BoundedMemory(new MemoryStore(), 2);
    private Budget budget = open();

    private Budget open() {
        return Budget.on(
                store, Access.READ_WRITE, new SettableClock(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC));
    }

    private ImportReport.AccountPart take(List<String> rows) {
        return budget.importStatement(RowsFormat.file("bank.rows", rows), ImportOptions.NONE)
                .accounts()
                .get(0);
    }

    private long change(Consumer<BudgetEdit> changes) {
        budget.change("ann", changes);
        return budget.version();
    }

    private long undo(long version) {
        return change(edit -> edit.undo(version));
    }

    private String refused(Consumer<BudgetEdit> changes) {
        String before = LedgerDump.of(budget);
        LedgerException refusal = assertThrows(LedgerException.class, () -> change(changes));
        assertEquals(before, LedgerDump.of(budget));
        return refusal.getMessage();
    }

    private long mine() {
        return budget.add(EntryDraft.expense(Money.of("4.50", "USD"), "Coffee with Ann")
                        .on(DAY))
                .id();
    }

    private static long theirs(ImportReport.AccountPart part, int row) {
        return part.rows().get(row).entryId().orElseThrow();
    }

    private long remove(ImportReport.AccountPart part) {
        return change(edit -> edit.removeImport(part.batch().id()));
    }

    private List<String> expenses() {
        return LedgerDump.entries(budget, EntryKind.EXPENSE).stream()
                .map(entry -> entry.id() + " " + entry.amount().decimal() + " "
                        + entry.details().title())
                .toList();
    }

    private String lastChange() {
        long version = budget.version();
        return budget.read(view -> view.changesAfter(version - 1, 1)).get(0).what();
    }

    @Test
    void taken_again_the_file_finds_its_row_known_as_the_entry_made_by_hand() {
        long mine = mine();
        ImportReport.AccountPart first = take(COFFEE_AND_BREAD);
        change(edit -> edit.merge(theirs(first, 0), mine));
        assertEquals(
                1, budget.<Long>read(view -> view.mergedFromImport(first.batch().id())));
        remove(first);
        assertEquals("remove import of bank.rows", lastChange());
        assertEquals(
                "remove a part of the import of bank.rows; an entry made by hand stays for a row of it",
                budget.read(view -> view.changesAfter(budget.version() - 2, 1))
                        .get(0)
                        .what());
        assertEquals(List.of(mine + " 4.50 Coffee with Ann"), expenses());
        ImportReport.AccountPart again = take(COFFEE_AND_BREAD);
        assertEquals(1, again.batch().inserted());
        assertEquals("imported before as entry " + mine, again.rows().get(0).reason());
        assertEquals(List.of(mine + " 4.50 Coffee with Ann", theirs(again, 1) + " 3.00 BREAD"), expenses());
        remove(again);
        assertEquals(1, take(COFFEE_AND_BREAD).batch().duplicates());
    }

    @Test
    void so_it_does_when_amount_and_day_were_changed_by_hand() {
        long mine = mine();
        ImportReport.AccountPart first = take(COFFEE);
        change(edit -> edit.merge(theirs(first, 0), mine));
        change(edit -> edit.replace(
                mine,
                EntryDraft.expense(Money.of("5.00", "USD"), "Coffee and tip")
                        .on(DAY.minusDays(30))
                        .split(List.of(
                                new EntryDraft.Part("Fun:Coffee", Money.of("4.50", "USD")),
                                new EntryDraft.Part("Fun:Tips", Money.of("0.50", "USD"))))));
        remove(first);
        assertEquals(0, take(COFFEE).batch().inserted());
        assertEquals(List.of(mine + " 5.00 Coffee and tip"), expenses());
    }

    @Test
    void deleted_before_or_after_the_removal_it_carries_nothing_and_does_not_come_back_beside_the_row() {
        for (boolean before : new boolean[] {true, false}) {
            budget = Budget.inMemory();
            long mine = mine();
            ImportReport.AccountPart first = take(COFFEE);
            long merged = change(edit -> edit.merge(theirs(first, 0), mine));
            if (!before) {
                remove(first);
            }
            long deleted = change(edit -> edit.delete(EntryKind.EXPENSE, mine));
            if (before) {
                assertEquals(
                        0,
                        budget.<Long>read(
                                view -> view.mergedFromImport(first.batch().id())));
                remove(first);
            }
            long removed = budget.version() - (before ? 0 : 1);
            undo(undo(deleted));
            assertEquals(List.of(), expenses());
            ImportReport.AccountPart again = take(COFFEE);
            assertEquals(List.of(theirs(again, 0) + " 4.50 CORNER"), expenses());
            assertEquals(
                    "What the entry " + mine + " was merged with has been imported again as entry " + theirs(again, 0)
                            + ".",
                    refused(edit -> edit.undo(deleted)));
            assertEquals(
                    "Rows of the import " + first.batch().id() + " have been imported again; remove that import first.",
                    refused(edit -> edit.undo(removed)));
            remove(again);
            undo(deleted);
            undo(removed);
            assertEquals(List.of(mine + " 4.50 Coffee with Ann"), expenses());
            undo(merged);
            assertEquals(List.of(mine + " 4.50 Coffee with Ann", theirs(first, 0) + " 4.50 CORNER"), expenses());
        }
    }

    @Test
    void the_merge_is_undone_once_the_import_is_back() {
        long mine = mine();
        ImportReport.AccountPart first = take(COFFEE);
        String apart = LedgerDump.of(budget);
        long merged = change(edit -> edit.merge(theirs(first, 0), mine));
        String together = LedgerDump.of(budget);
        long removed = remove(first);
        assertEquals(
                "The import that brought the entry " + theirs(first, 0) + " has been removed.",
                refused(edit -> edit.undo(merged)));
        undo(removed);
        assertEquals(together, LedgerDump.of(budget));
        undo(merged);
        assertEquals(apart, LedgerDump.of(budget));
        assertEquals(1, budget.read(BudgetView::twins).size());
        remove(first);
        take(COFFEE);
        assertEquals(1, budget.read(BudgetView::twins).size());
    }

    @Test
    void of_equal_rows_the_other_comes_again_and_the_removed_one_does_not_come_back_beside_it() {
        long mine = mine();
        ImportReport.AccountPart first = take(TWO_COFFEES);
        change(edit -> edit.merge(theirs(first, 1), mine));
        long removed = remove(first);
        ImportReport.AccountPart again = take(TWO_COFFEES);
        assertEquals(1, again.batch().inserted());
        assertEquals(2, expenses().size());
        assertEquals(
                "Rows of the import " + first.batch().id() + " have been imported again; remove that import first.",
                refused(edit -> edit.undo(removed)));
        remove(again);
        undo(removed);
        assertEquals(2, expenses().size());
        assertEquals(2, take(TWO_COFFEES).batch().duplicates());
    }

    @Test
    void rows_merged_again_meanwhile_keep_the_first_import_out() {
        long mine = mine();
        ImportReport.AccountPart first = take(COFFEE);
        change(edit -> edit.merge(theirs(first, 0), mine));
        long removed = remove(first);
        change(edit -> edit.delete(EntryKind.EXPENSE, mine));
        long other = mine();
        ImportReport.AccountPart again = take(COFFEE);
        change(edit -> edit.merge(theirs(again, 0), other));
        remove(again);
        assertEquals(
                "Rows of the import " + first.batch().id() + " have been imported again; delete first the entry "
                        + other + ", which stands for one of them.",
                refused(edit -> edit.undo(removed)));
        assertEquals(List.of(other + " 4.50 Coffee with Ann"), expenses());
    }

    @Test
    void killed_between_the_pieces_of_the_removal_it_is_the_same() {
        for (int pieces = 1; pieces <= 2; pieces++) {
            long mine = mine();
            ImportReport.AccountPart first = take(COFFEE_AND_BREAD);
            change(edit -> edit.merge(theirs(first, 0), mine));
            store.dieAfter(pieces);
            assertThrows(BoundedMemory.Killed.class, () -> remove(first));
            budget = open();
            ImportReport.AccountPart again = take(COFFEE_AND_BREAD);
            assertEquals(List.of(mine + " 4.50 Coffee with Ann", theirs(again, 1) + " 3.00 BREAD"), expenses());
            remove(again);
            change(edit -> edit.delete(EntryKind.EXPENSE, mine));
        }
    }

    @Test
    void what_refunds_it_stays_with_the_entry_made_by_hand() {
        long mine = mine();
        ImportReport.AccountPart first = take(COFFEE);
        long back = budget.add(EntryDraft.expense(Money.of("-1.00", "USD"), "Back")
                        .on(DAY)
                        .refunding(theirs(first, 0)))
                .id();
        change(edit -> edit.merge(theirs(first, 0), mine));
        undo(undo(remove(first)));
        assertEquals(Optional.of(mine), ((Expense) budget.<Entry>read(view -> view.getEntry(back))).refundOf());
    }

    @Test
    void merged_with_the_import_it_goes_and_comes_back_with_it_and_carries_the_row_when_that_is_removed() {
        long mine = mine();
        String before = LedgerDump.of(budget);
        List<String> rows = List.of(COFFEE.get(0), "2026-11-10;-1.00;A", "2026-11-11;-1.00;B", COFFEE.get(1));
        ImportBatch batch = budget.importStatement(
                        "ann", RowsFormat.file("bank.rows", rows), ImportOptions.NONE, (edit, report) -> {
                            long theirs = edit.twins().get(0).imported().id();
                            edit.move(theirs, "Fun:Bank");
                            edit.merge(theirs, mine);
                        })
                .accounts()
                .get(0)
                .batch();
        String after = LedgerDump.of(budget);
        long version = budget.version();
        for (int i = 0; i < 2; i++) {
            long gone = budget.version() + 1;
            undo(version);
            assertEquals(
                    before, LedgerDump.of(budget).replace("path=Fun:Bank\ndiscretionary=true\narchived=false\n", ""));
            version = budget.version() + 1;
            undo(gone);
            assertEquals(after, LedgerDump.of(budget));
        }
        change(edit -> edit.removeImport(batch.id()));
        assertEquals(List.of(mine + " 4.50 Coffee with Ann"), expenses());
        assertEquals(2, take(rows).batch().inserted());
    }
}
