package dev.payweek.persistence.sqlite;

import static dev.payweek.testkit.Samples.LEDGER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.payweek.persistence.BusyWriter;
import dev.payweek.persistence.ChildJvm;
import dev.payweek.persistence.SqlStoreProvider;
import dev.payweek.refusal.LedgerException;
import dev.payweek.refusal.Reason;
import dev.payweek.store.LedgerReader;
import dev.payweek.store.LedgerStore;
import dev.payweek.store.StoreProvider.Access;
import dev.payweek.testkit.Seed;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What becomes of a file when processes meet or die. {@code -Dpayweek.kills=} sets how many die; {@code -Dseed=} when.
 */
class SqliteProcessTest {

    @TempDir
    Path folder;

    @Test
    void a_second_open_in_the_same_process_is_refused_and_drops_no_lock() throws Exception {
        String url = url("a.db");
        try (LedgerStore store = new SqlStoreProvider().open(url, Access.READ_WRITE)) {
            assertHeldBy(ProcessHandle.current().pid(), url);
            Process other = ChildJvm.start(Opening.class, url);
            assertEquals(
                    "The ledgers' file is in use by process "
                            + ProcessHandle.current().pid() + ".",
                    firstLine(other));
            assertTrue(store.state().writable());
        }
        new SqlStoreProvider().open(url, Access.READ_WRITE).close();
    }

    @Test
    void a_second_process_is_refused_with_the_number_of_the_first() throws Exception {
        String url = url("b.db");
        Process holder = ChildJvm.start(BusyWriter.class, url);
        try (BufferedReader acknowledged = lines(holder)) {
            acknowledged.readLine();
            assertHeldBy(holder.pid(), url);
            LedgerStore reading = new SqlStoreProvider().open(url, Access.READ_ONLY);
            assertTrue(reading.read(LEDGER, LedgerReader::version) > 0);
            reading.close();
        } finally {
            holder.destroyForcibly().waitFor();
        }
        new SqlStoreProvider().open(url, Access.READ_WRITE).close();
    }

    @Test
    void everything_acknowledged_outlives_a_killed_process_and_nothing_is_half_there() throws Exception {
        long seed = Seed.chosen();
        Random random = new Random(seed);
        String url = url("killed.db");
        Set<Long> acknowledged = new TreeSet<>();
        int kills = Integer.getInteger("payweek.kills", 20);
        for (int kill = 1; kill <= kills; kill++) {
            acknowledged.addAll(killAfter(1 + random.nextInt(400), url));
            try (LedgerStore store = new SqlStoreProvider().open(url, Access.READ_WRITE)) {
                String where = "seed " + seed + ", kill " + kill;
                assertEquals(Set.of(), BusyWriter.lost(store, acknowledged, where), where);
            }
            assertEquals("ok", integrity(url));
        }
        System.out.println("kill -9: " + kills + " kills, " + acknowledged.size() + " acknowledged, 0 lost, 0 half");
    }

    /** Lets a process write until so many writes are acknowledged, kills it, and returns all acknowledged ones. */
    private static List<Long> killAfter(int acks, String url) throws IOException, InterruptedException {
        List<Long> ids = new ArrayList<>();
        Process writer = ChildJvm.start(BusyWriter.class, url);
        try (BufferedReader lines = lines(writer)) {
            String line = lines.readLine();
            while (line != null && !line.isEmpty()) {
                ids.add(Long.valueOf(line));
                if (ids.size() == acks) {
                    // Through the handle, which leaves open what the process has written until now.
                    writer.toHandle().destroyForcibly();
                }
                line = lines.readLine();
            }
        } finally {
            writer.destroyForcibly().waitFor();
        }
        return ids;
    }

    private static void assertHeldBy(long pid, String url) {
        LedgerException refusal =
                assertThrows(LedgerException.class, () -> new SqlStoreProvider().open(url, Access.READ_WRITE));
        assertEquals(Reason.STORE_UNAVAILABLE, refusal.reason());
        assertEquals("The ledgers' file is in use by process " + pid + ".", refusal.getMessage());
    }

    private static String integrity(String url) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                ResultSet row = connection.createStatement().executeQuery("PRAGMA integrity_check")) {
            return row.getString(1);
        }
    }

    private static String firstLine(Process process) throws IOException {
        try (BufferedReader lines = lines(process)) {
            return lines.readLine();
        }
    }

    private static BufferedReader lines(Process process) {
        return new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    private String url(String name) {
        return "jdbc:sqlite:" + folder.resolve(name);
    }

    /** Opens a store in a process of its own and prints what it is refused with. */
    static final class Opening {

        private Opening() {}

        public static void main(String[] arguments) {
            try (LedgerStore store = new SqlStoreProvider().open(arguments[0], Access.READ_WRITE)) {
                System.out.println("opened: " + store.state());
            } catch (LedgerException refusal) {
                System.out.println(refusal.getMessage());
            }
        }
    }
}
