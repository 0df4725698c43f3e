package dev.payweek.report;

import static dev.payweek.testkit.ForAll.forAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.payweek.plan.BudgetPlan;
import java.time.LocalDate;
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
            FoldPoint kept = FoldPoints.before(plan, books, ledger.day(), first);
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
}
