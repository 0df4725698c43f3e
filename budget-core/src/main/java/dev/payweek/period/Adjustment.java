package dev.payweek.period;

import java.time.LocalDate;

/**
 * What becomes of a payday that falls on a weekend or a holiday. Business days are Monday to Friday but for the
 * holidays of the {@link PaySchedule}.
 *
 * <pre>{@code
 * // 2026-06-20 is a Saturday.
 * var twentieth = PaySchedule.monthly(20).adjusted(Adjustment.PRECEDING);
 * twentieth.planned(DateSpan.of(LocalDate.of(2026, 6, 20))).get(0).date();    // 2026-06-19
 * }</pre>
 *
 * <p>Immutable and safe for use by any number of threads.
 */
public enum Adjustment {
    /** It stays where it is. */
    NONE,
    /** It moves to the last business day before. */
    PRECEDING,
    /** It moves to the first business day after. */
    FOLLOWING,
    /** It moves to the nearest business day; of two equally near ones, to the earlier. */
    NEAREST;

    LocalDate adjust(LocalDate day, BusinessDays businessDays) {
        return switch (this) {
            case NONE -> day;
            case PRECEDING -> businessDays.atOrBefore(day);
            case FOLLOWING -> businessDays.atOrAfter(day);
            case NEAREST -> businessDays.nearest(day);
        };
    }
}
