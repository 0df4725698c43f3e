package dev.payweek.rest.http;

/** Who may call a route. */
public enum Access {
    /** Anybody, also without a token. */
    OPEN,
    /** Whoever may read the ledger. */
    READ,
    /** Whoever may write to the ledger. */
    WRITE
}
