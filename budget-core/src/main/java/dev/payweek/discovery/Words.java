package dev.payweek.discovery;

import dev.payweek.ledger.CaseFolding;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The words of a bank's text: those that may name a payee, in order, those that hold a digit, and what the others say.
 *
 * @param names case-folded, with their accents, so that they can be looked for in the text
 * @param numbers the words that hold a digit
 * @param marks what the text says besides
 */
record Words(List<String> names, List<String> numbers, int marks) {

    private static final int MOST_NAMES = 6;
    private static final int NO_NAME = Marks.BACK | Marks.EXPENSES | Marks.INTEREST | Marks.FEE | Marks.CARD;

    /** Looks at a text of what came in or went out, by the words alone. */
    static Words of(String text, boolean in) {
        return of(text, in, new KnownWords());
    }

    /** Looks at a text of what came in or went out: what is a bonus among the first may be a name among the second. */
    static Words of(String text, boolean in, KnownWords known) {
        int noName = in ? NO_NAME | Marks.BONUS : NO_NAME;
        String folded = CaseFolding.fold(text);
        List<String> names = new ArrayList<>(4);
        List<String> numbers = List.of();
        Set<String> parts = Set.of();
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
                String said = folded.substring(start, at);
                if (digit) {
                    numbers = numbers.isEmpty() ? new ArrayList<>(2) : numbers;
                    numbers.add(said);
                } else {
                    KnownWords.Word word = known.of(said);
                    marks |= word.marks();
                    if (word.part()) {
                        parts = parts.isEmpty() ? new HashSet<>() : parts;
                        parts.add(word.bare());
                    }
                    if (said.length() > 1
                            && names.size() < MOST_NAMES
                            && !word.rail()
                            && (word.marks() & noName) == 0) {
                        names.add(word.folded());
                    }
                }
            }
            at++;
        }
        return new Words(names, numbers, parts.isEmpty() ? marks : marks | Lexicon.marksOf(parts));
    }
}
