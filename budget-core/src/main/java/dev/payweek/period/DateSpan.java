package dev.payweek.period;

import dev.payweek.refusal.LedgerException;
import dev.payweek.refusal.Validation;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * A run of days from a first day to before a last: {@code [2026-11-20, 2026-11-27)} is seven days.
 *
 * <pre>{@code
 * var week = DateSpan.ofDays(LocalDate.of(2026, 11, 20), 7);    // [2026-11-20, 2026-11-27)
 * week.contains(LocalDate.of(2026, 11, 27));                    // false
 * week.daysLeft(LocalDate.of(2026, 11, 22));                    // 5
 * }</pre>
 *
 * <p>Immutable and safe for use by any number of threads.
 *
 * @param startInclusive the first day in the span
 * @param endExclusive the first day after it; later than the start, so that no span is empty
 */
public record DateSpan(LocalDate startInclusive, LocalDate endExclusive) {

    /** The first day the core takes, inclusive. Dates outside 1900 to 2200 are refused as typing errors. */
    public static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);

    /** The last day the core takes, inclusive. */
    public static final LocalDate LATEST = LocalDate.of(2200, 12, 31);

    /** Every day the core takes. */
    public static final DateSpan ALWAYS = new DateSpan(EARLIEST, LATEST.plusDays(1));

    /** Creates a span; refuses one that is empty or runs backwards. */
    public DateSpan {
        if (!startInclusive.isBefore(endExclusive)) {
            throw LedgerException.invalid(
                    "to", "not_after_from", "The span must end after it starts on " + startInclusive + ".");
        }
    }

    // By hand, as for each record that a start compares: one that the VM makes costs a new process some 50 ms.
    @Override
    public boolean equals(Object other) {
        return other instanceof DateSpan span
                && span.startInclusive.equals(startInclusive)
                && span.endExclusive.equals(endExclusive);
    }

    @Override
    public int hashCode() {
        return 31 * startInclusive.hashCode() + endExclusive.hashCode();
    }

    /**
     * Returns so many days beginning with the given one.
     *
     * @param days at least 1
     * @throws LedgerException if there are fewer
     */
    public static DateSpan ofDays(LocalDate first, long days) {
        return new DateSpan(first, first.plusDays(days));
    }

    /** Returns the span of one day. */
    public static DateSpan of(LocalDate day) {
        return ofDays(day, 1);
    }

    /**
     * Returns the day unchanged.
     *
     * @param field the place the refusal names, such as {@code "from"}
     * @throws LedgerException if it lies before {@link #EARLIEST} or after {@link #LATEST}
     */
    public static LocalDate requireUsable(String field, LocalDate day) {
        var checks = new Validation();
        check(checks, field, day);
        checks.refuseIfAny();
        return day;
    }

    /** Notes as a problem of the field a day before {@link #EARLIEST} or after {@link #LATEST}. */
    public static void check(Validation checks, String field, LocalDate day) {
        checks.that(
                !day.isBefore(EARLIEST) && !day.isAfter(LATEST),
                field,
                "out_of_range",
                "The date " + day + " is not between " + EARLIEST + " and " + LATEST + ".");
    }

    /** Returns whether the day lies in the span. */
    public boolean contains(LocalDate day) {
        return !day.isBefore(startInclusive) && day.isBefore(endExclusive);
    }

    /** Returns the number of days, at least 1. */
    public long days() {
        return ChronoUnit.DAYS.between(startInclusive, endExclusive);
    }

    /**
     * Returns the number of days from the given day, counted in, to the end; the whole span's for a day before it, 0
     * for one after it.
     */
    public long daysLeft(LocalDate day) {
        LocalDate from = day.isBefore(startInclusive) ? startInclusive : day;
        return Math.max(0, ChronoUnit.DAYS.between(from, endExclusive));
    }

    /** Returns the last day in the span. */
    public LocalDate lastDay() {
        return endExclusive.minusDays(1);
    }

    /** Returns the span as {@code [2026-11-20, 2026-11-27)}. */
    @Override
    public String toString() {
        return "[" + startInclusive + ", " + endExclusive + ")";
    }
}
