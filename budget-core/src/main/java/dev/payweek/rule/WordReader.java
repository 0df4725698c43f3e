package dev.payweek.rule;

import dev.payweek.refusal.LedgerException;

/** Reads the words, quoted texts and signs that conditions and actions are written with. */
final class WordReader {

    private static final int MAX_LENGTH = 100_000;

    private final String text;
    private final String field;
    private final String example;
    private int at;

    /**
     * Begins at the start of a text.
     *
     * @param field where the text stands, for refusals
     * @param example a sentence that shows how such a text reads
     */
    WordReader(String text, String field, String example) {
        if (text.length() > MAX_LENGTH) {
            throw LedgerException.invalid(
                    field, "too_long", "It must not have more than " + MAX_LENGTH + " characters.");
        }
        this.text = text;
        this.field = field;
        this.example = example;
    }

    static String quoted(String value) {
        return "\"" + value.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    /** Returns the letters and underscores that stand here; possibly none. */
    String word() {
        skipBlanks();
        int start = at;
        while (at < text.length() && (Character.isLetter(text.charAt(at)) || text.charAt(at) == '_')) {
            at++;
        }
        return text.substring(start, at);
    }

    /** Returns a number, day or word without quotes. */
    String bare() {
        skipBlanks();
        int start = at;
        while (at < text.length() && isBare(text.charAt(at))) {
            at++;
        }
        if (start == at) {
            throw malformed("a value");
        }
        return text.substring(start, at);
    }

    private static boolean isBare(char c) {
        return Character.isLetterOrDigit(c) || c == '-' || c == '+' || c == '.';
    }

    String quoted() {
        expect('"');
        StringBuilder value = new StringBuilder();
        while (at < text.length() && text.charAt(at) != '"') {
            if (text.charAt(at) == '\\' && at + 1 < text.length()) {
                at++;
            }
            value.append(text.charAt(at++));
        }
        expect('"');
        return value.toString();
    }

    boolean isNext(char wanted) {
        skipBlanks();
        return at < text.length() && text.charAt(at) == wanted;
    }

    boolean accept(char wanted) {
        boolean there = isNext(wanted);
        if (there) {
            at++;
        }
        return there;
    }

    void expect(char wanted) {
        if (!accept(wanted)) {
            throw malformed("'" + wanted + "'");
        }
    }

    /** Returns everything that is left. */
    String rest() {
        String left = text.substring(at).strip();
        at = text.length();
        return left;
    }

    void expectEnd() {
        skipBlanks();
        if (at < text.length()) {
            throw malformed("the end");
        }
    }

    private void skipBlanks() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    LedgerException malformed(String expected) {
        return LedgerException.invalid(
                field, "malformed", example + " Expected " + expected + " at character " + (at + 1) + ".");
    }
}
