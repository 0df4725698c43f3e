package dev.payweek.statements.csv;

import dev.payweek.refusal.LedgerException;
import dev.payweek.statement.Question;
import dev.payweek.statement.ReadOptions;
import dev.payweek.statement.StatementSink;
import dev.payweek.statement.StatementTables;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Statements in tables that are no CSV: those of web pages and spreadsheets. What their columns mean, how amounts are
 * signed and what a person must be asked is found out as for CSV.
 *
 * <pre>{@code
 * List<List<String>> rows = List.of(List.of("Date", "Text", "Amount"), List.of("2026-03-25", "Coffee", "-4.50"));
 * new Tables().recognise(rows);                        // true
 * new Tables().read(rows, ReadOptions.NONE, sink);     // []; the sink has one row
 * }</pre>
 *
 * All of it is safe for use by several threads.
 */
public final class Tables implements StatementTables {

    private static final int SAMPLE = 400;

    /** Creates the reader, which holds nothing. */
    public Tables() {}

    @Override
    public boolean recognise(List<List<String>> rows) {
        try {
            LayoutFinder.find(sample(rows), ReadOptions.NONE);
            return true;
        } catch (LedgerException e) {
            return false;
        }
    }

    @Override
    public long movements(List<List<String>> rows) {
        return listed(rows).stream().filter(CsvRow::isMovement).count();
    }

    @Override
    public List<Question> read(List<List<String>> rows, ReadOptions options, StatementSink sink) throws IOException {
        List<CsvRow> all = listed(rows);
        Layout layout = LayoutFinder.find(sample(rows), options);
        return TableReader.read(new Listed(all), layout, options, sink);
    }

    private static List<CsvRow> sample(List<List<String>> rows) {
        List<CsvRow> all = listed(rows);
        return all.subList(0, Math.min(SAMPLE, all.size()));
    }

    private static List<CsvRow> listed(List<List<String>> rows) {
        return IntStream.range(0, rows.size())
                .mapToObj(place -> new CsvRow(place + 1, rows.get(place).toArray(String[]::new)))
                .filter(row -> !row.isBlank())
                .toList();
    }

    private record Listed(List<CsvRow> rows) implements RowSource {

        @Override
        public List<CsvRow> sample() {
            return rows.subList(0, Math.min(SAMPLE, rows.size()));
        }

        @Override
        public Cursor open() {
            return new ListCursor(rows);
        }

        @Override
        public CsvRow aligned(CsvRow row, Layout layout) {
            return row;
        }
    }

    private static final class ListCursor implements RowSource.Cursor {

        private final List<CsvRow> rows;
        private int at = -1;

        ListCursor(List<CsvRow> rows) {
            this.rows = rows;
        }

        @Override
        public boolean next() {
            at++;
            return at < rows.size();
        }

        @Override
        public CsvRow row() {
            return rows.get(at);
        }

        @Override
        public void keepOnly(int column) {
            // The rows are in memory, where leaving cells out saves nothing.
        }

        @Override
        public void close() {
            at = rows.size();
        }
    }
}
