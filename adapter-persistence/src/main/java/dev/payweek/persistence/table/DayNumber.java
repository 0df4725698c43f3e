package dev.payweek.persistence.table;

import dev.payweek.period.DateSpan;
import java.time.LocalDate;
import java.time.YearMonth;

/** Days and months as numbers that a person can read and that sort by time: 20261121 and 202611. */
public final class DayNumber {

    private static final LocalDate FIRST = LocalDate.of(1, 1, 1);
    private static final LocalDate LAST = LocalDate.of(9999, 12, 31);

    private DayNumber() {}

    public static int of(LocalDate day) {
        return (day.getYear() * 100 + day.getMonthValue()) * 100 + day.getDayOfMonth();
    }

    public static LocalDate day(int number) {
        return LocalDate.of(number / 10_000, number / 100 % 100, number % 100);
    }

    public static YearMonth month(int number) {
        return YearMonth.of(number / 100, number % 100);
    }

    /** Returns the number of the month that a day is in. */
    public static int monthOf(int day) {
        return day / 100;
    }

    /** Returns the first day of a month. */
    public static int firstOf(int month) {
        return month * 100 + 1;
    }

    /** Returns the last day of a month. */
    public static int lastOf(int month) {
        return of(month(month).atEndOfMonth());
    }

    /** Returns the first day of the span, which may lie before or after every day that can be stored. */
    public static int first(DateSpan span) {
        return clamped(span.startInclusive());
    }

    /** Returns the last day of the span, which may lie before or after every day that can be stored. */
    public static int last(DateSpan span) {
        return clamped(span.lastDay());
    }

    /** Returns the number of a day counted from 1970, which may lie before or after every day that can be stored. */
    public static int ofEpochDay(long epochDay) {
        return of(LocalDate.ofEpochDay(Math.max(FIRST.toEpochDay(), Math.min(LAST.toEpochDay(), epochDay))));
    }

    private static int clamped(LocalDate day) {
        return day.isBefore(FIRST) ? of(FIRST) : day.isAfter(LAST) ? of(LAST) : of(day);
    }
}
