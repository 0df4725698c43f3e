package dev.payweek.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.payweek.budget.Budget;
import dev.payweek.report.Answer;
import dev.payweek.report.BillRow;
import dev.payweek.report.SetAsideRow;
import dev.payweek.report.Verdict;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/** That the made-up data shows a full answer on whatever day somebody looks at it. */
class DemoTest {

    private static Answer on(LocalDate day) {
        Clock noon = Clock.fixed(day.atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC), ZoneOffset.UTC);
        try (Budget budget = Demo.budget(noon)) {
            return budget.answer(day);
        }
    }

    @Test
    void every_day_shows_pay_bills_and_pots_and_nothing_is_amiss() {
        LocalDate first = LocalDate.of(2026, 11, 1);
        for (int i = 0; i < 12; i++) {
            LocalDate day = first.plusDays(37L * i);
            Answer answer = on(day);
            assertNotEquals(Verdict.State.UNKNOWN, answer.verdict().state(), day.toString());
            assertFalse(answer.period().left().isNegative(), day.toString());
            assertFalse(answer.pay().isEmpty(), day.toString());
            assertFalse(answer.bills().isEmpty(), day.toString());
            assertEquals(
                    List.of(),
                    answer.bills().stream()
                            .filter(row -> row.state() == BillRow.State.LATE)
                            .toList(),
                    day.toString());
            assertEquals(List.of(), answer.letGo(), day.toString());
            assertEquals(
                    List.of("Insurance", "Rent", "Savings"),
                    answer.setAsides().stream().map(SetAsideRow::setAside).toList());
        }
    }
}
