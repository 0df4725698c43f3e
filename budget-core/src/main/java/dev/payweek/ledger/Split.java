package dev.payweek.ledger;

import dev.payweek.category.CategoryPath;
import dev.payweek.money.Money;

/**
 * A part of an expense with a category of its own: {@code new Split(CategoryPath.of("Fun"), Money.of("1.80", "USD"))}.
 *
 * <p>Immutable and safe for use by any number of threads.
 *
 * @param category where the part belongs
 * @param amount the part, with the expense's currency; of either sign
 */
public record Split(CategoryPath category, Money amount) {}
