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

    /** Returns the condition that a day lies in the span, which may reach beyond every day that can be stored. */
    static Condition in(DateSpan span, Field<Integer> field) {
        return field.ge(clamped(span.startInclusive())).and(field.lt(clamped(span.endExclusive())));
    }

    private static int clamped(LocalDate day) {
        return (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, day.toEpochDay()));
    }
}
