package dev.payweek.statement;

import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * How far an import has come: {@code new ImportProgress(4_000, 262_144)} says 4,000 rows out of the first 256 KiB.
 *
 * <p>Immutable and safe for use by any number of threads.
 *
 * @param rows how many rows of the file have been imported or rejected
 * @param bytes how many bytes of the file have been read in the present pass; a format may look through the whole file
 *     before it gives the first row
 * @param ofBytes how many bytes the file has, if that is known
 */
public record ImportProgress(long rows, long bytes, OptionalLong ofBytes) {

    /** Creates the progress through a file of unknown length. */
    public ImportProgress(long rows, long bytes) {
        this(rows, bytes, OptionalLong.empty());
    }

    /**
     * Returns how much of the file has been read in the present pass, from 0 to 100: 33 after 500 of 1,500 bytes;
     * nothing while its length is not known.
     */
    public OptionalInt percent() {
        return ofBytes.isPresent() && ofBytes.getAsLong() > 0
                ? OptionalInt.of((int) Math.min(100, bytes * 100 / ofBytes.getAsLong()))
                : OptionalInt.empty();
    }
}
