package dev.payweek.query;

import dev.payweek.category.Suggestion;
import dev.payweek.edit.LedgerView;
import dev.payweek.ledger.Entry;
import dev.payweek.ledger.EntryKind;
import dev.payweek.ledger.Expense;
import dev.payweek.store.EntryQuery;
import dev.payweek.suggest.CategoryLearner;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Suggests categories from the person's own history: {@code new Suggestions(view).forExpense(901)}. For one thread,
 * with its view.
 */
public final class Suggestions {

    /** How many expenses show a person's habits; more would only show those of long ago. */
    private static final int HISTORY = 20_000;

    private final LedgerView ledger;

    /** Creates the suggestions of a ledger. */
    public Suggestions(LedgerView ledger) {
        this.ledger = ledger;
    }

    /** Returns the category that history suggests for an expense; nothing when history says too little. */
    public Optional<Suggestion> forExpense(long id) {
        Entry wanted = ledger.getEntry(EntryKind.EXPENSE, id);
        CategoryLearner learner = new CategoryLearner();
        forEachRecentExpense(expense -> {
            if (expense.id() != id) {
                learner.learn(expense);
            }
        });
        return open(learner.suggest(wanted.details().title()));
    }

    /** Returns suggestions for expenses that nobody has categorised, the newest first, at most so many. */
    public Map<Expense, Suggestion> forUncategorised(int limit) {
        CategoryLearner learner = new CategoryLearner();
        List<Expense> open = new ArrayList<>();
        forEachRecentExpense(expense -> {
            learner.learn(expense);
            if (expense.isUncategorised()) {
                open.add(expense);
            }
        });
        Map<Expense, Suggestion> found = new LinkedHashMap<>();
        for (Expense expense : open) {
            if (found.size() < limit) {
                open(learner.suggest(expense.details().title()))
                        .ifPresent(suggestion -> found.put(expense, suggestion));
            }
        }
        return Collections.unmodifiableMap(found);
    }

    /** An archived category takes no new entries. */
    private Optional<Suggestion> open(Optional<Suggestion> suggested) {
        return suggested.filter(one -> !ledger.categories().isArchived(one.category()));
    }

    private void forEachRecentExpense(Consumer<Expense> action) {
        ledger.reader().forEachEntry(EntryQuery.all(EntryKind.EXPENSE).first(HISTORY), entry -> {
            if (entry instanceof Expense expense) {
                action.accept(expense);
            }
        });
    }
}
