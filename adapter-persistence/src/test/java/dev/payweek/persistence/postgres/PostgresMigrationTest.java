package dev.payweek.persistence.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.payweek.persistence.SqlStoreProvider;
import dev.payweek.persistence.TestPostgres;
import dev.payweek.persistence.WatchedConnection;
import dev.payweek.persistence.jdbc.Session;
import dev.payweek.persistence.migration.MadeUpMigrations;
import dev.payweek.persistence.migration.Migrations;
import dev.payweek.refusal.LedgerException;
import dev.payweek.store.LedgerStore;
import dev.payweek.store.StoreProvider.Access;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
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

    /** So a version goes on while the tables are made ready for the next, and can come back afterwards. */
    @Test
    void tables_one_script_ahead_are_read_and_written_where_somebody_else_migrates_and_two_ahead_are_not() {
        String url = TestPostgres.freshUrl();
        String serving = url + "&schemaSteps=none";
        assertRefused(serving, "The database holds no ledgers yet");
        Migrations next = Migrations.CURRENT.and(new Migrations.Script("V2__later.sql", """
                ALTER TABLE ledger_entry ADD COLUMN later VARCHAR(20);
                CREATE TABLE later (number BIGINT NOT NULL, CONSTRAINT later_key PRIMARY KEY (number));
                """));
        migrate(url, next);
        try (LedgerStore store = new SqlStoreProvider().open(serving, Access.READ_WRITE)) {
            MadeUpMigrations.fill(store);
            assertEquals(List.of(), store.check().findings());
        }
        assertRefused(url, "newer version of Payweek (schema 2, this one knows 1)");
        migrate(url, next.and(new Migrations.Script("V3__last.sql", "ALTER TABLE later ADD COLUMN last INT;\n")));
        assertRefused(serving, "newer version of Payweek (schema 3, this one knows 1)");
    }

    private static void migrate(String url, Migrations migrations) {
        PostgresStore.open(
                        WatchedConnection.source(url, sql -> {}), Access.READ_WRITE, MigrationMode.TOGETHER, migrations)
                .close();
    }

    private static void assertRefused(String url, String sentence) {
        LedgerException refusal =
                assertThrows(LedgerException.class, () -> new SqlStoreProvider().open(url, Access.READ_WRITE));
        assertTrue(refusal.getMessage().contains(sentence), refusal.getMessage());
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
