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
        /** It is being imported, one piece of the file after the other. */
        IN_PROGRESS,
        /** It is being taken back, piece by piece. */
        REVERTING
    }

    /** Creates an import that is there as a whole. */
    public ImportBatch(
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
            Optional<LocalDate> lastDate) {
        this(
                id,
                at,
                file,
                format,
                account,
                inserted,
                duplicates,
                needsReview,
                rejected,
                firstDate,
                lastDate,
                State.COMPLETE);
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
