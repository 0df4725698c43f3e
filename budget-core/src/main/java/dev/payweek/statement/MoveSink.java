package dev.payweek.statement;

/**
 * Takes what another program's file holds, in the order of the file: {@code sink.transaction(transaction)} for each.
 *
 * <p>Not safe for use by several threads: it is called by the one that reads the file.
 */
public interface MoveSink {

    /** Takes a transaction. */
    void transaction(MovedTransaction transaction);

    /** Takes a line that is none and says why. */
    void skipped(int line, String reason);

    /** Takes a transaction that makes no sense and says why; it is lost to the move, never in silence. */
    void rejected(RejectedRow row);
}
