package dev.payweek.persistence.migration;

import static dev.payweek.testkit.Samples.LEDGER;
import static dev.payweek.testkit.Samples.expense;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.payweek.persistence.migration.Migrations.Script;
import dev.payweek.persistence.sqlite.SqliteStore;
import dev.payweek.refusal.LedgerException;
import dev.payweek.refusal.Reason;
import dev.payweek.store.LedgerStore;
import dev.payweek.store.StoreProvider.Access;
import dev.payweek.testkit.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That the tables come up to date whole or not at all, and only by scripts that are known. */
class MigrationsTest {

    private static final int VERSION = Migrations.CURRENT.version();
    private static final Script FIRST = Script.load("V1__ledgers.sql");
    private static final Script NEXT = new Script(
            "V99__notes.sql", "CREATE TABLE a_note (id INT NOT NULL);\nINSERT INTO a_note (id) VALUES (7);\n");
    private static final Script BROKEN =
            new Script("V99__broken.sql", "CREATE TABLE a_note (id INT NOT NULL);\nINSERT INTO nowhere VALUES (1);\n");

    @TempDir
    Path folder;

    @Test
    void every_script_in_the_folder_is_applied() throws IOException {
        Path scripts = Path.of("src/main/resources/dev/payweek/persistence/migration");
        try (Stream<Path> files = Files.list(scripts)) {
            assertEquals(files.count(), Migrations.CURRENT.version());
        }
    }

    @Test
    void a_file_of_an_older_version_is_brought_up_to_date_with_what_it_holds() throws SQLException {
        Path file = made();
        Migrations newer = Migrations.CURRENT.and(NEXT);
        assertUnusable("an older version", () -> SqliteStore.open(file, Access.READ_ONLY, newer));
        try (LedgerStore store = SqliteStore.open(file, Access.READ_WRITE, newer)) {
            assertEquals(
                    Optional.of(expense(1, "2026-11-20", "4.50", "Fun")),
                    store.read(LEDGER, reader -> reader.findEntry(1)));
        }
        assertEquals(VERSION + 1, number(file, "PRAGMA user_version"));
        assertEquals(7, number(file, "SELECT id FROM a_note"));
        assertUnusable(
                "newer version of Payweek (schema " + (VERSION + 1) + ", this one knows " + VERSION + ")",
                () -> SqliteStore.open(file, Access.READ_WRITE, Migrations.CURRENT));
    }

    @Test
    void a_script_that_fails_leaves_the_file_at_the_version_it_had() throws SQLException {
        Path file = made();
        assertThrows(
                LedgerException.class, () -> SqliteStore.open(file, Access.READ_WRITE, Migrations.CURRENT.and(BROKEN)));
        assertEquals(VERSION, number(file, "PRAGMA user_version"));
        assertEquals(0, number(file, "SELECT count(*) FROM sqlite_schema WHERE name = 'a_note'"));
        SqliteStore.open(file, Access.READ_WRITE, Migrations.CURRENT).close();
    }

    @Test
    void a_file_made_by_other_scripts_is_refused() {
        Path file = folder.resolve("first.db");
        SqliteStore.open(file, Access.READ_WRITE, new Migrations(List.of(FIRST)))
                .close();
        Migrations edited = new Migrations(List.of(new Script(FIRST.name(), FIRST.sql() + "-- edited\n")));
        for (Access access : Access.values()) {
            assertUnusable(
                    "not made by this program's script V1__ledgers.sql", () -> SqliteStore.open(file, access, edited));
        }
    }

    @Test
    void line_ends_do_not_make_another_script() {
        assertEquals(FIRST.checksum(), new Script(FIRST.name(), FIRST.sql().replace("\n", "\r\n")).checksum());
    }

    private Path made() {
        Path file = folder.resolve("a.db");
        try (LedgerStore store = Samples.withLedger(SqliteStore.open(file, Access.READ_WRITE, Migrations.CURRENT))) {
            Samples.write(store, writer -> writer.put(expense(1, "2026-11-20", "4.50", "Fun")));
        }
        return file;
    }

    private static void assertUnusable(String words, Runnable opening) {
        LedgerException refusal = assertThrows(LedgerException.class, opening::run);
        assertEquals(Reason.STORE_UNUSABLE, refusal.reason());
        assertTrue(refusal.getMessage().contains(words), refusal.getMessage());
    }

    private static int number(Path file, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                ResultSet row = connection.createStatement().executeQuery(sql)) {
            return row.getInt(1);
        }
    }
}
