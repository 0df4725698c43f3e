package dev.payweek.rest.json;

import java.util.Locale;

/** The words of JSON: names of fields and of constants. */
public final class Names {

    private Names() {}

    /** Returns {@code refund_of} for {@code refundOf}. */
    static String snakeCase(String camelCase) {
        return camelCase.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
    }

    /** Returns {@code in_progress} for {@code IN_PROGRESS}. */
    public static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
