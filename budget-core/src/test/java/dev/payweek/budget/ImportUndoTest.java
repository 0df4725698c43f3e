package dev.payweek.budget;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.payweek.ledger.Entry;
import dev.payweek.ledger.EntryDraft;
import dev.payweek.ledger.EntryKind;
import dev.payweek.money.Money;
import dev.payweek.plan.DecidedPay;
import dev.payweek.plan.PayDecision;
import dev.payweek.refusal.LedgerException;
import dev.payweek.refusal.Reason;
import dev.payweek.statement.ImportOptions;
import dev.payweek.statement.StatementFile;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Imports and their rows undone, and what was undone brought back. */
class ImportUndoTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);

    private final Budget budget = Budget.inMemory(Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC));

    private static Money usd(String amount) {
        return Money.of(amount, "USD");
    }

    private long write(Consumer<BudgetEdit> changes) {
        budget.write("ann", edit -> {
            changes.accept(edit);
            return edit.version();
        });
        return budget.read(BudgetView::version);
    }

    private long undo(long version) {
        return write(edit -> edit.undo(version));
    }

    private String conflict(long version) {
        String before = LedgerDump.of(budget);
        LedgerException refusal = assertThrows(LedgerException.class, () -> undo(version));
        assertEquals(Reason.CONFLICT, refusal.reason());
        assertEquals(before, LedgerDump.of(budget));
        return refusal.getMessage();
    }

    @Test
    void an_import_is_taken_back_whole_with_its_memory() {
        var file = RowsFormat.file(
                "bank",
                List.of("account;a;EUR", "2026-11-20;-1.00;A;;;Groceries", "account;b;EUR", "2026-11-20;-2.00;B"));
        String empty = LedgerDump.of(budget);
        budget.importStatement(file, ImportOptions.NONE);
        String full = LedgerDump.of(budget);
        undo(1);
        assertEquals(empty, LedgerDump.of(budget));
        assertEquals(List.of(), budget.read(BudgetView::imports));
        budget.importStatement(file, ImportOptions.NONE);
        assertEquals("Rows of the import 3 have been imported again; remove that import first.", conflict(2));
        assertEquals(
                full.lines()
                        .filter(line -> !line.startsWith("id=") && !line.startsWith("import="))
                        .toList(),
                LedgerDump.of(budget)
                        .lines()
                        .filter(line -> !line.startsWith("id=") && !line.startsWith("import="))
                        .toList());
        assertEquals("The import 3 has been removed already.", conflict(1));
    }

    @Test
    void a_removed_import_comes_back_with_what_was_done_to_its_rows_by_hand() {
        var file = RowsFormat.file(
                "bank",
                List.of(
                        "2026-11-20;-1.00;A;;;Groceries",
                        "2026-11-20;-2.00;B",
                        "2026-11-20;-2.00;B",
                        "2026-11-21;-3.00;C",
                        "2026-11-21;900.00;Pay"));
        budget.importStatement(file, ImportOptions.NONE);
        long batch = budget.read(BudgetView::imports).get(0).id();
        List<Entry> brought = LedgerDump.entries(budget, EntryKind.EXPENSE);
        Entry pay = LedgerDump.entries(budget, EntryKind.INCOME).get(0);
        write(edit -> edit.move(brought.get(0).id(), "Fun:Treats"));
        write(edit -> edit.delete(EntryKind.EXPENSE, brought.get(3).id()));
        write(edit -> edit.decide(new DecidedPay(pay.id(), new PayDecision.NoPay())));
        write(edit -> edit.add(EntryDraft.expense(usd("-2.00"), "Back")
                .on(DAY)
                .refunding(brought.get(1).id())));
        String full = LedgerDump.of(budget);

        budget.removeImport("ann", batch);
        String without = LedgerDump.of(budget);
        assertFalse(without.equals(full));
        assertEquals(5, unknown(file));
        long version = budget.read(BudgetView::version);
        for (int i = 0; i < 3; i++) {
            version = undo(version);
            assertEquals(full, LedgerDump.of(budget));
            assertEquals(0, unknown(file));
            assertEquals(1, budget.read(BudgetView::imports).size());
            version = undo(version);
            assertEquals(without, LedgerDump.of(budget));
            assertEquals(List.of(), budget.read(BudgetView::imports));
        }
        undo(version);
        // Whatever was changed since goes with it, and comes back with it.
        write(edit -> edit.move(brought.get(1).id(), "Fun:Later"));
        String later = LedgerDump.of(budget);
        long gone = undo(1);
        assertEquals(
                List.of("Back"),
                LedgerDump.entries(budget, EntryKind.EXPENSE).stream()
                        .map(entry -> entry.details().title())
                        .toList());
        undo(gone);
        assertEquals(later, LedgerDump.of(budget));
    }

    /** Returns how many rows of the file are not remembered. */
    private int unknown(StatementFile file) {
        return budget.importStatement(file, ImportOptions.NONE.asDryRun())
                .accounts()
                .get(0)
                .batch()
                .inserted();
    }

    @Test
    void an_entry_does_not_come_back_without_its_import() {
        budget.importStatement(RowsFormat.file("bank", List.of("2026-11-20;-1.00;A")), ImportOptions.NONE);
        long deleted = write(edit -> edit.delete(EntryKind.EXPENSE, 2));
        write(edit -> edit.removeImport(1));
        assertEquals("The import that brought the entry 2 has been removed.", conflict(deleted));
    }

    @Test
    void a_deleted_row_comes_back_and_is_still_known() {
        var file = RowsFormat.file("bank", List.of("2026-11-20;-1.00;A"));
        budget.importStatement(file, ImportOptions.NONE);
        undo(write(edit -> edit.delete(EntryKind.EXPENSE, 2)));
        assertEquals(1, LedgerDump.entries(budget, EntryKind.EXPENSE).size());
        budget.importStatement(file, ImportOptions.NONE);
        assertEquals(1, LedgerDump.entries(budget, EntryKind.EXPENSE).size());
    }
}
