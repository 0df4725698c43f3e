package dev.payweek.budget;

import static dev.payweek.rule.When.when;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.payweek.ledger.Entry;
import dev.payweek.ledger.EntryDraft;
import dev.payweek.ledger.EntryKind;
import dev.payweek.money.Money;
import dev.payweek.period.DateSpan;
import dev.payweek.period.PaySchedule;
import dev.payweek.plan.LimitStatus;
import dev.payweek.plan.Per;
import dev.payweek.refusal.LedgerException;
import dev.payweek.report.BudgetReport;
import dev.payweek.report.CategoryLine;
import dev.payweek.report.ReportView;
import dev.payweek.store.StoreCheck;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BudgetTest {

    private static final Clock NOON = Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC);
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    private static Money usd(String amount) {
        return Money.of(amount, "USD");
    }

    @Test
    void the_worked_example_of_the_manual_gives_its_figures() {
        try (Budget budget = Budget.inMemory(NOON)) {
            budget.paidOn(PaySchedule.everyTwoWeeks(LocalDate.of(2026, 11, 20)));
            budget.paycheck(usd("1500.00"), LocalDate.of(2026, 11, 20));
            budget.reserve("Rent", usd("900.00"));
            budget.limit("Fun", usd("100.00"), Per.WEEK);
            budget.rule("coffee", when().title().contains("coffee").then("Fun:Coffee"));
            budget.spend(usd("4.50"), "Corner COFFEE", LocalDate.of(2026, 11, 21));
            budget.add(
                    EntryDraft.expense(usd("115.50"), "Concert").category("Fun").on(LocalDate.of(2026, 11, 20)));
            budget.add(EntryDraft.expense(usd("42.40"), "Groceries")
                    .category("Predictable Necessities")
                    .on(TODAY));

            BudgetReport week = budget.weekOf(TODAY);

            assertEquals(new DateSpan(LocalDate.of(2026, 11, 20), LocalDate.of(2026, 11, 27)), week.span());
            assertEquals(
                    new DateSpan(LocalDate.of(2026, 11, 20), LocalDate.of(2026, 12, 4)),
                    week.period().span());
            assertEquals(usd("750.00"), week.income());
            assertEquals(usd("450.00"), week.reserved());
            assertEquals(usd("300.00"), week.discretionary());
            assertEquals(usd("162.40"), week.spent());
            assertEquals(usd("137.60"), week.remaining());
            assertEquals("0.5413", week.shareSpent().decimal().toPlainString());
            assertEquals(usd("27.52"), week.safeToSpendPerDay());
            assertEquals(usd("128.57"), week.pace().expectedByNow());
            assertEquals(usd("33.83"), week.pace().aheadBy());
            assertEquals(usd("378.93"), week.pace().projected());
            CategoryLine fun = week.categories().get(0);
            assertEquals("Fun", fun.category().name());
            assertEquals(usd("120.00"), fun.spent());
            assertEquals(usd("-20.00"), fun.remaining().orElseThrow());
            assertEquals(LimitStatus.OVER, fun.status());
            assertEquals("0.7389", fun.share().decimal().toPlainString());
            assertEquals("Fun:Coffee", fun.children().get(0).category().name());
            assertEquals(2, fun.count());
            assertEquals(0, week.uncategorised());
        }
    }

    @Test
    void a_refund_can_be_changed_after_what_it_refunds_was_deleted() {
        try (Budget budget = Budget.inMemory(NOON)) {
            Entry bought = budget.spend(usd("30.00"), "Shoes", TODAY);
            EntryDraft refund = refund("-30.00", bought.id());
            Entry given = budget.add(refund);
            budget.write("test", edit -> {
                edit.delete(EntryKind.EXPENSE, bought.id());
                return edit.version();
            });
            EntryDraft less = refund("-25.00", bought.id());
            Entry changed = budget.write("test", edit -> edit.replace(given.id(), less));
            assertEquals(usd("-25.00"), changed.amount());
            assertThrows(LedgerException.class, () -> budget.add(refund));
        }
    }

    private static EntryDraft refund(String amount, long of) {
        EntryDraft plain = EntryDraft.expense(usd(amount), "Shoes back").on(TODAY);
        return new EntryDraft(
                plain.kind(),
                plain.date(),
                plain.amount(),
                plain.title(),
                plain.bankText(),
                plain.category(),
                plain.account(),
                plain.note(),
                plain.tags(),
                plain.parts(),
                Optional.of(of),
                false,
                false,
                plain.toAccount());
    }

    @Test
    void history_goes_back_over_weeks_and_periods_with_what_was_spent_in_each() {
        try (Budget budget = Budget.inMemory(NOON)) {
            budget.paidOn(PaySchedule.everyTwoWeeks(LocalDate.of(2026, 11, 20)));
            budget.spend(usd("1.00"), "This week", LocalDate.of(2026, 11, 20));
            budget.spend(usd("2.00"), "Last week", LocalDate.of(2026, 11, 19));
            budget.spend(usd("4.00"), "The week before", LocalDate.of(2026, 11, 6));
            budget.spend(usd("8.00"), "The period before", LocalDate.of(2026, 11, 5));
            assertEquals(List.of(usd("1.00"), usd("2.00"), usd("4.00"), usd("8.00")), spent(budget, ReportView.WEEK));
            assertEquals(
                    List.of(usd("1.00"), usd("6.00"), usd("8.00"), usd("0.00")), spent(budget, ReportView.PERIOD));
        }
    }

    private static List<Money> spent(Budget budget, ReportView view) {
        return budget.read(ledger -> ledger.history(TODAY, view, 4)).stream()
                .map(BudgetReport::spent)
                .toList();
    }

    @Test
    void a_budget_in_memory_can_be_checked_and_says_that_it_makes_no_copies_of_itself() {
        try (Budget budget = Budget.inMemory(NOON)) {
            budget.spend(usd("1.00"), "Coffee", TODAY);
            assertEquals(new StoreCheck(1, 1, 1, List.of()), budget.check());
            LedgerException refusal = assertThrows(LedgerException.class, () -> budget.backUp(Path.of("copy.db")));
            assertEquals("A store of this kind makes no copies of itself.", refusal.getMessage());
        }
    }
}
