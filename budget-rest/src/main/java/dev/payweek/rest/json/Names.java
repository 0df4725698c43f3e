package dev.payweek.rest.json;

import java.util.Locale;

/** The names of JSON fields. */
final class Names {

    private Names() {}

    /** Returns {@code refund_of} for {@code refundOf}. */
    static String snakeCase(String camelCase) {
        return camelCase.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
    }
}
