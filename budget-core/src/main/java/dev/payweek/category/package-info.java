/**
 * What money is spent on.
 *
 * <p>Start at {@link dev.payweek.category.CategoryPath}, the name of a place in the tree. {@link
 * dev.payweek.category.Categories} holds those of a ledger and knows what a person means by a word. Knows nothing of
 * entries or rules.
 */
@NullMarked
package dev.payweek.category;

import org.jspecify.annotations.NullMarked;
