package dev.payweek.statements.text;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;

/** How much a text looks like one of a language that is written in its encoding; only letters beyond ASCII count. */
final class TextScore {

    private static final int ENOUGH = 3_000;
    private static final double FOREIGN = -4;
    private static final double ALONE = -1.5;
    private static final double MONEY_SIGN = 1;
    private static final double CONTROL = -8;
    private static final double SIGN_IN_WORD = -4;
    private static final double SIGN = -0.5;
    private static final double WRONG_CASE = -2;
    private static final double MIXED_SCRIPTS = -2.5;
    private static final double COMMON_IDEOGRAPH = 5;
    private static final double RARE_IDEOGRAPH = -1.5;
    private static final double HALF_WIDTH = 0.6;

    /** Signs that no bank's file is surprised by. */
    private static final String USUAL_SIGNS = "\u00A0€£’–";

    /** Signs that may well stand at one end of a word. */
    private static final String OPENING_SIGNS = "¿¡«»“”„‘‚…°®™©ªº·";

    private TextScore() {}

    static double of(String text, Charset charset) {
        List<Map<Character, Double>> alphabets = Letters.of(charset);
        if (alphabets.isEmpty()) {
            return score(text, Map.of());
        }
        return alphabets.stream()
                .mapToDouble(alphabet -> score(text, alphabet))
                .max()
                .orElse(0);
    }

    private static double score(String text, Map<Character, Double> alphabet) {
        double score = 0;
        int seen = 0;
        for (int i = 0; i < text.length() && seen < ENOUGH; i++) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                seen++;
                char before = i > 0 ? text.charAt(i - 1) : ' ';
                char after = i + 1 < text.length() ? text.charAt(i + 1) : ' ';
                score += of(c, before, after, alphabet);
            }
        }
        return score;
    }

    private static double of(char c, char before, char after, Map<Character, Double> alphabet) {
        if (c < 0xA0 || c == '\uFFFD' || Character.getType(c) == Character.PRIVATE_USE) {
            return CONTROL;
        }
        Double known = alphabet.get(c);
        if (known != null) {
            boolean alone = !Character.isLetter(before) && !Character.isLetter(after) && c < 0x590;
            return alone ? ALONE : known + context(c, before, after);
        }
        boolean besideNumber = Character.isDigit(after) || Character.isDigit(before) || after == '$';
        if (Character.getType(c) == Character.CURRENCY_SYMBOL && besideNumber) {
            return MONEY_SIGN;
        }
        if (Character.isIdeographic(c)) {
            return alphabet.isEmpty() ? eastern(Letters.isCommonHan(c), before, after) : FOREIGN;
        }
        Character.UnicodeScript script = Character.UnicodeScript.of(c);
        if (script == Character.UnicodeScript.HANGUL) {
            return eastern(Letters.isCommonHangul(c), before, after);
        }
        if (script == Character.UnicodeScript.HIRAGANA || script == Character.UnicodeScript.KATAKANA) {
            return c >= '\uFF00' ? halfWidth(before, after) : eastern(true, before, after);
        }
        if (Character.isLetter(c)) {
            // Letters of full width are usual in East Asia, where no other alphabet is known.
            return alphabet.isEmpty() && c >= '\uFF00' ? 2 : FOREIGN;
        }
        boolean inWord = OPENING_SIGNS.indexOf(c) < 0
                ? Character.isLetter(before) || Character.isLetter(after)
                : Character.isLetter(before) && Character.isLetter(after);
        if (USUAL_SIGNS.indexOf(c) >= 0) {
            return 0;
        }
        boolean eastern = alphabet.isEmpty() && (c >= '\uFF00' || (c >= '\u3000' && c <= '\u30FF'));
        return eastern ? 1 : inWord ? SIGN_IN_WORD : SIGN;
    }

    /** One ideograph is two bytes, and stands among others rather than among the letters of a Latin word. */
    private static double eastern(boolean common, char before, char after) {
        boolean amongLatin = isSmallLatin(before) || isSmallLatin(after);
        return (common ? COMMON_IDEOGRAPH : RARE_IDEOGRAPH) + (amongLatin ? MIXED_SCRIPTS * 2 : 0);
    }

    private static double halfWidth(char before, char after) {
        return HALF_WIDTH + (isSmallLatin(before) || isSmallLatin(after) ? MIXED_SCRIPTS : 0);
    }

    private static boolean isSmallLatin(char c) {
        return c >= 'a' && c <= 'z';
    }

    private static double context(char c, char before, char after) {
        double score = 0;
        if (Character.isUpperCase(c) && Character.isLowerCase(before)) {
            score += WRONG_CASE;
        }
        if (Character.isLowerCase(c) && Character.isUpperCase(before) && Character.isUpperCase(after)) {
            score += WRONG_CASE;
        }
        if ((c == 'ğ' || c == 'Ğ') && !Character.isLetter(before)) {
            // The one letter that never begins a word of the language that has it.
            score += FOREIGN;
        }
        boolean latin = Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN;
        if (!latin && Character.isLetter(c) && (isLatinLetter(before) || isLatinLetter(after))) {
            score += MIXED_SCRIPTS;
        }
        return score;
    }

    private static boolean isLatinLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
}
