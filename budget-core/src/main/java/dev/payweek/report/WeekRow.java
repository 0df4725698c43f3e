package dev.payweek.report;

import dev.payweek.money.Money;
import dev.payweek.period.DateSpan;

/**
 * A budget week that has ended, in a history: as of its last day, by today's borders of periods and today's knowledge
 * of what is committed.
 *
 * <pre>{@code
 * Money allowance = Money.of("450.00", "USD");
 * Money spent = Money.of("300.00", "USD");
 * var row = new WeekRow(DateSpan.ofDays(LocalDate.of(2026, 1, 2), 7), allowance, spent, allowance.minus(spent));
 * row.left();    // 150.00 USD
 * }</pre>
 *
 * <p>Immutable and safe for use by any number of threads.
 *
 * @param span its days
 * @param allowance what could be spent in it
 * @param spent what was spent
 * @param left what was left
 */
public record WeekRow(DateSpan span, Money allowance, Money spent, Money left) {}
