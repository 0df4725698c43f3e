package dev.payweek.report;

import static dev.payweek.testkit.ForAll.forAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.payweek.ledger.EntryDetails;
import dev.payweek.ledger.Income;
import dev.payweek.money.Money;
import dev.payweek.period.PaySchedule;
import dev.payweek.plan.BudgetPlan;
import dev.payweek.plan.Carry;
import dev.payweek.plan.PaySource;
import dev.payweek.plan.PayVersion;
import dev.payweek.plan.Rollover;
import dev.payweek.rule.Condition;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Going on from a kept point gives what beginning with the first entry gives. */
class FoldPointPropertiesTest {

    @Test
    void going_on_from_a_kept_point_gives_what_the_whole_past_gives() {
        int[] used = {0};
        forAll(400, dice -> {
            RandomLedger ledger = new RandomLedger(dice);
            BudgetPlan plan = ledger.plan();
            Books books = Books.of(ledger.entries());
            FoldPoint first = FoldPoints.before(plan, books, ledger.day(), FoldPoint.START);
            FoldPoint found = FoldPoints.before(plan, books, ledger.day(), first);
            FoldPoint kept = FoldPoint.parse(found.text(), plan, books).orElseThrow();
            assertEquals(found.text(), kept.text());
            for (int i = 0; i < 4; i++) {
                LocalDate on = ledger.day().plusDays(dice.between(0, 90));
                LocalDate today = on.plusDays(dice.between(-10, 20));
                used[0] += Reckoning.of(plan, books, on, today, kept).begin().isStart() ? 0 : 1;
                assertEquals(
                        AnswerFigures.of(Answer.of(plan, books, on, today)),
                        AnswerFigures.of(Answer.of(plan, books, on, today, kept)),
                        "on " + on + " today " + today + " from " + kept.day());
            }
        });
        assertTrue(used[0] > 150 || System.getProperty("seed") != null, "only " + used[0] + " went on from a point");
    }

    @Test
    void a_point_with_other_bills_is_that_of_a_plan_that_always_had_them() {
        int[] used = {0};
        forAll(400, dice -> {
            RandomLedger ledger = new RandomLedger(dice);
            BudgetPlan before = ledger.plan().withSetAsides(List.of());
            BudgetPlan after = before.withBills(new RandomLedger(dice).plan().bills())
                    .withBillDecisions(dice.percent(50) ? before.billDecisions() : List.of());
            Books books = Books.of(ledger.entries());
            FoldPoint old = FoldPoints.before(before, books, ledger.day(), FoldPoint.START);
            FoldPoint kept = old.isStart() ? old : FoldPoints.withBills(after, books, old);
            for (int i = 0; i < 4; i++) {
                LocalDate on = ledger.day().plusDays(dice.between(0, 90));
                LocalDate today = on.plusDays(dice.between(-10, 20));
                used[0] += Reckoning.of(after, books, on, today, kept).begin().isStart() ? 0 : 1;
                assertEquals(
                        AnswerFigures.of(Answer.of(after, books, on, today)),
                        AnswerFigures.of(Answer.of(after, books, on, today, kept)),
                        "on " + on + " today " + today + " from " + kept.day());
            }
        });
        assertTrue(used[0] > 150 || System.getProperty("seed") != null, "only " + used[0] + " went on from a point");
    }

    /** A payday before the point counted as expected for a report that cannot know yet that the source pays. */
    @Test
    void what_a_source_pays_later_for_the_first_time_says_nothing_of_earlier_reports() {
        Money expected = Money.of("1000.00", "USD");
        LocalDate january = LocalDate.of(2026, 1, 3);
        PaySource wage =
                PaySource.of("wage", PaySchedule.everyTwoWeeks(january)).primary();
        PaySource pension =
                PaySource.of("pension", PaySchedule.monthly(1)).matching(Condition.parse("title contains \"pension\""));
        BudgetPlan plan = BudgetPlan.of(Money.currency("USD"))
                .withSources(List.of(
                        wage.with(List.of(new PayVersion(
                                Optional.empty(), PaySchedule.everyTwoWeeks(january), Optional.of(expected)))),
                        pension.with(List.of(
                                new PayVersion(Optional.empty(), PaySchedule.monthly(1), Optional.of(expected))))))
                .withCarry(Carry.of(Rollover.Policy.SURPLUS));
        LocalDate on = LocalDate.of(2026, 6, 3);
        for (LocalDate first = LocalDate.of(2026, 2, 1); first.getYear() == 2026; first = first.plusDays(5)) {
            Books books = Books.of(List.of(
                    new Income(1, 1, EntryDetails.of(january, expected, "wage"), Optional.empty()),
                    new Income(2, 1, EntryDetails.of(first, expected, "pension"), Optional.empty())));
            FoldPoint kept = FoldPoints.before(plan, books, LocalDate.of(2026, 3, 20), FoldPoint.START);
            for (LocalDate today : List.of(on, on.plusDays(17), on.plusDays(300))) {
                assertEquals(
                        Answer.of(plan, books, on, today),
                        Answer.of(plan, books, on, today, kept),
                        "today " + today + " first paid " + first + " from " + kept.day());
            }
        }
    }
}
