package dev.payweek.app;

import dev.payweek.budget.Budget;
import java.util.function.Consumer;

/**
 * A ledger that a service has open, to the commands that it runs for others.
 *
 * @param budget of the ledger
 * @param imports counts each import, by whether it was taken
 */
record ServedLedger(Budget budget, Consumer<Boolean> imports) {}
