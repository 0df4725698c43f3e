package dev.payweek.persistence.sqlite;

import static dev.payweek.testkit.Samples.LEDGER;
import static dev.payweek.testkit.Samples.expense;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.payweek.persistence.BusyWriter;
import dev.payweek.persistence.ChildJvm;
import dev.payweek.persistence.SqlStoreProvider;
import dev.payweek.refusal.LedgerException;
import dev.payweek.refusal.Reason;
import dev.payweek.store.LedgerReader;
import dev.payweek.store.LedgerStore;
import dev.payweek.store.StoreProvider.Access;
import dev.payweek.testkit.Samples;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ledgers where nothing can be written: on a file system mounted so, or else in a folder whose mode says so. */
class SqliteReadOnlyTest {

    @TempDir
    Path folder;

    private Path disk;
    private Path file;
    private boolean mounted;

    @BeforeEach
    void make_a_disk() throws Exception {
        disk = Files.createDirectory(folder.toRealPath().resolve("disk"));
        file = disk.resolve("a.db");
        mounted = SqliteTroubleTest.run("mount", "-t", "tmpfs", "-o", "size=64m", "tmpfs", disk.toString());
    }

    @AfterEach
    void remove_the_disk() throws Exception {
        if (mounted) {
            assertTrue(SqliteTroubleTest.run("umount", "-l", disk.toString()));
        } else {
            Files.setPosixFilePermissions(disk, PosixFilePermissions.fromString("rwx------"));
        }
    }

    @Test
    void what_cannot_be_written_is_refused_for_writing_and_served_for_reading() throws Exception {
        try (LedgerStore store = Samples.withLedger(open(Access.READ_WRITE))) {
            Samples.write(store, writer -> writer.put(expense(1, "2026-11-20", "4.50", "Fun")));
        }
        freeze();
        byte[] before = Files.readAllBytes(file);
        assertRefusedForWriting(file);
        try (LedgerStore store = open(Access.READ_ONLY)) {
            assertTrue(store.read(LEDGER, reader -> reader.findEntry(1)).isPresent());
            assertEquals(List.of(), store.check().findings());
            assertEquals(
                    Reason.READ_ONLY,
                    assertThrows(LedgerException.class, () -> store.write(LEDGER, LedgerReader::version))
                            .reason());
        }
        assertArrayEquals(before, Files.readAllBytes(file));
    }

    @Test
    void what_a_killed_process_left_is_served_with_all_that_it_had_acknowledged() throws Exception {
        Set<Long> acknowledged = writeAndKill();
        freeze();
        assertRefusedForWriting(file);
        try (LedgerStore store = open(Access.READ_ONLY)) {
            assertEquals(Set.of(), BusyWriter.lost(store, acknowledged, "after the kill"));
        }
    }

    @Test
    void a_new_ledger_where_nothing_can_be_written_is_refused() throws Exception {
        freeze();
        assertRefusedForWriting(file);
    }

    private void assertRefusedForWriting(Path path) {
        LedgerException refusal = assertThrows(LedgerException.class, () -> open(Access.READ_WRITE));
        assertEquals(Reason.STORE_UNAVAILABLE, refusal.reason());
        assertEquals("The folder of the ledgers' file cannot be written: " + path + ".", refusal.getMessage());
    }

    private Set<Long> writeAndKill() throws IOException, InterruptedException {
        Set<Long> acknowledged = new TreeSet<>();
        Process writer = ChildJvm.start(BusyWriter.class, "jdbc:sqlite:" + file);
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(writer.getInputStream(), StandardCharsets.UTF_8))) {
            while (acknowledged.size() < 50) {
                acknowledged.add(Long.valueOf(lines.readLine()));
            }
        } finally {
            writer.destroyForcibly().waitFor();
        }
        assertTrue(Files.size(disk.resolve("a.db-wal")) > 0, "the killed process left no log");
        return acknowledged;
    }

    /** Nothing can be written from now on. */
    private void freeze() throws Exception {
        if (mounted) {
            assertTrue(SqliteTroubleTest.run("mount", "-o", "remount,ro", disk.toString()));
        } else {
            Files.setPosixFilePermissions(disk, PosixFilePermissions.fromString("r-x------"));
        }
        assumeFalse(
                Files.isWritable(disk),
                "Nothing can be mounted here and the user may write everywhere, so no read-only disk was tried.");
    }

    private LedgerStore open(Access access) {
        return new SqlStoreProvider().open("jdbc:sqlite:" + file, access);
    }
}
