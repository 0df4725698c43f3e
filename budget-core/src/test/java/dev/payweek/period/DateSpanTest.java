package dev.payweek.period;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.payweek.refusal.LedgerException;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DateSpanTest {

    private static final LocalDate FRIDAY = LocalDate.of(2026, 11, 20);

    @Test
    void holds_its_first_day_and_not_its_end() {
        DateSpan week = DateSpan.ofDays(FRIDAY, 7);
        assertTrue(week.contains(FRIDAY));
        assertTrue(week.contains(FRIDAY.plusDays(6)));
        assertFalse(week.contains(FRIDAY.plusDays(7)));
        assertFalse(week.contains(FRIDAY.minusDays(1)));
        assertEquals(7, week.days());
        assertEquals(LocalDate.of(2026, 11, 26), week.lastDay());
        assertEquals("[2026-11-20, 2026-11-27)", week.toString());
        assertEquals(1, DateSpan.of(FRIDAY).days());
    }

    @ParameterizedTest
    @CsvSource({"2026-11-19, 7", "2026-11-20, 7", "2026-11-22, 5", "2026-11-26, 1", "2026-11-27, 0", "2026-12-24, 0"})
    void counts_the_days_left_with_today(LocalDate day, long left) {
        assertEquals(left, DateSpan.ofDays(FRIDAY, 7).daysLeft(day));
    }

    @ParameterizedTest
    @CsvSource({"2026-11-20", "2026-11-19"})
    void none_is_empty_or_runs_backwards(LocalDate end) {
        LedgerException refusal = assertThrows(LedgerException.class, () -> new DateSpan(FRIDAY, end));
        assertEquals("The span must end after it starts on 2026-11-20.", refusal.getMessage());
        assertEquals("not_after_from", refusal.problems().get(0).code());
    }

    @Test
    void days_outside_three_centuries_are_taken_for_typing_errors() {
        assertEquals(DateSpan.EARLIEST, DateSpan.requireUsable("on", LocalDate.of(1900, 1, 1)));
        assertEquals(DateSpan.LATEST, DateSpan.requireUsable("on", LocalDate.of(2200, 12, 31)));
        LedgerException refusal =
                assertThrows(LedgerException.class, () -> DateSpan.requireUsable("on", LocalDate.of(2201, 1, 1)));
        assertEquals("on", refusal.problems().get(0).field());
        assertEquals("The date 2201-01-01 is not between 1900-01-01 and 2200-12-31.", refusal.getMessage());
        assertThrows(LedgerException.class, () -> DateSpan.requireUsable("on", LocalDate.of(1899, 12, 31)));
        assertTrue(DateSpan.ALWAYS.contains(DateSpan.LATEST));
    }
}
