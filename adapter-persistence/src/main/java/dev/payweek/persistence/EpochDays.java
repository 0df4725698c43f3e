package dev.payweek.persistence;

import dev.payweek.period.DateSpan;
import java.time.LocalDate;
import java.time.YearMonth;

/** Days as the tables hold them: counted from 1970-01-01, so that no zone and no driver can move one. */
final class EpochDays {

    private EpochDays() {}

    static int number(LocalDate day) {
        return Math.toIntExact(day.toEpochDay());
    }

    static LocalDate day(int number) {
        return LocalDate.ofEpochDay(number);
    }

    /** Returns the month of a number, counted from January of the year 0. */
    static YearMonth month(int number) {
        return YearMonth.of(Math.floorDiv(number, 12), Math.floorMod(number, 12) + 1);
    }

    /** Returns the number of the month that a day is in. */
    static int monthOf(int day) {
        LocalDate date = LocalDate.ofEpochDay(day);
        return date.getYear() * 12 + date.getMonthValue() - 1;
    }

    /** Returns the first day of a month. */
    static int firstOf(int month) {
        return number(month(month).atDay(1));
    }

    /** Returns the last day of a month. */
    static int lastOf(int month) {
        return number(month(month).atEndOfMonth());
    }

    /** Returns the first day of the span, which may lie before every day that can be stored. */
    static int first(DateSpan span) {
        return clamped(span.startInclusive());
    }

    /** Returns the day after the span, which may lie after every day that can be stored. */
    static int end(DateSpan span) {
        return clamped(span.endExclusive());
    }

    private static int clamped(LocalDate day) {
        return (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, day.toEpochDay()));
    }
}
