package dev.payweek.persistence;

import dev.payweek.refusal.Reason;
import dev.payweek.refusal.Refusal;
import java.util.List;

/** What is said when something stored is not as it was written. */
final class Damage {

    private static final String ADVICE =
            " in the store; payweek check tells all that is, payweek restore brings back a backup.";

    private Damage() {}

    /** Returns the refusal of something whose content is not what was written. */
    static Refusal of(String what) {
        return new Refusal(Reason.STORE_UNUSABLE, what + " is damaged" + ADVICE, List.of());
    }

    static Refusal of(String what, Exception cause) {
        return new Refusal(Reason.STORE_UNUSABLE, what + " is damaged" + ADVICE, cause);
    }

    /** Returns the refusal of a whole of which not all parts are there. */
    static Refusal incomplete(String what) {
        return new Refusal(Reason.STORE_UNUSABLE, what + " are not all there" + ADVICE, List.of());
    }
}
