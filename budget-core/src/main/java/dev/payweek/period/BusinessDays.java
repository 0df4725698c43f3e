package dev.payweek.period;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The days on which banks pay: Monday to Friday except the given holidays.
 *
 * <p>The caller gives the holidays, since only the caller knows the bank.
 */
final class BusinessDays {

    private final SortedSet<LocalDate> holidays;

    BusinessDays(Collection<LocalDate> holidays) {
        this.holidays = new TreeSet<>(holidays);
    }

    boolean includes(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && !holidays.contains(day);
    }

    LocalDate atOrBefore(LocalDate day) {
        LocalDate found = day;
        while (!includes(found)) {
            found = found.minusDays(1);
        }
        return found;
    }

    LocalDate atOrAfter(LocalDate day) {
        LocalDate found = day;
        while (!includes(found)) {
            found = found.plusDays(1);
        }
        return found;
    }

    /** Of two equally near days the earlier: a person would rather be paid before the weekend. */
    LocalDate nearest(LocalDate day) {
        LocalDate before = atOrBefore(day);
        LocalDate after = atOrAfter(day);
        return ChronoUnit.DAYS.between(before, day) <= ChronoUnit.DAYS.between(day, after) ? before : after;
    }

    LocalDate lastOf(YearMonth month, int businessDaysBefore) {
        LocalDate day = atOrBefore(month.atEndOfMonth());
        for (int i = 0; i < businessDaysBefore; i++) {
            day = atOrBefore(day.minusDays(1));
        }
        return day;
    }
}
