package dev.payweek.persistence.sqlite;

import static dev.payweek.testkit.Samples.LEDGER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.payweek.persistence.BusyWriter;
import dev.payweek.persistence.ChildJvm;
import dev.payweek.persistence.Strace;
import dev.payweek.persistence.Strace.Call;
import dev.payweek.persistence.migration.Migrations;
import dev.payweek.refusal.LedgerException;
import dev.payweek.refusal.Reason;
import dev.payweek.store.LedgerReader;
import dev.payweek.store.LedgerStore;
import dev.payweek.store.StoreProvider.Access;
import dev.payweek.testkit.Samples;
import dev.payweek.testkit.Seed;
import dev.payweek.testkit.StoreThreadsContract;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What becomes of writes when the disk fails at some call. {@code -Dpayweek.diskerrors=200} lets each kind of call fail
 * at its first, its second, and so on to its two hundredth; without it, two of them do.
 */
class SqliteDiskErrorTest {

    private static final int THREADS = 2;

    /** Files whose names end so: the ledgers' own file and its log. */
    private static final List<String> BOTH = List.of("", "-wal");

    @TempDir
    Path folder;

    private final long seed = Seed.chosen();

    /** What became of the writes of one process, of which each thread made so many. */
    private record Told(boolean opened, int writes, Map<String, Long> acknowledged, List<Refused> refused) {}

    private record Refused(String key, Reason reason) {}

    @Test
    void a_failed_write_to_the_disk_ends_writing_and_loses_nothing_acknowledged() throws Exception {
        forEach("pwrite64", "EIO", BOTH, SqliteDiskErrorTest::assertWritingEnded);
    }

    @Test
    void a_failed_sync_ends_writing_and_loses_nothing_acknowledged() throws Exception {
        forEach("fsync", "EIO", BOTH, SqliteDiskErrorTest::assertWritingEnded);
    }

    @Test
    void a_full_disk_refuses_what_does_not_fit_and_takes_what_comes_after() throws Exception {
        forEach("pwrite64", "ENOSPC", BOTH, (told, where) -> {
            for (Refused refused : told.refused()) {
                assertEquals(Reason.STORE_FULL, refused.reason(), where);
            }
            // The error comes once to each thread, so the last writes meet none.
            for (int thread = 0; thread < THREADS && told.opened(); thread++) {
                assertTrue(told.acknowledged().containsKey(key(thread, told.writes() - 1)), where);
            }
        });
    }

    @Test
    void a_failed_read_is_told_and_loses_nothing_acknowledged() throws Exception {
        forEach("pread64", "EIO", BOTH, SqliteDiskErrorTest::assertRefusedForTheDisk);
    }

    @Test
    void a_log_that_cannot_be_brought_into_the_file_keeps_everything() throws Exception {
        forEach("pwrite64", "EIO", List.of(""), (told, where) -> {});
    }

    @FunctionalInterface
    private interface Expectation {
        void check(Told told, String where);
    }

    /** Whoever was refused because the disk failed is refused from then on. */
    private static void assertWritingEnded(Told told, String where) {
        Set<String> refusedThreads = new HashSet<>();
        for (Refused refused : told.refused()) {
            assertEquals(Reason.STORE_UNAVAILABLE, refused.reason(), where);
            refusedThreads.add(thread(refused.key()));
        }
        for (String thread : refusedThreads) {
            assertTrue(
                    told.refused().contains(new Refused(thread + "-" + (told.writes() - 1), Reason.STORE_UNAVAILABLE)),
                    where);
        }
    }

    /** A page that could not be read may look to SQLite like one that is damaged. */
    private static void assertRefusedForTheDisk(Told told, String where) {
        for (Refused refused : told.refused()) {
            assertTrue(Set.of(Reason.STORE_UNAVAILABLE, Reason.STORE_UNUSABLE).contains(refused.reason()), where);
        }
    }

    private void forEach(String call, String error, List<String> ends, Expectation expectation) throws Exception {
        Strace.require();
        int errors = Integer.getInteger("payweek.diskerrors", 0);
        int[] numbers = errors > 0
                ? IntStream.rangeClosed(1, errors).toArray()
                : new Random(seed).ints(2, 1, 60).toArray();
        int unopened = 0;
        int refused = 0;
        int ambiguous = 0;
        int acknowledged = 0;
        for (int number : numbers) {
            String where = error + " at " + call + " " + number + " of " + ends;
            Path file = folder.toRealPath().resolve("a.db");
            for (String end : List.of("", "-wal", "-shm")) {
                Files.deleteIfExists(folder.resolve("a.db" + end));
            }
            Samples.withLedger(open(file)).close();
            List<Path> files = ends.stream()
                    .map(end -> file.resolveSibling(file.getFileName() + end))
                    .toList();
            // Two threads may share each commit, and the error is to come before the end.
            Told told = written(Strace.failing(new Call(call, number), error, files), file, number + 10);
            expectation.check(told, where);
            ambiguous += assertNothingLost(file, told, where);
            unopened += told.opened() ? 0 : 1;
            refused += told.refused().size() > 0 ? 1 : 0;
            acknowledged += told.acknowledged().size();
        }
        System.out.println("disk errors: " + error + " at " + numbers.length + " calls of " + call + " on " + ends
                + ": " + unopened + " not opened, " + refused + " refused writes, " + acknowledged
                + " acknowledged, 0 lost, " + ambiguous + " refused but kept, 0 twice, 0 half");
    }

    /** Repeats every write by its key and returns how many of the refused ones were there all the same. */
    private static int assertNothingLost(Path file, Told told, String where) {
        try (LedgerStore store = open(file)) {
            Set<Long> lost =
                    BusyWriter.lost(store, new TreeSet<>(told.acknowledged().values()), where);
            assertEquals(Set.of(), lost, where);
            Set<Long> ids = new HashSet<>();
            int before = store.read(LEDGER, LedgerReader::version).intValue();
            Samples.write(store, writer -> {
                for (int i = 0; i < THREADS * told.writes(); i++) {
                    String key = key(i % THREADS, i / THREADS);
                    long id = BusyWriter.writeOnce(writer, key);
                    assertTrue(ids.add(id), where);
                    assertEquals(told.acknowledged().getOrDefault(key, id), id, where);
                }
            });
            assertEquals(Set.of(), BusyWriter.lost(store, ids, where), where);
            assertEquals(ids.size(), store.check().entries(), where);
            return before - told.acknowledged().size();
        }
    }

    private static Told written(List<String> strace, Path file, int writes) throws Exception {
        Process writer = ChildJvm.startUnder(strace, Writing.class, file.toString(), Integer.toString(writes));
        Map<String, Long> acknowledged = new TreeMap<>();
        List<Refused> refused = new ArrayList<>();
        boolean opened = true;
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(writer.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] words = line.split(" ");
                switch (words[0]) {
                    case "kept" -> acknowledged.put(words[1], Long.valueOf(words[2]));
                    case "refused" -> refused.add(new Refused(words[1], Reason.valueOf(words[2])));
                    default -> opened = false;
                }
            }
            assertEquals(0, writer.waitFor(), "the process did not end by itself");
        } finally {
            writer.destroyForcibly().waitFor();
        }
        assertEquals(opened ? THREADS * writes : 0, acknowledged.size() + refused.size(), "somebody was told nothing");
        return new Told(opened, writes, acknowledged, refused);
    }

    private static LedgerStore open(Path file) {
        return SqliteStore.open(file, Access.READ_WRITE, Migrations.CURRENT);
    }

    private static String key(int thread, int i) {
        return thread + "-" + i;
    }

    private static String thread(String key) {
        return key.substring(0, key.indexOf('-'));
    }

    /** Writes under keys and says what became of each write. */
    static final class Writing {

        private Writing() {}

        public static void main(String[] arguments) {
            int writes = Integer.parseInt(arguments[1]);
            LedgerStore store;
            try {
                store = open(Path.of(arguments[0]));
            } catch (LedgerException refusal) {
                say("unopened " + refusal.reason());
                return;
            }
            StoreThreadsContract.eachOf(THREADS, thread -> {
                for (int i = 0; i < writes; i++) {
                    write(store, key(thread, i));
                }
                return true;
            });
            store.close();
        }

        private static void write(LedgerStore store, String key) {
            try {
                long id = store.write(LEDGER, writer -> BusyWriter.writeOnce(writer, key));
                say("kept " + key + " " + id);
            } catch (LedgerException refusal) {
                say("refused " + key + " " + refusal.reason());
            }
        }

        private static synchronized void say(String line) {
            System.out.println(line);
            System.out.flush();
        }
    }
}
