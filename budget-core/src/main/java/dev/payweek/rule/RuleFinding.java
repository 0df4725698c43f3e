package dev.payweek.rule;

import dev.payweek.category.CategoryPath;
import java.util.Optional;

/**
 * Something about the rules or the categories that its owner may want to mend.
 *
 * <p>Immutable and safe for use by any number of threads.
 *
 * <pre>{@code
 * budget.rule("coffee", when().title().contains("coffee").then("Fun:Coffee"));
 * budget.lintRules().get(0).message();    // "The rule \"coffee\" matches no entry."
 * }</pre>
 *
 * @param kind what it is
 * @param rule the id of the rule it is about; absent when it is about a category
 * @param other the id of the rule that stands in its way
 * @param category the category it is about; absent when it is about a rule
 * @param message a sentence for people
 */
public record RuleFinding(
        Kind kind, Optional<Long> rule, Optional<Long> other, Optional<CategoryPath> category, String message) {

    /** What a finding is. */
    public enum Kind {
        /** An earlier rule matches whatever this one matches, whatever comes: proved from the two conditions. */
        UNREACHABLE,
        /** The rule matches entries of the ledger, but an earlier one decides each of them. */
        NEVER_FIRST,
        /** The rule matches no entry of the ledger. */
        MATCHES_NOTHING,
        /** The rule is switched off, so nothing else is reported of it. */
        DISABLED,
        /** No entry, limit, rule or category below uses the category. */
        DEAD_CATEGORY,
        /** A limit stands on a category that no entry and no rule uses. */
        IDLE_LIMIT,
        /** The rule names an archived category, which takes no new entries. */
        ARCHIVED_CATEGORY
    }
}
