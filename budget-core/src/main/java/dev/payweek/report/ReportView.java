package dev.payweek.report;

import dev.payweek.period.DateSpan;
import dev.payweek.period.PayPeriod;
import java.time.LocalDate;

/** Whose figures a report shows. */
public enum ReportView {
    /** Those of the budget week. */
    WEEK,
    /** Those of the pay period. */
    PAY_PERIOD;

    /** Returns the days the view shows around a day of the pay period: its week or the whole. */
    public DateSpan spanAround(LocalDate day, PayPeriod period) {
        return this == WEEK ? period.weekContaining(day).span() : period.span();
    }
}
