package dev.payweek.statement;

import dev.payweek.ledger.Entry;

/**
 * An entry that an import brought and one made by hand that may stand for the same movement: of one kind and amount, at
 * most three days apart, and not on two accounts. A person decides: {@code BudgetEdit.merge} makes one of them, {@code
 * BudgetEdit.keepApart} leaves them two.
 *
 * <pre>{@code
 * budget.read(view -> view.twins().size());    // 0
 * }</pre>
 *
 * <p>Immutable and safe for use by any number of threads.
 *
 * @param imported the entry that an import brought
 * @param handMade the entry made by hand, which no bank has confirmed yet
 */
public record TwinPair(Entry imported, Entry handMade) {}
