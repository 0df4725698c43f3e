package dev.payweek.persistence.sqlite;

import static dev.payweek.testkit.Samples.LEDGER;
import static dev.payweek.testkit.Samples.expense;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.payweek.category.Category;
import dev.payweek.ledger.EntryKind;
import dev.payweek.persistence.SqlStoreProvider;
import dev.payweek.refusal.LedgerException;
import dev.payweek.refusal.Reason;
import dev.payweek.store.EntryQuery;
import dev.payweek.store.Kinds;
import dev.payweek.store.LedgerStore;
import dev.payweek.store.StoreProvider.Access;
import dev.payweek.testkit.Samples;
import dev.payweek.testkit.StoreThreadsContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That a backup holds everything, is sound, and comes back. */
class SqliteBackupTest {

    @TempDir
    Path folder;

    private final SqlStoreProvider provider = new SqlStoreProvider();
    private Path file;
    private Path copy;

    @BeforeEach
    void name_the_files() {
        file = folder.resolve("a.db");
        copy = folder.resolve("copy.db");
    }

    @Test
    void a_backup_made_under_load_holds_everything_acknowledged_before_it_began() {
        AtomicLong acknowledged = new AtomicLong();
        try (LedgerStore store = Samples.withLedger(open(file))) {
            StoreThreadsContract.eachOf(3, thread -> {
                for (int i = 0; i < 60; i++) {
                    if (thread == 0 && i % 6 == 0) {
                        long before = acknowledged.get();
                        store.backUp(copy);
                        assertTrue(count(copy) >= before, "of " + before + " only " + count(copy));
                    } else if (thread > 0) {
                        Samples.write(
                                store, writer -> writer.put(expense(writer.nextId(), "2026-11-20", "1.00", "Fun")));
                        acknowledged.incrementAndGet();
                    }
                }
                return true;
            });
        }
        assertEquals(120, acknowledged.get());
    }

    @Test
    void a_backup_can_be_read_by_its_owner_only_and_replaces_an_older_one() throws IOException {
        try (LedgerStore store = Samples.withLedger(open(file))) {
            store.backUp(copy);
            Samples.write(store, writer -> writer.put(Kinds.CATEGORY, Category.of("Fun:Books")));
            store.backUp(copy);
            assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(copy)));
            assertFalse(Files.exists(folder.resolve("copy.db.new")));
            assertEquals(
                    Reason.INVALID,
                    assertThrows(LedgerException.class, () -> store.backUp(file))
                            .reason());
        }
        try (LedgerStore store = open(copy)) {
            assertEquals(
                    5, store.read(LEDGER, reader -> reader.all(Kinds.CATEGORY)).size());
        }
    }

    @Test
    void a_file_that_is_no_backup_is_never_replaced_by_one() throws Exception {
        try (LedgerStore store = Samples.withLedger(open(file))) {
            for (String text : List.of("a letter", "a long letter ".repeat(50))) {
                Files.writeString(copy, text);
                LedgerException refused = assertThrows(LedgerException.class, () -> store.backUp(copy));
                assertEquals("There is another file already, which is no backup: " + copy + ".", refused.getMessage());
                assertEquals(text, Files.readString(copy));
            }
        }
    }

    @Test
    void damage_is_not_copied_over_a_good_backup() throws Exception {
        try (LedgerStore store = Samples.withLedger(open(file))) {
            Samples.write(store, writer -> writer.put(expense(1, "2026-11-20", "1.00", "Fun")));
            store.backUp(copy);
        }
        byte[] good = Files.readAllBytes(copy);
        execute(file, "UPDATE ledger_entry SET day = 20200101 WHERE ledger = 1 AND id = 1");
        try (LedgerStore store = open(file)) {
            LedgerException refusal = assertThrows(LedgerException.class, () -> store.backUp(copy));
            assertEquals(Reason.STORE_UNUSABLE, refusal.reason());
            assertFalse(store.check().isSound());
        }
        assertArrayEquals(good, Files.readAllBytes(copy));
        assertFalse(Files.exists(folder.resolve("copy.db.new")));
    }

    @Test
    void a_backup_comes_back_only_where_nothing_is_lost_unless_told_so() throws Exception {
        try (LedgerStore store = Samples.withLedger(open(file))) {
            Samples.write(store, writer -> writer.put(expense(1, "2026-11-20", "1.00", "Fun")));
            store.backUp(copy);
            Samples.write(store, writer -> writer.put(expense(2, "2026-11-20", "1.00", "Fun")));
            assertEquals(Reason.STORE_UNAVAILABLE, restoring(true).reason());
        }
        LedgerException there = restoring(false);
        assertEquals(Reason.CONFLICT, there.reason());
        assertTrue(there.getMessage().contains("--force"), there.getMessage());
        assertEquals(2, count(file));
        Files.writeString(folder.resolve("a.db-wal"), "left over from another life");
        provider.restore("jdbc:sqlite:" + file, copy, true);
        assertEquals(1, count(file));
        provider.restore("jdbc:sqlite:" + folder.resolve("new.db"), copy, false);
        assertEquals(1, count(folder.resolve("new.db")));
        assertEquals(
                "rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("new.db"))));
    }

    @Test
    void what_is_no_sound_backup_does_not_come_back() throws Exception {
        try (LedgerStore store = Samples.withLedger(open(file))) {
            Samples.write(store, writer -> writer.put(expense(1, "2026-11-20", "1.00", "Fun")));
            store.backUp(copy);
        }
        execute(copy, "DELETE FROM ledger_entry WHERE ledger = 1");
        assertEquals(Reason.STORE_UNUSABLE, restoring(true).reason());
        Files.writeString(copy, "no database at all ".repeat(20));
        assertEquals(Reason.STORE_UNUSABLE, restoring(true).reason());
        Files.delete(copy);
        assertEquals(Reason.NOT_FOUND, restoring(true).reason());
        assertEquals(1, count(file));
        assertEquals(List.of("a.db", "a.db.lock"), names());
    }

    private List<String> names() throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(path -> path.getFileName().toString())
                    .filter(name -> !name.matches(".*-(wal|shm)"))
                    .sorted()
                    .toList();
        }
    }

    private LedgerException restoring(boolean replace) {
        return assertThrows(LedgerException.class, () -> provider.restore("jdbc:sqlite:" + file, copy, replace));
    }

    private LedgerStore open(Path path) {
        return provider.open("jdbc:sqlite:" + path, Access.READ_WRITE);
    }

    private long count(Path path) {
        try (LedgerStore store = provider.open("jdbc:sqlite:" + path, Access.READ_ONLY)) {
            assertEquals(List.of(), store.check().findings());
            return store.read(LEDGER, reader -> reader.countEntries(EntryQuery.all(EntryKind.EXPENSE)));
        }
    }

    private static void execute(Path path, String sql) throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + path);
                Statement statement = connection.createStatement()) {
            assertEquals(1, statement.executeUpdate(sql));
        }
    }
}
