package dev.payweek.report;

import dev.payweek.money.Money;
import dev.payweek.period.DateSpan;

/**
 * A pay period that has ended, in a history.
 *
 * <pre>{@code
 * Money zero = Money.of("0.00", "USD");
 * Money pay = Money.of("1400.00", "USD");
 * var row = new PeriodRow(DateSpan.ofDays(LocalDate.of(2026, 1, 2), 14), zero, pay, zero, pay, zero, pay);
 * row.span().days();    // 14
 * }</pre>
 *
 * <p>Immutable and safe for use by any number of threads.
 *
 * @param span its days
 * @param carriedIn what the period before left over or overdrew
 * @param income what came in
 * @param committed what was off before anything was chosen
 * @param discretionary what could be spent
 * @param spent what was spent of it
 * @param left what was left
 */
public record PeriodRow(
        DateSpan span, Money carriedIn, Money income, Money committed, Money discretionary, Money spent, Money left) {}
