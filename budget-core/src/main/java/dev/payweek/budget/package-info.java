/**
 * The engine as one embeds it.
 *
 * <p>Start at {@link dev.payweek.budget.Budget}. It lends a {@link dev.payweek.budget.BudgetView} for questions and a
 * {@link dev.payweek.budget.BudgetEdit} for changes; an {@link dev.payweek.budget.EntryDraft} is what one says of an
 * entry. Everything a change does is recorded and can be taken back. This package loads, calls and saves; what things
 * mean is said by the packages below it.
 */
package dev.payweek.budget;
