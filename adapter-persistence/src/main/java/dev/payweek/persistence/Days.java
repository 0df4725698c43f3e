package dev.payweek.persistence;

import dev.payweek.period.DateSpan;
import java.time.LocalDate;
import org.jooq.Condition;
import org.jooq.Field;

/** Days as the tables hold them: counted from 1970-01-01, so that no zone and no driver can move one. */
final class Days {

    private Days() {}

    static int number(LocalDate day) {
        return Math.toIntExact(day.toEpochDay());
    }

    static LocalDate day(int number) {
        return LocalDate.ofEpochDay(number);
    }

    /** Returns the condition that a day lies in the span. */
    static Condition in(DateSpan span, Field<Integer> field) {
        return field.ge(first(span)).and(field.lt(end(span)));
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
