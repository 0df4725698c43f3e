package dev.payweek.rule;

import dev.payweek.ledger.EntryDetails;
import dev.payweek.ledger.EntryKind;
import dev.payweek.refusal.LedgerException;
import dev.payweek.refusal.Validation;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What must hold of an entry for a rule to match: a comparison, or a combination of conditions.
 *
 * <p>{@code toString} writes what {@link #parse} reads: {@code all(title contains "coffee", not(account is "work"))}.
 *
 * <p>All of them are immutable and safe for use by any number of threads.
 */
public sealed interface Condition permits Comparison, Condition.All, Condition.Any, Condition.Not {

    /** The most combinations that may lie inside each other, inclusive. */
    int MAX_DEPTH = 3;

    /** The most conditions one combination may have, inclusive. */
    int MAX_PARTS = 100;

    /** Returns whether the condition holds of an entry of that kind. */
    boolean holds(EntryDetails details, EntryKind kind);

    /**
     * Returns whether it is certain that the other condition holds of every entry of which this one does. A no may mean
     * that it is too hard to find out.
     */
    default boolean implies(Condition other) {
        return Implication.holds(this, other);
    }

    /** Returns how many combinations lie inside each other, from 0 for a comparison to {@link #MAX_DEPTH}. */
    int depth();

    /**
     * Reads a condition as {@code toString} writes it.
     *
     * @throws LedgerException if the text is of another form, with the place where it stops making sense
     */
    static Condition parse(String text) {
        return new ConditionText(text).read();
    }

    /**
     * Holds when each part does.
     *
     * @param parts 1 to {@link #MAX_PARTS} conditions
     */
    record All(List<Condition> parts) implements Condition {
        /** Creates the combination; refuses one that is too deep, too long or empty. */
        public All {
            parts = checked(parts);
        }

        @Override
        public boolean holds(EntryDetails details, EntryKind kind) {
            return parts.stream().allMatch(part -> part.holds(details, kind));
        }

        @Override
        public int depth() {
            return 1 + deepest(parts);
        }

        @Override
        public String toString() {
            return "all(" + joined(parts) + ")";
        }
    }

    /**
     * Holds when at least one part does.
     *
     * @param parts 1 to {@link #MAX_PARTS} conditions
     */
    record Any(List<Condition> parts) implements Condition {
        /** Creates the combination; refuses one that is too deep, too long or empty. */
        public Any {
            parts = checked(parts);
        }

        @Override
        public boolean holds(EntryDetails details, EntryKind kind) {
            return parts.stream().anyMatch(part -> part.holds(details, kind));
        }

        @Override
        public int depth() {
            return 1 + deepest(parts);
        }

        @Override
        public String toString() {
            return "any(" + joined(parts) + ")";
        }
    }

    /**
     * Holds when its part does not.
     *
     * @param part the condition turned round
     */
    record Not(Condition part) implements Condition {
        /** Creates the combination; refuses one that is too deep. */
        public Not {
            checked(List.of(part));
        }

        @Override
        public boolean holds(EntryDetails details, EntryKind kind) {
            return !part.holds(details, kind);
        }

        @Override
        public int depth() {
            return 1 + part.depth();
        }

        @Override
        public String toString() {
            return "not(" + part + ")";
        }
    }

    private static List<Condition> checked(List<Condition> parts) {
        var checks = new Validation();
        checks.that(!parts.isEmpty(), "", "empty", "A combination needs at least one condition.");
        checks.that(parts.size() <= MAX_PARTS, "", "too_many", "A combination has at most " + MAX_PARTS + " parts.");
        checks.that(
                deepest(parts) < MAX_DEPTH,
                "",
                "too_deep",
                "At most " + MAX_DEPTH + " combinations may lie inside each other.");
        checks.refuseIfAny();
        return List.copyOf(parts);
    }

    private static int deepest(List<Condition> parts) {
        return parts.stream().mapToInt(Condition::depth).max().orElse(0);
    }

    private static String joined(List<Condition> parts) {
        return parts.stream().map(Condition::toString).collect(Collectors.joining(", "));
    }
}
