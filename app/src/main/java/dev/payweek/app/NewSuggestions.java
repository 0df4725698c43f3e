package dev.payweek.app;

import dev.payweek.budget.Budget;
import dev.payweek.budget.BudgetView;
import java.util.Optional;
import java.util.Set;

/** What the ledger's history suggested before an import, to say how much of it is new afterwards. */
record NewSuggestions(Budget budget, Optional<Set<String>> before) {

    /** A dry run brings nothing that could be suggested. */
    static NewSuggestions of(Budget budget, boolean dryRun) {
        return new NewSuggestions(budget, dryRun ? Optional.empty() : budget.read(BudgetView::quickProposals));
    }

    /** Returns how many are new; nothing where to look would take long. */
    Optional<Integer> count() {
        return before.flatMap(known -> budget.<Optional<Set<String>>>read(BudgetView::quickProposals)
                .map(after ->
                        (int) after.stream().filter(id -> !known.contains(id)).count()));
    }
}
