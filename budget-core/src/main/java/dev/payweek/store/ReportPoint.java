package dev.payweek.store;

import java.time.LocalDate;

/**
 * The point of the past from which a ledger's reports go on, kept so that the first report of a process costs no more
 * than a later one. It follows from the ledger, so that nothing is lost with it; no copy holds it and no undo brings it
 * back. One of {@code new ReportPoint(812, LocalDate.of(2026, 8, 30), text, "")} is good in version 830 too, if none
 * of the changes between them has to do with it.
 *
 * <p>Immutable and safe for use by any number of threads.
 *
 * @param version the ledger's version in which it was known to hold
 * @param lookedFor the day for which it was looked for
 * @param text the point, see {@link dev.payweek.report.FoldPoint#text}
 * @param payers which later expenses may pay bills; empty if that is not known or too many may
 */
public record ReportPoint(long version, LocalDate lookedFor, String text, String payers) {}
