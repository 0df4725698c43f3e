package dev.payweek.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Breaks lines at blanks where they are wider than the terminal, which would else break them within a word. What has no
 * blank, such as the path of a file, stays whole. A line that is not ended when it has to appear, such as one that
 * shows progress, is left alone.
 */
final class Wrapped extends Writer {

    /** What only colours takes no room. */
    private static final Pattern COLOUR = Pattern.compile("\u001B\\[[0-9;]*m");

    /** A row rather than a sentence: it begins with a number, or has columns. */
    private static final Pattern ROW = Pattern.compile("\\d.*|.*\\S {2,}\\S.*");

    private static final int HANGING = 2;

    private final PrintWriter target;
    private final int width;
    private final StringBuilder line = new StringBuilder();
    private boolean shown;
    private boolean silent = true;

    Wrapped(PrintWriter target, int width) {
        this.target = target;
        this.width = width;
    }

    /** Returns whether nothing has been printed yet. */
    boolean isSilent() {
        return silent;
    }

    @Override
    public void write(char[] letters, int from, int length) {
        silent &= length == 0;
        for (int i = from; i < from + length; i++) {
            if (letters[i] == '\n') {
                end();
            } else {
                line.append(letters[i]);
            }
        }
    }

    private void end() {
        if (shown) {
            target.append(line).append('\n');
        } else {
            String text = line.toString();
            String indent = indent(text);
            boolean first = true;
            while (room(text) > width) {
                int at = lastBlank(text, first ? 0 : indent.length());
                if (at < 0) {
                    break;
                }
                target.append(text.substring(0, at).stripTrailing()).append('\n');
                text = indent + text.substring(at).strip();
                first = false;
            }
            target.append(text).append('\n');
        }
        shown = false;
        line.setLength(0);
    }

    private static String indent(String text) {
        String plain = text.strip();
        Matcher row = ROW.matcher(plain);
        int own = text.length() - text.stripLeading().length();
        return " ".repeat(row.matches() ? own + HANGING : own);
    }

    private static int room(String text) {
        return COLOUR.matcher(text).replaceAll("").length();
    }

    /** Returns the last blank at which the line can end; if the first word is too wide already, the one behind it. */
    private int lastBlank(String text, int from) {
        int best = -1;
        int start = from;
        while (start < text.length() && text.charAt(start) == ' ') {
            start++;
        }
        for (int at = text.indexOf(' ', start); at >= 0; at = text.indexOf(' ', at + 1)) {
            if (best >= 0 && room(text.substring(0, at)) > width) {
                break;
            }
            best = text.substring(at).isBlank() ? best : at;
        }
        return best;
    }

    @Override
    public void flush() {
        if (line.length() > 0) {
            target.append(line);
            line.setLength(0);
            shown = true;
        }
        target.flush();
    }

    @Override
    public void close() throws IOException {
        flush();
    }
}
