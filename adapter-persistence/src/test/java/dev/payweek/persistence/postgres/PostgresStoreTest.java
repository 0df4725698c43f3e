package dev.payweek.persistence.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.zaxxer.hikari.HikariConfig;
import dev.payweek.persistence.TestPostgres;
import dev.payweek.persistence.WatchedConnection;
import dev.payweek.persistence.migration.Migrations;
import dev.payweek.store.LedgerStore;
import dev.payweek.store.StoreProvider.Access;
import dev.payweek.testkit.LedgerStoreContract;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterAll;

/** That PostgreSQL keeps the contract, and that nothing is asked of it for that which its distributed kin lacks. */
class PostgresStoreTest implements LedgerStoreContract {

    private static final Set<String> EXECUTED = ConcurrentHashMap.newKeySet();

    @Override
    public LedgerStore newStore() {
        HikariConfig config = PostgresPool.config(PostgresUrl.of(TestPostgres.freshUrl()), Access.READ_WRITE);
        config.setDataSource(WatchedConnection.source(config.getJdbcUrl(), EXECUTED::add));
        return PostgresStore.open(
                PostgresPool.open(config), Access.READ_WRITE, MigrationMode.TOGETHER, Migrations.CURRENT);
    }

    @AfterAll
    static void no_statement_that_was_run_uses_what_one_of_the_databases_lacks() {
        Map<String, Object> faults = new TreeMap<>();
        for (String sql : EXECUTED) {
            faults.put(sql, SqlSubset.faultsOfWork(sql));
        }
        faults.values().removeIf(List.of()::equals);
        assertEquals(Map.of(), faults, "of " + EXECUTED.size() + " statements");
        System.out.println("statements run on PostgreSQL: " + EXECUTED.size() + ", all in the common subset");
    }
}
