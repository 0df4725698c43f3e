/**
 * The engine as one embeds it.
 *
 * <p>Start at {@link dev.payweek.budget.Budget}. It lends a {@link dev.payweek.budget.BudgetView} for questions and a
 * {@link dev.payweek.budget.BudgetEdit} for changes; an {@link dev.payweek.ledger.EntryDraft} is what one says of an
 * entry. Everything a change does is recorded and can be undone: changes are made in {@code edit}, files are taken in
 * by {@code importing}.
 */
@NullMarked
package dev.payweek.budget;

import org.jspecify.annotations.NullMarked;
