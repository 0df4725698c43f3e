package dev.payweek.period;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CadenceTest {

    private static final Cadence.BusinessDayRule PLAIN = new BusinessDays(List.of())::lastOf;

    private static long shortest(Cadence cadence) {
        return cadence.shortestGapDays();
    }

    @Test
    void the_shortest_gap_is_told() {
        LocalDate day = LocalDate.of(2026, 1, 5);
        assertEquals(10, shortest(new Cadence.EveryDays(10, day)));
        assertEquals(13, shortest(new Cadence.SemiMonthly(15, 31)));
        assertEquals(14, shortest(new Cadence.SemiMonthly(1, 15)));
        assertEquals(1, shortest(new Cadence.SemiMonthly(1, 31)));
        assertEquals(5, shortest(new Cadence.SemiMonthly(20, 25)));
        assertEquals(28, shortest(new Cadence.Monthly(31)));
        assertEquals(25, shortest(new Cadence.LastBusinessDay(0)));
        assertEquals(28, shortest(new Cadence.NthWeekday(2, DayOfWeek.FRIDAY)));
        assertEquals(14, shortest(new Cadence.Irregular(List.of())));
        assertEquals(3, shortest(new Cadence.Irregular(List.of(day, day.plusDays(9), day.plusDays(12)))));
    }

    @Test
    void the_number_of_a_payday_leads_to_it_and_back() {
        Cadence listed = new Cadence.Irregular(List.of(LocalDate.of(2026, 1, 5), LocalDate.of(2026, 1, 10)));
        assertEquals(LocalDate.of(2025, 12, 31), listed.nominal(-1, PLAIN));
        assertEquals(LocalDate.of(2026, 1, 5), listed.nominal(0, PLAIN));
        assertEquals(LocalDate.of(2026, 1, 10), listed.nominal(1, PLAIN));
        assertEquals(LocalDate.of(2026, 1, 15), listed.nominal(2, PLAIN));
        assertEquals(-1, listed.indexAtOrBefore(LocalDate.of(2026, 1, 4), PLAIN));
        assertEquals(-2, listed.indexAtOrBefore(LocalDate.of(2025, 12, 30), PLAIN));
        assertEquals(0, listed.indexAtOrBefore(LocalDate.of(2026, 1, 9), PLAIN));
        assertEquals(1, listed.indexAtOrBefore(LocalDate.of(2026, 1, 14), PLAIN));
        assertEquals(2, listed.indexAtOrBefore(LocalDate.of(2026, 1, 15), PLAIN));
    }

    @Test
    void the_last_business_day_belongs_to_its_own_month() {
        Cadence cadence = new Cadence.LastBusinessDay(0);
        long n = cadence.indexAtOrBefore(LocalDate.of(2026, 10, 30), PLAIN);
        assertEquals(LocalDate.of(2026, 10, 30), cadence.nominal(n, PLAIN));
        assertEquals(n - 1, cadence.indexAtOrBefore(LocalDate.of(2026, 10, 29), PLAIN));
        assertEquals(n, cadence.indexAtOrBefore(LocalDate.of(2026, 11, 29), PLAIN));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            every 1 weeks from 2026-01-02          | 7  | 7
            every 10 days from 2026-01-05          | 10 | 10
            every 3 months from 2026-01-31         | 84 | 93
            on 2026-01-09 2026-01-23 2026-03-20    | 14 | 56
            monthly on 5                           | 28 | 40
            """)
    void neighbouring_paydays_lie_between_the_shortest_and_the_longest_gap(String schedule, long least, long most) {
        Cadence cadence = PaySchedule.parse(schedule).cadence();
        assertEquals(least, cadence.shortestGapDays());
        assertEquals(most, cadence.longestGapDays());
    }
}
