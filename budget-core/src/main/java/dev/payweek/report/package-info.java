/**
 * The answers.
 *
 * <p>Start at {@link dev.payweek.report.Answer}: what was spent since the last payday, on what, and what is left. It is
 * a pure function of a {@link dev.payweek.plan.BudgetPlan}, {@link dev.payweek.report.Books}, a day and the day it is
 * asked on. {@link dev.payweek.report.History} shows what has ended, {@link dev.payweek.report.Paydays} which income is
 * pay, {@link dev.payweek.report.Thresholds} what there is news of. {@link dev.payweek.report.ExpenseSummary} adds up
 * expenses without regard to paydays. Knows no store and no clock.
 */
@NullMarked
package dev.payweek.report;

import org.jspecify.annotations.NullMarked;
