package dev.payweek.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.payweek.money.Money;
import dev.payweek.period.DateSpan;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class PaceTest {

    private static Money usd(String amount) {
        return Money.of(amount, "USD");
    }

    private final DateSpan week = new DateSpan(LocalDate.of(2026, 1, 2), LocalDate.of(2026, 1, 9));

    @Test
    void an_even_pace_is_by_the_days_gone_with_the_day_itself() {
        Pace pace = Pace.of(usd("162.40"), usd("0.00"), usd("300.00"), week, LocalDate.of(2026, 1, 4));
        assertEquals(new Pace(usd("128.57"), usd("33.83"), usd("378.93")), pace);
    }

    @Test
    void what_is_entered_for_later_days_is_spent_by_the_end_and_not_projected() {
        Pace pace = Pace.of(usd("30.00"), usd("12.00"), usd("70.00"), week, LocalDate.of(2026, 1, 8));
        assertEquals(new Pace(usd("70.00"), usd("-40.00"), usd("42.00")), pace);
    }
}
