package dev.payweek.change;

/** What kind of thing of a ledger was changed. */
public enum Subject {
    /** An expense, income or transfer; named by its id. */
    ENTRY,
    /** A category; named by its path. */
    CATEGORY,
    /** A category rule; named by its id. */
    RULE,
    /** A soft limit; named by its category and first day. */
    LIMIT,
    /** A reserved amount; named by its name and first day. */
    RESERVED,
    /** An account; named by its name. */
    ACCOUNT,
    /** The settings of the ledger, its pay schedule included. */
    SETTINGS,
    /** All rows of one import; named by its id. */
    IMPORT
}
