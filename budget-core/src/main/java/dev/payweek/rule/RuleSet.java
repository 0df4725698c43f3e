package dev.payweek.rule;

import dev.payweek.ledger.EntryKind;
import dev.payweek.ledger.Facts;
import dev.payweek.refusal.Refusal;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The rules of one ledger in the order they are asked. The first match wins; specificity is never guessed. */
public final class RuleSet {

    private final List<CategoryRule> rules;

    /**
     * Creates a set ordered by priority.
     *
     * @throws Refusal if two rules share a priority
     */
    public RuleSet(Collection<CategoryRule> rules) {
        this.rules = rules.stream()
                .sorted(Comparator.comparingInt(CategoryRule::priority))
                .toList();
        IntStream.range(1, this.rules.size())
                .filter(i ->
                        this.rules.get(i - 1).priority() == this.rules.get(i).priority())
                .findFirst()
                .ifPresent(i -> {
                    throw Refusal.conflict(
                            "The rules \"" + this.rules.get(i - 1).name() + "\" and \""
                                    + this.rules.get(i).name() + "\" share the priority "
                                    + this.rules.get(i).priority() + ".");
                });
    }

    /** Returns the rules in the order they are asked. */
    public List<CategoryRule> inOrder() {
        return rules;
    }

    /** Returns the first rule that matches, if any does. */
    public Optional<CategoryRule> decide(Facts facts, EntryKind kind) {
        return rules.stream().filter(rule -> rule.matches(facts, kind)).findFirst();
    }

    /** Returns a priority after every rule: the next multiple of ten. */
    public int nextPriority() {
        return rules.isEmpty()
                ? 10
                : Math.min(
                        CategoryRule.MAX_PRIORITY, rules.get(rules.size() - 1).priority() / 10 * 10 + 10);
    }
}
