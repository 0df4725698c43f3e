package dev.payweek.ledger;

import java.util.Locale;

/**
 * Text made comparable without regard to letter case, in the same way on every machine and in every store.
 *
 * <pre>{@code
 * CaseFolding.fold("STRAẞE");    // "strasse"
 * }</pre>
 *
 * <p>Safe for use by any number of threads.
 */
public final class CaseFolding {

    private CaseFolding() {}

    /**
     * Returns the text with letter case removed by Unicode's own mapping, never by the machine's locale: {@code
     * "STRASSE"}, {@code "straße"} and {@code "STRAẞE"} become equal, and a Turkish machine folds {@code "I"} as any
     * other does.
     *
     * <p>A part of a text folds to a part of the folded text, and folding twice is folding once. To lower case first,
     * because the capital ẞ has no other way to ss; the sigma at a word's end becomes the common one, because it is
     * chosen by what follows. The dotless ı stays itself, as Unicode's default folding leaves it: only Turkish writes
     * it I, and folding it so would find {@code "sik"} in a text that says {@code "sık"}.
     */
    public static String fold(String text) {
        if (isAscii(text)) {
            return text.toLowerCase(Locale.ROOT);
        }
        int dotless = text.indexOf('ı');
        return dotless < 0
                ? folded(text)
                : folded(text.substring(0, dotless)) + 'ı' + fold(text.substring(dotless + 1));
    }

    private static String folded(String text) {
        return text.toLowerCase(Locale.ROOT)
                .toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT)
                .replace('ς', 'σ');
    }

    /** Nearly all texts are, and for them one step does. */
    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > '\u007f') {
                return false;
            }
        }
        return true;
    }
}
