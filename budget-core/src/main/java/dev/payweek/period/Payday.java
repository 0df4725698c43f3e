package dev.payweek.period;

import java.time.LocalDate;

/**
 * One day on which pay comes.
 *
 * <pre>{@code
 * var schedule = PaySchedule.parse("monthly on 20; preceding");
 * Payday june = schedule.planned(DateSpan.ofDays(LocalDate.of(2026, 6, 1), 30)).get(0);
 * june.date();       // 2026-06-19
 * june.nominal();    // 2026-06-20
 * }</pre>
 *
 * <p>Immutable and safe for use by any number of threads.
 *
 * @param date the day itself: the real paycheck's when there is one, else the planned one moved off weekends
 * @param nominal the day the cadence names before it is moved; the date itself for a paycheck outside the plan
 * @param actual whether a recorded paycheck stands behind it
 */
public record Payday(LocalDate date, LocalDate nominal, boolean actual) {}
