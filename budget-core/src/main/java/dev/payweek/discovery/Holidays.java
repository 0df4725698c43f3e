package dev.payweek.discovery;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The days on which the banks of a currency do not book, by rule, so that a payment that came a day early before
 * Thanksgiving is not taken for an odd one. Immutable.
 */
final class Holidays {

    private Holidays() {}

    /** Those of the years of both days and of the two years after. */
    static Set<LocalDate> of(Currency currency, LocalDate first, LocalDate last) {
        Set<LocalDate> days = new TreeSet<>();
        for (int year = first.getYear(); year <= last.getYear() + 2; year++) {
            days.addAll(
                    switch (currency.getCurrencyCode()) {
                        case "USD" -> american(year);
                        case "GBP" -> english(year);
                        default -> european(year);
                    });
        }
        return days;
    }

    private static List<LocalDate> european(int year) {
        LocalDate easter = easter(year);
        return List.of(
                LocalDate.of(year, 1, 1),
                easter.minusDays(2),
                easter.plusDays(1),
                LocalDate.of(year, 5, 1),
                LocalDate.of(year, 12, 25),
                LocalDate.of(year, 12, 26));
    }

    private static List<LocalDate> english(int year) {
        LocalDate easter = easter(year);
        LocalDate christmas = LocalDate.of(year, 12, 25);
        // The two days of Christmas move to the next days that are no weekend.
        LocalDate first = christmas.getDayOfWeek().getValue() >= 6 ? LocalDate.of(year, 12, 27) : christmas;
        LocalDate boxing =
                christmas.getDayOfWeek().getValue() >= 5 ? LocalDate.of(year, 12, 28) : LocalDate.of(year, 12, 26);
        return List.of(
                monday(LocalDate.of(year, 1, 1)),
                easter.minusDays(2),
                easter.plusDays(1),
                LocalDate.of(year, Month.MAY, 1).with(TemporalAdjusters.firstInMonth(DayOfWeek.MONDAY)),
                LocalDate.of(year, Month.MAY, 1).with(TemporalAdjusters.lastInMonth(DayOfWeek.MONDAY)),
                LocalDate.of(year, Month.AUGUST, 1).with(TemporalAdjusters.lastInMonth(DayOfWeek.MONDAY)),
                christmas.getDayOfWeek() == DayOfWeek.SUNDAY ? LocalDate.of(year, 12, 26) : first,
                christmas.getDayOfWeek() == DayOfWeek.SUNDAY ? LocalDate.of(year, 12, 27) : boxing);
    }

    private static List<LocalDate> american(int year) {
        return List.of(
                observed(LocalDate.of(year, 1, 1)),
                nth(year, Month.JANUARY, 3, DayOfWeek.MONDAY),
                nth(year, Month.FEBRUARY, 3, DayOfWeek.MONDAY),
                LocalDate.of(year, Month.MAY, 1).with(TemporalAdjusters.lastInMonth(DayOfWeek.MONDAY)),
                observed(LocalDate.of(year, 6, 19)),
                observed(LocalDate.of(year, 7, 4)),
                nth(year, Month.SEPTEMBER, 1, DayOfWeek.MONDAY),
                nth(year, Month.OCTOBER, 2, DayOfWeek.MONDAY),
                observed(LocalDate.of(year, 11, 11)),
                nth(year, Month.NOVEMBER, 4, DayOfWeek.THURSDAY),
                observed(LocalDate.of(year, 12, 25)));
    }

    private static LocalDate nth(int year, Month month, int nth, DayOfWeek weekday) {
        return LocalDate.of(year, month, 1).with(TemporalAdjusters.dayOfWeekInMonth(nth, weekday));
    }

    /** A Sunday's holiday is kept on Monday; a Saturday's by no bank. */
    private static LocalDate observed(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SUNDAY ? day.plusDays(1) : day;
    }

    private static LocalDate monday(LocalDate day) {
        return day.getDayOfWeek().getValue() >= 6 ? day.with(TemporalAdjusters.next(DayOfWeek.MONDAY)) : day;
    }

    /** Easter Sunday of the Gregorian calendar, by the rule of Gauss as Lichtenberg completed it. */
    static LocalDate easter(int year) {
        int k = year / 100;
        int m = 15 + (3 * k + 3) / 4 - (8 * k + 13) / 25;
        int s = 2 - (3 * k + 3) / 4;
        int a = year % 19;
        int d = (19 * a + m) % 30;
        int r = (d + a / 11) / 29;
        int og = 21 + d - r;
        int sz = 7 - (year + year / 4 + s) % 7;
        int oe = 7 - (og - sz) % 7;
        return LocalDate.of(year, 3, 1).plusDays(og + oe - 1L);
    }
}
