package dev.payweek.match;

import dev.payweek.ledger.CaseFolding;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds which of many phrases occur in a text, in one pass whose length is the text's, however many phrases there are.
 *
 * <p>An automaton of Aho and Corasick whose every step is written out in one dense table. Letter case never counts.
 *
 * <pre>{@code
 * var finder = new AhoCorasick(Map.of("coffee", List.of(7), "shell", List.of(2, 9)));
 * List<Integer> found = new ArrayList<>();
 * finder.find("Corner COFFEE 4711", numbers -> found.add(numbers[0]));
 * found.get(0);    // 7
 * }</pre>
 *
 * <p>Its memory is bounded: the letters beyond ASCII share a few columns and, when the phrases are too many, only their
 * beginnings are looked for. Then it may report a phrase that is not there, never miss one that is; {@link #isExact}
 * says for which phrases a report is the truth.
 *
 * <p>Immutable and safe for use by any number of threads.
 */
public final class AhoCorasick {

    /** The most cells the table may have, inclusive: 16 megabytes. */
    private static final int MAX_CELLS = 4_000_000;

    private static final int ASCII = 128;
    private static final int SHARED_COLUMNS = 32;
    private static final int[] NOTHING = {};

    /** Column of each ASCII character; 0 for those in no phrase. A capital has the column of its small letter. */
    private final int[] columnOf = new int[ASCII];

    private final int columns;

    /** How many columns the letters beyond ASCII share; none when no phrase has any. */
    private final int shared;

    private final int longest;

    /** For each state a row: the row of the next state, or its complement when that state has something to report. */
    private final int[] next;

    private final int[][] reports;

    /** Takes what was found. */
    @FunctionalInterface
    public interface Finding {
        /** Is given the numbers of phrases that end at one place, ascending, each once. Not to be changed. */
        void found(int[] ascending);
    }

    /**
     * Builds the automaton.
     *
     * @param phrases case-folded texts, none empty, each with the numbers to report for it
     */
    public AhoCorasick(Map<String, List<Integer>> phrases) {
        int used = 0;
        for (char c : charactersOf(phrases)) {
            if (c < ASCII && columnOf[c] == 0) {
                columnOf[c] = ++used;
            }
        }
        for (char c = 'A'; c <= 'Z'; c++) {
            columnOf[c] = columnOf[Character.toLowerCase(c)];
        }
        this.shared = phrases.keySet().stream().allMatch(AhoCorasick::isSimple) ? 0 : SHARED_COLUMNS;
        this.columns = used + 1 + shared;
        this.longest = longestThatFits(phrases);
        var trie = new Trie();
        phrases.forEach(trie::add);
        this.reports = trie.reports();
        this.next = trie.table();
    }

    private static char[] charactersOf(Map<String, List<Integer>> phrases) {
        return String.join("", phrases.keySet()).toCharArray();
    }

    private int longestThatFits(Map<String, List<Integer>> phrases) {
        int length = phrases.keySet().stream().mapToInt(String::length).max().orElse(0);
        while (length > 1 && states(phrases, length) * columns > MAX_CELLS) {
            length = length * 3 / 4;
        }
        return length;
    }

    private static long states(Map<String, List<Integer>> phrases, int length) {
        return 1
                + phrases.keySet().stream()
                        .mapToLong(phrase -> Math.min(length, phrase.length()))
                        .sum();
    }

    /** Returns whether this phrase is reported only where it is. */
    public boolean isExact(String phrase) {
        return phrase.length() <= longest && isSimple(phrase);
    }

    private static boolean isSimple(String phrase) {
        return phrase.chars().allMatch(c -> c < ASCII);
    }

    /** Reports the phrases of a text, which need not be case-folded. */
    public void find(String text, Finding finding) {
        int row = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= ASCII) {
                findFolded(CaseFolding.fold(text), finding);
                return;
            }
            row = next[row + columnOf[c]];
            if (row < 0) {
                row = ~row;
                finding.found(reports[row / columns]);
            }
        }
    }

    private void findFolded(String text, Finding finding) {
        int row = 0;
        for (int i = 0; i < text.length(); i++) {
            row = next[row + column(text.charAt(i))];
            if (row < 0) {
                row = ~row;
                finding.found(reports[row / columns]);
            }
        }
    }

    private int column(char c) {
        if (c < ASCII) {
            return columnOf[c];
        }
        return shared == 0 ? 0 : columns - 1 - c % shared;
    }

    /** The phrases as a tree of their beginnings, to be written out as the table. */
    private final class Trie {

        private int[] children = new int[64 * columns];
        private final List<TreeSet<Integer>> own = new ArrayList<>(List.of(new TreeSet<>()));

        void add(String phrase, List<Integer> numbers) {
            int state = 0;
            for (int i = 0; i < Math.min(longest, phrase.length()); i++) {
                int cell = state * columns + column(phrase.charAt(i));
                if (children[cell] == 0) {
                    children[cell] = own.size();
                    own.add(new TreeSet<>());
                    if (own.size() * columns > children.length) {
                        children = Arrays.copyOf(children, children.length * 2);
                    }
                }
                state = children[cell];
            }
            for (int number : numbers) {
                own.get(state).add(number);
            }
        }

        /** Completes the steps from the root outwards and returns what each state reports. */
        int[][] reports() {
            int states = own.size();
            int[][] reports = new int[states][];
            Arrays.fill(reports, NOTHING);
            int[] shorter = new int[states];
            int[] queue = new int[states];
            int last = 1;
            for (int head = 0; head < last; head++) {
                int state = queue[head];
                reports[state] = merged(own.get(state), reports[shorter[state]], state);
                for (int column = 0; column < columns; column++) {
                    int cell = state * columns + column;
                    int child = children[cell];
                    int elsewhere = state == 0 ? 0 : children[shorter[state] * columns + column];
                    if (child == 0) {
                        children[cell] = elsewhere;
                    } else {
                        shorter[child] = elsewhere;
                        queue[last++] = child;
                    }
                }
            }
            return reports;
        }

        private int[] merged(Set<Integer> own, int[] ofShorter, int state) {
            if (own.isEmpty() || state == 0) {
                return ofShorter;
            }
            for (int number : ofShorter) {
                own.add(number);
            }
            return own.stream().mapToInt(Integer::intValue).toArray();
        }

        int[] table() {
            int[] table = new int[own.size() * columns];
            for (int cell = 0; cell < table.length; cell++) {
                int state = children[cell];
                int row = state * columns;
                table[cell] = reports[state].length == 0 ? row : ~row;
            }
            return table;
        }
    }
}
