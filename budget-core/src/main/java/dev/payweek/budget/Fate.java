package dev.payweek.budget;

import dev.payweek.ledger.Entry;

/** What becomes of a row that could be understood. */
sealed interface Fate {

    /** It was imported before, as this entry. */
    record Known(long entryId) implements Fate {}

    /** It is taken as this entry, for this reason. */
    record Taken(Entry entry, String reason, boolean exact) implements Fate {}

    /** It does not fit the ledger, for this reason. */
    record Refused(String reason) implements Fate {}
}
