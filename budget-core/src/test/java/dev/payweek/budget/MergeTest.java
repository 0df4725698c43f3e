package dev.payweek.budget;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.payweek.category.CategoryPath;
import dev.payweek.ledger.Entry;
import dev.payweek.ledger.EntryDraft;
import dev.payweek.ledger.EntryKind;
import dev.payweek.ledger.Expense;
import dev.payweek.ledger.Income;
import dev.payweek.ledger.Provenance;
import dev.payweek.money.Money;
import dev.payweek.period.PaySchedule;
import dev.payweek.plan.Bill;
import dev.payweek.plan.BillDecision;
import dev.payweek.plan.BudgetPlan;
import dev.payweek.plan.DecidedPay;
import dev.payweek.plan.PayDecision;
import dev.payweek.refusal.FieldError;
import dev.payweek.refusal.LedgerException;
import dev.payweek.statement.ImportOptions;
import dev.payweek.statement.ImportReport;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** An entry made by hand and the bank's row that tells it again become one. */
class MergeTest {

    private static final String[] FILE = {"account;giro", "2026-11-20;-4.50;CORNER;CORNER COFFEE 12"};

    private final Budget budget = Budget.inMemory(Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC));

    private ImportReport take(String... lines) {
        return budget.importStatement(RowsFormat.file("bank", List.of(lines)), ImportOptions.NONE);
    }

    private Entry merge(long imported, long handMade) {
        return budget.write("ann", edit -> edit.merge(imported, handMade));
    }

    private long spent(String amount, String day) {
        return budget.add(EntryDraft.expense(Money.of(amount, "USD"), "Coffee with Ann")
                        .on(LocalDate.parse(day))
                        .category("Fun"))
                .id();
    }

    @Test
    void the_persons_words_stay_and_the_banks_are_added() {
        long mine = spent("4.50", "2026-11-18");
        long theirs = take(FILE).accounts().get(0).rows().get(0).entryId().orElseThrow();
        Expense merged = (Expense) merge(theirs, mine);
        assertEquals(mine, merged.id());
        assertEquals(2, merged.version());
        assertEquals("Coffee with Ann", merged.details().title());
        assertEquals(Optional.of("CORNER COFFEE 12"), merged.details().bankText());
        assertEquals(Optional.of("giro"), merged.details().account());
        assertEquals(LocalDate.of(2026, 11, 18), merged.date());
        assertEquals("Fun", merged.category().name());
        assertEquals(Provenance.MANUAL, merged.provenance());
        assertEquals(Optional.empty(), merged.importBatch());
        assertEquals(List.of(merged), LedgerDump.entries(budget, EntryKind.EXPENSE));
    }

    @Test
    void what_was_decided_of_the_imported_entry_and_what_refunds_it_goes_on_to_the_other() {
        LocalDate day = LocalDate.of(2026, 11, 20);
        long mine = spent("4.50", "2026-11-18");
        long pay = budget.add(
                        EntryDraft.income(Money.of("900.00", "USD"), "Wage").on(day))
                .id();
        ImportReport report = take(FILE[0], FILE[1], "2026-11-20;900.00;ACME");
        long bought = report.accounts().get(0).rows().get(0).entryId().orElseThrow();
        long paid = report.accounts().get(0).rows().get(1).entryId().orElseThrow();
        budget.change("ann", edit -> {
            edit.put(Bill.of("Coffee", CategoryPath.of("Fun"), PaySchedule.monthly(20)));
            edit.decide(BillDecision.paid("Coffee", day, bought));
            edit.decide(new DecidedPay(paid, new PayDecision.NoPay()));
            edit.add(
                    EntryDraft.expense(Money.of("-1.00", "USD"), "Back").on(day).refunding(bought));
        });
        merge(bought, mine);
        merge(paid, pay);
        assertEquals(
                List.of(BillDecision.paid("Coffee", day, mine)),
                budget.<BudgetPlan>read(BudgetView::plan).billDecisions());
        assertEquals(
                Map.of(pay, new PayDecision.NoPay()),
                budget.<BudgetPlan>read(BudgetView::plan).payDecisions());
        Expense back = (Expense) LedgerDump.entries(budget, EntryKind.EXPENSE).get(1);
        assertEquals(Optional.of(mine), back.refundOf());
        long version = budget.read(BudgetView::version);
        budget.change("ann", edit -> edit.undo(version));
        assertEquals(
                Map.of(paid, new PayDecision.NoPay()),
                budget.<BudgetPlan>read(BudgetView::plan).payDecisions());
    }

    @Test
    void the_merged_row_does_not_come_back_and_is_no_twin_again() {
        long mine = spent("4.50", "2026-11-18");
        merge(take(FILE).accounts().get(0).rows().get(0).entryId().orElseThrow(), mine);
        ImportReport again = take("account;giro", FILE[1], "2026-11-21;-4.50;Another");
        assertEquals(1, again.accounts().get(0).batch().duplicates());
        assertEquals(1, again.accounts().get(0).batch().inserted());
        assertEquals(0, again.accounts().get(0).batch().needsReview());
    }

    @Test
    void taking_the_import_back_leaves_what_the_person_entered() {
        long mine = spent("4.50", "2026-11-18");
        ImportReport report = take(FILE);
        merge(report.accounts().get(0).rows().get(0).entryId().orElseThrow(), mine);
        budget.removeImport("ann", report.accounts().get(0).batch().id());
        assertEquals(
                List.of(mine),
                LedgerDump.entries(budget, EntryKind.EXPENSE).stream()
                        .map(Entry::id)
                        .toList());
    }

    @Test
    void a_merge_is_one_change_that_can_be_undone() {
        long mine = spent("4.50", "2026-11-18");
        long theirs = take(FILE).accounts().get(0).rows().get(0).entryId().orElseThrow();
        String before = LedgerDump.of(budget);
        merge(theirs, mine);
        long version = budget.read(BudgetView::version);
        assertEquals(
                "merge expense " + theirs + " into expense " + mine,
                budget.read(view -> view.changesAfter(version - 1, 1)).get(0).what());
        budget.write("ann", edit -> {
            edit.undo(version);
            return version;
        });
        assertEquals(before, LedgerDump.of(budget));
    }

    @Test
    void income_and_transfers_merge_as_well() {
        long pay = budget.paycheck(Money.of("1500.00", "USD"), LocalDate.of(2026, 11, 20))
                .id();
        budget.rule(
                "savings",
                dev.payweek.rule.When.when().title().contains("savings").thenTransfer());
        long moved = budget.add(
                        EntryDraft.transfer(Money.of("100.00", "USD"), "Saved").on(LocalDate.of(2026, 11, 20)))
                .id();
        var rows = take("2026-11-20;1500.00;ACME", "2026-11-20;-100.00;Savings")
                .accounts()
                .get(0)
                .rows();
        assertEquals(Optional.of(pay), rows.get(0).twin());
        assertEquals(Optional.of(moved), rows.get(1).twin());
        Income merged = (Income) merge(rows.get(0).entryId().orElseThrow(), pay);
        assertEquals(Optional.of("ACME"), merged.details().bankText());
        assertEquals(
                Optional.of("Savings"),
                merge(rows.get(1).entryId().orElseThrow(), moved).details().bankText());
    }

    @Test
    void what_is_no_such_pair_is_refused() {
        long mine = spent("4.50", "2026-11-18");
        long other = spent("9.00", "2026-11-18");
        long income =
                budget.add(EntryDraft.income(Money.of("4.50", "USD"), "Sale")).id();
        long theirs = take(FILE).accounts().get(0).rows().get(0).entryId().orElseThrow();
        assertEquals(List.of("not_imported"), codes(other, other));
        assertEquals(List.of("not_hand_made"), codes(theirs, theirs));
        assertEquals(List.of("other_amount"), codes(theirs, other));
        assertEquals(List.of("other_kind"), codes(theirs, income));
        assertEquals(
                "There is no entry 999.",
                assertThrows(LedgerException.class, () -> merge(999, mine)).getMessage());
    }

    private List<String> codes(long imported, long handMade) {
        return assertThrows(LedgerException.class, () -> merge(imported, handMade)).problems().stream()
                .map(FieldError::code)
                .toList();
    }
}
