package dev.payweek.store;

import dev.payweek.refusal.LedgerException;
import dev.payweek.refusal.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Named texts, one a line, in a fixed order: the form in which things are kept; see {@link Kind#text}. A line break in
 * a text is written {@code \\n}.
 *
 * <p>{@code new FieldLines().with("name", "Rent").toString()} is {@code "name=Rent\n"}.
 *
 * <p>Not safe for use by several threads: for the one it was lent to.
 */
public final class FieldLines {

    private final StringBuilder written = new StringBuilder();

    /** Starts without fields. */
    public FieldLines() {}

    /** Adds a field; the value is written as its {@code toString} gives it. One that is an empty Optional adds none. */
    public FieldLines with(String name, Object value) {
        if (value instanceof Optional<?> optional) {
            optional.ifPresent(present -> with(name, present));
        } else {
            written.append(name).append('=').append(escaped(value.toString())).append('\n');
        }
        return this;
    }

    /** Adds a field of the same name for each value. */
    public FieldLines withEach(String name, List<?> values) {
        values.forEach(value -> with(name, value));
        return this;
    }

    @Override
    public String toString() {
        return written.toString();
    }

    /** Returns the fields of lines. */
    public static Read read(String text) {
        return new Read(text.lines().toList());
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r");
    }

    /**
     * The fields again, by name.
     *
     * @param lines the lines
     */
    public record Read(List<String> lines) {

        /** Returns a field that is always there; refuses with STORE_UNUSABLE if it is missing. */
        public String one(String name) {
            return find(name)
                    .orElseThrow(() -> new LedgerException(
                            Reason.STORE_UNUSABLE, "What is kept here lacks its " + name + ".", List.of()));
        }

        /** Returns a field that may be missing. */
        public Optional<String> find(String name) {
            return each(name).stream().findFirst();
        }

        /** Returns the values of a field that can come several times. */
        public List<String> each(String name) {
            List<String> found = new ArrayList<>();
            for (String line : lines) {
                if (line.startsWith(name + "=")) {
                    found.add(unescaped(line.substring(name.length() + 1)));
                }
            }
            return found;
        }

        /** Returns all fields in order. */
        public List<Map.Entry<String, String>> all() {
            return lines.stream()
                    .map(line -> Map.entry(
                            line.substring(0, line.indexOf('=')), unescaped(line.substring(line.indexOf('=') + 1))))
                    .toList();
        }

        private static String unescaped(String text) {
            StringBuilder plain = new StringBuilder();
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                if (c == '\\') {
                    char next = text.charAt(++i);
                    plain.append(next == 'n' ? '\n' : next == 'r' ? '\r' : next);
                } else {
                    plain.append(c);
                }
            }
            return plain.toString();
        }
    }
}
