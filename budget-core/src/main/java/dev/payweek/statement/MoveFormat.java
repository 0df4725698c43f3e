package dev.payweek.statement;

import dev.payweek.refusal.LedgerException;
import java.io.IOException;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Collectors;

/**
 * A kind of file in which another program hands out everything that it keeps: several accounts, with categories,
 * transfers and both sides of every booking. As a statement such a file makes no sense; it is moved as a whole into a
 * fresh ledger. Found by {@link java.util.ServiceLoader}, so anybody may add one.
 *
 * <pre>{@code
 * var formats = java.util.ServiceLoader.load(MoveFormat.class).stream().map(java.util.ServiceLoader.Provider::get);
 * formats.anyMatch(format -> format.name().isEmpty());    // false
 * }</pre>
 *
 * <p>Implementations are stateless and safe for use by several threads.
 */
public interface MoveFormat {

    /** Returns the format's short name, that of the program: {@code "ynab"}, {@code "gnucash"}. */
    String name();

    /**
     * Returns how sure the format is that the file is one of its own, judged from content: 0 for certainly not, 100 for
     * certainly.
     *
     * @throws IOException if the file cannot be read at all
     */
    int recognise(StatementFile file) throws IOException;

    /**
     * Reads the file, giving each transaction to the sink in the order of the file.
     *
     * @return the open questions, and then nothing was given; empty when the file was read
     * @throws IOException if the file cannot be read at all
     * @throws LedgerException if the file is broken as a whole
     */
    List<Question> read(StatementFile file, ReadOptions options, MoveSink sink) throws IOException;

    /**
     * Returns the format that is surest of a file.
     *
     * @throws LedgerException if none knows it
     * @throws IOException if the file cannot be read at all
     */
    static MoveFormat of(StatementFile file) throws IOException {
        List<MoveFormat> formats = ServiceLoader.load(MoveFormat.class).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
        MoveFormat surest = null;
        int best = 0;
        for (MoveFormat format : formats) {
            int sureness = format.recognise(file);
            if (sureness > best) {
                best = sureness;
                surest = format;
            }
        }
        if (surest == null) {
            throw LedgerException.invalid(
                    "file",
                    "unknown_format",
                    file.name() + " is no file of a program known here"
                            + (formats.isEmpty()
                                    ? "; add the jar adapter-statements to the class path."
                                    : " ("
                                            + formats.stream()
                                                    .map(MoveFormat::name)
                                                    .sorted()
                                                    .collect(Collectors.joining(", "))
                                            + "); a bank's file is imported."));
        }
        return surest;
    }
}
