package dev.payweek.store;

import dev.payweek.testkit.LedgerStoreContract;

class MemoryStoreTest implements LedgerStoreContract {

    @Override
    public LedgerStore newStore() {
        return new MemoryStore();
    }
}
