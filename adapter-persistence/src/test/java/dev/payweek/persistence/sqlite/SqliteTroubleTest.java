package dev.payweek.persistence.sqlite;

import static dev.payweek.testkit.Samples.LEDGER;
import static dev.payweek.testkit.Samples.expense;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.payweek.ledger.Entry;
import dev.payweek.ledger.EntryDetails;
import dev.payweek.ledger.EntryKind;
import dev.payweek.period.DateSpan;
import dev.payweek.persistence.SqlStoreProvider;
import dev.payweek.refusal.LedgerException;
import dev.payweek.refusal.Reason;
import dev.payweek.store.EntryQuery;
import dev.payweek.store.Kinds;
import dev.payweek.store.LedgerReader;
import dev.payweek.store.LedgerStore;
import dev.payweek.store.LedgerWriter;
import dev.payweek.store.StoreProvider.Access;
import dev.payweek.testkit.Samples;
import dev.payweek.testkit.StoreThreadsContract;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of writes when something fails below them. */
class SqliteTroubleTest {

    /** An entry that is there, so that the database refuses to add it. */
    private static final Entry TAKEN = Samples.transfer(99_999, "2026-11-20", "1.00");

    @TempDir
    Path folder;

    @Test
    void a_write_that_the_database_refuses_harms_only_itself() {
        try (LedgerStore store = Samples.withLedger(open(folder.resolve("a.db")))) {
            Samples.write(store, writer -> writer.put(TAKEN));
            StoreThreadsContract.eachOf(8, thread -> {
                for (int i = 0; i < 20; i++) {
                    long id = 1 + thread * 100L + i;
                    if (i % 4 == 0) {
                        assertConflict(store, writer -> {
                            writer.put(expense(id, "2026-11-20", "1.00", "Fun"));
                            writer.add(List.of(TAKEN));
                        });
                    } else {
                        Samples.write(store, writer -> writer.put(expense(id, "2026-11-20", "1.00", "Fun")));
                    }
                }
                return true;
            });
            assertEquals(Long.valueOf(120), store.read(LEDGER, SqliteTroubleTest::expenses));
            assertEquals(
                    120,
                    store.read(LEDGER, reader -> reader.dayTotals(DateSpan.ALWAYS))
                            .get(0)
                            .count());
        }
    }

    @Test
    void work_that_hides_a_failure_is_taken_back_all_the_same() {
        try (LedgerStore store = Samples.withLedger(open(folder.resolve("a.db")))) {
            Samples.write(store, writer -> writer.put(TAKEN));
            assertConflict(store, writer -> {
                writer.put(expense(1, "2026-11-20", "1.00", "Fun"));
                assertThrows(LedgerException.class, () -> writer.add(List.of(TAKEN)));
                assertThrows(LedgerException.class, () -> writer.put(expense(1, "2026-11-21", "1.00", "Fun")));
            });
            assertEquals(Optional.empty(), store.read(LEDGER, reader -> reader.findEntry(1)));
        }
    }

    @Test
    void a_write_inside_a_write_is_refused_rather_than_waiting_for_ever() {
        try (LedgerStore store = Samples.withLedger(open(folder.resolve("a.db")))) {
            assertThrows(
                    IllegalStateException.class,
                    () -> store.write(LEDGER, outer -> store.write(LEDGER, LedgerReader::version)));
            assertEquals(Long.valueOf(0), store.write(LEDGER, writer -> store.read(LEDGER, LedgerReader::version)));
        }
    }

    @Test
    void an_interrupted_caller_gets_its_outcome_and_keeps_its_flag() {
        try (LedgerStore store = Samples.withLedger(open(folder.resolve("a.db")))) {
            Thread.currentThread().interrupt();
            assertEquals(Long.valueOf(1), store.write(LEDGER, LedgerWriter::nextId));
            assertTrue(Thread.interrupted());
        }
    }

    @Test
    void a_full_disk_refuses_writes_whole_keeps_reading_and_ends_with_the_shortage() throws Exception {
        Path disk = folder.resolve("disk");
        assertTrue(disk.toFile().mkdir());
        assumeTrue(
                run("mount", "-t", "tmpfs", "-o", "size=3m", "tmpfs", disk.toString()),
                "No small disk can be mounted here, so a full one was not tried.");
        try (LedgerStore store = Samples.withLedger(open(disk.resolve("a.db")))) {
            List<Long> kept = new ArrayList<>();
            LedgerException full = fill(store, kept);
            assertEquals(Reason.STORE_FULL, full.reason());
            assertEquals("There is no room left; nothing was written.", full.getMessage());
            assertFalse(store.state().writable());
            for (int i = 0; i < 20; i++) {
                assertEquals(
                        Reason.STORE_FULL,
                        assertThrows(LedgerException.class, () -> put(store, 100_000))
                                .reason());
            }
            assertEquals(kept, ids(store));
            assertTrue(run("mount", "-o", "remount,size=16m", disk.toString()));
            put(store, 200_000);
            kept.add(200_000L);
            assertEquals(kept, ids(store));
            assertTrue(store.state().writable());
        } finally {
            assertTrue(run("umount", "-l", disk.toString()));
        }
    }

    @Test
    void an_entry_that_is_not_as_it_was_written_is_told_as_damage_and_not_served() throws Exception {
        Path file = folder.resolve("a.db");
        try (LedgerStore store = Samples.withLedger(open(file))) {
            Samples.write(store, writer -> {
                writer.put(expense(1, "2026-11-20", "1.00", "Fun"));
                writer.put(expense(2, "2026-11-20", "1.00", "Fun"));
            });
        }
        execute(file, "UPDATE ledger_entry SET day = day + 1 WHERE ledger = 1 AND id = 1");
        try (LedgerStore store = open(file)) {
            LedgerException refusal =
                    assertThrows(LedgerException.class, () -> store.read(LEDGER, reader -> reader.findEntry(1)));
            assertEquals(Reason.STORE_UNUSABLE, refusal.reason());
            assertEquals(
                    "Entry 1 is damaged in the store; payweek check reports all that is, payweek restore brings back a"
                            + " backup.",
                    refusal.getMessage());
            assertTrue(store.read(LEDGER, reader -> reader.findEntry(2)).isPresent());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DELETE FROM ledger_entry WHERE ledger = 1 AND id = 1",
                "DELETE FROM day_sum WHERE ledger = 1 AND day = 20261120",
                "DELETE FROM month_sum WHERE ledger = 1"
            })
    void a_row_that_is_gone_is_missed(String loss) throws Exception {
        Path file = folder.resolve("a.db");
        try (LedgerStore store = Samples.withLedger(open(file))) {
            Samples.write(store, writer -> {
                writer.put(expense(1, "2026-11-20", "1.00", "Fun"));
                writer.put(expense(2, "2026-11-20", "1.00", "Fun"));
                writer.put(expense(3, "2026-11-21", "1.00", "Fun"));
            });
        }
        execute(file, loss);
        try (LedgerStore store = open(file)) {
            LedgerException refusal = assertThrows(LedgerException.class, () -> ids(store));
            assertEquals(Reason.STORE_UNUSABLE, refusal.reason());
            assertTrue(refusal.getMessage().contains("are not all there"), refusal.getMessage());
        }
    }

    private static void execute(Path file, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            assertEquals(1, statement.executeUpdate(sql));
        }
    }

    @Test
    void no_exception_of_the_driver_or_of_jooq_crosses_the_port_even_inside_work() {
        try (LedgerStore store = Samples.withLedger(open(folder.resolve("a.db")))) {
            // A reader that is misused as a writer meets a connection that cannot write.
            LedgerException refusal = assertThrows(
                    LedgerException.class,
                    () -> store.read(LEDGER, reader -> {
                        LedgerWriter misused = (LedgerWriter) reader;
                        assertThrows(LedgerException.class, () -> misused.remove(Kinds.RULE, "1"));
                        return assertThrows(LedgerException.class, () -> reader.all(Kinds.CATEGORY));
                    }));
            assertEquals(Reason.READ_ONLY, refusal.reason());
        }
    }

    private static LedgerException fill(LedgerStore store, List<Long> kept) {
        for (long id = 1; id < 100_000; id++) {
            long next = id;
            try {
                put(store, next);
            } catch (LedgerException refusal) {
                return refusal;
            }
            kept.add(id);
        }
        throw new AssertionError("the disk never filled up");
    }

    private static void put(LedgerStore store, long id) {
        EntryDetails details = new EntryDetails(
                Samples.day("2026-11-20"),
                Samples.usd("1.00"),
                "x",
                Optional.of("y".repeat(EntryDetails.MAX_BANK_TEXT)),
                Optional.empty(),
                Optional.empty(),
                List.of());
        Samples.write(store, writer -> writer.put(expense(id, details, "Fun")));
    }

    private static List<Long> ids(LedgerStore store) {
        TreeSet<Long> ids = new TreeSet<>();
        store.read(LEDGER, reader -> {
            reader.forEachEntry(EntryQuery.all(EntryKind.EXPENSE), entry -> ids.add(entry.id()));
            assertEquals(ids.size(), reader.dayTotals(DateSpan.ALWAYS).get(0).count());
            return true;
        });
        return List.copyOf(ids);
    }

    private static long expenses(LedgerReader reader) {
        return reader.countEntries(EntryQuery.all(EntryKind.EXPENSE));
    }

    private static void assertConflict(LedgerStore store, Consumer<LedgerWriter> work) {
        assertEquals(
                Reason.CONFLICT,
                assertThrows(LedgerException.class, () -> Samples.write(store, work))
                        .reason());
    }

    static boolean run(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command).inheritIO().start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static LedgerStore open(Path file) {
        return new SqlStoreProvider().open("jdbc:sqlite:" + file, Access.READ_WRITE);
    }
}
