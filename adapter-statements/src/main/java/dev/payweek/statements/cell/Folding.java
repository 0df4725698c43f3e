package dev.payweek.statements.cell;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Words without the differences that banks do not keep to: letter case, accents, punctuation, runs of blanks. */
public final class Folding {

    /** Marks upon letters, marks of direction and the Arabic stroke that only widens a word. */
    private static final Pattern MARKS = Pattern.compile("[\\p{M}\\p{Cf}\\x{640}]+");

    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{Nd}\\x{FFFD}]+");

    private Folding() {}

    /**
     * Returns the folded words, one blank between them: {@code "Détail de l'écriture:"} is {@code "detail de l
     * ecriture"}.
     */
    public static String fold(String text) {
        if (text.chars().allMatch(c -> c < 0x80)) {
            // Most cells: nothing to take apart.
            return BETWEEN.matcher(text.toLowerCase(Locale.ROOT))
                    .replaceAll(" ")
                    .strip();
        }
        String plain = text.toLowerCase(Locale.ROOT)
                .replace("ß", "ss")
                .replace('ł', 'l')
                .replace('ø', 'o')
                .replace('đ', 'd')
                .replace('ı', 'i')
                .replace('\u0629', '\u0647')
                .replace('\u0649', '\u064A')
                .replace("œ", "oe")
                .replace("æ", "ae");
        // The compatible form makes letters of full and half width the same, which Japanese banks mix.
        String bare =
                MARKS.matcher(Normalizer.normalize(plain, Normalizer.Form.NFKD)).replaceAll("");
        return BETWEEN.matcher(bare).replaceAll(" ").strip();
    }
}
