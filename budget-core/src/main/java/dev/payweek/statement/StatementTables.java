package dev.payweek.statement;

import dev.payweek.refusal.LedgerException;
import java.io.IOException;
import java.util.List;
import java.util.ServiceLoader;

/**
 * Finds out what the columns of a table mean and reads it as a statement. A format whose files hold tables, such as a
 * workbook, makes rows of cells of them and hands them to this, so that every kind of table is understood alike. Found
 * by {@link java.util.ServiceLoader}.
 *
 * <pre>{@code
 * List<List<String>> rows = List.of(List.of("Date", "Text", "Amount"), List.of("2026-03-25", "Coffee", "-4.50"));
 * StatementTables.get().movements(rows);    // 1
 * StatementTables.get().recognise(rows);    // true
 * }</pre>
 *
 * <p>Implementations are stateless and safe for use by several threads.
 */
public interface StatementTables {

    /** Returns whether a table looks like a statement: some column holds days and some amounts. */
    boolean recognise(List<List<String>> rows);

    /** Returns how many rows of a table look like movements, which sets a statement apart from tables around it. */
    long movements(List<List<String>> rows);

    /**
     * Gives the movements of a table to the sink, with the row's place from 1 as its line. A cell holds a number with
     * a point, or whatever people write; rows may be of different lengths or empty.
     *
     * @return the open questions; empty when the table was read
     * @throws LedgerException if the table is no statement
     * @throws IOException never by itself, but the sink may
     */
    List<Question> read(List<List<String>> rows, ReadOptions options, StatementSink sink) throws IOException;

    /**
     * Returns the reader of tables.
     *
     * @throws LedgerException if none is at hand
     */
    static StatementTables get() {
        return ServiceLoader.load(StatementTables.class)
                .findFirst()
                .orElseThrow(() -> LedgerException.invalid(
                        "file",
                        "unknown_format",
                        "Tables cannot be read; add the jar adapter-statements to the class path."));
    }
}
