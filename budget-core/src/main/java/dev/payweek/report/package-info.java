/**
 * The answers.
 *
 * <p>Start at {@link dev.payweek.report.BudgetReport}: what was spent since the last paycheck, on what, and what is
 * left. It is a pure function of a {@link dev.payweek.report.ReportInput} and a day. {@link
 * dev.payweek.report.ExpenseSummary} adds up expenses without regard to paydays. Knows no store and no clock.
 */
@NullMarked
package dev.payweek.report;

import org.jspecify.annotations.NullMarked;
