package dev.payweek.period;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.payweek.money.Money;
import dev.payweek.refusal.LedgerException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Schedules that cannot be, refused with all that is wrong. */
class ScheduleRefusalsTest {

    private static final LocalDate ANCHOR = LocalDate.of(2026, 11, 20);

    private static List<LocalDate> run(LocalDate first, int days) {
        return IntStream.range(0, days).mapToObj(first::plusDays).toList();
    }

    private static void assertRefused(String field, String message, Supplier<PaySchedule> schedule) {
        LedgerException refusal = assertThrows(LedgerException.class, schedule::get);
        assertEquals(message, refusal.getMessage());
        assertEquals(field, refusal.problems().get(0).field());
    }

    @Test
    void holidays_that_let_two_paydays_fall_together_are_refused() {
        PaySchedule fridays = PaySchedule.weekly(ANCHOR).adjusted(Adjustment.PRECEDING);
        List<LocalDate> week = run(LocalDate.of(2026, 11, 23), 5);
        String message = "With these holidays the days 2026-11-20 and 2026-11-27 both fall on 2026-11-20.";
        assertRefused("holidays", message, () -> fridays.withHolidays(week));
        assertEquals(week, PaySchedule.weekly(ANCHOR).withHolidays(week).holidays());
        assertEquals(
                week.subList(1, 5), fridays.withHolidays(week.subList(1, 5)).holidays());
    }

    @Test
    void all_that_is_wrong_with_a_schedule_is_found_at_once() {
        LedgerException refusal = assertThrows(
                LedgerException.class,
                () -> new PaySchedule(
                        PaySchedule.everyDays(3, ANCHOR).cadence(),
                        Adjustment.NEAREST,
                        List.of(LocalDate.MAX),
                        16,
                        Optional.of(Money.of("-1.00", "USD"))));
        assertEquals(
                List.of("holidays", "tolerance_days", "adjust", "expected_paycheck"),
                refusal.problems().stream().map(problem -> problem.field()).toList());
    }
}
