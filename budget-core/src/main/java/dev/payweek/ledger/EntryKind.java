package dev.payweek.ledger;

/**
 * What kind of movement an entry records. Only expenses count as spending: a coffee of {@code 4.50 USD} is one, and so
 * is the {@code -4.50 USD} one gets back for it; paying the card's bill is a transfer.
 *
 * <p>Immutable and safe for use by any number of threads.
 */
public enum EntryKind {
    /** Money spent; a refund is a negative expense. */
    EXPENSE,
    /** Money that came in, pay included. */
    INCOME,
    /** Money moved between own accounts, card payments included. */
    TRANSFER
}
