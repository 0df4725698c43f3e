package dev.payweek.store;

/** What kind of thing of a ledger was changed, and what its {@link Edit#key} is, such as {@code "Fun:Dining"}. */
public enum Kind {
    /** An expense, income or transfer; named by its id: {@code "901"}. */
    ENTRY,
    /** A category; named by its path: {@code "Fun:Dining"}. */
    CATEGORY,
    /** A category rule; named by its id. */
    RULE,
    /** A soft limit; named by its first day and category: {@code "2026-11-20 Fun"}. */
    LIMIT,
    /** A reserved amount; named by its first day and name: {@code "2026-11-20 Rent"}. */
    RESERVED,
    /** An account; named by its name. */
    ACCOUNT,
    /** The settings of the ledger, its pay schedule included; they have no name. */
    SETTINGS,
    /** All rows of one import; named by its id. */
    IMPORT
}
