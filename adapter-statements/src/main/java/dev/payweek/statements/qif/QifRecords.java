package dev.payweek.statements.qif;

import dev.payweek.statements.cell.DateOrder;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cuts a text into records. Lines before the first header, and lines that begin with #, are notes. A few programs put
 * the next record's first value on the line of a header or of the end of a record.
 */
final class QifRecords implements Closeable {

    /** No bill has more parts; a file that says so shall not fill the memory. */
    private static final int MOST_SPLITS = 1_000;

    private static final Pattern GLUED =
            Pattern.compile("(!Type: ?(?:Bank|Cash|CCard|Oth ?[AL]))\\s*(D ?\\d.*)", Pattern.CASE_INSENSITIVE);

    private final BufferedReader reader;
    private String waiting = "";
    private int line;
    private Section section = Section.LIST;
    private String header = "";
    private Optional<DateOrder> declaredOrder = Optional.empty();

    /**
     * Creates the records of a text.
     *
     * @param bare whether no header says what the first records are, so that they are movements
     */
    QifRecords(Reader reader, boolean bare) {
        this.reader = new BufferedReader(reader);
        if (bare) {
            header("!Type:Bank");
        }
    }

    /** Returns the next record, be it closed or cut off by a header or the end; nothing at the end. */
    Optional<QifRecord> next() throws IOException {
        Map<Character, String> values = new HashMap<>();
        List<QifSplit> splits = new ArrayList<>();
        int start = 0;
        for (Optional<String> next = line(); next.isPresent(); next = line()) {
            String text = next.get();
            if (text.startsWith("!")) {
                Optional<QifRecord> open = record(start, false, values, splits);
                Matcher glued = GLUED.matcher(text.strip());
                boolean both = glued.matches();
                waiting = both ? glued.group(2) : waiting;
                header(both ? glued.group(1) : text.strip());
                if (open.isPresent()) {
                    return open;
                }
            } else if (text.startsWith("^")) {
                waiting = text.substring(1).replaceFirst("^\\^", "").strip();
                if (!values.isEmpty()) {
                    return record(start, true, values, splits);
                }
            } else if (!header.isEmpty() && !text.isBlank() && !text.startsWith("#")) {
                start = values.isEmpty() ? line : start;
                String value = text.substring(1).strip();
                values.putIfAbsent(text.charAt(0), value);
                takeOfSplit(splits, text.charAt(0), value);
            }
        }
        return record(start, false, values, splits);
    }

    private Optional<String> line() throws IOException {
        if (!waiting.isEmpty()) {
            String glued = waiting;
            waiting = "";
            return Optional.of(glued);
        }
        line++;
        return Optional.ofNullable(reader.readLine());
    }

    /** S begins a split; what follows is about it, until the next. */
    private void takeOfSplit(List<QifSplit> splits, char letter, String value) {
        int last = splits.size() - 1;
        if (letter == 'S' && splits.size() < MOST_SPLITS) {
            splits.add(new QifSplit(line, value, "", ""));
        } else if (last >= 0) {
            splits.set(last, splits.get(last).with(letter, value));
        }
    }

    private Optional<QifRecord> record(
            int start, boolean closed, Map<Character, String> values, List<QifSplit> splits) {
        return values.isEmpty()
                ? Optional.empty()
                : Optional.of(new QifRecord(start, section, header, closed, Map.copyOf(values), List.copyOf(splits)));
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
