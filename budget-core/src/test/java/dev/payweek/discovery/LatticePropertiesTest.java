package dev.payweek.discovery;

import static dev.payweek.testkit.ForAll.forAll;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.payweek.money.Money;
import dev.payweek.period.Adjustment;
import dev.payweek.period.DateSpan;
import dev.payweek.period.Payday;
import dev.payweek.testkit.Dice;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LatticePropertiesTest {

    private static final int FIRST = (int) LocalDate.of(2023, 1, 1).toEpochDay();

    private static Lattice any(Dice dice) {
        Adjustment adjust = dice.oneOf(Adjustment.NONE, Adjustment.PRECEDING, Adjustment.FOLLOWING);
        Lattice.Form form = dice.oneOf(Lattice.Form.values());
        return switch (form) {
            case DAYS -> new Lattice(form, dice.oneOf(7, 14, 28, 30), 0, FIRST + dice.between(0, 40), adjust);
            case MONTHLY -> new Lattice(form, 0, dice.between(1, 31), 0, adjust);
            case SEMI_MONTHLY -> {
                int first = dice.between(1, 14);
                yield new Lattice(form, first, first + dice.between(12, 17), 0, adjust);
            }
            case LAST_BUSINESS_DAY -> new Lattice(form, 0, dice.between(0, 3), 0, Adjustment.NONE);
            case NTH_WEEKDAY -> new Lattice(form, dice.between(0, 4), dice.between(0, 6), 0, adjust);
            case MONTHS -> new Lattice(form, dice.oneOf(2, 3, 4, 6, 12), dice.between(1, 31), 2023 * 12 + 3, adjust);
        };
    }

    @Test
    void a_schedule_tried_is_the_schedule_proposed() {
        Set<LocalDate> holidays =
                Holidays.of(Money.currency("EUR"), LocalDate.of(2023, 1, 1), LocalDate.of(2025, 1, 1));
        Calendar calendar = new Calendar(FIRST, FIRST + 700, holidays);
        int[] room = new int[400];
        forAll(3_000, dice -> {
            Lattice lattice = any(dice);
            int count = lattice.days(calendar, FIRST, FIRST + 700, room);
            DateSpan inside = DateSpan.ofDays(LocalDate.ofEpochDay(FIRST + 10L), 680);
            assertEquals(
                    lattice
                            .schedule()
                            .withHolidays(holidays)
                            .planned(new DateSpan(LocalDate.of(2022, 11, 1), LocalDate.of(2025, 3, 1)))
                            .stream()
                            .map(Payday::date)
                            .filter(inside::contains)
                            .toList(),
                    IntStream.range(0, count)
                            .mapToObj(i -> LocalDate.ofEpochDay(room[i]))
                            .filter(inside::contains)
                            .toList(),
                    lattice.toString());
        });
    }

    @Test
    void easter_is_where_the_church_has_it() {
        assertEquals(LocalDate.of(2024, 3, 31), Holidays.easter(2024));
        assertEquals(LocalDate.of(2025, 4, 20), Holidays.easter(2025));
        assertEquals(LocalDate.of(2026, 4, 5), Holidays.easter(2026));
        assertEquals(LocalDate.of(2038, 4, 25), Holidays.easter(2038));
    }

    @Test
    void christmas_on_a_weekend_is_kept_in_england_on_the_next_days() {
        Set<LocalDate> days = Holidays.of(Money.currency("GBP"), LocalDate.of(2021, 1, 1), LocalDate.of(2021, 1, 1));
        assertEquals(true, days.contains(LocalDate.of(2021, 12, 27)) && days.contains(LocalDate.of(2021, 12, 28)));
        assertEquals(true, days.contains(LocalDate.of(2022, 12, 26)) && days.contains(LocalDate.of(2022, 12, 27)));
    }
}
