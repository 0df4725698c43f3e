package dev.payweek.rest.http;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A parameter that the query may hold.
 *
 * @param name its name
 * @param type what its value is
 * @param meaning what it does, in a sentence
 * @param choices the words it takes; any when empty
 * @param bounds the least and the most it takes, both inclusive
 * @param reading what is made of its text; nothing when that is taken as it is
 */
public record QueryParameter(
        String name,
        Type type,
        String meaning,
        List<String> choices,
        Optional<Bounds> bounds,
        Optional<Reading> reading) {

    /** Creates a parameter that takes any value of its type. */
    public QueryParameter(String name, Type type, String meaning) {
        this(name, type, meaning, List.of(), Optional.empty(), Optional.empty());
    }

    /**
     * What a number may be.
     *
     * @param least the smallest, inclusive
     * @param most the largest, inclusive
     */
    public record Bounds(int least, int most) {}

    /**
     * What is made of a text.
     *
     * @param expected what the text must be, after "must be"
     * @param reader refuses a text that is something else
     */
    public record Reading(String expected, Reader reader) {}

    /** Makes something of a text. */
    @FunctionalInterface
    public interface Reader {

        /**
         * Returns what the text means.
         *
         * @param all every parameter that was sent, by name
         * @throws RuntimeException if it means nothing here
         */
        Object read(String text, Map<String, String> all);
    }

    /** Returns this parameter as one that takes these words only. */
    public QueryParameter oneOf(String... words) {
        return new QueryParameter(name, type, meaning, List.of(words), bounds, reading);
    }

    /** Returns this parameter as one that takes whole numbers from the least to the most, both inclusive. */
    public QueryParameter within(int least, int most) {
        return new QueryParameter(name, type, meaning, choices, Optional.of(new Bounds(least, most)), reading);
    }

    /** Returns this parameter as one whose text is read; a refusal becomes a problem of the parameter. */
    public QueryParameter readAs(String expected, Reader reader) {
        return new QueryParameter(name, type, meaning, choices, bounds, Optional.of(new Reading(expected, reader)));
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
