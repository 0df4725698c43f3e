package dev.payweek.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.payweek.app.Instances.Asked;
import dev.payweek.budget.Budget;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Three services on one PostgreSQL, of which one after the other is killed and comes back while callers add, change,
 * delete, import, undo and read at all of them. In the build one is killed; with {@code -Dpayweek.shared=180} it goes
 * on for so many seconds and one is killed every ten.
 */
@Timeout(900)
class SharedPostgresTest {

    private static final int SECONDS = Integer.getInteger("payweek.shared", 6);
    private static final int SECONDS_BETWEEN_KILLS = 10;
    private static final int SERVICES = 3;
    private static final int CALLERS = 4;
    /** More than what becomes lasting at once, so that it can be killed half way. */
    private static final int LONG_FILE = 10_500;

    @TempDir
    private Path folder;

    private final AtomicInteger cutOff = new AtomicInteger();
    private volatile boolean over;

    @Test
    void services_that_share_a_database_lose_nothing_and_report_everything_once_though_they_are_killed()
            throws Exception {
        long seed = Long.getLong("seed", 18);
        try (PostgresServer database = PostgresServer.in(folder);
                Instances instances = new Instances(folder, database.url(), SERVICES)) {
            MixedLoad load = new MixedLoad(instances);
            List<NewsReader> readers = new ArrayList<>();
            for (int i = 0; i < SERVICES; i++) {
                readers.add(new NewsReader(instances, i));
            }
            List<CompletableFuture<?>> callers = new ArrayList<>();
            for (int i = 0; i < CALLERS; i++) {
                int number = i;
                callers.add(inBackground(() -> call(load, new Random(seed + number), "c" + number + "-")));
            }
            int killed = killNowAndThen(instances, load, callers);
            over = true;
            for (CompletableFuture<?> caller : callers) {
                caller.join();
            }
            assertTrue(cutOff.get() > 0, "every import was over before its service was killed");
            load.assertNothingLostOrTwice();
            assertHeardOnce(instances, readers);
            if (SECONDS > 60) {
                awaitNoneInProgress(instances);
                load.assertNothingLostOrTwice();
            }
            try (Budget budget = Budget.open(database.url())) {
                assertEquals(List.of(), budget.check().findings(), "seed " + seed);
            }
            System.out.println("Three services on one PostgreSQL, " + killed + " killed, " + cutOff
                    + " of them in a long import: " + load.counts() + ", "
                    + readers.get(0).versions().size() + " changes and "
                    + readers.get(0).thresholds().size() + " threshold events heard by each of " + readers.size()
                    + ", 0 lost, 0 twice");
        }
    }

    private interface Work {
        void run() throws Exception;
    }

    private static CompletableFuture<?> inBackground(Work work) {
        CompletableFuture<Boolean> done = new CompletableFuture<>();
        Thread thread = new Thread(() -> {
            try {
                work.run();
                done.complete(true);
            } catch (Exception | AssertionError failure) {
                done.completeExceptionally(failure);
            }
        });
        thread.setDaemon(true);
        thread.start();
        return done;
    }

    private void call(MixedLoad load, Random dice, String name) throws Exception {
        for (int i = 0; !over; i++) {
            load.doOne(dice, name + i);
        }
    }

    private static long version(Instances instances) throws InterruptedException {
        return Long.parseLong(
                instances.untilAnswered(0, Asked.get("/ledger")).header("ETag").replaceAll("\"([0-9]+)\\..*", "$1"));
    }

    /** Kills one at a time, each in the middle of a long import, and starts it again. */
    private int killNowAndThen(Instances instances, MixedLoad load, List<CompletableFuture<?>> callers)
            throws Exception {
        int killed = 0;
        long begin = System.nanoTime();
        while (killed == 0 || TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begin) < SECONDS) {
            int which = killed % SERVICES;
            awaitWork(load, callers);
            killInTheMiddleOfAnImport(instances, load, which, "long" + killed);
            instances.restart(which);
            killed++;
            if (SECONDS > SECONDS_BETWEEN_KILLS) {
                Thread.sleep(TimeUnit.SECONDS.toMillis(SECONDS_BETWEEN_KILLS));
            }
        }
        awaitWork(load, callers);
        return killed;
    }

    /** Waits until more has been done, by whichever services there are. */
    private static void awaitWork(MixedLoad load, List<CompletableFuture<?>> callers) throws InterruptedException {
        int enough = load.count("added") + 20;
        while (load.count("added") < enough && callers.stream().noneMatch(CompletableFuture::isDone)) {
            Thread.sleep(20);
        }
    }

    private void killInTheMiddleOfAnImport(Instances instances, MixedLoad load, int which, String name)
            throws Exception {
        List<String> file = MixedLoad.file(name, LONG_FILE);
        CompletableFuture<?> sent = inBackground(() -> {
            try {
                instances.once(which, MixedLoad.asImport(file).with("Idempotency-Key", name));
            } catch (IOException killed) {
                cutOff.incrementAndGet();
            }
        });
        while (!sent.isDone() && inProgress(instances, which + 1) == 0) {
            Thread.sleep(10);
        }
        instances.kill(which);
        sent.join();
        load.importOne(new Random(which), file, name, 1);
    }

    private static int inProgress(Instances instances, int which) throws InterruptedException {
        int count = 0;
        for (JsonNode batch :
                instances.untilAnswered(which, Asked.get("/imports")).json()) {
            count += "in_progress".equals(batch.path("state").textValue()) ? 1 : 0;
        }
        return count;
    }

    /** What a killed service left half done is reverted by another. */
    private static void awaitNoneInProgress(Instances instances) throws InterruptedException {
        while (inProgress(instances, 0) > 0) {
            Thread.sleep(500);
        }
    }

    private static void assertHeardOnce(Instances instances, List<NewsReader> readers) throws InterruptedException {
        // What came of the last change is noticed before it is answered.
        List<Long> events = new ArrayList<>();
        instances
                .untilAnswered(0, Asked.get("/events"))
                .json()
                .forEach(event -> events.add(event.path("id").longValue()));
        long last = version(instances);
        for (NewsReader reader : readers) {
            List<Long> changes = LongStream.rangeClosed(reader.begin().get(0) + 1, last)
                    .boxed()
                    .toList();
            List<Long> thresholds =
                    events.stream().filter(id -> id > reader.begin().get(1)).toList();
            assertTrue(thresholds.size() > 1, "nothing was noticed: " + events);
            while (reader.versions().size() < changes.size()
                    || reader.thresholds().size() < thresholds.size()) {
                Thread.sleep(50);
            }
            assertEquals(changes, reader.versions());
            assertEquals(thresholds, reader.thresholds());
            reader.close();
        }
    }
}
