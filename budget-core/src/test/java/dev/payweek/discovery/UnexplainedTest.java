package dev.payweek.discovery;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.payweek.budget.Budget;
import dev.payweek.budget.BudgetView;
import dev.payweek.ledger.EntryDraft;
import dev.payweek.money.Money;
import dev.payweek.plan.Discoveries;
import dev.payweek.testkit.SettableClock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class UnexplainedTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 1, 5);

    private final SettableClock clock = new SettableClock(Instant.parse("2026-06-30T12:00:00Z"), ZoneOffset.UTC);
    private final Budget budget = Budget.inMemory(clock);

    @Test
    void money_for_an_account_that_is_not_here_is_named_with_the_reason() {
        budget.change(Budget.LOCAL, edit -> {
            for (int month = 1; month <= 6; month++) {
                edit.add(EntryDraft.expense(Money.of("150.00", "USD"), "UEBERTRAG SPARKONTO")
                        .on(LocalDate.of(2026, month, 26).minusDays(month == 6 ? 5 : 0))
                        .onAccount("checking"));
            }
        });
        assertEquals(
                List.of("No bill of UEBERTRAG SPARKONTO: its words are of money moved between own accounts,"
                        + " and no account here received it; a bill can be set by hand."),
                budget.read(BudgetView::discover).unexplained().stream()
                        .map(Discoveries.Unexplained::why)
                        .toList());
    }

    @Test
    void much_money_on_no_regular_days_is_named_with_the_plan_that_came_nearest() {
        budget.change(Budget.LOCAL, edit -> {
            for (int day : List.of(0, 9, 52, 71, 90, 145)) {
                edit.add(EntryDraft.income(Money.of("800.00", "USD"), "WANDERER THEATRE NOTPROVIDED 17" + day)
                        .on(FIRST.plusDays(day))
                        .onAccount("checking"));
            }
            for (int day : List.of(3, 14, 17, 41, 77, 80, 131)) {
                edit.add(EntryDraft.expense(Money.of("19.00", "USD"), "CORNER LIBRARY 4" + day)
                        .on(FIRST.plusDays(day))
                        .onAccount("checking"));
            }
        });
        Discoveries found = budget.read(BudgetView::discover);
        assertEquals(List.of(), found.discoveries());
        assertEquals(
                List.of(
                        "No bill of CORNER LIBRARY: every 2 months explains 3 of 7 payments.",
                        "No pay of WANDERER THEATRE: monthly explains 4 of 6 payments."),
                found.unexplained().stream().map(Discoveries.Unexplained::why).toList());
    }
}
