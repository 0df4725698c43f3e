package dev.payweek.statements.mt940;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts a text into fields; the blocks that SWIFT puts around a message are passed over. */
final class Fields implements Closeable {

    private static final Pattern TAG = Pattern.compile("(?:\\{.*\\{4:)?:(\\d{2}[A-Z]?):(.*)");
    private static final int LONGEST = 1 << 16;

    private final BufferedReader reader;
    private int line;
    private Optional<Field> begun = Optional.empty();

    Fields(Reader reader) {
        this.reader = new BufferedReader(reader);
    }

    /** Returns the next field; nothing at the end. */
    Optional<Field> next() throws IOException {
        StringBuilder more = new StringBuilder();
        for (String text = reader.readLine(); text != null; text = reader.readLine()) {
            line++;
            Matcher tag = TAG.matcher(text);
            if (tag.matches()) {
                Optional<Field> whole = whole(more);
                begun = Optional.of(new Field(line, tag.group(1), tag.group(2)));
                if (whole.isPresent()) {
                    return whole;
                }
            } else if (isEnd(text)) {
                Optional<Field> whole = whole(more);
                begun = Optional.empty();
                if (whole.isPresent()) {
                    return whole;
                }
            } else if (begun.isPresent() && more.length() < LONGEST) {
                more.append('\n').append(text);
            }
        }
        Optional<Field> last = whole(more);
        begun = Optional.empty();
        return last;
    }

    /** A lone dash ends a message, and braces are SWIFT's own. */
    private static boolean isEnd(String text) {
        return text.equals("-") || text.startsWith("-}") || text.startsWith("{");
    }

    private Optional<Field> whole(StringBuilder more) {
        return begun.map(field -> new Field(field.line(), field.tag(), (field.value() + more).stripTrailing()));
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
