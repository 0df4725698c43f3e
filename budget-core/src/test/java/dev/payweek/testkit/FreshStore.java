package dev.payweek.testkit;

import dev.payweek.store.LedgerStore;

/** Opens the store under test. */
public interface FreshStore {

    /** Returns a new, empty store; the test closes it. */
    LedgerStore newStore();

    /** Returns a new store with an empty dollar ledger in it. */
    default LedgerStore newLedger() {
        return Samples.withLedger(newStore());
    }
}
