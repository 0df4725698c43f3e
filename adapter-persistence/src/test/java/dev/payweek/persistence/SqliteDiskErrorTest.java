package dev.payweek.persistence;

import static dev.payweek.testkit.Samples.LEDGER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import dev.payweek.ledger.EntryKind;
import dev.payweek.store.EntryQuery;
import dev.payweek.store.LedgerStore;
import dev.payweek.store.StoreProvider.Access;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of writes when the disk fails at some call. {@code -Dpayweek.diskerrors=} sets at how many. */
class SqliteDiskErrorTest {

    @TempDir
    Path folder;

    @Test
    void a_disk_that_fails_once_ends_writing_and_loses_nothing_acknowledged() throws Exception {
        requireStrace();
        int errors = Integer.getInteger("payweek.diskerrors", 3);
        int acknowledged = 0;
        for (int i = 1; i <= errors; i++) {
            String url = "jdbc:sqlite:" + folder.resolve(i + ".db");
            Set<Long> acked = writeUntil("fsync,fdatasync:error=EIO:when=" + (20 + 7 * i), url);
            acknowledged += acked.size();
            try (LedgerStore store = new SqlStoreProvider().open(url, Access.READ_WRITE)) {
                assertEquals(List.of(), store.check().findings());
                Set<Long> lost = new TreeSet<>(acked);
                store.read(LEDGER, reader -> {
                    reader.forEachEntry(EntryQuery.all(EntryKind.EXPENSE), entry -> lost.remove(entry.id()));
                    return true;
                });
                assertEquals(Set.of(), lost, "lost at error " + i);
            }
        }
        assertTrue(acknowledged > 0, "nothing was acknowledged before a disk failed");
        System.out.println("disk errors: " + errors + ", " + acknowledged + " acknowledged, 0 lost");
    }

    /** Lets a process write until the injected error has ended all its writers, and returns what it acknowledged. */
    private static Set<Long> writeUntil(String injected, String url) throws Exception {
        List<String> strace = new ArrayList<>(List.of("strace", "-f", "-qq", "-o", "/dev/null"));
        strace.addAll(List.of("-e", "trace=fsync,fdatasync", "-e", "inject=" + injected));
        Process writer = ChildJvm.startUnder(strace, BusyWriter.class, url);
        Set<Long> acknowledged = new TreeSet<>();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(writer.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                acknowledged.add(Long.valueOf(line));
                assertTrue(acknowledged.size() < 1_000_000, "the error did not end the writing");
            }
            assertTrue(writer.waitFor(60, TimeUnit.SECONDS), "the writers went on after the disk had failed");
        } finally {
            writer.destroyForcibly().waitFor();
        }
        return acknowledged;
    }

    /** Skips the test where strace is missing; on CI, which has it, the test fails. */
    static void requireStrace() throws InterruptedException {
        try {
            Process probe = new ProcessBuilder("strace", "-qq", "-o", "/dev/null", "true").start();
            if (probe.waitFor() == 0) {
                return;
            }
        } catch (IOException e) {
            // It is not there.
        }
        String sentence = "strace is missing or may not trace here, so nothing was done to the disk; install strace.";
        if ("true".equals(System.getenv("CI"))) {
            fail(sentence);
        }
        abort(sentence);
    }
}
