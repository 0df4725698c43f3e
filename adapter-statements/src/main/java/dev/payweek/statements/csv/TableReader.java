package dev.payweek.statements.csv;

import dev.payweek.statement.Question;
import dev.payweek.statement.ReadOptions;
import dev.payweek.statement.StatementSink;
import java.io.IOException;
import java.util.List;

/** Reads a table as a statement, whatever kind of file it came from. */
final class TableReader {

    private TableReader() {}

    /**
     * Gives the movements of a table to the sink, or returns what must be asked first.
     *
     * @throws dev.payweek.refusal.LedgerException if the table is no statement
     */
    static List<Question> read(RowSource source, Layout layout, ReadOptions options, StatementSink sink)
            throws IOException {
        Survey survey = survey(source, layout, options);
        List<Question> questions = survey.questions(options);
        if (questions.isEmpty()) {
            RowReader reader = new RowReader(layout, survey.dialect(options), sink);
            int line = layout.header().map(CsvRow::line).orElse(1);
            if (!readAll(source, layout, reader) && layout.header().isPresent()) {
                sink.skipped(line, "A header without rows.");
            }
            reader.finish();
            survey.assumptions(options).forEach(remark -> sink.skipped(line, remark));
        }
        return questions;
    }

    /** Looks at as many rows as it takes to decide how the file is written: at all of them, if need be. */
    private static Survey survey(RowSource source, Layout layout, ReadOptions options) throws IOException {
        Survey survey = new Survey(layout);
        int headerLine = headerLine(layout);
        boolean onlyDays = false;
        try (RowSource.Cursor rows = source.open()) {
            while (!survey.isProven(options) && rows.next()) {
                CsvRow row = rows.row();
                if (row.line() > headerLine) {
                    survey.see(onlyDays ? row : layout.own(source.aligned(row, layout)));
                } else {
                    survey.seeStated(row);
                }
                if (!onlyDays && survey.needsOnlyDays()) {
                    onlyDays = true;
                    rows.keepOnly(layout.columns().of(ColumnRole.DATE));
                }
            }
        }
        return survey;
    }

    /** Reads each row below the header; returns whether there was one. */
    private static boolean readAll(RowSource source, Layout layout, RowReader reader) throws IOException {
        int headerLine = headerLine(layout);
        boolean any = false;
        try (RowSource.Cursor rows = source.open()) {
            while (rows.next()) {
                if (rows.row().line() > headerLine) {
                    any = true;
                    reader.read(layout.own(source.aligned(rows.row(), layout)));
                } else if (rows.row().line() < headerLine) {
                    reader.above(rows.row());
                }
            }
        }
        return any;
    }

    private static int headerLine(Layout layout) {
        return layout.header().map(CsvRow::line).orElse(0);
    }
}
