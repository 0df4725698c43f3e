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
    /** Of each day from the first month's first: its month, the open day at or before it, the one at or after it. */
    private final short[] months;

    private final byte[] back;
    private final byte[] forth;

    /** Creates the calendar of the days between two, a year and a half before and two years after included. */
    Calendar(int firstDay, int lastDay, Collection<LocalDate> holidays) {
        YearMonth first = YearMonth.from(LocalDate.ofEpochDay(firstDay)).minusMonths(18);
        YearMonth last = YearMonth.from(LocalDate.ofEpochDay(lastDay)).plusMonths(26);
        firstMonth = index(first);
        starts = new int[index(last) - firstMonth + 1];
        for (int i = 0; i < starts.length; i++) {
            starts[i] = Math.toIntExact(first.plusMonths(i).atDay(1).toEpochDay());
        }
        int days = starts[starts.length - 1] - starts[0];
        BitSet closed = new BitSet();
        for (LocalDate holiday : holidays) {
            long day = holiday.toEpochDay() - starts[0];
            if (day >= 0 && day < days) {
                closed.set(Math.toIntExact(day));
            }
        }
        months = new short[days];
        back = new byte[days];
        forth = new byte[days];
        int month = 0;
        for (int at = 0; at < days; at++) {
            month += starts[month + 1] <= starts[0] + at ? 1 : 0;
            months[at] = (short) month;
            boolean open = isWeekday(starts[0] + at) && !closed.get(at);
            back[at] = (byte) (open || at == 0 ? 0 : Math.min(LONGEST_CLOSURE, back[at - 1] + 1));
        }
        for (int at = days - 1; at >= 0; at--) {
            boolean open = isWeekday(starts[0] + at) && !closed.get(at);
            forth[at] = (byte) (open || at == days - 1 ? 0 : Math.min(LONGEST_CLOSURE, forth[at + 1] + 1));
        }
    }

    private static int index(YearMonth month) {
        return month.getYear() * 12 + month.getMonthValue() - 1;
    }

    private int at(int day) {
        return Math.min(months.length - 1, Math.max(0, day - starts[0]));
    }

    int monthOf(int day) {
        return firstMonth + months[at(day)];
    }

    int start(int month) {
        return starts[Math.min(starts.length - 1, Math.max(0, month - firstMonth))];
    }

    int length(int month) {
        return start(month + 1) - start(month);
    }

    int dayOfMonth(int day) {
        return day - starts[months[at(day)]] + 1;
    }

    /** The day of that number in a month, or the month's last. */
    int dayIn(int month, int dayOfMonth) {
        return start(month) + Math.min(dayOfMonth, length(month)) - 1;
    }

    /** From 0 for Monday. */
    static int weekday(int day) {
        return Math.floorMod(day + 3, 7);
    }

    private static boolean isWeekday(int day) {
        return weekday(day) < 5;
    }

    int openAtOrBefore(int day) {
        return day - back[at(day)];
    }

    int openAtOrAfter(int day) {
        return day + forth[at(day)];
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
