package dev.payweek.persistence.sqlite;

import static dev.payweek.testkit.Samples.LEDGER;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.payweek.category.Category;
import dev.payweek.ledger.LedgerId;
import dev.payweek.persistence.SqlStoreProvider;
import dev.payweek.persistence.migration.Migrations;
import dev.payweek.refusal.LedgerException;
import dev.payweek.refusal.Reason;
import dev.payweek.store.Kinds;
import dev.payweek.store.LedgerReader;
import dev.payweek.store.LedgerStore;
import dev.payweek.store.StoreProvider.Access;
import dev.payweek.testkit.Samples;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which files are taken for ledgers, and what is done to those that are not: nothing. */
class SqliteFileTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void an_empty_file_is_refused_and_left_as_it_is(Access access) throws IOException {
        assertRefusedUntouched(new byte[0], access, "The file is empty");
    }

    @ParameterizedTest
    @EnumSource
    void a_text_is_refused_and_left_as_it_is(Access access) throws IOException {
        byte[] text = "date,amount\n2026-11-20,4.50\n".repeat(20).getBytes(StandardCharsets.UTF_8);
        assertRefusedUntouched(text, access, "The file is not a database");
    }

    @ParameterizedTest
    @EnumSource
    void a_file_cut_off_in_its_header_is_refused_and_left_as_it_is(Access access) throws IOException {
        byte[] cut = ByteBuffer.allocate(50)
                .put("SQLite format 3\0".getBytes(StandardCharsets.US_ASCII))
                .array();
        assertRefusedUntouched(cut, access, "The file is not a database");
    }

    @ParameterizedTest
    @EnumSource
    void a_hundred_kilobytes_of_chance_are_refused_and_left_as_they_are(Access access) throws IOException {
        byte[] chance = new byte[100_000];
        new Random(1).nextBytes(chance);
        assertRefusedUntouched(chance, access, "The file is not a database");
    }

    @ParameterizedTest
    @EnumSource
    void a_ledgers_file_cut_off_anywhere_is_refused_and_left_as_it_is(Access access) throws IOException {
        Path whole = folder.resolve("whole.db");
        Samples.withLedger(open(whole, Access.READ_WRITE)).close();
        byte[] bytes = Files.readAllBytes(whole);
        for (int length : List.of(100, 4096, bytes.length / 2, bytes.length - 1)) {
            assertRefusedUntouched(Arrays.copyOf(bytes, length), access, "The file is cut off");
        }
    }

    @Test
    void a_damaged_file_is_refused_with_its_name_and_the_command_that_restores_the_newest_backup() throws IOException {
        Path file = folder.resolve("a.db");
        Path backup = folder.resolve("a.db-3.backup");
        try (LedgerStore store = Samples.withLedger(open(file, Access.READ_WRITE))) {
            store.backUp(backup);
        }
        Files.write(file, Arrays.copyOf(Files.readAllBytes(file), 8192));
        LedgerException refusal = assertThrows(LedgerException.class, () -> open(file, Access.READ_WRITE));
        assertTrue(refusal.getMessage().contains(file.toString()), refusal.getMessage());
        assertTrue(refusal.getMessage().contains("payweek restore " + backup + " --force"), refusal.getMessage());
    }

    @ParameterizedTest
    @EnumSource
    void a_database_of_another_program_is_refused_and_left_as_it_is(Access access) throws Exception {
        Path other = folder.resolve("other.db");
        execute(other, "CREATE TABLE notes (text TEXT)");
        assertRefusedUntouched(Files.readAllBytes(other), access, "The file is a database of another program");
    }

    @ParameterizedTest
    @EnumSource
    void a_file_of_a_newer_version_is_refused_and_left_as_it_is(Access access) throws Exception {
        Path newer = folder.resolve("newer.db");
        open(newer, Access.READ_WRITE).close();
        execute(newer, "PRAGMA user_version = 99");
        execute(newer, "PRAGMA wal_checkpoint(TRUNCATE)");
        assertRefusedUntouched(
                Files.readAllBytes(newer),
                access,
                "The ledgers were kept by a newer version of Payweek (schema 99, this one knows "
                        + Migrations.CURRENT.version() + ")");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:sqlite:",
                "jdbc:sqlite::memory:",
                "jdbc:sqlite:file:a.db",
                "jdbc:sqlite:a.db?cache=shared",
                "jdbc:sqlite::resource:a.db"
            })
    void a_url_that_names_no_plain_file_is_refused(String url) {
        LedgerException refusal =
                assertThrows(LedgerException.class, () -> new SqlStoreProvider().open(url, Access.READ_WRITE));
        assertEquals(Reason.INVALID, refusal.reason());
    }

    @Test
    void a_folder_that_is_missing_or_takes_no_file_is_named_in_one_sentence() {
        Path missing = folder.resolve("missing").resolve("a.db");
        assertEquals(
                "The folder of the ledgers' file does not exist: " + missing + ".",
                assertThrows(LedgerException.class, () -> open(missing, Access.READ_WRITE))
                        .getMessage());
        assumeTrue(Files.isDirectory(Path.of("/proc")), "This system has no /proc, which nobody can write.");
        Path unwritable = Path.of("/proc/payweek.db");
        assertEquals(
                "The folder of the ledgers' file cannot be written: " + unwritable + ".",
                assertThrows(LedgerException.class, () -> open(unwritable, Access.READ_WRITE))
                        .getMessage());
    }

    @Test
    void nobody_but_the_owner_can_read_any_file_of_the_store() throws IOException {
        assumeTrue(
                folder.getFileSystem().supportedFileAttributeViews().contains("posix"),
                "This system has no POSIX permissions.");
        try (LedgerStore store = Samples.withLedger(open(folder.resolve("a.db"), Access.READ_WRITE))) {
            Samples.write(store, writer -> writer.put(Kinds.CATEGORY, Category.of("Fun:Books")));
            store.read(LEDGER, LedgerReader::version);
            try (Stream<Path> files = Files.list(folder)) {
                List<Path> all = files.sorted().toList();
                assertEquals(
                        List.of("a.db", "a.db-shm", "a.db-wal", "a.db.lock"),
                        all.stream().map(file -> file.getFileName().toString()).toList());
                for (Path file : all) {
                    assertEquals(
                            "rw-------",
                            PosixFilePermissions.toString(Files.getPosixFilePermissions(file)),
                            file.toString());
                }
            }
        }
    }

    @Test
    void a_closed_store_is_one_file_and_its_lock() throws IOException {
        LedgerStore store = Samples.withLedger(open(folder.resolve("a.db"), Access.READ_WRITE));
        store.read(LEDGER, LedgerReader::version);
        store.close();
        store.close();
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(
                    List.of("a.db", "a.db.lock"),
                    files.map(file -> file.getFileName().toString()).sorted().toList());
        }
        assertFalse(store.state().ready());
        assertEquals(
                Reason.STORE_UNAVAILABLE,
                assertThrows(LedgerException.class, () -> store.read(LEDGER, LedgerReader::version))
                        .reason());
        assertEquals(
                Reason.STORE_UNAVAILABLE,
                assertThrows(LedgerException.class, () -> store.write(LEDGER, LedgerReader::version))
                        .reason());
    }

    @Test
    void a_half_made_file_of_a_crash_is_made_anew() throws IOException {
        Files.writeString(folder.resolve("a.db.new"), "half");
        try (LedgerStore store = Samples.withLedger(open(folder.resolve("a.db"), Access.READ_WRITE))) {
            assertTrue(store.state().writable());
        }
        assertFalse(Files.exists(folder.resolve("a.db.new")));
    }

    @Test
    void open_for_reading_it_reads_and_refuses_to_write() throws IOException {
        Path file = folder.resolve("a.db");
        assertThrows(LedgerException.class, () -> open(file, Access.READ_ONLY));
        assertFalse(Files.exists(file));
        try (LedgerStore writing = Samples.withLedger(open(file, Access.READ_WRITE));
                LedgerStore reading = open(file, Access.READ_ONLY)) {
            Samples.write(writing, writer -> writer.put(Kinds.CATEGORY, Category.of("Fun:Books")));
            assertEquals(
                    5,
                    reading.read(LEDGER, reader -> reader.all(Kinds.CATEGORY)).size());
            assertFalse(reading.create(LEDGER, Samples::settings));
            assertReadOnly(() -> reading.create(new LedgerId(2), Samples::settings));
            assertReadOnly(() -> reading.write(LEDGER, LedgerReader::version));
            assertTrue(reading.state().ready());
            assertFalse(reading.state().writable());
        }
        byte[] before = Files.readAllBytes(file);
        LedgerStore alone = open(file, Access.READ_ONLY);
        assertEquals(5, alone.read(LEDGER, reader -> reader.all(Kinds.CATEGORY)).size());
        alone.close();
        assertArrayEquals(before, Files.readAllBytes(file));
    }

    private static void assertReadOnly(Runnable write) {
        assertEquals(
                Reason.READ_ONLY,
                assertThrows(LedgerException.class, write::run).reason());
    }

    private void assertRefusedUntouched(byte[] bytes, Access access, String sentence) throws IOException {
        Path file = Files.write(folder.resolve("subject.db"), bytes);
        LedgerException refusal = assertThrows(LedgerException.class, () -> open(file, access));
        assertEquals(Reason.STORE_UNUSABLE, refusal.reason());
        assertTrue(refusal.getMessage().startsWith(sentence), refusal.getMessage());
        assertArrayEquals(bytes, Files.readAllBytes(file));
    }

    private static LedgerStore open(Path file, Access access) {
        return new SqlStoreProvider().open("jdbc:sqlite:" + file, access);
    }

    private static void execute(Path file, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
