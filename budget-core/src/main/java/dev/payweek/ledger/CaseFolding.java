package dev.payweek.ledger;

import java.util.Locale;

/** Text made comparable without regard to letter case, in the same way on every machine and in every store. */
public final class CaseFolding {

    private CaseFolding() {}

    /**
     * Returns the text with letter case removed by Unicode's own mapping, never by the machine's locale: {@code "STRASSE"}
     * and {@code "straße"} become equal, and a Turkish machine folds {@code "I"} as any other does.
     */
    public static String fold(String text) {
        return text.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }
}
