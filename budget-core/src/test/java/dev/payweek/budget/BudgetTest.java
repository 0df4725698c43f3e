package dev.payweek.budget;

import static dev.payweek.rule.When.when;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.payweek.category.CategoryPath;
import dev.payweek.ledger.Entry;
import dev.payweek.ledger.EntryDraft;
import dev.payweek.ledger.EntryKind;
import dev.payweek.money.Money;
import dev.payweek.period.DateSpan;
import dev.payweek.period.PaySchedule;
import dev.payweek.plan.Bill;
import dev.payweek.plan.LimitStatus;
import dev.payweek.plan.Per;
import dev.payweek.refusal.LedgerException;
import dev.payweek.report.Answer;
import dev.payweek.report.CategoryRow;
import dev.payweek.report.PeriodFigures;
import dev.payweek.report.PeriodRow;
import dev.payweek.report.Verdict;
import dev.payweek.report.WeekFigures;
import dev.payweek.report.WeekRow;
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
            budget.bill(Bill.of("Rent", CategoryPath.of("Other:Housing"), PaySchedule.monthly(1))
                    .costing(usd("900.00"))
                    .from(LocalDate.of(2026, 12, 1)));
            budget.limit("Fun", usd("100.00"), Per.WEEK);
            budget.rule("coffee", when().title().contains("coffee").then("Fun:Coffee"));
            budget.spend(usd("4.50"), "Corner COFFEE", LocalDate.of(2026, 11, 21));
            budget.add(
                    EntryDraft.expense(usd("115.50"), "Concert").category("Fun").on(LocalDate.of(2026, 11, 20)));
            budget.add(EntryDraft.expense(usd("42.40"), "Groceries")
                    .category("Predictable Necessities")
                    .on(TODAY));

            Answer answer = budget.answer(TODAY);

            assertEquals(Verdict.State.FINE, answer.verdict().state());
            assertEquals(usd("27.52"), answer.verdict().safeToday());
            PeriodFigures period = answer.period();
            assertEquals(
                    new DateSpan(LocalDate.of(2026, 11, 20), LocalDate.of(2026, 12, 4)),
                    period.period().span());
            assertEquals(usd("1500.00"), period.income());
            assertEquals(usd("900.00"), period.committed());
            assertEquals(usd("600.00"), period.discretionary());
            assertEquals(usd("437.60"), period.left());
            WeekFigures week = answer.week();
            assertEquals(
                    new DateSpan(LocalDate.of(2026, 11, 20), LocalDate.of(2026, 11, 27)),
                    week.week().span());
            assertEquals(usd("300.00"), week.allowance());
            assertEquals(usd("162.40"), week.spent());
            assertEquals(usd("137.60"), week.left());
            assertEquals("0.5413", week.shareSpent().orElseThrow().decimal().toPlainString());
            assertEquals(usd("27.52"), week.safePerDay());
            assertEquals(usd("128.57"), week.pace().expectedByNow());
            assertEquals(usd("33.83"), week.pace().aheadBy());
            assertEquals(usd("378.93"), week.pace().projected());
            CategoryRow fun = answer.categories().get(0);
            assertEquals("Fun", fun.category().name());
            assertEquals(usd("120.00"), fun.week().spent());
            assertEquals(usd("-20.00"), fun.week().left().orElseThrow());
            assertEquals(Optional.of(LimitStatus.OVER), fun.week().status());
            assertEquals("0.7389", fun.share().orElseThrow().decimal().toPlainString());
            assertEquals("Fun:Coffee", fun.children().get(0).category().name());
            assertEquals(2, fun.count());
            assertEquals(0, answer.uncategorised());
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
            assertEquals(
                    List.of(usd("0.00"), usd("8.00"), usd("4.00"), usd("2.00")),
                    budget.read(view -> view.weeks(TODAY, 4)).stream()
                            .map(WeekRow::spent)
                            .toList());
            assertEquals(
                    List.of(usd("8.00"), usd("6.00")),
                    budget.read(view -> view.periods(TODAY, 4)).stream()
                            .map(PeriodRow::spent)
                            .toList());
        }
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
