package dev.payweek.discovery;

import dev.payweek.edit.LedgerView;
import dev.payweek.plan.Discoveries;
import java.time.LocalDate;

/**
 * Keeps what a ledger suggests until the ledger or the day is another one: {@code kept.of(view)}. Safe for use by any
 * number of threads; two may look at once, either is right.
 */
public final class KeptDiscoveries {

    private record Last(long version, LocalDate today, Discoveries found) {}

    private volatile Last last = new Last(-1, LocalDate.EPOCH, Discoveries.NONE);

    /** Creates a keeper that has nothing yet. */
    public KeptDiscoveries() {}

    /** Returns what the ledger suggests as it was recorded. */
    public Discoveries of(LedgerView view) {
        Last known = last;
        long version = view.reader().version();
        if (known.version() != version || !known.today().equals(view.today())) {
            known = new Last(version, view.today(), new LedgerDiscoveries(view).find());
            last = known;
        }
        return known.found();
    }
}
