package dev.payweek.store;

import dev.payweek.refusal.LedgerException;
import dev.payweek.refusal.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Named texts, one a line, in a fixed order: the form in which {@link ChangeCodec} keeps things. */
final class FieldLines {

    private final StringBuilder written = new StringBuilder();

    FieldLines with(String name, Object value) {
        String text = value.toString();
        written.append(name).append('=').append(escaped(text)).append('\n');
        return this;
    }

    FieldLines with(String name, Optional<?> value) {
        value.ifPresent(present -> with(name, present));
        return this;
    }

    FieldLines withEach(String name, List<?> values) {
        values.forEach(value -> with(name, value));
        return this;
    }

    @Override
    public String toString() {
        return written.toString();
    }

    static Read read(String text) {
        return new Read(text.lines().toList());
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r");
    }

    /** The lines again, by name. */
    record Read(List<String> lines) {

        String one(String name) {
            return find(name)
                    .orElseThrow(() -> new LedgerException(
                            Reason.STORE_UNUSABLE, "A recorded change lacks its " + name + ".", List.of()));
        }

        Optional<String> find(String name) {
            return each(name).stream().findFirst();
        }

        List<String> each(String name) {
            List<String> found = new ArrayList<>();
            for (String line : lines) {
                if (line.startsWith(name + "=")) {
                    found.add(unescaped(line.substring(name.length() + 1)));
                }
            }
            return found;
        }

        List<Map.Entry<String, String>> all() {
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
