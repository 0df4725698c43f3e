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
    LIST;

    static Section of(String header) {
        String name = header.toLowerCase(Locale.ROOT).replace(" ", "");
        return switch (name) {
            case "!type:bank", "!type:cash", "!type:ccard", "!type:otha", "!type:othl" -> MOVEMENTS;
            case "!type:invst", "!type:port" -> INVESTMENTS;
            case "!account" -> ACCOUNT;
            default -> LIST;
        };
    }
}
