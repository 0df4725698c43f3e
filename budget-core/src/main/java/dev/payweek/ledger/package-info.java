/**
 * The book itself: what was spent, what came in, what was moved.
 *
 * <p>Start at {@link dev.payweek.ledger.Entry} and its three kinds; what they share are {@link
 * dev.payweek.ledger.EntryDetails}. {@link dev.payweek.ledger.DayTotal} says what an entry adds to its day, so that
 * every store keeps the same sums. Knows no rules, no stores and no clock.
 */
@NullMarked
package dev.payweek.ledger;

import org.jspecify.annotations.NullMarked;
