/**
 * Exact money.
 *
 * <p>Start at {@link dev.payweek.money.Money}: whole minor units of one currency. {@link
 * dev.payweek.money.Apportionment} divides without losing a unit; {@link dev.payweek.money.Ratio} is a share. Knows
 * nothing of ledgers or dates.
 */
@NullMarked
package dev.payweek.money;

import org.jspecify.annotations.NullMarked;
