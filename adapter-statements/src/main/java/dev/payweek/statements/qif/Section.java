package dev.payweek.statements.qif;

import java.util.Locale;

/** What the records below a header line are. */
enum Section {
    /** Movements of a bank, cash or card account. */
    MOVEMENTS,
    /** The account that what follows belongs to. */
    ACCOUNT,
    /** Trades of securities. */
    INVESTMENTS,
    /** Categories, classes, prices and other lists. */
    LIST,
    /** Something of a name that is not known: an account in another language, or one more list. */
    UNKNOWN;

    static Section of(String header) {
        String name = header.toLowerCase(Locale.ROOT).replace(" ", "");
        return switch (name) {
            case "!type:bank", "!type:cash", "!type:ccard", "!type:otha", "!type:othl" -> MOVEMENTS;
            case "!type:invst", "!type:port" -> INVESTMENTS;
            case "!account" -> ACCOUNT;
            case "!type:cat",
                    "!type:class",
                    "!type:memorized",
                    "!type:security",
                    "!type:prices",
                    "!type:budget",
                    "!type:tag",
                    "!type:template",
                    "!type:todo",
                    "!type:bill",
                    "!type:invoice",
                    "!type:tax" -> LIST;
            default -> name.startsWith("!type:") ? UNKNOWN : LIST;
        };
    }
}
