package dev.payweek.export;

import dev.payweek.store.LedgerReader;
import java.io.IOException;
import java.io.Writer;

/**
 * A form in which a ledger is given to other programs. Found by {@link java.util.ServiceLoader}, so anybody may add one.
 *
 * <p>Implementations are stateless and safe for use by several threads.
 */
public interface ExportFormat {

    /** Returns the format's short name: {@code "csv"}, {@code "hledger"}. */
    String name();

    /** Returns what the bytes are on the web, written in UTF-8: {@code "text/csv"}. */
    String mediaType();

    /** Returns how such files' names usually end, without the dot: {@code "csv"}. */
    String fileEnding();

    /**
     * Writes the ledger, holding only a few entries at a time.
     *
     * @throws IOException if the writer fails
     */
    void write(LedgerReader ledger, Writer out) throws IOException;
}
