package dev.payweek.rule;

/** How a condition compares a text. Letter case never counts. */
public enum TextOperator {
    /** The whole text is the value. */
    IS,
    /** The value occurs somewhere in the text. */
    CONTAINS,
    /** The text begins with the value. */
    STARTS_WITH,
    /** The text ends with the value. */
    ENDS_WITH;

    /** Both sides are already case-folded. */
    boolean holds(String text, String value) {
        return switch (this) {
            case IS -> text.equals(value);
            case CONTAINS -> text.contains(value);
            case STARTS_WITH -> text.startsWith(value);
            case ENDS_WITH -> text.endsWith(value);
        };
    }
}
