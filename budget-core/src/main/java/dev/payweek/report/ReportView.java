package dev.payweek.report;

import dev.payweek.period.DateSpan;
import dev.payweek.period.PayPeriod;
import java.time.LocalDate;

/**
 * Whose figures a report shows. With pay every two weeks from 2026-11-20, a report for 2026-11-30 shows those of {@code
 * [2026-11-27, 2026-12-04)} or of {@code [2026-11-20, 2026-12-04)}.
 *
 * <p>Immutable and safe for use by any number of threads.
 */
public enum ReportView {
    /** Those of the budget week. */
    WEEK,
    /** Those of the pay period. */
    PAY_PERIOD;

    /**
     * Returns the days the view shows around a day of the pay period: its week or the whole.
     *
     * @throws IllegalArgumentException if the week is asked for of a day that is not in the period
     */
    public DateSpan spanAround(LocalDate day, PayPeriod period) {
        return this == WEEK ? period.weekContaining(day).span() : period.span();
    }
}
