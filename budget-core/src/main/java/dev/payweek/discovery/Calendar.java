package dev.payweek.discovery;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.BitSet;
import java.util.Collection;

/**
 * Days, months and business days as whole numbers, so that a hundred schedules can be tried on a payee's days: a day is
 * its epoch day, a month its number since the year 0. For one thread.
 */
final class Calendar {

    private static final int LONGEST_CLOSURE = 14;

    private final int firstMonth;
    private final int[] starts;
    private final BitSet holidays = new BitSet();

    /** Creates the calendar of the days between two, a year and a half before and after included. */
    Calendar(int firstDay, int lastDay, Collection<LocalDate> holidays) {
        YearMonth first = YearMonth.from(LocalDate.ofEpochDay(firstDay)).minusMonths(18);
        YearMonth last = YearMonth.from(LocalDate.ofEpochDay(lastDay)).plusMonths(26);
        firstMonth = index(first);
        starts = new int[index(last) - firstMonth + 1];
        for (int i = 0; i < starts.length; i++) {
            starts[i] = Math.toIntExact(first.plusMonths(i).atDay(1).toEpochDay());
        }
        for (LocalDate holiday : holidays) {
            long day = holiday.toEpochDay() - starts[0];
            if (day >= 0 && day < starts[starts.length - 1] - starts[0]) {
                this.holidays.set(Math.toIntExact(day));
            }
        }
    }

    private static int index(YearMonth month) {
        return month.getYear() * 12 + month.getMonthValue() - 1;
    }

    int monthOf(int day) {
        int at = Math.min(starts.length - 1, Math.max(0, (day - starts[0]) / 31));
        while (at + 1 < starts.length && starts[at + 1] <= day) {
            at++;
        }
        return firstMonth + at;
    }

    int start(int month) {
        return starts[Math.min(starts.length - 1, Math.max(0, month - firstMonth))];
    }

    int length(int month) {
        return start(month + 1) - start(month);
    }

    int dayOfMonth(int day) {
        return day - start(monthOf(day)) + 1;
    }

    boolean isLastOfMonth(int day) {
        return monthOf(day + 1) != monthOf(day);
    }

    /** The day of that number in a month, or the month's last. */
    int dayIn(int month, int dayOfMonth) {
        return start(month) + Math.min(dayOfMonth, length(month)) - 1;
    }

    /** From 0 for Monday. */
    static int weekday(int day) {
        return Math.floorMod(day + 3, 7);
    }

    boolean isOpen(int day) {
        int at = day - starts[0];
        return weekday(day) < 5 && (at < 0 || !holidays.get(at));
    }

    int openAtOrBefore(int day) {
        int found = day;
        while (!isOpen(found) && day - found < LONGEST_CLOSURE) {
            found--;
        }
        return found;
    }

    int openAtOrAfter(int day) {
        int found = day;
        while (!isOpen(found) && found - day < LONGEST_CLOSURE) {
            found++;
        }
        return found;
    }

    /** The month's last business day, or one so many before it. */
    int lastOpen(int month, int before) {
        int day = openAtOrBefore(start(month + 1) - 1);
        for (int i = 0; i < before; i++) {
            day = openAtOrBefore(day - 1);
        }
        return day;
    }

    /** The month's n-th such weekday, or with 0 its last. */
    int nthWeekday(int month, int nth, int weekday) {
        if (nth == 0) {
            int last = start(month + 1) - 1;
            return last - Math.floorMod(weekday(last) - weekday, 7);
        }
        int first = start(month);
        return first + Math.floorMod(weekday - weekday(first), 7) + 7 * (nth - 1);
    }
}
