package dev.payweek.persistence.postgres;

import static dev.payweek.testkit.Samples.LEDGER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.zaxxer.hikari.HikariDataSource;
import dev.payweek.persistence.BusyWriter;
import dev.payweek.persistence.SqlStoreProvider;
import dev.payweek.persistence.TestPostgres;
import dev.payweek.persistence.migration.Migrations;
import dev.payweek.persistence.postgres.CrashingPostgres.Crash;
import dev.payweek.refusal.LedgerException;
import dev.payweek.refusal.Reason;
import dev.payweek.store.LedgerStore;
import dev.payweek.store.LedgerWriter;
import dev.payweek.store.StoreProvider.Access;
import dev.payweek.testkit.Samples;
import dev.payweek.testkit.Seed;
import dev.payweek.testkit.StoreThreadsContract;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What becomes of writes when the server crashes under them. {@code -Dpayweek.crashes=} sets how often it does; {@code
 * -Dseed=} when.
 */
class PostgresCrashTest {

    private static final int WRITERS = 8;

    @TempDir
    static Path folder;

    private static Optional<CrashingPostgres> server = Optional.empty();

    private final Map<String, Long> acknowledged = new ConcurrentHashMap<>();
    private final Semaphore written = new Semaphore(0);
    private final AtomicInteger refused = new AtomicInteger();
    private final AtomicInteger answeredAgain = new AtomicInteger();
    private volatile boolean enough;
    private volatile boolean over;

    @BeforeAll
    static void start() {
        try {
            server = Optional.of(new CrashingPostgres(folder.resolve("server")));
        } catch (IOException | RuntimeException e) {
            TestPostgres.skip("No PostgreSQL server that may crash could be started here: " + e.getMessage());
        }
    }

    @AfterAll
    static void stop() throws IOException {
        if (server.isPresent()) {
            server.get().close();
        }
    }

    @Test
    void writes_that_are_repeated_by_their_keys_outlive_every_crash_and_are_made_once() {
        long seed = Seed.chosen();
        int crashes = Integer.getInteger("payweek.crashes", 2);
        CrashingPostgres crashing = server.orElseThrow();
        try (LedgerStore store =
                Samples.withLedger(new SqlStoreProvider().open(crashing.freshUrl(), Access.READ_WRITE))) {
            StoreThreadsContract.eachOf(
                    WRITERS + 1,
                    thread -> thread < WRITERS ? writeOn(store, thread) : crash(crashing, crashes, new Random(seed)));
            String where = "seed " + seed;
            Set<Long> ids = new TreeSet<>(acknowledged.values());
            assertEquals(acknowledged.size(), ids.size(), where);
            assertEquals(Set.of(), BusyWriter.lost(store, ids, where), where);
            assertEquals(ids.size(), store.check().entries(), where + ": a repeated write was made twice");
            store.read(LEDGER, reader -> {
                acknowledged.forEach((key, id) -> assertEquals(
                        Long.toString(id), reader.findAnswer(key).orElseThrow().body(), where));
                return true;
            });
        }
        System.out.println("PostgreSQL crashes: " + crashes + ", " + acknowledged.size() + " acknowledged, " + refused
                + " attempts refused, " + answeredAgain + " of them kept all the same, 0 lost, 0 twice, 0 half");
    }

    @Test
    void a_server_that_is_believed_too_early_loses_writes() throws Exception {
        CrashingPostgres crashing = server.orElseThrow();
        String url = crashing.freshUrl();
        Samples.withLedger(new SqlStoreProvider().open(url, Access.READ_WRITE)).close();
        HikariDataSource believing = new HikariDataSource();
        believing.setJdbcUrl(url);
        believing.setAutoCommit(false);
        Set<Long> ids = new TreeSet<>();
        try (LedgerStore store =
                PostgresStore.open(believing, Access.READ_WRITE, MigrationMode.TOGETHER, Migrations.CURRENT)) {
            for (int i = 0; i < 50; i++) {
                ids.add(store.write(LEDGER, BusyWriter::writeOne));
            }
            crashing.crash(Crash.KILL);
            Set<Long> lost = BusyWriter.lost(store, ids, "without synchronous_commit");
            assertFalse(lost.isEmpty(), "nothing was lost, so the other test shows nothing");
            System.out.println("PostgreSQL crashes, the control: " + lost.size() + " of 50 acknowledged lost");
        }
    }

    /** Writes one entry after the other, each under a key of its own, until it is acknowledged. */
    private boolean writeOn(LedgerStore store, int thread) {
        for (int i = 0; !enough; i++) {
            String key = thread + "-" + i;
            acknowledged.put(key, untilAcknowledged(store, key));
            written.release();
        }
        return true;
    }

    private long untilAcknowledged(LedgerStore store, String key) {
        while (true) {
            try {
                return store.write(LEDGER, writer -> once(writer, key));
            } catch (LedgerException refusal) {
                assertEquals(Reason.STORE_UNAVAILABLE, refusal.reason());
                refused.incrementAndGet();
                if (over) {
                    throw refusal;
                }
            }
        }
    }

    private long once(LedgerWriter writer, String key) {
        if (writer.findAnswer(key).isPresent()) {
            answeredAgain.incrementAndGet();
        }
        return BusyWriter.writeOnce(writer, key);
    }

    /** Crashes the server whenever some more writes are acknowledged, and ends the writing after the last crash. */
    private boolean crash(CrashingPostgres crashing, int crashes, Random random) throws Exception {
        boolean crashed = false;
        try {
            for (int i = 0; i < crashes; i++) {
                awaitWrites(1 + random.nextInt(200));
                crashing.crash(i % 2 == 0 ? Crash.QUIT : Crash.KILL);
            }
            awaitWrites(100);
            crashed = true;
        } finally {
            over = !crashed;
            enough = true;
        }
        return crashed;
    }

    private void awaitWrites(int more) throws InterruptedException {
        written.drainPermits();
        assertTrue(written.tryAcquire(more, 60, TimeUnit.SECONDS), "no write succeeds any more");
    }
}
