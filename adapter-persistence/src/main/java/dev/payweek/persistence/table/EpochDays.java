package dev.payweek.persistence.table;

import dev.payweek.period.DateSpan;
import java.time.LocalDate;
import java.time.YearMonth;

/** Days as the tables hold them: counted from 1970-01-01, so that no zone and no driver can move one. */
public final class EpochDays {

    private EpochDays() {}

    public static int number(LocalDate day) {
        return Math.toIntExact(day.toEpochDay());
    }

    public static LocalDate day(int number) {
        return LocalDate.ofEpochDay(number);
    }

    /** Returns the month of a number, counted from January of the year 0. */
    public static YearMonth month(int number) {
        return YearMonth.of(Math.floorDiv(number, 12), Math.floorMod(number, 12) + 1);
    }

    /** Returns the number of the month that a day is in. */
    public static int monthOf(int day) {
        LocalDate date = LocalDate.ofEpochDay(day);
        return date.getYear() * 12 + date.getMonthValue() - 1;
    }

    /** Returns the first day of a month. */
    public static int firstOf(int month) {
        return number(month(month).atDay(1));
    }

    /** Returns the last day of a month. */
    public static int lastOf(int month) {
        return number(month(month).atEndOfMonth());
    }

    /** Returns the first day of the span, which may lie before every day that can be stored. */
    public static int first(DateSpan span) {
        return clamped(span.startInclusive());
    }

    /** Returns the day after the span, which may lie after every day that can be stored. */
    public static int end(DateSpan span) {
        return clamped(span.endExclusive());
    }

    private static int clamped(LocalDate day) {
        return (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, day.toEpochDay()));
    }
}
