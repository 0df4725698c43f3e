package dev.payweek.statement;

/**
 * The memory that a row was imported. It outlives the entry made of the row, so that what a person has deleted does not
 * come back with the next file. Of two equal coffees of a day the second has the same account and key, such as {@code
 * "20261121"} and 22 more characters, and the occurrence 2.
 *
 * <p>Immutable and safe for use by any number of threads.
 *
 * @param account the account's name in the ledger
 * @param key what makes the row the same row; see {@link RowKeys}
 * @param occurrence the ordinal of the row among those of that key, from 1
 * @param entryId the entry made of it, which may have been deleted since
 * @param batch the import that brought it; of a row that an entry made by hand carries, that entry
 */
public record ImportKey(String account, String key, int occurrence, long entryId, long batch) {

    /** Returns whether an entry made by hand carries the row, since the import that brought it was removed. */
    public boolean isCarried() {
        return batch == entryId;
    }

    /** Returns the row as an entry made by hand carries it that its own entry was merged into. */
    public ImportKey carriedBy(long handMade) {
        return new ImportKey(account, key, occurrence, handMade, handMade);
    }
}
