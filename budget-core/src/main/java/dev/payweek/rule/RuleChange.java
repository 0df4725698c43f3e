package dev.payweek.rule;

/**
 * A change to the rules that one may want to look at first: {@code budget.dryRun(new RuleChange.Remove(7), false)}.
 *
 * <p>Immutable and safe for use by any number of threads.
 */
public sealed interface RuleChange {

    /** Leaves the rules as they are, to let them decide expenses that were there before them. */
    RuleChange NONE = new None();

    /** The rules stay as they are. */
    record None() implements RuleChange {}

    /**
     * A new rule.
     *
     * @param draft what it says
     */
    record Add(RuleDraft draft) implements RuleChange {}

    /**
     * Another text for a rule.
     *
     * @param id the rule
     * @param draft what it says from now on
     */
    record Replace(long id, RuleDraft draft) implements RuleChange {}

    /**
     * A rule less.
     *
     * @param id the rule
     */
    record Remove(long id) implements RuleChange {}
}
