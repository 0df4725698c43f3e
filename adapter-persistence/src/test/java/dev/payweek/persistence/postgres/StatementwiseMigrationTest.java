package dev.payweek.persistence.postgres;

import static dev.payweek.testkit.Samples.LEDGER;
import static dev.payweek.testkit.Samples.expense;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.payweek.persistence.SqlStoreProvider;
import dev.payweek.persistence.TestPostgres;
import dev.payweek.persistence.WatchedConnection;
import dev.payweek.persistence.jdbc.Session;
import dev.payweek.persistence.jdbc.SqlFailure;
import dev.payweek.persistence.migration.MadeUpMigrations;
import dev.payweek.persistence.migration.Migrations;
import dev.payweek.refusal.LedgerException;
import dev.payweek.refusal.Reason;
import dev.payweek.store.LedgerStore;
import dev.payweek.store.StoreProvider.Access;
import dev.payweek.testkit.Samples;
import dev.payweek.testkit.StoreThreadsContract;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jooq.SQLDialect;
import org.junit.jupiter.api.Test;

/** That tables made one statement at a time are those that the scripts make, whatever comes between. */
class StatementwiseMigrationTest {

    private static final String TABLES = """
            SELECT table_name || '.' || column_name || ' ' || data_type || ' ' || is_nullable || ' '
              || COALESCE(column_default, '') || ' ' || COALESCE(character_maximum_length, 0)
            FROM information_schema.columns WHERE table_schema = current_schema()
            UNION ALL
            SELECT conname || ' ' || replace(pg_get_constraintdef(oid), current_schema(), '') FROM pg_constraint
            WHERE connamespace = current_schema()::regnamespace AND contype <> 'n'
            UNION ALL
            SELECT replace(indexdef, current_schema(), '') FROM pg_indexes WHERE schemaname = current_schema()
            UNION ALL
            SELECT version || ' ' || script || ' ' || checksum FROM schema_version
            ORDER BY 1""";

    @Test
    void the_tables_are_those_that_the_scripts_make() throws SQLException {
        assertEquals(ofTheScripts(), tables(made(TestPostgres.freshUrl())));
    }

    @Test
    void no_transaction_changes_two_tables_or_a_table_and_rows() {
        List<String> log = new ArrayList<>();
        migrate(TestPostgres.freshUrl(), log::add, MadeUpMigrations.THREE);
        int transactions = 0;
        List<String> transaction = new ArrayList<>();
        for (String sql : log) {
            if (sql.equals(WatchedConnection.COMMIT)) {
                long changes = transaction.stream()
                        .filter(StatementwiseMigrationTest::isOfTables)
                        .count();
                assertTrue(changes == 0 || transaction.size() == 1, transaction::toString);
                transaction.clear();
                transactions++;
            } else {
                transaction.add(sql);
            }
        }
        assertEquals(List.of(), transaction);
        assertTrue(transactions > 20, "only " + transactions + " transactions");
    }

    @Test
    void whoever_is_interrupted_at_any_statement_begins_again() throws SQLException {
        String expected = ofTheScripts();
        AtomicInteger left = new AtomicInteger();
        for (int n = 1; left.get() <= 0; n++) {
            String url = TestPostgres.freshUrl();
            left.set(n);
            try {
                migrate(url, sql -> failAtZero(left, "58000"), Migrations.CURRENT);
            } catch (LedgerException refusal) {
                assertEquals(Reason.STORE_UNAVAILABLE, refusal.reason());
            }
            assertEquals(expected, tables(made(url)), "interrupted at statement " + n);
        }
    }

    @Test
    void later_scripts_go_step_by_step_too() throws SQLException {
        String url = made(TestPostgres.freshUrl());
        String contents;
        try (LedgerStore store = open(url)) {
            MadeUpMigrations.fill(store);
            contents = MadeUpMigrations.contents(store);
        }
        AtomicInteger left = new AtomicInteger();
        for (int n = 1; left.get() <= 0; n++) {
            left.set(n);
            try {
                migrate(url, sql -> failAtZero(left, "58000"), MadeUpMigrations.THREE);
            } catch (LedgerException refusal) {
                assertEquals(Reason.STORE_UNAVAILABLE, refusal.reason());
            }
        }
        assertEquals(
                all(url, "SELECT count(*)::text FROM ledger_entry WHERE id <= 5"),
                all(url, "SELECT count(*)::text FROM made_up_mark"));
        assertEquals(
                "",
                all(
                        url,
                        "SELECT tablename::text FROM pg_tables WHERE schemaname = current_schema()"
                                + " AND tablename = 'made_up_note'"));
        assertEquals("3", all(url, "SELECT count(*)::text FROM schema_version"));
        try (LedgerStore store = PostgresStore.open(
                WatchedConnection.source(url, sql -> {}),
                Access.READ_ONLY,
                MigrationMode.SINGLE,
                MadeUpMigrations.THREE)) {
            assertEquals(contents, MadeUpMigrations.contents(store));
        }
    }

    @Test
    void several_services_may_do_it_at_once_and_work() throws SQLException {
        String expected = ofTheScripts();
        for (int round = 1; round <= 5; round++) {
            String url = TestPostgres.freshUrl();
            StoreThreadsContract.eachOf(4, service -> made(url));
            assertEquals(expected, tables(url));
            try (LedgerStore store = Samples.withLedger(open(url))) {
                Samples.write(store, writer -> writer.put(expense(1, "2026-11-20", "4.50", "Fun")));
                assertEquals(
                        Optional.of(expense(1, "2026-11-20", "4.50", "Fun")),
                        store.read(LEDGER, reader -> reader.findEntry(1)));
                assertEquals(List.of(), store.check().findings());
            }
        }
    }

    @Test
    void indexes_are_built_beside_the_work_where_that_is_asked_for() {
        assertEquals(
                "CREATE INDEX ASYNC IF NOT EXISTS i ON t (ledger)",
                MigrationMode.ASYNC.repeatable("CREATE INDEX i ON t (ledger)"));
        assertEquals(
                "CREATE INDEX IF NOT EXISTS i ON t (ledger)",
                MigrationMode.SINGLE.repeatable("CREATE INDEX i ON t (ledger)"));
        assertEquals(
                "DROP TABLE IF EXISTS t",
                MigrationMode.SINGLE.repeatable("-- Not as if we should DROP TABLE u\nDROP TABLE t"));
        assertEquals(
                "ALTER TABLE t ADD COLUMN IF NOT EXISTS c INT",
                MigrationMode.ASYNC.repeatable("ALTER TABLE t ADD COLUMN c INT"));
    }

    private static void failAtZero(AtomicInteger left, String state) throws SQLException {
        if (left.decrementAndGet() == 0) {
            throw new SQLException("planned", state);
        }
    }

    private static boolean isOfTables(String sql) {
        return sql.matches("(?s)\\s*(--[^\\n]*\\n\\s*)*(CREATE|DROP|ALTER) .*");
    }

    /** Migrates on connections that are watched, each transaction on one of its own. */
    private static void migrate(String url, WatchedConnection.Watch watch, Migrations migrations) {
        new StatementwiseMigration(migrations, MigrationMode.SINGLE, new StatementwiseMigration.Transactions() {
                    @Override
                    public <T> T run(Function<Session, ? extends T> work) {
                        try (Session link = new Session(
                                WatchedConnection.source(url, watch).getConnection(), SQLDialect.POSTGRES)) {
                            T result = work.apply(link);
                            link.connection().commit();
                            return result;
                        } catch (SQLException e) {
                            throw SqlFailure.of(e, SQLDialect.POSTGRES).refusal();
                        }
                    }
                })
                .migrate();
    }

    /** Opens the store and closes it again. */
    private static String made(String url) {
        open(url).close();
        return url;
    }

    private static LedgerStore open(String url) {
        return new SqlStoreProvider().open(url + "&schemaSteps=single", Access.READ_WRITE);
    }

    private static String ofTheScripts() throws SQLException {
        String url = TestPostgres.freshUrl();
        new SqlStoreProvider().open(url, Access.READ_WRITE).close();
        return tables(url);
    }

    private static String tables(String url) throws SQLException {
        return all(url, TABLES);
    }

    private static String all(String url, String query) throws SQLException {
        List<String> all = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(url);
                ResultSet rows = connection.createStatement().executeQuery(query)) {
            while (rows.next()) {
                all.add(rows.getString(1));
            }
        }
        return String.join("\n", all);
    }
}
