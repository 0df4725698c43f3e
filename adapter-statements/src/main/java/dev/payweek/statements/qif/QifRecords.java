package dev.payweek.statements.qif;

import dev.payweek.statements.cell.DateOrder;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Cuts a text into records. Lines before the first header, and lines that begin with #, are notes. */
final class QifRecords implements Closeable {

    private final BufferedReader reader;
    private int line;
    private Section section = Section.LIST;
    private String header = "";
    private Optional<DateOrder> declaredOrder = Optional.empty();

    QifRecords(Reader reader) {
        this.reader = new BufferedReader(reader);
    }

    /** Returns the next record, be it closed or cut off by a header or the end; nothing at the end. */
    Optional<QifRecord> next() throws IOException {
        Map<Character, String> values = new HashMap<>();
        int start = 0;
        for (String text = reader.readLine(); text != null; text = reader.readLine()) {
            line++;
            if (text.startsWith("!")) {
                Optional<QifRecord> open = record(start, false, values);
                header(text.strip());
                if (open.isPresent()) {
                    return open;
                }
            } else if (text.startsWith("^")) {
                if (!values.isEmpty()) {
                    return record(start, true, values);
                }
            } else if (!header.isEmpty() && !text.isBlank() && !text.startsWith("#")) {
                start = values.isEmpty() ? line : start;
                values.putIfAbsent(text.charAt(0), text.substring(1).strip());
            }
        }
        return record(start, false, values);
    }

    private Optional<QifRecord> record(int start, boolean closed, Map<Character, String> values) {
        return values.isEmpty()
                ? Optional.empty()
                : Optional.of(new QifRecord(start, section, header, closed, Map.copyOf(values)));
    }

    /** Options only switch how what follows is meant; they begin no section. */
    private void header(String text) {
        if (text.regionMatches(true, 0, "!Option:", 0, 8)) {
            declaredOrder = DateOrder.ofLabel(text.substring(8)).or(() -> declaredOrder);
        } else if (!text.regionMatches(true, 0, "!Clear:", 0, 7)) {
            header = text;
            section = Section.of(text);
        }
    }

    /** Returns the order of dates that an option named so far. */
    Optional<DateOrder> declaredOrder() {
        return declaredOrder;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
