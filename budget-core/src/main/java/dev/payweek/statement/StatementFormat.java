package dev.payweek.statement;

import java.io.IOException;
import java.util.List;

/**
 * A kind of bank file that can be read. Found by {@link java.util.ServiceLoader}, so anybody may add one. The format
 * {@code "ofx"}, say, is 100 sure of a file that begins with {@code <OFX>}, and {@code "csv"} at most 60 of any.
 *
 * <p>Implementations are stateless and safe for use by several threads.
 */
public interface StatementFormat {

    /** Returns the format's short name: {@code "csv"}, {@code "ofx"}. */
    String name();

    /**
     * Returns how sure the format is that the file is one of its own, judged from content: 0 for certainly not, 100 for
     * certainly. The surest format reads the file.
     *
     * @throws IOException if the file cannot be read at all
     */
    int recognise(StatementFile file) throws IOException;

    /**
     * Reads the file, giving each account and row to the sink in the order of the file.
     *
     * <p>When the file can be read in several ways and the options do not decide, nothing is given to the sink and the
     * questions are returned. A row that makes no sense is given as rejected, with its line; a file that makes no sense
     * as a whole is refused.
     *
     * @return the open questions; empty when the file was read
     * @throws IOException if the file cannot be read at all
     * @throws dev.payweek.refusal.LedgerException if the file is not of this format after all or is broken as a whole
     */
    List<Question> read(StatementFile file, ReadOptions options, StatementSink sink) throws IOException;
}
