package dev.payweek.importing;

import dev.payweek.ledger.Entry;

/** What becomes of a row that could be understood. */
sealed interface RowResult {

    /** It was imported before, as this entry. */
    record Duplicate(long entryId) implements RowResult {}

    /** It is taken as this entry, for this reason. */
    record Imported(Entry entry, String reason, boolean exact) implements RowResult {}

    /** It does not fit the ledger, for this reason. */
    record Rejected(String reason) implements RowResult {}
}
