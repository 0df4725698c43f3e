package dev.payweek.statements.json;

import dev.payweek.refusal.LedgerException;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;

/**
 * Walks through a JSON text value by value.
 *
 * <pre>{@code
 * JsonReader json = new JsonReader(new StringReader("{\"amount\": \"-4.50\", \"posted\": 793090572}"));
 * json.begin('{');
 * while (json.hasNext('}')) {
 *     switch (json.name()) {
 *         case "amount" -> amount = json.scalar();        // "-4.50"
 *         default -> json.skip();
 *     }
 * }
 * }</pre>
 *
 * A comma after the last member is let pass, as SimpleFIN's own examples have some; everything else against RFC 8259 is
 * refused with its line. Texts are cut off after {@value #LONGEST_TEXT} characters.
 */
public final class JsonReader implements Closeable {

    /** How many characters of a text are kept. */
    public static final int LONGEST_TEXT = 8_192;

    private static final int DEEPEST = 64;
    private static final int END = -1;

    private final BufferedReader reader;
    private final boolean exact;
    private final StringBuilder text = new StringBuilder();
    private int line = 1;
    private int depth;
    private boolean fresh = true;

    /** Creates a reader at the first value of a text. */
    public JsonReader(Reader reader) {
        this(reader, false);
    }

    private JsonReader(Reader reader, boolean exact) {
        this.reader = new BufferedReader(reader);
        this.exact = exact;
    }

    /** Returns a reader that gives every text whole and as it is, control characters too: for what we wrote. */
    public static JsonReader exact(Reader reader) {
        return new JsonReader(reader, true);
    }

    /** Returns the line the reader has come to, from 1. */
    public int line() {
        return line;
    }

    /** Tells whether the next value is an object or array that begins with the bracket. */
    public boolean isAt(char bracket) throws IOException {
        skipBlanks();
        return peek() == bracket;
    }

    /**
     * Enters an object or array.
     *
     * @param bracket <code>{</code> or {@code [}
     * @throws LedgerException if something else comes next, or it is nested deeper than any file
     */
    public void begin(char bracket) throws IOException {
        skipBlanks();
        expect(bracket);
        depth++;
        if (depth > DEEPEST) {
            throw broken("nests deeper than " + DEEPEST);
        }
        fresh = true;
    }

    /** Tells whether another member follows; leaves the object or array at its closing bracket. */
    public boolean hasNext(char closingBracket) throws IOException {
        skipBlanks();
        if (!fresh && peek() != closingBracket) {
            expect(',');
            skipBlanks();
        }
        if (peek() == closingBracket) {
            read();
            depth--;
            fresh = false;
            return false;
        }
        fresh = false;
        return true;
    }

    /** Returns the name of the next member of an object. */
    public String name() throws IOException {
        skipBlanks();
        String name = quoted();
        skipBlanks();
        expect(':');
        return name;
    }

    /**
     * Returns the next value, a text, a number, true or false, as it is written; {@code null} is an empty text.
     *
     * @throws LedgerException if it is an object or array
     */
    public String scalar() throws IOException {
        skipBlanks();
        fresh = false;
        if (peek() == '"') {
            return quoted();
        }
        String word = word();
        return switch (word) {
            case "null" -> "";
            case "true", "false" -> word;
            default -> number(word);
        };
    }

    /** Passes over the next value, whatever it is. */
    public void skip() throws IOException {
        if (isAt('{')) {
            begin('{');
            while (hasNext('}')) {
                name();
                skip();
            }
        } else if (isAt('[')) {
            begin('[');
            while (hasNext(']')) {
                skip();
            }
        } else {
            scalar();
        }
    }

    /** Makes sure that nothing comes after the value. */
    public void end() throws IOException {
        skipBlanks();
        if (peek() != END) {
            throw broken("goes on after its end");
        }
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }

    private String quoted() throws IOException {
        expect('"');
        text.setLength(0);
        for (int c = read(); c != '"'; c = read()) {
            if (c == END) {
                throw broken("ends within a text; it may be cut off");
            }
            append(c == '\\' ? escaped() : (char) c);
        }
        return text.toString();
    }

    private char escaped() throws IOException {
        int c = read();
        return switch (c) {
            case '"', '\\', '/' -> (char) c;
            case 'b' -> exact ? '\b' : ' ';
            case 'f' -> exact ? '\f' : ' ';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> unicode();
            default -> throw broken("has an escape in a text that means nothing");
        };
    }

    private char unicode() throws IOException {
        int value = 0;
        for (int i = 0; i < 4; i++) {
            int digit = Character.digit(read(), 16);
            if (digit < 0) {
                throw broken("has an escape in a text that means nothing");
            }
            value = value * 16 + digit;
        }
        return Character.isISOControl(value) && !exact ? ' ' : (char) value;
    }

    private void append(char c) {
        if (exact || text.length() < LONGEST_TEXT) {
            text.append(c);
        }
    }

    private String word() throws IOException {
        text.setLength(0);
        while (isPartOfWord(peek())) {
            append((char) read());
        }
        return text.toString();
    }

    private static boolean isPartOfWord(int c) {
        return c == '-' || c == '+' || c == '.' || (c >= '0' && c <= '9') || (c < 0x80 && Character.isLetter(c));
    }

    private String number(String word) {
        int at = word.startsWith("-") ? 1 : 0;
        int digits = digits(word, at);
        boolean leadingZero = digits > 1 && word.charAt(at) == '0';
        at += digits;
        boolean valid = digits > 0 && !leadingZero;
        if (at < word.length() && word.charAt(at) == '.') {
            digits = digits(word, at + 1);
            valid &= digits > 0;
            at += 1 + digits;
        }
        if (at < word.length() && (word.charAt(at) == 'e' || word.charAt(at) == 'E')) {
            at++;
            at += at < word.length() && (word.charAt(at) == '+' || word.charAt(at) == '-') ? 1 : 0;
            digits = digits(word, at);
            valid &= digits > 0;
            at += digits;
        }
        if (!valid || at != word.length()) {
            throw broken("has no value where one is expected");
        }
        return word;
    }

    private static int digits(String word, int from) {
        int at = from;
        while (at < word.length() && word.charAt(at) >= '0' && word.charAt(at) <= '9') {
            at++;
        }
        return at - from;
    }

    private void expect(char wanted) throws IOException {
        if (peek() != wanted) {
            throw broken("lacks a " + wanted);
        }
        read();
    }

    private LedgerException broken(String how) {
        return LedgerException.invalid("file", "bad_json", "The file is no JSON: at line " + line + " it " + how + ".");
    }

    private void skipBlanks() throws IOException {
        for (int c = peek(); c == ' ' || c == '\n' || c == '\t' || c == '\r'; c = peek()) {
            read();
        }
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
}
