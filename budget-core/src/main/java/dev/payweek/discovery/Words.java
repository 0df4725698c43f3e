package dev.payweek.discovery;

import dev.payweek.ledger.CaseFolding;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The words of a bank's text: those that may name a payee, in order, those that hold a digit, and what the others say.
 *
 * @param names case-folded, with their accents, so that they can be looked for in the text
 * @param numbers the words that hold a digit
 * @param marks what the text says besides
 */
record Words(List<String> names, List<String> numbers, int marks) {

    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
    private static final int MOST_NAMES = 6;
    private static final int NO_NAME = Marks.BACK | Marks.EXPENSES | Marks.INTEREST | Marks.FEE | Marks.CARD;

    /** Looks at a text of what came in or went out: what is a bonus among the first may be a name among the second. */
    static Words of(String text, boolean in) {
        int noName = in ? NO_NAME | Marks.BONUS : NO_NAME;
        String folded = CaseFolding.fold(text);
        List<String> names = new ArrayList<>(4);
        List<String> numbers = new ArrayList<>(2);
        Set<String> bare = new LinkedHashSet<>();
        int marks = 0;
        int at = 0;
        while (at < folded.length()) {
            int start = at;
            boolean digit = false;
            while (at < folded.length() && Character.isLetterOrDigit(folded.charAt(at))) {
                digit |= Character.isDigit(folded.charAt(at));
                at++;
            }
            if (at > start) {
                String word = folded.substring(start, at);
                if (digit) {
                    numbers.add(word);
                } else {
                    String plain = bare(word);
                    bare.add(plain);
                    marks |= Lexicon.marksOf(plain);
                    if (word.length() > 1
                            && names.size() < MOST_NAMES
                            && !Lexicon.isRail(plain)
                            && (Lexicon.marksOf(plain) & noName) == 0) {
                        names.add(word);
                    }
                }
            }
            at++;
        }
        return new Words(names, numbers, marks | Lexicon.marksOf(bare));
    }

    private static String bare(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (word.charAt(i) > 127) {
                return ACCENTS.matcher(Normalizer.normalize(word, Normalizer.Form.NFD))
                        .replaceAll("");
            }
        }
        return word;
    }
}
