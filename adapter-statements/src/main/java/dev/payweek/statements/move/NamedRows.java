package dev.payweek.statements.move;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dev.payweek.refusal.LedgerException;
import dev.payweek.refusal.Reason;
import dev.payweek.statement.MoveSink;
import dev.payweek.statement.StatementFile;
import dev.payweek.statements.text.StatementText;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The rows of a CSV file, each by the headings of its cells.
 *
 * @param rows the rows below the headings
 */
record NamedRows(List<Row> rows) {

    private static final int HEAD = 1 << 13;
    private static final int MOST_ROWS = 1_000_000;
    private static final int LONGEST_CELL = 1 << 18;

    /**
     * A row.
     *
     * @param line the line it begins on, from 1
     * @param cells by heading in small letters
     */
    record Row(int line, Map<String, String> cells) {

        /** Returns the cell under the first of these headings that the file has; empty if it has none. */
        String cell(String... headings) {
            for (String heading : headings) {
                String cell = cells.get(heading);
                if (cell != null) {
                    return cell;
                }
            }
            return "";
        }
    }

    /** Returns the headings of a file in small letters; none of what is no CSV. */
    static Set<String> headings(StatementFile file) throws IOException {
        String head = StatementText.asciiHead(file, HEAD);
        try (Reader reader = new StringReader(head);
                CsvReader<CsvRecord> records = reader(reader, delimiter(head))) {
            return records.stream()
                    .findFirst()
                    .map(first -> Set.copyOf(names(first)))
                    .orElse(Set.of());
        } catch (CsvParseException e) {
            // Hardly CSV, and then no format of this package knows it.
            return Set.of();
        }
    }

    /** Reads a file; of one with nothing below its headings it is said. */
    static NamedRows of(StatementFile file, MoveSink sink) throws IOException {
        StatementText text = StatementText.of(file, List.of(), any -> 0);
        List<Row> rows = new ArrayList<>();
        List<String> names = new ArrayList<>();
        try (CsvReader<CsvRecord> records = reader(text.open(), delimiter(text.head(HEAD)))) {
            for (CsvRecord record : records) {
                if (names.isEmpty()) {
                    names.addAll(names(record));
                } else if (rows.size() == MOST_ROWS) {
                    throw LedgerException.invalid("file", "too_large", "The file has more than a million rows.");
                } else {
                    rows.add(row(record, names));
                }
            }
        } catch (CsvParseException e) {
            throw new LedgerException(
                    Reason.INVALID,
                    "The file cannot be cut into rows after line " + (rows.size() + 1) + "; it may be cut off.",
                    e);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        if (rows.isEmpty()) {
            sink.skipped(1, "The file holds no transactions.");
        }
        return new NamedRows(rows);
    }

    private static CsvReader<CsvRecord> reader(Reader text, char delimiter) {
        return CsvReader.builder()
                .fieldSeparator(delimiter)
                .commentStrategy(CommentStrategy.NONE)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .maxBufferSize(LONGEST_CELL)
                .ofCsvRecord(text);
    }

    /** Of the marks in the headings the one there are most of; headings hold no others. */
    private static char delimiter(String head) {
        String first = head.lines().findFirst().orElse("");
        char best = ',';
        long most = 0;
        for (char mark : new char[] {',', ';', '\t'}) {
            long count = first.chars().filter(c -> c == mark).count();
            if (count > most) {
                most = count;
                best = mark;
            }
        }
        return best;
    }

    private static List<String> names(CsvRecord record) {
        return record.getFields().stream()
                .map(name -> name.replace("\u00EF\u00BB\u00BF", "")
                        .replace("\uFEFF", "")
                        .strip()
                        .toLowerCase(Locale.ROOT))
                .toList();
    }

    private static Row row(CsvRecord record, List<String> names) {
        Map<String, String> cells = new HashMap<>();
        for (int i = 0; i < Math.min(names.size(), record.getFieldCount()); i++) {
            cells.put(names.get(i), record.getField(i).strip());
        }
        return new Row((int) record.getStartingLineNumber(), cells);
    }
}
