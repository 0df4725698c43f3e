package dev.payweek.persistence.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.payweek.persistence.SqlStoreProvider;
import dev.payweek.persistence.TestPostgres;
import dev.payweek.persistence.WatchedConnection;
import dev.payweek.persistence.jdbc.Session;
import dev.payweek.persistence.migration.MadeUpMigrations;
import dev.payweek.refusal.LedgerException;
import dev.payweek.store.LedgerStore;
import dev.payweek.store.StoreProvider.Access;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jooq.SQLDialect;
import org.junit.jupiter.api.Test;

/** That a database is brought up to date whole, with all it holds, or left as it was. */
class PostgresMigrationTest {

    @Test
    void a_database_whose_upgrade_fails_at_any_statement_stays_as_it_was() throws SQLException {
        String url = TestPostgres.freshUrl();
        String before;
        try (LedgerStore store = new SqlStoreProvider().open(url, Access.READ_WRITE)) {
            MadeUpMigrations.fill(store);
            before = MadeUpMigrations.contents(store);
        }
        int failures = 0;
        while (!migrates(url, failures + 1)) {
            failures++;
            try (LedgerStore store = new SqlStoreProvider().open(url, Access.READ_ONLY)) {
                assertEquals(before, MadeUpMigrations.contents(store), "failed at statement " + failures);
            }
        }
        assertTrue(failures > 8, "only " + failures + " failures");
        try (LedgerStore store = PostgresStore.open(
                WatchedConnection.source(url, sql -> {}),
                Access.READ_ONLY,
                MigrationMode.TOGETHER,
                MadeUpMigrations.THREE)) {
            assertEquals(before, MadeUpMigrations.contents(store));
        }
    }

    /** Migrates, but fails at the n-th statement; returns whether all went well because there are not so many. */
    private static boolean migrates(String url, int n) {
        AtomicInteger left = new AtomicInteger(n);
        try (Connection connection = WatchedConnection.source(url, sql -> {
                            if (left.decrementAndGet() == 0) {
                                throw new SQLException("planned", "XX000");
                            }
                        })
                        .getConnection();
                Session session = new Session(connection, SQLDialect.POSTGRES)) {
            PostgresPool.migrate(session, MadeUpMigrations.THREE);
            connection.commit();
            return true;
        } catch (LedgerException | SQLException planned) {
            return false;
        }
    }
}
