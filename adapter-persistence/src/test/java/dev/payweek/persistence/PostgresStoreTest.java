package dev.payweek.persistence;

import dev.payweek.store.LedgerStore;
import dev.payweek.store.StoreProvider.Access;
import dev.payweek.testkit.LedgerStoreContract;

class PostgresStoreTest implements LedgerStoreContract {

    @Override
    public LedgerStore newStore() {
        return new SqlStoreProvider().open(TestPostgres.freshUrl(), Access.READ_WRITE);
    }
}
