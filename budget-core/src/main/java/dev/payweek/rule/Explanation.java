package dev.payweek.rule;

import dev.payweek.category.CategoryPath;
import dev.payweek.ledger.Provenance;
import java.util.List;
import java.util.Optional;

/**
 * Why an expense has its category: every rule in the order it is asked, with each of its comparisons.
 *
 * <pre>{@code
 * budget.rule("coffee", when().title().contains("coffee").then("Fun:Coffee"));
 * Entry coffee = budget.spend(Money.of("4.50", "USD"), "Corner Coffee", LocalDate.of(2026, 11, 21));
 * Explanation.Asked asked = budget.explain(coffee.id()).rules().get(0);
 * asked.verdict();                              // DECIDED
 * asked.comparisons().get(0).comparison();      // title contains "coffee"
 * asked.comparisons().get(0).actual();          // [Corner Coffee]
 * }</pre>
 *
 * <p>Immutable and safe for use by any number of threads.
 *
 * @param expense the expense's id
 * @param category where it is
 * @param provenance who put it there
 * @param ruleSetVersion which rules were asked, see {@link RuleSet#version}
 * @param winner the rule that would decide if it were entered now
 * @param rules every rule in the order they are asked
 */
public record Explanation(
        long expense,
        CategoryPath category,
        Provenance provenance,
        long ruleSetVersion,
        Optional<CategoryRule> winner,
        List<Asked> rules) {

    /** What became of asking a rule. */
    public enum Verdict {
        /** It is the first to match and gave the expense its category. */
        DECIDED,
        /** It is the first to match now, but was not when the expense got its category. */
        WOULD_DECIDE,
        /** It is the first to match, but a person chose the category. */
        OVERRULED,
        /** It matches, but an earlier rule does too. */
        SHADOWED,
        /** Its condition does not hold. */
        NOT_MATCHED,
        /** It is switched off. */
        DISABLED,
        /** Its first day is later than the expense. */
        NOT_YET_VALID,
        /** Its action makes no sense of an expense. */
        OTHER_KIND
    }

    /**
     * A rule and what became of asking it.
     *
     * @param rule the rule as it is now
     * @param verdict what became of it
     * @param decided whether it gave the expense its category, in this or an earlier version
     * @param shadowedBy the earlier rule that matches too
     * @param comparisons the leaves of its condition in the order they are written
     */
    public record Asked(
            CategoryRule rule,
            Verdict verdict,
            boolean decided,
            Optional<Long> shadowedBy,
            List<Compared> comparisons) {

        /** Returns whether the rule matches the expense. */
        public boolean matched() {
            return switch (verdict) {
                case DECIDED, WOULD_DECIDE, OVERRULED, SHADOWED -> true;
                case NOT_MATCHED, DISABLED, NOT_YET_VALID, OTHER_KIND -> false;
            };
        }
    }

    /**
     * A comparison and how it turned out.
     *
     * @param path where it stands in the condition: {@code "all[0].not"}; empty when it is the whole condition
     * @param comparison the comparison
     * @param actual what the expense has there; several texts only of tags, which may be none
     * @param held whether it holds
     */
    public record Compared(String path, Comparison comparison, List<String> actual, boolean held) {}
}
