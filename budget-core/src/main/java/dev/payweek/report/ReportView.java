package dev.payweek.report;

/** Whose figures fill a report. */
public enum ReportView {
    /** The budget week. */
    WEEK,
    /** The whole pay period. */
    PAY_PERIOD
}
