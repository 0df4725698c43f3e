/**
 * Questions that need more of a ledger than one reading: reports and suggestions.
 *
 * <p>Start at {@link dev.payweek.query.Reports}: it reads what a report is made from and leaves the making to {@code
 * report}. Changes nothing, and does not know the façade.
 */
package dev.payweek.query;
