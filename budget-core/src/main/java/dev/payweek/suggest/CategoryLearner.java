package dev.payweek.suggest;

import dev.payweek.category.CategoryPath;
import dev.payweek.category.Suggestion;
import dev.payweek.ledger.Expense;
import dev.payweek.ledger.Provenance.Origin;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Counts where a person has put each merchant, and suggests the same for the next expense.
 *
 * <pre>{@code
 * var learner = new CategoryLearner();
 * learner.learn("TESCO STORE 2296", CategoryPath.of("Food"), 17);
 * Suggestion food = learner.suggest("Tesco Stores 6227 Leeds").get();
 * food.reason();     // "1 of your 1 expense at \"tesco\" is in Food."
 * food.percent();    // 75
 * }</pre>
 *
 * A merchant that was seen before gets the category of at least three fifths of its expenses, or none. A merchant that
 * is new gets the category of those whose names begin alike ({@code shell penhale} after many other {@code shell}), if
 * there are at least seven and nearly all agree. Not safe for use by several threads.
 */
public final class CategoryLearner {

    private static final int MOST_EXAMPLES = 3;
    private static final int LONGEST_BEGINNING = 2;
    /** No fewer than seven can be so sure. */
    private static final int LEAST_PERCENT_OF_BEGINNING = 93;

    private final Map<String, Counts> merchants = new HashMap<>();
    private final Map<String, Counts> beginnings = new HashMap<>();

    /** Creates a learner that knows nothing. */
    public CategoryLearner() {}

    /**
     * Learns from an expense if the person, or a rule the person made, has decided on its one category; others teach
     * nothing.
     */
    public void learn(Expense expense) {
        Origin origin = expense.provenance().origin();
        if (expense.splits().isEmpty() && (origin == Origin.MANUAL || origin == Origin.RULE)) {
            learn(expense.details().title(), expense.category(), expense.id());
        }
    }

    /** Learns that the person has put the expense of that title and id into the category. */
    public void learn(String title, CategoryPath category, long id) {
        MerchantName name = MerchantName.of(title);
        if (name.words().isEmpty()) {
            return;
        }
        merchants.computeIfAbsent(name.key(), any -> new Counts()).count(category, id);
        for (int words = 1; words <= Math.min(LONGEST_BEGINNING, name.words().size()); words++) {
            beginnings
                    .computeIfAbsent(name.beginning(words).key(), any -> new Counts())
                    .count(category, id);
        }
    }

    /** Returns the category that the person's history speaks for, with its evidence; nothing if that is too little. */
    public Optional<Suggestion> suggest(String title) {
        MerchantName name = MerchantName.of(title);
        Counts known = merchants.get(name.key());
        if (known != null) {
            Suggestion suggestion = known.suggestion(name.key());
            return suggestion.agreeing() * 5 >= suggestion.seen() * 3 ? Optional.of(suggestion) : Optional.empty();
        }
        for (int words = Math.min(LONGEST_BEGINNING, name.words().size()); words >= 1; words--) {
            String beginning = name.beginning(words).key();
            Counts alike = beginnings.get(beginning);
            if (alike != null) {
                Optional<Suggestion> sure = Optional.of(alike.suggestion(beginning))
                        .filter(suggestion -> suggestion.percent() >= LEAST_PERCENT_OF_BEGINNING);
                if (sure.isPresent()) {
                    return sure;
                }
            }
        }
        return Optional.empty();
    }

    /** In which categories the expenses of one merchant are. */
    private static final class Counts {

        private final Map<CategoryPath, List<Long>> examples = new HashMap<>();
        private final Map<CategoryPath, Integer> counts = new HashMap<>();
        private int seen;

        void count(CategoryPath category, long id) {
            seen++;
            counts.merge(category, 1, Integer::sum);
            List<Long> ids = examples.computeIfAbsent(category, any -> new ArrayList<>(1));
            if (ids.size() < MOST_EXAMPLES) {
                ids.add(id);
            }
        }

        /** Among equals the first by name, so that the same history always suggests the same. */
        Suggestion suggestion(String merchant) {
            Map.Entry<CategoryPath, Integer> most = counts.entrySet().stream()
                    .min(Map.Entry.<CategoryPath, Integer>comparingByValue()
                            .reversed()
                            .thenComparing(Map.Entry.comparingByKey()))
                    .orElseThrow();
            int agreeing = most.getValue();
            int percent = (200 * agreeing + 100) / (2 * seen + 2);
            return new Suggestion(
                    most.getKey(), percent, merchant, agreeing, seen, examples.getOrDefault(most.getKey(), List.of()));
        }
    }
}
