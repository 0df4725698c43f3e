package dev.payweek.refusal;

/**
 * Why a request was refused. Edges translate it by an exhaustive {@code switch}, so a new reason cannot be forgotten.
 *
 * <p>{@code Money.of("12.345", "USD")} is refused as {@link #INVALID}, {@code view.getEntry(901)} as {@link #NOT_FOUND}
 * when there is no such entry.
 *
 * <p>Immutable and safe for use by any number of threads.
 */
public enum Reason {
    /** The request is well formed but says something that cannot be, such as a split that does not sum. */
    INVALID,
    /** The named thing is not in this ledger. */
    NOT_FOUND,
    /** The request contradicts what the ledger holds, such as a second rule with the same priority. */
    CONFLICT,
    /** The caller has seen an older version than the one stored. */
    STALE,
    /** An idempotency key came again with another request. */
    KEY_REUSED,
    /** A file can be read in several ways; the problems name the parameter that decides. */
    UNDECIDED,
    /** The store is open for reading only. */
    READ_ONLY,
    /** The store has no room left; nothing was written. */
    STORE_FULL,
    /** The store cannot answer now; the same request may succeed later. */
    STORE_UNAVAILABLE,
    /** The stored data cannot be trusted or was not made by this program. */
    STORE_UNUSABLE;

    /** Returns whether the store is why; nobody may take it for a mistake in the request then. */
    public boolean isOfTheStore() {
        return this == READ_ONLY || this == STORE_FULL || this == STORE_UNAVAILABLE || this == STORE_UNUSABLE;
    }
}
