package dev.payweek.statements.json;

import java.io.IOException;
import java.io.Writer;

/**
 * Writes JSON member by member, as {@link JsonReader#exact} reads it.
 *
 * <pre>{@code
 * json.begin('{').name("id").value(7).name("tags").begin('[').value("a").end(']').end('}');   // {"id":7,"tags":["a"]}
 * }</pre>
 */
public final class JsonWriter {

    private static final String HEX = "0123456789abcdef";

    private final Writer out;
    private boolean fresh = true;

    /** Creates a writer before the first value. */
    public JsonWriter(Writer out) {
        this.out = out;
    }

    /** Begins an object or array. */
    public JsonWriter begin(char bracket) throws IOException {
        separate();
        out.write(bracket);
        fresh = true;
        return this;
    }

    /** Ends an object or array. */
    public JsonWriter end(char bracket) throws IOException {
        out.write(bracket);
        fresh = false;
        return this;
    }

    /** Writes the name of the next member of an object. */
    public JsonWriter name(String name) throws IOException {
        separate();
        text(name);
        out.write(':');
        fresh = true;
        return this;
    }

    /** Writes a text. */
    public JsonWriter value(String text) throws IOException {
        separate();
        text(text);
        return this;
    }

    /** Writes a whole number. */
    public JsonWriter value(long number) throws IOException {
        separate();
        out.write(Long.toString(number));
        return this;
    }

    /** Begins a new line of the file, which JSON takes for nothing. */
    public JsonWriter line() throws IOException {
        out.write('\n');
        return this;
    }

    private void separate() throws IOException {
        if (!fresh) {
            out.write(',');
        }
        fresh = false;
    }

    private void text(String text) throws IOException {
        out.write('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                out.write('\\');
                out.write(c);
            } else if (c < ' ' || c == 0x7f || Character.isSurrogate(c)) {
                // Half a character cannot be written in UTF-8; whole ones written so are the same text.
                out.write("\\u" + HEX.charAt(c >> 12) + HEX.charAt(c >> 8 & 15) + HEX.charAt(c >> 4 & 15)
                        + HEX.charAt(c & 15));
            } else {
                out.write(c);
            }
        }
        out.write('"');
    }
}
