package dev.payweek.rule;

import java.util.List;
import java.util.Locale;

/**
 * How a condition compares. Letter case never counts in texts; every bound is inclusive unless its name denies it:
 * {@code amount between 4 and 4.50} holds of 4.50, {@code amount less_than 4.50} does not.
 *
 * <p>Immutable and safe for use by any number of threads.
 */
public enum Operator {
    /** The whole text, amount or word is the value. */
    IS,
    /** The whole text or word is one of the values. */
    ONE_OF,
    /** The value occurs somewhere in the text. */
    CONTAINS,
    /** The text begins with the value. */
    STARTS_WITH,
    /** The text ends with the value. */
    ENDS_WITH,
    /** The regular expression is found somewhere in the text. */
    MATCHES,
    /** The amount is below the value. */
    LESS_THAN,
    /** The amount is the value or below. */
    AT_MOST,
    /** The amount is above the value. */
    GREATER_THAN,
    /** The amount is the value or above. */
    AT_LEAST,
    /** The day is the value. */
    ON,
    /** The day is earlier than the value. */
    BEFORE,
    /** The day is later than the value. */
    AFTER,
    /** The amount or day is one of the two values or lies between them. */
    BETWEEN;

    static final List<Operator> OF_TEXTS = List.of(IS, ONE_OF, CONTAINS, STARTS_WITH, ENDS_WITH, MATCHES);
    static final List<Operator> OF_AMOUNTS = List.of(IS, LESS_THAN, AT_MOST, GREATER_THAN, AT_LEAST, BETWEEN);
    static final List<Operator> OF_DATES = List.of(ON, BEFORE, AFTER, BETWEEN);
    static final List<Operator> OF_WORDS = List.of(IS, ONE_OF);

    /** Returns its name as conditions are written: {@code starts_with}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the fewest values it compares with, inclusive. */
    public int fewestValues() {
        return this == BETWEEN ? 2 : 1;
    }

    /** Returns the most values it compares with, inclusive. */
    public int mostValues() {
        return this == ONE_OF ? 100 : fewestValues();
    }

    /** Returns whether its values are a list, even of one. */
    public boolean takesList() {
        return this == ONE_OF || this == BETWEEN;
    }
}
