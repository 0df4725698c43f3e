package dev.payweek.persistence.sqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.payweek.ledger.LedgerId;
import dev.payweek.ledger.LedgerSettings;
import dev.payweek.money.Money;
import dev.payweek.refusal.LedgerException;
import dev.payweek.refusal.Reason;
import dev.payweek.store.LedgerReader;
import dev.payweek.store.LedgerStore;
import dev.payweek.store.StoreProvider.Access;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Nothing is acknowledged into a file that is not there any more, and nothing is read from one. */
@Timeout(60)
class FileGoneTest {

    private static final long LONGER_THAN_A_LOOK_HOLDS_MILLIS = 300;

    @TempDir
    private Path folder;

    /** What can happen to a file under a running service. */
    private enum Mishap {
        REMOVED {
            @Override
            void happenTo(Path file) throws IOException {
                Files.delete(file);
            }
        },
        RENAMED {
            @Override
            void happenTo(Path file) throws IOException {
                Files.move(file, file.resolveSibling("elsewhere.db"));
            }
        },
        REPLACED {
            @Override
            void happenTo(Path file) throws IOException {
                Path copy = Files.copy(file, file.resolveSibling("copy.db"));
                Files.move(file, file.resolveSibling("elsewhere.db"));
                Files.move(copy, file);
            }
        },
        EMPTIED_BY_A_NEW_ONE {
            @Override
            void happenTo(Path file) throws IOException {
                // Kept under another name, or the system might give the new file the number of the old one.
                Files.move(file, file.resolveSibling("elsewhere.db"));
                Files.createFile(file);
            }
        },
        LOG_REMOVED {
            @Override
            void happenTo(Path file) throws IOException {
                Files.move(log(file), file.resolveSibling("elsewhere.db-wal"));
            }
        },
        LOG_REPLACED {
            @Override
            void happenTo(Path file) throws IOException {
                // As the next connection of any process does when it finds none.
                Files.move(log(file), file.resolveSibling("elsewhere.db-wal"));
                Files.createFile(log(file));
            }
        };

        private static Path log(Path file) {
            return file.resolveSibling(file.getFileName() + "-wal");
        }

        abstract void happenTo(Path file) throws IOException;
    }

    private static LedgerStore written(Path file) {
        LedgerStore store = SqliteStore.open("jdbc:sqlite:" + file, Access.READ_WRITE);
        store.create(LedgerId.FIRST, () -> LedgerSettings.fresh(Money.currency("USD"), ZoneOffset.UTC));
        return store;
    }

    private static long write(LedgerStore store) {
        return store.<Long>write(LedgerId.FIRST, writer -> writer.nextId());
    }

    @ParameterizedTest
    @EnumSource(Mishap.class)
    void a_write_is_refused_and_the_store_is_not_ready(Mishap mishap) throws Exception {
        Path file = folder.resolve("gone.db");
        try (LedgerStore store = written(file)) {
            assertEquals(1, write(store));
            assertTrue(store.state().ready());
            mishap.happenTo(file);
            LedgerException refused = assertThrows(LedgerException.class, () -> write(store));
            assertEquals(Reason.STORE_UNAVAILABLE, refused.reason());
            assertTrue(refused.getMessage().contains("removed or replaced"), refused.getMessage());
            assertFalse(store.state().ready());
            assertFalse(store.state().writable());
        }
    }

    /** Only the log had it, and whoever opens the file next finds another. */
    @ParameterizedTest
    @EnumSource(
            value = Mishap.class,
            names = {"LOG_REMOVED", "LOG_REPLACED"})
    void what_was_acknowledged_into_a_log_is_brought_into_the_file_and_nothing_that_was_refused(Mishap mishap)
            throws Exception {
        Path file = folder.resolve("gone.db");
        Path asAfterAKill = folder.resolve("killed.db");
        try (LedgerStore store = written(file)) {
            assertEquals(1, write(store));
            mishap.happenTo(file);
            while (Files.size(folder.resolve("elsewhere.db-wal")) > 0) {
                Thread.sleep(20);
            }
            assertThrows(LedgerException.class, () -> write(store));
            assertThrows(LedgerException.class, () -> write(store));
            Files.copy(file, asAfterAKill);
        }
        for (Path left : List.of(file, asAfterAKill)) {
            try (LedgerStore again = SqliteStore.open("jdbc:sqlite:" + left, Access.READ_WRITE)) {
                assertEquals(1L, again.<Long>read(LedgerId.FIRST, LedgerReader::lastId));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Mishap.class,
            names = {"LOG_REMOVED", "LOG_REPLACED"},
            mode = EnumSource.Mode.EXCLUDE)
    void what_is_not_there_is_not_read_either_and_no_other_file_comes_into_being(Mishap mishap) throws Exception {
        Path file = folder.resolve("gone.db");
        try (LedgerStore store = written(file);
                LedgerStore reading = SqliteStore.open("jdbc:sqlite:" + file, Access.READ_ONLY)) {
            long length = Files.size(file);
            mishap.happenTo(file);
            Thread.sleep(LONGER_THAN_A_LOOK_HOLDS_MILLIS);
            for (LedgerStore one : new LedgerStore[] {store, reading}) {
                assertThrows(LedgerException.class, () -> one.read(LedgerId.FIRST, LedgerReader::version));
                assertThrows(LedgerException.class, () -> one.version(LedgerId.FIRST));
                assertFalse(one.state().ready());
            }
            boolean left = mishap == Mishap.REPLACED || mishap == Mishap.EMPTIED_BY_A_NEW_ONE;
            assertEquals(left, Files.exists(file));
            assertTrue(!left || Files.size(file) == (mishap == Mishap.REPLACED ? length : 0));
        }
    }

    @Test
    void a_file_that_is_put_back_is_served_again_with_all_that_was_acknowledged() throws Exception {
        Path file = folder.resolve("gone.db");
        Path elsewhere = folder.resolve("elsewhere.db");
        try (LedgerStore store = written(file)) {
            assertEquals(1, write(store));
            Files.move(file, elsewhere);
            assertThrows(LedgerException.class, () -> write(store));
            Files.move(elsewhere, file);
            assertTrue(store.state().ready(), store.state().detail());
            assertEquals(2, write(store));
        }
        try (LedgerStore again = SqliteStore.open("jdbc:sqlite:" + file, Access.READ_WRITE)) {
            assertEquals(2L, again.<Long>read(LedgerId.FIRST, LedgerReader::lastId));
        }
    }
}
