package dev.payweek.statements.csv;

import dev.payweek.statements.cell.Folding;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Known phrases, looked up in cells as banks write them; most cells are no match after a letter or two. */
final class Phrases {

    /** The place of what is between words. */
    static final int BLANK = 36;

    /** The places of the plain characters: a digit, a letter in either case, or what is between words. */
    private static final byte[] SLOTS = new byte[0x80];

    static {
        Arrays.fill(SLOTS, (byte) BLANK);
        for (char c = '0'; c <= '9'; c++) {
            SLOTS[c] = (byte) (c - '0');
        }
        for (char c = 'a'; c <= 'z'; c++) {
            SLOTS[c] = (byte) (c - 'a' + 10);
            SLOTS[c - 'a' + 'A'] = SLOTS[c];
        }
    }

    private static final class Node {
        private final Node[] next = new Node[BLANK + 1];
        private boolean isEnd;
    }

    private static final Node NOWHERE = new Node();

    private final Node root = new Node();

    /** By the slots of two letters: whether a phrase begins with them. */
    private final boolean[] beginnings = new boolean[(BLANK + 1) * (BLANK + 1)];

    /** Phrases of other scripts than the Latin one, which are looked up whole. */
    private final Set<String> foreign = new HashSet<>();

    private final Map<Character, List<String>> foreignByFirst = new HashMap<>();

    /** Learns a folded phrase with single blanks between its words. */
    void add(String phrase) {
        if (!isPlain(phrase)) {
            if (foreign.add(phrase)) {
                foreignByFirst
                        .computeIfAbsent(phrase.charAt(0), first -> new ArrayList<>())
                        .add(phrase);
            }
            return;
        }
        int second = phrase.length() > 1 ? SLOTS[phrase.charAt(1)] : BLANK;
        beginnings[SLOTS[phrase.charAt(0)] * (BLANK + 1) + second] = true;
        Node node = root;
        for (int i = 0; i < phrase.length(); i++) {
            int slot = SLOTS[phrase.charAt(i)];
            Node child = node.next[slot];
            if (child == null) {
                child = new Node();
                node.next[slot] = child;
            }
            node = child;
        }
        node.isEnd = true;
    }

    /** Returns whether a text is one of the phrases, letter case, accents and punctuation aside. */
    boolean is(String text) {
        return matches(text, nextWord(text, 0), true) || (!isPlain(text) && foreign.contains(Folding.fold(text)));
    }

    /** Returns whether a text is one of the phrases or begins with one, as whole words. */
    boolean begins(String text) {
        return matches(text, nextWord(text, 0), false)
                || is(text)
                || (!isPlain(text) && foreignBegins(Folding.fold(text)));
    }

    private boolean foreignBegins(String folded) {
        boolean joined = !folded.isEmpty() && hasNoBlanks(folded);
        for (int end = 1; end < folded.length(); end++) {
            if ((joined || folded.charAt(end) == ' ') && foreign.contains(folded.substring(0, end))) {
                return true;
            }
        }
        return false;
    }

    /** Returns whether a text holds one of the phrases, as whole words. */
    boolean areIn(String text) {
        int at = 0;
        int seen = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (isWordPart(c)) {
                if (mayBegin(text, at) && matches(text, at, false)) {
                    return true;
                }
                while (at < text.length() && isWordPart(text.charAt(at))) {
                    seen |= text.charAt(at++);
                }
            } else {
                seen |= c;
                at++;
            }
        }
        return seen >= 0x80 && areInForeign(Folding.fold(text));
    }

    /** Returns whether the first two letters of a word are those of a phrase; most words need no further look. */
    private boolean mayBegin(String text, int at) {
        char first = text.charAt(at);
        char second = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
        return (first | second) >= 0x80 || beginnings[SLOTS[first] * (BLANK + 1) + SLOTS[second]];
    }

    /** Chinese, Japanese and Thai put no blanks between words, so there a phrase may stand anywhere. */
    private boolean areInForeign(String folded) {
        for (int at = 0; at < folded.length(); at++) {
            boolean begins = at == 0 || folded.charAt(at - 1) == ' ';
            for (String phrase : foreignByFirst.getOrDefault(folded.charAt(at), List.of())) {
                int end = at + phrase.length();
                if (folded.startsWith(phrase, at)
                        && (hasNoBlanks(phrase) || (begins && (end == folded.length() || folded.charAt(end) == ' ')))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean hasNoBlanks(String phrase) {
        int letter = phrase.codePointAt(0);
        return Character.isIdeographic(letter)
                || Character.UnicodeScript.of(letter) == Character.UnicodeScript.THAI
                || Character.UnicodeScript.of(letter) == Character.UnicodeScript.HIRAGANA
                || Character.UnicodeScript.of(letter) == Character.UnicodeScript.KATAKANA
                || Character.UnicodeScript.of(letter) == Character.UnicodeScript.HANGUL;
    }

    /** Returns whether a text is of plain characters only. */
    static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    @SuppressWarnings("ReferenceEquality")
    private boolean matches(String text, int start, boolean toTheEnd) {
        Node node = root;
        int at = start;
        while (at < text.length() && node != NOWHERE) {
            char c = text.charAt(at);
            if (c >= 0x80) {
                // Only now is it worth while to fold the text; what is folded and still foreign is no phrase.
                String folded = Folding.fold(text.substring(start));
                return !folded.equals(text.substring(start)) && matches(folded, 0, toTheEnd);
            }
            if (isWordPart(c)) {
                node = step(node, c);
                at++;
            } else {
                if (node.isEnd && !toTheEnd) {
                    return true;
                }
                at = nextWord(text, at);
                node = at < text.length() ? step(node, ' ') : node;
            }
        }
        return node.isEnd && at == text.length();
    }

    /** Steps on by one character; to nowhere if no phrase goes on so. */
    private static Node step(Node node, char c) {
        Node next = c < 0x80 ? node.next[SLOTS[c]] : NOWHERE;
        return next == null ? NOWHERE : next;
    }

    /** Returns the place of a plain character: the same for a letter in either case. */
    static int slot(char c) {
        return SLOTS[c];
    }

    private static int nextWord(String text, int start) {
        int at = start;
        while (at < text.length() && !isWordPart(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static boolean isWordPart(char c) {
        return c < 0x80 ? SLOTS[c] != BLANK : Character.isLetterOrDigit(c) || c == '\uFFFD';
    }
}
