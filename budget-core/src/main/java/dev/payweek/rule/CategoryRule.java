package dev.payweek.rule;

import dev.payweek.ledger.EntryDetails;
import dev.payweek.ledger.EntryKind;
import dev.payweek.ledger.Provenance;
import dev.payweek.period.DateSpan;
import dev.payweek.refusal.Validation;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A rule that says what entries of a certain look are.
 *
 * <pre>{@code
 * CategoryRule rule = budget.rule("coffee", when().title().contains("coffee").then("Fun:Coffee"));
 * var coffee = EntryDetails.of(LocalDate.of(2026, 11, 21), Money.of("4.50", "USD"), "Corner Coffee");
 * rule.matches(coffee, EntryKind.EXPENSE);    // true
 * rule.priority();                            // 10
 * }</pre>
 *
 * <p>Immutable and safe for use by any number of threads.
 *
 * @param id the number that names it within its ledger
 * @param version how often it has been written, from 1
 * @param name what its owner calls it, 1 to 80 characters
 * @param priority its place in the order, lowest first; no two rules of a ledger share one; from 0 to 1,000,000
 * @param enabled whether it is asked at all
 * @param validFrom the first day whose entries it looks at, inclusive, between 1900 and 2200; from ever when absent
 * @param when what must hold
 * @param then what it makes of a match
 */
public record CategoryRule(
        long id,
        int version,
        String name,
        int priority,
        boolean enabled,
        Optional<LocalDate> validFrom,
        Condition when,
        RuleAction then) {

    /** The most characters of a rule's name, inclusive. */
    public static final int MAX_NAME = Validation.MAX_NAME;

    /** The highest priority number, inclusive. */
    public static final int MAX_PRIORITY = 1_000_000;

    /** Creates a rule; refuses with every problem found. */
    public CategoryRule {
        var checks = new Validation();
        checks.text("name", name, MAX_NAME);
        checks.that(
                priority >= 0 && priority <= MAX_PRIORITY,
                "priority",
                "out_of_range",
                "The priority must be 0 to " + MAX_PRIORITY + ".");
        validFrom.ifPresent(day -> checks.that(
                DateSpan.ALWAYS.contains(day),
                "valid_from",
                "out_of_range",
                "The first day must be between " + DateSpan.EARLIEST + " and " + DateSpan.LATEST + "."));
        checks.refuseIfAny();
    }

    /** Returns a rule in use for entries of every day, in its first version. */
    public static CategoryRule of(long id, int priority, String name, When.Sentence sentence) {
        return new CategoryRule(id, 1, name, priority, true, Optional.empty(), sentence.when(), sentence.then());
    }

    /**
     * Returns a text without which the rule cannot match, case-folded: it occurs in the words to judge by of every
     * entry that it matches. Nothing when it may match without one, or with one of several.
     */
    public Optional<String> requiredText() {
        return RequiredTexts.only(when);
    }

    /** Returns the same rule for entries from a day on. */
    public CategoryRule validFrom(LocalDate day) {
        return new CategoryRule(id, version, name, priority, enabled, Optional.of(day), when, then);
    }

    /** Returns the same rule, asked or not. */
    public CategoryRule enabled(boolean asked) {
        return new CategoryRule(id, version, name, priority, asked, validFrom, when, then);
    }

    /** Returns the same rule with another version number. */
    public CategoryRule withVersion(int other) {
        return new CategoryRule(id, other, name, priority, enabled, validFrom, when, then);
    }

    /** Returns the same rule with another action and the next version. */
    public CategoryRule doing(RuleAction other) {
        return new CategoryRule(id, version + 1, name, priority, enabled, validFrom, when, other);
    }

    /**
     * Returns whether the rule decides an entry: it is enabled, valid on the entry's day, its condition holds, and its
     * action fits the kind. A category fits an expense only, a paycheck an income only.
     */
    public boolean matches(EntryDetails details, EntryKind kind) {
        return enabled && then.fits(kind) && isValidOn(details.date()) && when.holds(details, kind);
    }

    /** Returns whether it looks at entries of that day. */
    public boolean isValidOn(LocalDate day) {
        return validFrom.filter(day::isBefore).isEmpty();
    }

    /** Returns where a category comes from that this rule gives. */
    public Provenance provenance() {
        return Provenance.rule(id, version);
    }
}
