package dev.payweek.rule;

import dev.payweek.category.CategoryPath;
import dev.payweek.refusal.FieldError;
import dev.payweek.refusal.LedgerException;
import dev.payweek.refusal.Reason;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What a person says of a rule before the ledger has numbered it.
 *
 * <p>Immutable and safe for use by any number of threads.
 *
 * <pre>{@code
 * var coffee = RuleDraft.of("coffee", when().title().contains("coffee").then("Fun:Coffee"));
 * coffee.priority();     // Optional.empty
 * }</pre>
 *
 * @param name what it is called, 1 to 80 characters
 * @param priority its place in the order, lowest first, 0 to {@link CategoryRule#MAX_PRIORITY}; when absent that of the
 *     rule it replaces, or after all others
 * @param enabled whether it is asked
 * @param validFrom the first day whose entries it looks at, inclusive
 * @param when what must hold
 * @param then what it makes of a match
 */
public record RuleDraft(
        String name,
        Optional<Integer> priority,
        boolean enabled,
        Optional<LocalDate> validFrom,
        Condition when,
        RuleAction then) {

    /** Returns a draft of a rule in use, asked after all others. */
    public static RuleDraft of(String name, When.Sentence sentence) {
        return new RuleDraft(name, Optional.empty(), true, Optional.empty(), sentence.when(), sentence.then());
    }

    /**
     * Returns a text without which the rule cannot match, case-folded: it occurs in the words to judge by of every
     * entry that it matches. Nothing when it may match without one, or with one of several.
     */
    public Optional<String> requiredText() {
        return RequiredTexts.only(when);
    }

    /** Returns the same draft with a place in the order. */
    public RuleDraft withPriority(int place) {
        return new RuleDraft(name, Optional.of(place), enabled, validFrom, when, then);
    }

    /** Returns the same draft of a rule that looks at entries from a day on. */
    public RuleDraft validFrom(LocalDate day) {
        return new RuleDraft(name, priority, enabled, Optional.of(day), when, then);
    }

    /** Returns the same draft of a rule that is not asked. */
    public RuleDraft disabled() {
        return new RuleDraft(name, priority, false, validFrom, when, then);
    }

    /**
     * Returns the rule this draft makes among others.
     *
     * @param others the rules there are; one of the same id is the one that is replaced
     * @param existing gives the category that a name means
     * @throws LedgerException with every problem found; with reason CONFLICT if the only one is that the priority is
     * taken
     */
    public CategoryRule rule(long id, int version, RuleSet others, UnaryOperator<CategoryPath> existing) {
        int place = priority.orElseGet(
                () -> others.find(id).map(CategoryRule::priority).orElseGet(others::nextPriority));
        Optional<FieldError> taken = others.inOrder().stream()
                .filter(other -> other.id() != id && other.priority() == place)
                .findFirst()
                .map(other -> new FieldError(
                        "priority",
                        "taken",
                        "The rule \"" + other.name() + "\" already has the priority " + place + "."));
        CategoryRule rule;
        try {
            RuleAction action = then.moved(existing);
            rule = new CategoryRule(id, version, name.strip(), place, enabled, validFrom, when, action);
        } catch (LedgerException refusal) {
            if (refusal.reason().isOfTheStore()) {
                throw refusal;
            }
            List<FieldError> all = new ArrayList<>(refusal.problems());
            taken.ifPresent(all::add);
            throw LedgerException.invalid(all);
        }
        taken.ifPresent(problem -> {
            throw new LedgerException(Reason.CONFLICT, problem.message(), List.of(problem));
        });
        return rule;
    }
}
