package dev.payweek.rule;

import dev.payweek.ledger.Facts;

/** The texts of an entry that a condition can look at. */
public enum TextField {
    /** The words to judge by: the bank's own when there are any, else the title. */
    TITLE,
    /** The bank's own words; empty when a person entered it. */
    BANK_TEXT,
    /** The account it happened on; empty when none is known. */
    ACCOUNT,
    /** The person's note; empty when there is none. */
    NOTE;

    String of(Facts facts) {
        return switch (this) {
            case TITLE -> facts.originalText();
            case BANK_TEXT -> facts.bankText().orElse("");
            case ACCOUNT -> facts.account().orElse("");
            case NOTE -> facts.note().orElse("");
        };
    }
}
