package dev.payweek.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.payweek.app.Instances.Asked;
import dev.payweek.app.Instances.Said;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * What three services on one PostgreSQL promise those who write and read at all of them at once, each promise by
 * itself. In the build a few come; with {@code -Dpayweek.together=100} all do, the database makes every commit last,
 * and what sharing commits is worth is printed. {@link SharedPostgresTest} has all of it at once, and kills.
 */
@Timeout(1_800)
class ThreeServicesTest {

    private static final int PERCENT = Integer.getInteger("payweek.together", 1);
    private static final boolean WHOLE = PERCENT >= 100;
    private static final int SERVICES = 3;

    private static List<AutoCloseable> started = List.of();
    private static Instances instances;

    @BeforeAll
    static void start(@TempDir Path folder) throws IOException {
        PostgresServer database = WHOLE ? PostgresServer.lasting(folder) : PostgresServer.in(folder);
        started = List.of(database);
        instances = new Instances(folder, database.url(), SERVICES);
        started = List.of(instances, database);
    }

    @AfterAll
    static void stop() throws Exception {
        for (AutoCloseable one : started) {
            one.close();
        }
    }

    private static int some(int all) {
        return Math.max(all * PERCENT / 100, 1);
    }

    private static Asked json(String method, String target, String body) {
        return new Asked(method, target, Map.of("Content-Type", "application/json"), body);
    }

    private static Asked expense(String category, int amount, String more) {
        String parts = more.contains("splits") ? "" : ",\"category\":\"" + category + "\"";
        return json("POST", "/expenses", "{\"title\":\"Tea\",\"amount\":" + amount + parts + more + "}");
    }

    private static String count(String category) throws InterruptedException {
        return instances
                .untilAnswered(1, Asked.get("/expenses?limit=1&total&category=Other:" + category))
                .header("Total-Count");
    }

    private static HttpResponse<String> send(int which, Asked asked) throws IOException, InterruptedException {
        return instances.once(which, asked);
    }

    private interface Work {
        void run(int number) throws Exception;
    }

    /** Has so many threads begin at once, and ends with them. */
    private static void atOnce(int threads, Work work) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            CountDownLatch start = new CountDownLatch(1);
            List<Future<Boolean>> running = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                int number = i;
                Callable<Boolean> one = () -> {
                    start.await();
                    work.run(number);
                    return true;
                };
                running.add(pool.submit(one));
            }
            start.countDown();
            for (Future<Boolean> one : running) {
                one.get();
            }
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void no_update_is_lost_and_whoever_was_too_late_is_told_what_is_there_now() throws Exception {
        int each = some(200);
        HttpResponse<String> made = send(0, expense("Counter", 1, ""));
        String one = made.headers().firstValue("Location").orElseThrow();
        AtomicInteger stale = new AtomicInteger();
        atOnce(16, writer -> {
            for (int i = 0; i < each; ) {
                Said before = instances.untilAnswered(writer + i, Asked.get(one));
                int amount = before.json().path("amount").intValue() + 1;
                String tag = before.header("ETag");
                Asked more = json("PUT", one, "{\"title\":\"Tea\",\"amount\":" + amount + "}");
                Said after = instances.untilAnswered(writer + i + 1, more.with("If-Match", tag));
                if (after.status() == 200) {
                    i++;
                } else {
                    assertEquals(412, after.status(), after.toString());
                    assertTrue(
                            !after.header("ETag").isEmpty()
                                    && !after.header("ETag").equals(tag),
                            after.toString());
                    stale.incrementAndGet();
                }
            }
        });
        for (int i = 0; i < SERVICES; i++) {
            JsonNode last = instances.untilAnswered(i, Asked.get(one)).json();
            assertEquals(1 + 16 * each, last.path("amount").intValue());
            assertEquals(1 + 16 * each, last.path("version").intValue());
        }
        say("16 writers each read and wrote one entry " + each + " times: 0 lost, " + stale + " were too late");
    }

    @Test
    void one_key_is_one_row_wherever_and_however_often_it_is_sent_at_once() throws Exception {
        int rounds = some(500);
        AtomicInteger replayed = new AtomicInteger();
        AtomicInteger inFlight = new AtomicInteger();
        for (int round = 0; round < rounds; round++) {
            Asked same = expense("Once", 2, "").with("Idempotency-Key", "key-" + round);
            Set<String> rows = ConcurrentHashMap.newKeySet();
            AtomicInteger first = new AtomicInteger();
            atOnce(64, caller -> {
                HttpResponse<String> answer = send(caller, same);
                if (answer.statusCode() == 201) {
                    boolean again =
                            answer.headers().firstValue("Idempotent-Replayed").isPresent();
                    (again ? replayed : first).incrementAndGet();
                    rows.add(answer.headers().firstValue("Location").orElseThrow());
                } else {
                    assertEquals(409, answer.statusCode(), answer.body());
                    inFlight.incrementAndGet();
                }
            });
            assertEquals(1, first.get(), "one is the first");
            assertEquals(1, rows.size(), "and the others are told of its row");
            Asked other = expense("Once", 3, "").with("Idempotency-Key", "key-" + round);
            assertEquals(422, send(round, other).statusCode());
        }
        assertEquals(Integer.toString(rounds), count("Once"));
        say(rounds + " keys 64 times at once: a row each, " + replayed + " replayed, " + inFlight + " in flight");
    }

    @Test
    void what_is_refused_harms_nobody_it_shares_a_commit_with() throws Exception {
        int each = some(200);
        AtomicInteger taken = new AtomicInteger();
        atOnce(16, caller -> {
            for (int i = 0; i < each; i++) {
                Asked good = expense("Good", 1, "");
                assertEquals(201, send(caller + i, good).statusCode());
                taken.incrementAndGet();
                if (i % 10 == 0) {
                    HttpResponse<String> bad = send(caller + i, expense("Bad", -1, ",\"refund_of\":999999999"));
                    assertEquals(422, bad.statusCode(), bad.body());
                }
            }
        });
        assertEquals(Integer.toString(16 * each), count("Good"));
        assertEquals("0", count("Bad"));
        say(taken + " acknowledged beside a tenth as many refused: all there, none of the refused");
        if (WHOLE) {
            compareWithRefused();
        }
    }

    /** Rounds take turns, so that whatever else the machine does concerns both. */
    private static void compareWithRefused() throws Exception {
        double[] rates = new double[2];
        for (int round = 0; round < 8; round++) {
            boolean withRefused = round % 2 == 1;
            long begin = System.nanoTime();
            atOnce(64, caller -> {
                for (int i = 0; i < 10; i++) {
                    boolean bad = withRefused && (caller + i) % 10 == 0;
                    send(caller + i, bad ? expense("Bad", -1, ",\"refund_of\":999999999") : expense("Good", 1, ""));
                }
            });
            rates[round % 2] += 64 * 10 / seconds(begin) / 4;
        }
        say(String.format(
                Locale.ROOT,
                "requests a second where none and where a tenth is refused: %.0f and %.0f",
                rates[0],
                rates[1]));
        assertTrue(rates[1] >= 0.85 * rates[0], "refusals cost " + rates[0] + " " + rates[1]);
    }

    private static double seconds(long begin) {
        return (System.nanoTime() - begin) / 1e9;
    }

    @Test
    void readers_see_whole_states_and_never_one_older_than_what_was_acknowledged() throws Exception {
        int enough = some(100_000);
        AtomicInteger reads = new AtomicInteger();
        AtomicLong acknowledged = new AtomicLong();
        AtomicBoolean over = new AtomicBoolean();
        atOnce(8 + 16, number -> {
            for (int i = 0; !over.get(); i++) {
                if (number < 8) {
                    read(number + i, acknowledged);
                    over.compareAndSet(false, reads.incrementAndGet() >= enough);
                } else {
                    write(number, i, acknowledged);
                }
            }
        });
        say(reads + " reads beside " + acknowledged + " changes: each whole, none older than what was acknowledged");
    }

    private static void write(int writer, int i, AtomicLong acknowledged) throws Exception {
        int amount = 2 + i % 7;
        String splits =
                ",\"splits\":[{\"category\":\"A\",\"amount\":1},{\"category\":\"B\",\"amount\":" + (amount - 1) + "}]";
        HttpResponse<String> made = send(writer + i, expense("Whole", amount, i % 2 == 0 ? splits : ""));
        assertEquals(201, made.statusCode(), made.body());
        acknowledged.accumulateAndGet(version(made), Math::max);
        if (i % 3 == 0) {
            String one = made.headers().firstValue("Location").orElseThrow();
            HttpResponse<String> gone = send(writer + i + 1, json("DELETE", one, ""));
            assertEquals(204, gone.statusCode(), gone.body());
            acknowledged.accumulateAndGet(version(gone), Math::max);
        }
    }

    private static long version(HttpResponse<String> answer) {
        return Long.parseLong(answer.headers().firstValue("Ledger-Version").orElseThrow());
    }

    private static void read(int which, AtomicLong acknowledged) throws Exception {
        long known = acknowledged.get();
        String target =
                List.of("/expenses/summary", "/expenses?limit=20", "/budget").get(which % 3);
        Said said = instances.untilAnswered(which / 3, Asked.get(target));
        assertEquals(200, said.status(), said.toString());
        long seen = Long.parseLong(said.header("ETag").replaceAll("^\"([0-9]+)\\..*", "$1"));
        assertTrue(seen >= known, () -> "version " + seen + " was shown after " + known + " was acknowledged");
        if (target.endsWith("summary")) {
            assertSums(said.json().path("total_amount"), said.json().path("by_category"), said);
            assertSums(said.json().path("total_amount"), said.json().path("by_month"), said);
        } else if (target.startsWith("/expenses")) {
            for (JsonNode one : said.json()) {
                if (!one.path("splits").isEmpty()) {
                    assertSums(one.path("amount"), one.path("splits"), said);
                }
            }
        }
    }

    private static void assertSums(JsonNode whole, JsonNode parts, Said said) {
        BigDecimal sum = BigDecimal.ZERO;
        for (JsonNode part : parts) {
            sum = sum.add(part.path("amount").decimalValue());
        }
        assertEquals(0, whole.decimalValue().compareTo(sum), said.toString());
    }

    /** Every one is acknowledged when it lasts; many at once share what that costs. */
    @Test
    void many_who_write_at_once_share_commits() throws Exception {
        int each = some(200);
        double alone = 0;
        double together = 0;
        int rounds = WHOLE ? 3 : 1;
        for (int round = 0; round < rounds; round++) {
            long begin = System.nanoTime();
            for (int i = 0; i < each; i++) {
                assertEquals(201, send(0, expense("Alone", 1, "")).statusCode());
            }
            alone += each / seconds(begin);
            begin = System.nanoTime();
            atOnce(64, caller -> {
                for (int i = 0; i < each / 10 + 1; i++) {
                    assertEquals(201, send(caller, expense("Together", 1, "")).statusCode());
                }
            });
            together += 64 * (each / 10 + 1) / seconds(begin);
        }
        long writes = figure("payweek_store_writes_total");
        long commits = figure("payweek_store_commits_total");
        assertTrue(commits <= writes, commits + " commits of " + writes);
        say(String.format(
                Locale.ROOT,
                "one caller %.0f, 64 together %.0f acknowledged a second, %.1f times as many; %d writes by %d commits",
                alone / rounds,
                together / rounds,
                together / alone,
                writes,
                commits));
    }

    private static long figure(String name) throws Exception {
        long sum = 0;
        for (int i = 0; i < SERVICES; i++) {
            sum += send(i, Asked.get("/metrics"))
                    .body()
                    .lines()
                    .filter(line -> line.startsWith(name + " "))
                    .mapToLong(line -> (long) Double.parseDouble(line.split(" ", -1)[1]))
                    .sum();
        }
        return sum;
    }

    private static void say(String what) {
        System.out.println("Three services on one PostgreSQL: " + what);
    }
}
