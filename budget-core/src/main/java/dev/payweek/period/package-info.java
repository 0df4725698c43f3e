/**
 * Paydays, pay periods and budget weeks.
 *
 * <p>Start at {@link dev.payweek.period.PaySchedule}, the plan. {@link dev.payweek.period.PayCalendar} joins it with
 * the real paychecks and answers which {@link dev.payweek.period.PayPeriod} holds a day; a period is sliced into {@link
 * dev.payweek.period.BudgetWeek}s. Everything here is a definition or a value: it is given dates and never asks what
 * today is.
 */
@NullMarked
package dev.payweek.period;

import org.jspecify.annotations.NullMarked;
