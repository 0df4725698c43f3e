package dev.payweek.statements.csv;

import dev.payweek.statements.text.StatementText;
import java.io.IOException;
import java.util.List;

/**
 * The rows of a CSV file.
 *
 * @param text the file
 * @param delimiter the mark between its cells
 * @param head its beginning
 */
record CsvSource(StatementText text, Delimiter delimiter, String head) implements RowSource {

    private static final int SAMPLE = 400;

    @Override
    public List<CsvRow> sample() {
        return CsvRows.beginning(head, delimiter, SAMPLE);
    }

    @Override
    public Cursor open() throws IOException {
        return CsvRows.of(text, delimiter);
    }

    @Override
    public CsvRow aligned(CsvRow row, Layout layout) {
        return layout.aligned(row, delimiter.mark());
    }

    /**
     * Reads to the end for nothing but this.
     *
     * @throws dev.payweek.refusal.LedgerException if a quotation is never closed; it names the line it begins in
     */
    void checkQuotations() throws IOException {
        try (Cursor rows = open()) {
            while (rows.next()) {
                rows.keepOnly(0);
            }
        }
    }
}
