package dev.payweek.statements.ofx;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.Locale;
import java.util.Optional;

/**
 * Cuts SGML and XML alike into tags with the text that follows them, without asking which of both it is.
 *
 * <p>A {@code <} that no letter, {@code /}, {@code !} or {@code ?} follows is text. Comments and processing
 * instructions are passed over, CDATA is text. Texts longer than any that the format allows are cut off, so that no
 * file can fill the memory.
 */
final class TagScanner {

    private static final int LONGEST_TEXT = 8_192;
    private static final int LONGEST_NAME = 128;
    private static final int END = -1;

    private final BufferedReader reader;
    private int line = 1;

    TagScanner(Reader reader) {
        this.reader = new BufferedReader(reader);
    }

    /** Returns the next tag, or nothing at the end of the file. */
    Optional<Tag> next() throws IOException {
        while (skipTo('<')) {
            if (startsMarkup(peek())) {
                Optional<Tag> tag = tag();
                if (tag.isPresent()) {
                    return tag;
                }
            }
        }
        return Optional.empty();
    }

    /** Returns the line the scanner has come to, from 1. */
    int line() {
        return line;
    }

    private Optional<Tag> tag() throws IOException {
        int startLine = line;
        if (peek() == '!' || peek() == '?') {
            declaration();
            return Optional.empty();
        }
        boolean closing = peek() == '/';
        if (closing) {
            read();
        }
        String name = name();
        boolean empty = skipToTagEnd();
        String text = closing || empty ? "" : text();
        return name.isEmpty() ? Optional.empty() : Optional.of(new Tag(name, closing, text, startLine));
    }

    private String name() throws IOException {
        StringBuilder name = new StringBuilder();
        while (isNamePart(peek())) {
            char c = (char) read();
            if (name.length() < LONGEST_NAME) {
                name.append(c);
            }
        }
        return name.substring(name.lastIndexOf(":") + 1).toUpperCase(Locale.ROOT);
    }

    /** Passes over attributes to the closing bracket; returns whether the tag closes itself: {@code <MEMO/>}. */
    private boolean skipToTagEnd() throws IOException {
        int last = 0;
        // A tag cut off before its bracket must not swallow the next one.
        while (peek() != END && peek() != '<') {
            int c = read();
            if (c == '>') {
                return last == '/';
            }
            last = c;
        }
        return false;
    }

    private String text() throws IOException {
        StringBuilder text = new StringBuilder();
        while (peek() != END) {
            if (peek() == '<') {
                reader.mark(16);
                reader.read();
                int after = reader.read();
                reader.reset();
                if (after == '!' && isCdata()) {
                    cdata(text);
                    continue;
                }
                if (startsMarkup(after)) {
                    break;
                }
            }
            append(text, (char) read());
        }
        return Entities.resolve(text.toString()).strip();
    }

    private boolean isCdata() throws IOException {
        char[] start = new char[9];
        reader.mark(16);
        int length = reader.read(start, 0, start.length);
        reader.reset();
        return length == start.length && new String(start).equals("<![CDATA[");
    }

    private void cdata(StringBuilder text) throws IOException {
        for (int i = 0; i < "<![CDATA[".length(); i++) {
            read();
        }
        String last = "";
        while (peek() != END && !last.equals("]]>")) {
            char c = (char) read();
            last = (last.length() == 3 ? last.substring(1) : last) + c;
            // Entities are not resolved inside, so an ampersand is written as one that will be.
            append(text, c == '&' ? "&amp;" : String.valueOf(c));
        }
        if (last.equals("]]>") && text.toString().endsWith("]]>")) {
            text.setLength(text.length() - 3);
        }
    }

    private void declaration() throws IOException {
        StringBuilder start = new StringBuilder();
        boolean comment = false;
        String last = "";
        while (peek() != END) {
            char c = (char) read();
            if (start.length() < 3) {
                start.append(c);
                comment = start.toString().equals("!--");
            }
            last = (last.length() == 3 ? last.substring(1) : last) + c;
            if (c == '>' && (!comment || last.equals("-->"))) {
                return;
            }
        }
    }

    private static void append(StringBuilder text, char c) {
        if (text.length() < LONGEST_TEXT) {
            text.append(c);
        }
    }

    private static void append(StringBuilder text, String s) {
        if (text.length() < LONGEST_TEXT) {
            text.append(s);
        }
    }

    private boolean skipTo(char wanted) throws IOException {
        for (int c = read(); c != END; c = read()) {
            if (c == wanted) {
                return true;
            }
        }
        return false;
    }

    private int read() throws IOException {
        int c = reader.read();
        if (c == '\n') {
            line++;
        }
        return c;
    }

    private int peek() throws IOException {
        reader.mark(1);
        int c = reader.read();
        reader.reset();
        return c;
    }

    private static boolean startsMarkup(int c) {
        return c == '/' || c == '!' || c == '?' || (c < 0x80 && Character.isLetter(c));
    }

    private static boolean isNamePart(int c) {
        return c != END && (Character.isLetterOrDigit(c) || c == '.' || c == '_' || c == '-' || c == ':');
    }
}
