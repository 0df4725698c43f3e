package dev.payweek.edit;

import dev.payweek.refusal.Validation;
import dev.payweek.store.LedgerWriter;
import java.util.function.Function;

/** Changes that are recorded as one, ready for a store to run, perhaps more than once. Immutable. */
public record RecordedWork<T>(OpenLedger ledger, String who, Function<? super LedgerSession, ? extends T> changes)
        implements Function<LedgerWriter, T> {

    /** Refuses a name that is no name. */
    public RecordedWork {
        requireName(who);
    }

    /** Refuses a name of less than 1 or more than 80 characters. */
    public static void requireName(String who) {
        var checks = new Validation();
        checks.text("who", who, 80);
        checks.refuseIfAny();
    }

    @Override
    public T apply(LedgerWriter writer) {
        LedgerSession session = ledger.session(writer);
        T result = changes.apply(session);
        session.log().finish(who, ledger.now());
        return result;
    }
}
