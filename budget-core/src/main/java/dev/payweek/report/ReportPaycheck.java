package dev.payweek.report;

import dev.payweek.money.Money;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The paycheck behind a pay period.
 *
 * <pre>{@code
 * budget.paidOn(PaySchedule.parse("every 2 weeks from 2026-11-20; expecting 1500.00 USD"));
 * ReportPaycheck paycheck = budget.weekOf(LocalDate.of(2026, 11, 22)).paycheck();
 * paycheck.amount();      // 1500.00 USD
 * paycheck.expected();    // true
 * }</pre>
 *
 * <p>Immutable and safe for use by any number of threads.
 *
 * @param entryId the entry that records it; absent while it is only expected
 * @param date the day it came or should come
 * @param amount what came, all paychecks of the period together up to the report's day; else what is expected: the
 *     schedule's word, else the last paycheck before, else zero
 * @param expected whether none has been recorded yet, so that the plan speaks
 */
public record ReportPaycheck(Optional<Long> entryId, LocalDate date, Money amount, boolean expected) {}
