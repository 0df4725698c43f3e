/**
 * Categories that a person's own history suggests for what no rule matches.
 *
 * <p>Start at {@link dev.payweek.suggest.CategoryLearner}, which counts where a person has put each merchant; {@link
 * dev.payweek.suggest.MerchantName} says who the merchant is beneath store numbers and card references. A {@link
 * dev.payweek.category.Suggestion} always carries its evidence, and nothing here changes any entry. Knows no store and
 * no clock, and learns from nobody else.
 */
package dev.payweek.suggest;
