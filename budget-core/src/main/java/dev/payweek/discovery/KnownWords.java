package dev.payweek.discovery;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** What banks mean by a word, remembered for as many words as banks use: the same few come again. For one thread. */
final class KnownWords {

    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
    private static final int MOST = 1 << 16;

    /**
     * A word without digits.
     *
     * @param folded the word in one case, with its accents, so that it can be looked for in the text
     * @param bare without accents, as the lexicon has it
     * @param rail whether it says how money moved, or when, and never between whom
     * @param marks what it says by itself
     * @param part whether it says something together with others
     */
    record Word(String folded, String bare, boolean rail, int marks, boolean part) {

        private static Word of(String folded) {
            String bare = KnownWords.bare(folded);
            return new Word(folded, bare, Lexicon.isRail(bare), Lexicon.marksOf(bare), Lexicon.isPart(bare));
        }
    }

    private final Map<String, Word> words = new HashMap<>();

    Word of(String folded) {
        Word known = words.get(folded);
        if (known == null) {
            known = Word.of(folded);
            if (words.size() < MOST) {
                words.put(folded, known);
            }
        }
        return known;
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
