package dev.payweek.rule;

import dev.payweek.ledger.EntryDetails;
import dev.payweek.ledger.EntryKind;
import dev.payweek.ledger.Expense;
import dev.payweek.refusal.FieldError;
import dev.payweek.refusal.LedgerException;
import dev.payweek.refusal.Reason;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The rules of one ledger in the order they are asked. The first match wins; specificity is never guessed.
 *
 * <pre>{@code
 * budget.rule("coffee", when().title().contains("coffee").then("Fun:Coffee"));
 * RuleSet rules = budget.read(view -> view.rules());
 * var details = EntryDetails.of(LocalDate.of(2026, 11, 21), Money.of("4.50", "USD"), "Corner Coffee");
 * rules.decide(details, EntryKind.EXPENSE).get().name();    // "coffee"
 * rules.decide(details, EntryKind.INCOME);                  // Optional.empty
 * }</pre>
 *
 * <p>A set that is asked often compiles itself: from then on an answer takes time in proportion to the entry's words,
 * not to the number of rules, and the answers stay the same. Safe for use by any number of threads.
 */
public final class RuleSet {

    /** So many questions are answered rule by rule before compiling pays. */
    private static final int FEW = 16;

    private final List<CategoryRule> rules;
    private final Map<EntryKind, CompiledRules> compiled = new EnumMap<>(EntryKind.class);
    private volatile Map<EntryKind, CompiledRules> ready = Map.of();
    private int asked;

    /**
     * Creates a set ordered by priority.
     *
     * @throws LedgerException with reason CONFLICT if rules share a priority, naming each pair
     */
    public RuleSet(Collection<CategoryRule> rules) {
        this.rules = rules.stream()
                .sorted(Comparator.comparingInt(CategoryRule::priority))
                .toList();
        List<FieldError> shared = new ArrayList<>();
        for (int i = 1; i < this.rules.size(); i++) {
            CategoryRule one = this.rules.get(i - 1);
            CategoryRule other = this.rules.get(i);
            if (one.priority() == other.priority()) {
                shared.add(new FieldError(
                        "priority",
                        "taken",
                        "The rules \"" + one.name() + "\" and \"" + other.name() + "\" share the priority "
                                + one.priority() + "."));
            }
        }
        if (!shared.isEmpty()) {
            throw new LedgerException(Reason.CONFLICT, shared.get(0).message(), shared);
        }
    }

    /** Returns the rules in the order they are asked. */
    public List<CategoryRule> inOrder() {
        return rules;
    }

    /** Returns the rule of that id, if there is one. */
    public Optional<CategoryRule> find(long id) {
        return rules.stream().filter(rule -> rule.id() == id).findFirst();
    }

    /** Returns the first rule that matches, if any does. */
    public Optional<CategoryRule> decide(EntryDetails details, EntryKind kind) {
        CompiledRules quick = ready.get(kind);
        if (quick != null) {
            return quick.decide(details);
        }
        if (isAskedOften()) {
            return compile(kind).decide(details);
        }
        return rules.stream().filter(rule -> rule.matches(details, kind)).findFirst();
    }

    /** Returns every rule that matches, in the order they are asked: the first decides, the others are shadowed. */
    public List<CategoryRule> matching(EntryDetails details, EntryKind kind) {
        CompiledRules quick = ready.get(kind);
        if (quick != null) {
            return quick.matching(details);
        }
        if (isAskedOften()) {
            return compile(kind).matching(details);
        }
        return rules.stream().filter(rule -> rule.matches(details, kind)).toList();
    }

    private synchronized boolean isAskedOften() {
        return ++asked > FEW;
    }

    private synchronized CompiledRules compile(EntryKind kind) {
        CompiledRules quick = compiled.computeIfAbsent(kind, one -> new CompiledRules(rules, one));
        ready = Map.copyOf(compiled);
        return quick;
    }

    /** Returns an earlier rule that is certain to match whatever the rule matches, so that this can decide nothing. */
    public Optional<CategoryRule> shadowOf(CategoryRule rule) {
        return rules.stream()
                .takeWhile(earlier -> earlier.priority() < rule.priority())
                .filter(earlier -> shadows(earlier, rule))
                .findFirst();
    }

    /** Returns whether the later rule can decide nothing, because the earlier one matches whatever it matches. */
    private static boolean shadows(CategoryRule earlier, CategoryRule later) {
        boolean sameKinds =
                Arrays.stream(EntryKind.values()).filter(later.then()::fits).allMatch(earlier.then()::fits);
        boolean validBefore = earlier.validFrom()
                .map(day ->
                        later.validFrom().filter(from -> !from.isBefore(day)).isPresent())
                .orElse(true);
        return earlier.enabled() && sameKinds && validBefore && later.when().implies(earlier.when());
    }

    /** Explains why an expense has its category, rule by rule. */
    public Explanation explain(Expense expense) {
        return new Explainer(this, expense).explanation();
    }

    /**
     * Returns a number that distinguishes rule sets: the same rules in the same versions give the same number on every
     * machine, and any change of a rule gives another. From 0 to 2<sup>52</sup>, so that every reader of JSON can hold
     * it.
     */
    public long version() {
        long mixed = 0xcbf29ce484222325L;
        for (CategoryRule rule : rules) {
            for (long part : new long[] {rule.id(), rule.version()}) {
                mixed = (mixed ^ part) * 0x100000001b3L;
                mixed ^= mixed >>> 29;
            }
        }
        return rules.isEmpty() ? 0 : mixed >>> 12;
    }

    /** Returns a priority after every rule: the next multiple of ten, but never above the highest there can be. */
    public int nextPriority() {
        return rules.isEmpty()
                ? 10
                : Math.min(
                        CategoryRule.MAX_PRIORITY, rules.get(rules.size() - 1).priority() / 10 * 10 + 10);
    }

    /** Returns the highest free priority before a rule; nothing when each is taken. */
    public Optional<Integer> freePriorityBefore(CategoryRule rule) {
        for (int priority = rule.priority() - 1; priority >= 0; priority--) {
            int free = priority;
            if (rules.stream().noneMatch(other -> other.priority() == free)) {
                return Optional.of(free);
            }
        }
        return Optional.empty();
    }
}
