package dev.payweek.persistence.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.payweek.persistence.migration.MadeUpMigrations;
import dev.payweek.persistence.migration.Migrations.Script;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * That the tables need nothing but what SQLite, PostgreSQL and the distributed databases that speak its language have
 * in common, and that every key begins with the ledger, by which those spread a table over machines.
 */
class SqlSubsetTest {

    private static final Path SCRIPTS = Path.of("src/main/resources/dev/payweek/persistence/migration");

    @Test
    void no_script_uses_what_one_of_the_databases_lacks() throws IOException {
        for (String statement : statements()) {
            assertEquals(List.of(), SqlSubset.faultsOfScript(statement), statement);
        }
    }

    @Test
    void whatever_is_done_in_single_steps_can_be() {
        for (Script script : MadeUpMigrations.THREE.after(0)) {
            for (String statement : statements(script.sql())) {
                assertEquals(List.of(), SqlSubset.faultsOfStep(statement), statement);
            }
        }
        for (String planted : List.of(
                "ALTER TABLE t ADD COLUMN c INT NOT NULL",
                "ALTER TABLE t ADD COLUMN c INT DEFAULT 7",
                "ALTER TABLE t DROP COLUMN c",
                "CREATE UNIQUE INDEX i ON t (ledger, c)",
                "INSERT INTO t (ledger) SELECT ledger FROM u")) {
            assertFalse(SqlSubset.faultsOfStep(planted).isEmpty(), planted);
        }
    }

    @Test
    void each_fault_is_found_where_it_is_planted() {
        for (String planted : List.of(
                "CREATE TABLE t (ledger BIGINT, id SERIAL, CONSTRAINT k PRIMARY KEY (ledger, id))",
                "CREATE TABLE t (ledger BIGINT, id BIGINT, CONSTRAINT k PRIMARY KEY (id, ledger))",
                "CREATE INDEX i ON t (id)",
                "CREATE TABLE t (ledger BIGINT)",
                "CREATE TRIGGER x AFTER INSERT ON t",
                "CREATE SEQUENCE numbers",
                "INSERT INTO t (id) SELECT id FROM u")) {
            assertFalse(SqlSubset.faultsOfScript(planted).isEmpty(), planted);
        }
    }

    @Test
    void each_fault_of_a_statement_that_is_run_is_found_where_it_is_planted() {
        for (String planted : List.of(
                "select id from ledger_entry where id = ?",
                "select id from ledger_entry where ledger = ? for update skip locked",
                "delete from ledger_entry",
                "update change set chain = ? where version = ?",
                "insert into change (version, ledger) values (?, ?)",
                "select ledger_entry.body from ledger_entry where (ledger = ? and title ilike ?)",
                "truncate ledger",
                "savepoint job",
                "lock table ledger")) {
            assertFalse(SqlSubset.faultsOfWork(planted).isEmpty(), planted);
        }
    }

    @Test
    void a_script_holds_statements_that_can_run_one_by_one() throws IOException {
        for (String statement : statements()) {
            assertTrue(
                    statement.matches(
                            "(?s)(create table|create (unique )?index|alter table|drop table|insert into) .*"),
                    statement);
        }
    }

    private static List<String> statements() throws IOException {
        List<String> statements = new ArrayList<>();
        try (Stream<Path> files = Files.list(SCRIPTS)) {
            for (Path file : files.sorted().toList()) {
                statements.addAll(statements(Files.readString(file)));
            }
        }
        assertTrue(statements.size() > 18, "only " + statements.size() + " statements were found");
        return statements;
    }

    private static List<String> statements(String script) {
        return Arrays.stream(script.replaceAll("--[^\\n]*", "").split(";"))
                .map(statement -> statement.strip().toLowerCase(Locale.ROOT))
                .filter(statement -> !statement.isEmpty())
                .toList();
    }
}
