/**
 * Paydays, pay periods and budget weeks.
 *
 * <p>Start at {@link dev.payweek.period.PaySchedule}, the plan, which names {@link dev.payweek.period.Payday}s. The
 * real ones cut time into {@link dev.payweek.period.PayPeriod}s, and each is sliced into {@link
 * dev.payweek.period.BudgetWeek}s. Everything here is a definition or a value: it is given dates and never asks what
 * today is.
 */
@NullMarked
package dev.payweek.period;

import org.jspecify.annotations.NullMarked;
