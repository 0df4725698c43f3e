package dev.payweek.ledger;

/**
 * Words from outside, made fit to be kept: no store takes every character, and nothing is kept without end. Safe
 * for use by any number of threads.
 *
 * <pre>{@code
 * PrintableText.line("Corner\tCoffee", 80);    // "Corner Coffee"
 * }</pre>
 */
public final class PrintableText {

    private PrintableText() {}

    /** Returns the text as one line for people: control and half characters and runs of blanks become one blank. */
    public static String line(String text, int maxLength) {
        if (isPlainLine(text)) {
            return cut(text, maxLength);
        }
        StringBuilder printable = new StringBuilder();
        text.codePoints().map(c -> isUnprintable(c) ? ' ' : c).forEach(printable::appendCodePoint);
        return cut(printable.toString().replaceAll("\\s+", " ").strip(), maxLength);
    }

    /**
     * Returns the text as it is but for what no database takes: control characters other than blanks, half characters.
     */
    public static String kept(String text, int maxLength) {
        if (isPlainLine(text)) {
            return cut(text, maxLength);
        }
        StringBuilder kept = new StringBuilder();
        text.codePoints().map(PrintableText::keepable).forEach(kept::appendCodePoint);
        return cut(kept.toString(), maxLength);
    }

    /** Returns whether the text is one line of plain letters with single blanks between them, as nearly all are. */
    private static boolean isPlainLine(String text) {
        boolean blank = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c >= 0x7F || (c == ' ' && blank)) {
                return false;
            }
            blank = c == ' ';
        }
        return !blank || text.isEmpty();
    }

    private static int keepable(int c) {
        if (c == '\t' || c == '\n' || c == '\r' || !isUnprintable(c)) {
            return c;
        }
        return Character.isWhitespace(c) ? ' ' : '\uFFFD';
    }

    private static boolean isUnprintable(int c) {
        return Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE;
    }

    /** Returns the beginning of the text, one letter shorter where it would end within a character. */
    public static String cut(String text, int maxLength) {
        if (text.length() <= maxLength) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(maxLength - 1)) ? maxLength - 1 : maxLength;
        return text.substring(0, end);
    }
}
