package dev.payweek.ledger;

import dev.payweek.refusal.LedgerException;

/**
 * Where the category of an expense came from. A person's choice outranks a rule's, that a hint in the imported file,
 * and that the default.
 *
 * <pre>{@code
 * Provenance.rule(7, 3);                                              // RULE 7 3
 * Provenance.parse("RULE 7 3").equals(Provenance.rule(7, 3));         // true
 * }</pre>
 *
 * <p>Immutable and safe for use by any number of threads.
 *
 * @param origin who decided
 * @param ruleId the rule, when a rule decided; else 0
 * @param ruleVersion the rule's version when it decided; else 0
 */
public record Provenance(Origin origin, long ruleId, int ruleVersion) {

    /** Who decided on a category, weakest first. */
    public enum Origin {
        /** Nobody: no rule matched. */
        DEFAULT,
        /** The imported file named a category. */
        IMPORT_HINT,
        /** A category rule. */
        RULE,
        /** A person. */
        MANUAL
    }

    /** A person decided. */
    public static final Provenance MANUAL = new Provenance(Origin.MANUAL, 0, 0);

    /** The imported file decided. */
    public static final Provenance IMPORT_HINT = new Provenance(Origin.IMPORT_HINT, 0, 0);

    /** Nobody decided. */
    public static final Provenance DEFAULT = new Provenance(Origin.DEFAULT, 0, 0);

    /** Returns the provenance of a rule's decision. */
    public static Provenance rule(long id, int version) {
        return new Provenance(Origin.RULE, id, version);
    }

    /**
     * Returns the provenance that {@link #toString} wrote.
     *
     * @throws LedgerException if the text is of another form
     */
    public static Provenance parse(String text) {
        String[] words = text.split(" ");
        try {
            Origin origin = Origin.valueOf(words[0]);
            return origin == Origin.RULE
                    ? rule(Long.parseLong(words[1]), Integer.parseInt(words[2]))
                    : new Provenance(origin, 0, 0);
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            throw LedgerException.invalid(
                    "provenance", "malformed", "\"" + text + "\" is not where a category comes from.");
        }
    }

    /** Returns a text for storage, such as {@code "RULE 7 3"}. */
    @Override
    public String toString() {
        return origin == Origin.RULE ? origin + " " + ruleId + " " + ruleVersion : origin.name();
    }
}
