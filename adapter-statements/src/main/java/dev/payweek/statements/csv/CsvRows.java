package dev.payweek.statements.csv;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dev.payweek.refusal.Reason;
import dev.payweek.refusal.Refusal;
import dev.payweek.statements.text.StatementText;
import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The rows of a text, cut into cells by FastCSV; blank rows are left out. */
final class CsvRows implements Closeable {

    private static final int LONGEST_CELL = 1 << 18;

    private final CloseableIterator<CsvRecord> records;
    private int line = 1;

    // Quotes inside quotes, which banks do not double, are read only with an option that FastCSV means to take away.
    @SuppressWarnings("removal")
    private CsvRows(Reader reader, Delimiter delimiter, boolean whole) {
        // FastCSV refuses rows of another width and takes an open quote for a closed one, unless told. Banks write the
        // former, and the latter is the sign of a file that was cut off.
        CsvReader.CsvReaderBuilder builder = CsvReader.builder()
                .fieldSeparator(delimiter.mark())
                .commentStrategy(CommentStrategy.NONE)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(!whole)
                .maxBufferSize(LONGEST_CELL);
        // FastCSV takes blanks before quotations or quotes inside them, but not both; banks that write both are not
        // known.
        records = (delimiter.blanksBeforeQuotes()
                        ? builder.trimWhitespacesAroundQuotes(true)
                        : builder.allowExtraCharsAfterClosingQuote(true))
                .ofCsvRecord(reader)
                .iterator();
    }

    static CsvRows of(StatementText text, Delimiter delimiter) throws IOException {
        return new CsvRows(text.open(), delimiter, true);
    }

    /** Returns the rows of the beginning of a file, of which the last may be cut off; at most so many. */
    static List<CsvRow> beginning(String head, Delimiter delimiter, int most) {
        List<CsvRow> rows = new ArrayList<>();
        try (CsvRows beginning = new CsvRows(new java.io.StringReader(head), delimiter, false)) {
            Optional<CsvRow> row = beginning.next();
            while (row.isPresent() && rows.size() < most) {
                rows.add(row.get());
                row = beginning.next();
            }
        } catch (Refusal | IOException e) {
            // What was read so far is a beginning too; reading the whole file will say what is wrong.
        }
        return rows;
    }

    /**
     * Returns the next row that is not blank, or nothing at the end.
     *
     * @throws Refusal if a quote is never closed or a cell is longer than any bank writes
     */
    Optional<CsvRow> next() throws IOException {
        try {
            while (records.hasNext()) {
                CsvRecord csv = records.next();
                CsvRow row = new CsvRow((int) csv.getStartingLineNumber(), csv.getFields());
                line = row.line();
                if (!row.isBlank()) {
                    return Optional.of(row);
                }
            }
            return Optional.empty();
        } catch (CsvParseException e) {
            throw new Refusal(
                    Reason.INVALID,
                    "The file cannot be cut into rows after line " + line
                            + ": a quotation is not closed, or a cell is too long. It may be cut off.",
                    e);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    @Override
    public void close() throws IOException {
        records.close();
    }
}
