package dev.payweek.app;

/** Lines of a page, none wider than it where words can be wrapped. */
final class Lines {

    /** Where a name and its figures are farther apart, the eye no longer finds them. */
    private static final int WIDEST_ROW = 64;

    private final int width;
    private final StringBuilder text = new StringBuilder();

    Lines(int width) {
        this.width = width;
    }

    int width() {
        return width;
    }

    /** Adds an empty line. */
    Lines gap() {
        text.append('\n');
        return this;
    }

    /** Adds a line that is known to fit, such as one with colours, whose codes take no room. */
    Lines line(String line) {
        text.append(line).append('\n');
        return this;
    }

    /** Adds a sentence, wrapped at blanks, each of its lines indented. */
    Lines sentence(int indent, String sentence) {
        StringBuilder line = new StringBuilder();
        for (String word : sentence.strip().split(" +")) {
            if (line.length() > 0 && indent + line.length() + 1 + word.length() > width) {
                line(" ".repeat(indent) + line);
                line.setLength(0);
            }
            line.append(line.length() == 0 ? "" : " ").append(word);
        }
        return line(" ".repeat(indent) + line);
    }

    /**
     * Adds a row of a table: a name, and what belongs to it flush right. A name that is too long for one line has one
     * of its own.
     */
    Lines row(int indent, String name, String rest) {
        String begin = " ".repeat(indent) + name;
        int room = Math.min(width, WIDEST_ROW) - rest.length();
        if (begin.length() < room) {
            return line((begin + " ".repeat(room - begin.length()) + rest).stripTrailing());
        }
        return sentence(indent, name).line((" ".repeat(Math.max(0, room)) + rest).stripTrailing());
    }

    @Override
    public String toString() {
        return text.toString();
    }

    /** Returns the text flush right in a column. */
    static String right(String text, int width) {
        return " ".repeat(Math.max(0, width - text.length())) + text;
    }

    /** Returns the text flush left in a column. */
    static String left(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }
}
