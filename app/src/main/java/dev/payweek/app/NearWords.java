package dev.payweek.app;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Which of the words there are somebody may have meant: {@code hlep} is near {@code help}. */
final class NearWords {

    private static final int MOST = 3;

    /** One slip of the finger in so many letters. */
    private static final int LETTERS_A_SLIP = 3;

    private NearWords() {}

    /** Returns the nearest ones, the nearest first; none where all are far off. */
    static List<String> of(String typed, Collection<String> known) {
        String folded = typed.toLowerCase(Locale.ROOT);
        int slips = Math.max(1, folded.length() / LETTERS_A_SLIP);
        return known.stream()
                .filter(word -> slips(folded, word.toLowerCase(Locale.ROOT)) <= slips)
                .sorted(Comparator.comparingInt((String word) -> slips(folded, word.toLowerCase(Locale.ROOT)))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(MOST)
                .toList();
    }

    /** Returns the end of a sentence: {@code "; did you mean help?"}, or a full stop where nothing is near. */
    static String question(String typed, Collection<String> known) {
        List<String> near = of(typed, known);
        return near.isEmpty() ? "." : "; did you mean " + String.join(" or ", near) + "?";
    }

    /** Counts the letters that are missing, too many, wrong, or in the wrong order beside each other. */
    private static int slips(String typed, String word) {
        int[][] least = new int[typed.length() + 1][word.length() + 1];
        for (int i = 0; i <= typed.length(); i++) {
            for (int j = 0; j <= word.length(); j++) {
                least[i][j] = i == 0 || j == 0 ? i + j : slips(least, typed, word, i, j);
            }
        }
        return least[typed.length()][word.length()];
    }

    private static int slips(int[][] least, String typed, String word, int i, int j) {
        int same = typed.charAt(i - 1) == word.charAt(j - 1) ? 0 : 1;
        int best = Math.min(least[i - 1][j - 1] + same, 1 + Math.min(least[i - 1][j], least[i][j - 1]));
        boolean swapped = i > 1
                && j > 1
                && typed.charAt(i - 1) == word.charAt(j - 2)
                && typed.charAt(i - 2) == word.charAt(j - 1);
        return swapped ? Math.min(best, least[i - 2][j - 2] + 1) : best;
    }
}
