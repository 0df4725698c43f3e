package dev.payweek.statements.csv;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dev.payweek.refusal.LedgerException;
import dev.payweek.refusal.Reason;
import dev.payweek.statements.text.StatementText;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** The rows of a text, cut into cells by FastCSV; blank rows are left out. */
final class CsvRows implements RowSource.Cursor {

    private static final int LONGEST_CELL = 1 << 18;

    private final Cells cells = new Cells();
    private final CloseableIterator<CsvRow> rows;
    private CsvRow row = new CsvRow(1, new String[0]);

    // Quotes inside quotes, which banks do not double, are read only with an option that FastCSV is going to remove.
    @SuppressWarnings("removal")
    private CsvRows(Reader reader, Delimiter delimiter, boolean whole) {
        // Unless configured, FastCSV refuses rows of another width and takes an open quote for a closed one. Banks
        // write the former, and the latter is the sign of a file that was cut off.
        CsvReader.CsvReaderBuilder builder = CsvReader.builder()
                .fieldSeparator(delimiter.mark())
                .commentStrategy(CommentStrategy.NONE)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(!whole)
                .maxBufferSize(LONGEST_CELL);
        // FastCSV takes blanks before quotations or quotes inside them, but not both; banks that write both are not
        // known.
        rows = (delimiter.blanksBeforeQuotes()
                        ? builder.trimWhitespacesAroundQuotes(true)
                        : builder.allowExtraCharsAfterClosingQuote(true))
                .build(cells, reader)
                .iterator();
    }

    static CsvRows of(StatementText text, Delimiter delimiter) throws IOException {
        return new CsvRows(text.open(), delimiter, true);
    }

    /** Returns the rows of the beginning of a file, of which the last may be cut off; at most so many. */
    static List<CsvRow> beginning(String head, Delimiter delimiter, int most) {
        List<CsvRow> rows = new ArrayList<>();
        try (CsvRows beginning = new CsvRows(new java.io.StringReader(head), delimiter, false)) {
            while (rows.size() < most && beginning.next()) {
                rows.add(beginning.row());
            }
        } catch (LedgerException | IOException e) {
            // What was read so far is a beginning too; reading the whole file will say what is wrong.
        }
        return rows;
    }

    /**
     * Goes to the next row that is not blank; returns whether there was one.
     *
     * @throws LedgerException if a quote is never closed or a cell is longer than any bank writes
     */
    @Override
    public boolean next() throws IOException {
        try {
            while (rows.hasNext()) {
                row = rows.next();
                if (!row.isBlank()) {
                    return true;
                }
            }
            return false;
        } catch (CsvParseException e) {
            throw new LedgerException(
                    Reason.INVALID,
                    "The file cannot be cut into rows from line " + cells.line()
                            + " on: a quotation that begins there is not closed, or a cell is too long. It may be cut"
                            + " off.",
                    e);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** Returns the row gone to last. */
    @Override
    public CsvRow row() {
        return row;
    }

    /** From the next row on reads the cells of one column only; those of all others are empty. */
    @Override
    public void keepOnly(int column) {
        cells.keepOnly(column);
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }
}
