package dev.payweek.persistence.jdbc;

import dev.payweek.refusal.LedgerException;
import dev.payweek.refusal.Reason;
import java.util.List;

/** What is said when something stored is not as it was written. */
public final class CorruptData {

    private static final String ADVICE =
            " in the store; payweek check reports all that is, payweek restore brings back a backup.";

    private CorruptData() {}

    /** Returns the refusal of something whose content is not what was written. */
    public static LedgerException of(String what) {
        return new LedgerException(Reason.STORE_UNUSABLE, what + " is damaged" + ADVICE, List.of());
    }

    public static LedgerException of(String what, Exception cause) {
        return new LedgerException(Reason.STORE_UNUSABLE, what + " is damaged" + ADVICE, cause);
    }

    /** Returns the refusal of a whole of which not all parts are there. */
    public static LedgerException incomplete(String what) {
        return new LedgerException(Reason.STORE_UNUSABLE, what + " are not all there" + ADVICE, List.of());
    }
}
