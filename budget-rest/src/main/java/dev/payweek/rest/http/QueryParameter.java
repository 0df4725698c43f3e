package dev.payweek.rest.http;

import java.util.List;
import java.util.Optional;

/**
 * A parameter that the query may hold.
 *
 * @param name its name
 * @param type what its value is
 * @param meaning what it does, in a sentence
 * @param choices the words it takes; any when empty
 * @param bounds the least and the most it takes, both inclusive
 */
public record QueryParameter(String name, Type type, String meaning, List<String> choices, Optional<Bounds> bounds) {

    /** Creates a parameter that takes any value of its type. */
    public QueryParameter(String name, Type type, String meaning) {
        this(name, type, meaning, List.of(), Optional.empty());
    }

    /**
     * What a number may be.
     *
     * @param least the smallest, inclusive
     * @param most the largest, inclusive
     */
    public record Bounds(int least, int most) {}

    /** Returns this parameter as one that takes these words only. */
    public QueryParameter oneOf(String... words) {
        return new QueryParameter(name, type, meaning, List.of(words), bounds);
    }

    /** Returns this parameter as one that takes whole numbers from the least to the most, both inclusive. */
    public QueryParameter within(int least, int most) {
        return new QueryParameter(name, type, meaning, choices, Optional.of(new Bounds(least, most)));
    }

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
