package dev.payweek.budget;

import static dev.payweek.rule.When.when;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.payweek.ledger.EntryDraft;
import dev.payweek.money.Money;
import dev.payweek.period.PaySchedule;
import dev.payweek.rule.RuleChange;
import dev.payweek.rule.RuleDiff;
import dev.payweek.rule.RuleDraft;
import dev.payweek.testkit.SettableClock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** A ledger with entries of years that no plan has been computed for. */
class FarYearsTest {

    private final Budget budget =
            Budget.inMemory(new SettableClock(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC));

    @Test
    void an_expense_of_a_far_year_is_moved_in_its_own_pay_period() {
        budget.paidOn(PaySchedule.monthly(20));
        budget.add(EntryDraft.expense(Money.of("5.00", "USD"), "Far coffee").on(LocalDate.of(2031, 5, 1)));
        budget.add(EntryDraft.expense(Money.of("5.00", "USD"), "Far coffee").on(LocalDate.of(2026, 11, 1)));
        RuleDiff moved = budget.applyRules(
                new RuleChange.Add(RuleDraft.of(
                        "far", when().title().contains("far coffee").then("Fun"))),
                false);
        assertEquals(2, moved.moved());
    }
}
