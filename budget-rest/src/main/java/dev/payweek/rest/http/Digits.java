package dev.payweek.rest.http;

import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * Whole numbers as they stand in a request: ASCII digits, with a minus at most. Java's own reading also takes a plus
 * and the digits of every other script, by which one thing would have many addresses. Holds no state.
 */
public final class Digits {

    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,19}");

    private Digits() {}

    /** Returns the number that a text is; nothing if it is none, or none that 64 bits hold. */
    public static OptionalLong number(String text) {
        if (!NUMBER.matcher(text).matches()) {
            return OptionalLong.empty();
        }
        try {
            return OptionalLong.of(Long.parseLong(text));
        } catch (NumberFormatException e) {
            return OptionalLong.empty(); // larger than 64 bits hold
        }
    }
}
