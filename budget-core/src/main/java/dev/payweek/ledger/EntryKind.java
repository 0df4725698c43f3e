package dev.payweek.ledger;

/** What kind of movement an entry records. Only expenses count as spending. */
public enum EntryKind {
    /** Money spent; a refund is a negative expense. */
    EXPENSE,
    /** Money that came in, pay included. */
    INCOME,
    /** Money moved between own accounts, card payments included. */
    TRANSFER
}
