package dev.payweek.statement;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * One account of one file, as it was imported. Its counts add up to the rows of the file, or of the part of it that has
 * arrived so far.
 *
 * <pre>{@code
 * var bytes = "Date,Description,Amount\n2026-11-21,Corner Coffee,-4.50\n".getBytes(StandardCharsets.UTF_8);
 * budget.importStatement(StatementFile.of("november.csv", bytes), ImportOptions.NONE.into("Checking"));
 * ImportBatch batch = budget.read(view -> view.imports()).get(0);
 * batch.inserted();     // 1
 * batch.firstDate();    // Optional[2026-11-21]
 * }</pre>
 *
 * <p>Immutable and safe for use by any number of threads.
 *
 * @param id the number that names it within its ledger
 * @param at when it was imported; while it arrives or leaves, when it last went on
 * @param file the file's name
 * @param format the format's name
 * @param account the account's name in the ledger
 * @param inserted how many rows were written, those to review included
 * @param duplicates how many were there already
 * @param needsReview how many of the inserted look like entries already there
 * @param rejected how many could not be understood
 * @param firstDate the earliest booking day of its rows
 * @param lastDate the latest booking day of its rows
 * @param state whether it is there as a whole
 */
public record ImportBatch(
        long id,
        Instant at,
        String file,
        String format,
        String account,
        int inserted,
        int duplicates,
        int needsReview,
        int rejected,
        Optional<LocalDate> firstDate,
        Optional<LocalDate> lastDate,
        State state) {

    /** How far an import is. Only a large file is ever seen other than {@link #COMPLETE}. */
    public enum State {
        /** All of it is there. */
        COMPLETE,
        /** It is being imported, one chunk of the file after the other. */
        IN_PROGRESS,
        /** It is being reverted, chunk by chunk. */
        REVERTING,
        /** It was reverted, and that is being undone, chunk by chunk. */
        RETURNING
    }

    /** Returns an import that has begun: no row of the file has been looked at. */
    public static ImportBatch begun(long id, Instant at, String file, String format, String account) {
        return new ImportBatch(
                id, at, file, format, account, 0, 0, 0, 0, Optional.empty(), Optional.empty(), State.IN_PROGRESS);
    }

    /** Returns the same import with the counts it has come to. */
    public ImportBatch withCounts(int written, int repeated, int toReview, int refused) {
        return new ImportBatch(
                id, at, file, format, account, written, repeated, toReview, refused, firstDate, lastDate, state);
    }

    /** Returns the same import with rows between two days, both inclusive. */
    public ImportBatch withDays(LocalDate first, LocalDate last) {
        return new ImportBatch(
                id,
                at,
                file,
                format,
                account,
                inserted,
                duplicates,
                needsReview,
                rejected,
                Optional.of(first),
                Optional.of(last),
                state);
    }

    /** Returns whether it is on its way out or back. */
    public boolean isMoving() {
        return state == State.REVERTING || state == State.RETURNING;
    }

    /** Returns the same import as one that is there as a whole. */
    public ImportBatch completed() {
        return withState(State.COMPLETE, at);
    }

    /** Returns the same import, its counts included, in a state it has come to since. */
    public ImportBatch withState(State other, Instant now) {
        return new ImportBatch(
                id,
                now,
                file,
                format,
                account,
                inserted,
                duplicates,
                needsReview,
                rejected,
                firstDate,
                lastDate,
                other);
    }
}
