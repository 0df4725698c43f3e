package dev.payweek.rest.http;

/**
 * A parameter that the query may hold.
 *
 * @param name its name
 * @param type what its value is
 * @param meaning what it does, in a sentence
 */
public record QueryParameter(String name, Type type, String meaning) {
    /** What the value of a parameter is. */
    public enum Type {
        /** Any text. */
        TEXT,
        /** A day, {@code YYYY-MM-DD}. */
        DATE,
        /** A whole number. */
        INTEGER,
        /** An amount in the ledger's currency. */
        AMOUNT,
        /** {@code true} or {@code false}; true when it stands without a value. */
        FLAG
    }
}
