package dev.payweek.persistence.sqlite;

import dev.payweek.persistence.SqlStoreProvider;
import dev.payweek.store.LedgerStore;
import dev.payweek.store.StoreProvider.Access;
import dev.payweek.testkit.LedgerStoreContract;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class SqliteStoreTest implements LedgerStoreContract {

    @TempDir
    Path folder;

    private int stores;

    @Override
    public LedgerStore newStore() {
        return new SqlStoreProvider().open("jdbc:sqlite:" + folder.resolve(++stores + ".db"), Access.READ_WRITE);
    }
}
