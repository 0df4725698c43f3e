package dev.payweek.period;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BudgetWeekTest {

    private final LocalDate payday = LocalDate.of(2026, 1, 2);
    private final PayPeriod period =
            new PayPeriod(new Payday(payday, payday, true), new DateSpan(payday, LocalDate.of(2026, 1, 18)));

    @ParameterizedTest
    @CsvSource({
        "2026-01-02, 0, 2026-01-02",
        "2026-01-08, 0, 2026-01-02",
        "2026-01-09, 1, 2026-01-09",
        "2026-01-15, 1, 2026-01-09",
        "2026-01-16, 2, 2026-01-16",
        "2026-01-17, 2, 2026-01-16"
    })
    void a_day_is_in_the_week_that_holds_it(LocalDate day, int index, LocalDate start) {
        BudgetWeek week = period.weekContaining(day);
        assertEquals(index, week.index());
        assertEquals(start, week.span().startInclusive());
        assertEquals(period.span(), week.period());
    }

    @Test
    void only_a_week_that_the_period_cuts_off_is_a_stub() {
        assertEquals(
                List.of(false, false, true),
                period.weeks().stream().map(BudgetWeek::isStub).toList());
    }

    @ParameterizedTest
    @CsvSource({"2026-01-01", "2026-01-18"})
    void a_day_outside_is_in_no_week(LocalDate day) {
        IllegalArgumentException refusal =
                assertThrows(IllegalArgumentException.class, () -> period.weekContaining(day));
        assertEquals(day + " is not in " + period.span(), refusal.getMessage());
    }
}
