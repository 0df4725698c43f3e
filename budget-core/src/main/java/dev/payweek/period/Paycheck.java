package dev.payweek.period;

import dev.payweek.money.Money;
import java.time.LocalDate;

/**
 * Pay that came, as the calendar needs it. One that comes two days early begins the period two days early:
 *
 * <pre>{@code
 * var early = new Paycheck(901, LocalDate.of(2026, 11, 18), Money.of("1500.00", "USD"), false);
 * var calendar = new PayCalendar(PaySchedule.everyTwoWeeks(LocalDate.of(2026, 11, 20)), List.of(early));
 * calendar.periodContaining(LocalDate.of(2026, 11, 19)).span();    // [2026-11-18, 2026-12-04)
 * }</pre>
 *
 * <p>Immutable and safe for use by any number of threads.
 *
 * @param entryId the ledger entry that records it
 * @param date the day it came
 * @param amount what came
 * @param opensPeriod whether it opens a pay period of its own even when it lies far from any planned payday
 */
public record Paycheck(long entryId, LocalDate date, Money amount, boolean opensPeriod) {}
