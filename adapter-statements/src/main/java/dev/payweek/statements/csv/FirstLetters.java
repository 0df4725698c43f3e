package dev.payweek.statements.csv;

import java.util.BitSet;

/**
 * The first letters of words: they show of most texts, in one look, that they begin with none of the words.
 *
 * <pre>{@code
 * letters.add("opening");
 * letters.mayBegin("OPENING BALANCE");     // true
 * letters.mayBegin("Corner Coffee");       // false
 * }</pre>
 */
final class FirstLetters {

    private static final int LETTERS = 4;
    private static final int BITS = 6;
    private static final int ALL = (1 << (LETTERS * BITS)) - 1;

    /** Spreads four letters over few places; two that share one cost a further look. */
    private static final int SPREAD = 0x9E3779B1;

    private static final int UNUSED = Integer.SIZE - 16;

    private final BitSet atStart = new BitSet();
    private final BitSet anywhere = new BitSet();

    /** Learns a folded word, or the first one of a phrase. */
    void add(String word) {
        if (Phrases.isPlain(word)) {
            atStart.set(letters(word));
        }
    }

    /** Learns what the first word of a text may hold anywhere, as Tagessaldo holds saldo. */
    void addWithin(String part) {
        if (Phrases.isPlain(part)) {
            if (part.length() < LETTERS) {
                throw new IllegalArgumentException("\"" + part + "\" is too short to be looked for within words");
            }
            anywhere.set(letters(part));
        }
    }

    private static int letters(String word) {
        int letters = 0;
        boolean ended = false;
        for (int i = 0; i < LETTERS; i++) {
            ended = ended || i == word.length() || Phrases.slot(word.charAt(i)) == Phrases.BLANK;
            letters = (letters << BITS) | (ended ? Phrases.BLANK : Phrases.slot(word.charAt(i)));
        }
        return place(letters);
    }

    private static int place(int letters) {
        return ((letters & ALL) * SPREAD) >>> UNUSED;
    }

    /** Returns whether the first word of a text may be one of those learned; always where it is not plain. */
    boolean mayBegin(String text) {
        int letters = 0;
        boolean ended = false;
        for (int i = 0; i < LETTERS || !ended; i++) {
            ended |= i == text.length();
            char c = ended ? ' ' : text.charAt(i);
            if (c >= 0x80) {
                return true;
            }
            int slot = Phrases.slot(c);
            ended |= slot == Phrases.BLANK;
            letters = letters << BITS | slot;
            if (i >= LETTERS - 1) {
                int place = place(letters);
                if ((i == LETTERS - 1 && atStart.get(place)) || anywhere.get(place)) {
                    return true;
                }
            }
        }
        return false;
    }
}
