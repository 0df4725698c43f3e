package dev.payweek.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.payweek.app.Instances.Asked;
import dev.payweek.app.Instances.Said;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What callers of several services do at once: add, change, delete, import, undo, repeat and read, each going on at the
 * next service when one is gone, until there is an answer. It remembers what the ledger has to hold after that.
 */
final class MixedLoad {

    private static final int ROWS = 40;
    private static final String DONE = "done";

    private final Instances instances;
    private final Asked counter;
    private final Set<String> titles = ConcurrentHashMap.newKeySet();
    private final Set<String> bankTexts = ConcurrentHashMap.newKeySet();
    private final Map<String, AtomicInteger> counts = new ConcurrentSkipListMap<>();

    /** Begins with one expense of 1.00 that all change, and limits that will be passed. */
    MixedLoad(Instances instances) throws InterruptedException {
        this.instances = instances;
        Said made = instances.untilAnswered(0, post("counter", 1, "Counter", "counter"));
        assertEquals(201, made.status(), made.toString());
        this.counter = Asked.get("/expenses/" + made.json().path("id").longValue());
        titles.add("counter");
        for (int limit = 10; limit <= 320; limit *= 2) {
            Asked asked = json("PUT", "/limits/Fun:L" + limit, "{\"amount\":" + limit + "}");
            assertEquals(200, instances.untilAnswered(limit, asked).status());
        }
    }

    private static Asked json(String method, String target, String body) {
        return new Asked(method, target, Map.of("Content-Type", "application/json"), body);
    }

    private static Asked post(String title, int amount, String category, String key) {
        return json(
                        "POST",
                        "/expenses",
                        "{\"title\":\"" + title + "\",\"amount\":" + amount + ",\"category\":\"" + category + "\"}")
                .with("Idempotency-Key", key);
    }

    private void count(String what, int more) {
        counts.computeIfAbsent(what, any -> new AtomicInteger()).addAndGet(more);
    }

    /** Returns how often each was done. */
    Map<String, AtomicInteger> counts() {
        return counts;
    }

    int count(String what) {
        return counts.getOrDefault(what, new AtomicInteger()).get();
    }

    private Said say(Random dice, Asked asked) throws InterruptedException {
        Said said = instances.untilAnswered(dice.nextInt(instances.count()), asked);
        count("asked again", said.attempts() - 1);
        return said;
    }

    /** Does one thing, which has the name everywhere. */
    void doOne(Random dice, String name) throws Exception {
        int what = dice.nextInt(100);
        if (what < 30) {
            add(dice, name);
        } else if (what < 50) {
            increase(dice);
        } else if (what < 62) {
            delete(dice, add(dice, name));
        } else if (what < 74) {
            undo(dice, add(dice, name), name);
        } else if (what < 78) {
            importOne(dice, file(name, ROWS), name, 1 + dice.nextInt(2));
        } else if (what < 82) {
            sameKeyAtOnce(name);
        } else {
            readWhole(dice);
        }
    }

    /** One in ten is refused, which must harm nobody it shares a commit with. */
    private Said add(Random dice, String name) throws InterruptedException {
        if (dice.nextInt(10) == 0) {
            Said refused = say(dice, json("PATCH", "/expenses/999999999", "{\"amount\":2}"));
            assertEquals(404, refused.status(), refused.toString());
            count("refused", 1);
        }
        int limit = 10 << dice.nextInt(6);
        Said made = say(dice, post(name, 1 + dice.nextInt(9), "Fun:L" + limit, name));
        assertEquals(201, made.status(), made.toString());
        assertTrue(titles.add(name), name);
        count("added", 1);
        // Whoever was acknowledged by one finds it at any other.
        Said there = say(dice, Asked.get("/expenses/" + made.json().path("id").longValue()));
        assertEquals(200, there.status(), there.toString());
        Said report = say(dice, Asked.get("/budget"));
        long shown = Long.parseLong(report.header("ETag").replaceAll("^\"([0-9]+)\\..*", "$1"));
        assertTrue(shown >= Long.parseLong(made.header("Ledger-Version")), "a kept answer was shown too long");
        return made;
    }

    /** Reads and writes what all others read and write too. */
    private void increase(Random dice) throws InterruptedException {
        while (true) {
            Said before = say(dice, counter);
            int amount = before.json().path("amount").intValue();
            Asked more = json(
                    "PUT",
                    counter.target(),
                    "{\"title\":\"counter\",\"amount\":" + (amount + 1) + ",\"category\":\"Counter\"}");
            Said after = say(dice, more.with("If-Match", before.header("ETag")));
            if (after.status() == 200) {
                count("increased", 1);
                return;
            }
            assertEquals(412, after.status(), after.toString());
            assertTrue(after.header("ETag").startsWith("\""), "a stale write names the current tag");
            count("stale", 1);
            if (after.attempts() > 1) {
                // The write that had no answer may be what made it stale.
                count("perhaps increased", 1);
                return;
            }
        }
    }

    private void delete(Random dice, Said made) throws InterruptedException {
        Asked one = json("DELETE", "/expenses/" + made.json().path("id").longValue(), "")
                .with("If-Match", made.header("ETag"));
        Said gone = say(dice, one);
        // One that had no answer may have been done.
        assertTrue(gone.status() == 204 || (gone.status() == 404 && gone.attempts() > 1), gone.toString());
        titles.remove(made.json().path("title").textValue());
        count("deleted", 1);
    }

    private void undo(Random dice, Said made, String name) throws InterruptedException {
        Asked back = json("POST", "/changes/" + made.header("Ledger-Version") + "/undo", "");
        Said undone = say(dice, back.with("Idempotency-Key", name + "-undo"));
        assertEquals(200, undone.status(), undone.toString());
        titles.remove(name);
        count("undone", 1);
    }

    /** Returns a bank's file. */
    static List<String> file(String name, int rows) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            texts.add("SHOP " + name + " NO " + i);
        }
        return texts;
    }

    static Asked asImport(List<String> texts) {
        StringBuilder csv = new StringBuilder("Date,Description,Amount\n");
        for (int i = 0; i < texts.size(); i++) {
            csv.append("2026-")
                    .append(1 + i % 9 + 100)
                    .append('-')
                    .append(10 + i % 19)
                    .append(',');
            csv.append(texts.get(i))
                    .append(",-")
                    .append(1 + i * 7L % 113)
                    .append('.')
                    .append(10 + i % 83)
                    .append("\n");
        }
        return new Asked("POST", "/imports", Map.of(), csv.toString().replace("2026-10", "2026-0"));
    }

    /** Sends a file to as many services at once; the answers may say that all of it is known. */
    void importOne(Random dice, List<String> texts, String key, int times) throws Exception {
        List<Said> answers = Collections.synchronizedList(new ArrayList<>());
        inParallel(
                times,
                i -> answers.add(
                        say(new Random(dice.nextInt()), asImport(texts).with("Idempotency-Key", key + "-" + i))));
        for (Said answer : answers) {
            assertTrue(answer.status() == 201 || answer.status() == 200, answer.toString());
        }
        bankTexts.addAll(texts);
        count("imported", times);
    }

    private void sameKeyAtOnce(String name) throws Exception {
        Asked same = post(name, 1, "Fun:L10", name);
        Map<String, String> ids = new ConcurrentHashMap<>();
        inParallel(9, i -> {
            try {
                HttpResponse<String> one = instances.once(i, same);
                assertTrue(Set.of(201, 409, 503).contains(one.statusCode()), one.body());
                if (one.statusCode() == 201) {
                    ids.put(one.headers().firstValue("Location").orElseThrow(), DONE);
                }
            } catch (IOException gone) {
                count("unanswered", 1);
            }
            return true;
        });
        Said last = instances.untilAnswered(0, same);
        assertEquals(201, last.status(), last.toString());
        ids.put(last.header("Location"), DONE);
        assertEquals(1, ids.size(), "one row for one key");
        Said other = instances.untilAnswered(1, post(name, 2, "Fun:L10", name));
        assertEquals(422, other.status(), other.toString());
        titles.add(name);
        count("nine at once by one key", 1);
    }

    private interface Part {
        boolean run(int number) throws Exception;
    }

    private static void inParallel(int count, Part part) throws Exception {
        List<Thread> threads = new ArrayList<>();
        List<Throwable> failures = Collections.synchronizedList(new ArrayList<>());
        for (int i = 0; i < count; i++) {
            int number = i;
            threads.add(new Thread(() -> {
                try {
                    part.run(number);
                } catch (Exception | AssertionError failure) {
                    failures.add(failure);
                }
            }));
        }
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
        assertEquals(List.of(), failures);
    }

    /** What is read is of one moment. */
    private void readWhole(Random dice) throws InterruptedException {
        JsonNode summary = say(dice, Asked.get("/expenses/summary")).json();
        BigDecimal total = summary.path("total_amount").decimalValue();
        for (String parts : List.of("by_category", "by_month")) {
            BigDecimal sum = BigDecimal.ZERO;
            for (JsonNode part : summary.path(parts)) {
                sum = sum.add(part.path("amount").decimalValue());
            }
            assertEquals(0, total.compareTo(sum), summary.toString());
        }
        Said report = say(dice, Asked.get("/budget"));
        assertEquals(200, report.status(), report.toString());
        count("read", 2);
    }

    /** Holds what every service shows against what was acknowledged. */
    void assertNothingLostOrTwice() throws InterruptedException {
        Map<String, Integer> expected = new TreeMap<>();
        titles.forEach(title -> expected.put(title, 1));
        bankTexts.forEach(text -> expected.put(text, 1));
        for (int i = 0; i < instances.count(); i++) {
            Map<String, Integer> there = new TreeMap<>();
            for (JsonNode expense :
                    instances.untilAnswered(i, Asked.get("/expenses")).json()) {
                JsonNode text = expense.has("bank_text") ? expense.path("bank_text") : expense.path("title");
                there.merge(text.textValue(), 1, Integer::sum);
            }
            assertEquals(expected, there);
            JsonNode last = instances.untilAnswered(i, counter).json();
            int increased = last.path("version").intValue() - 1;
            assertEquals(increased + 1, last.path("amount").intValue(), "an increase was overwritten");
            assertTrue(
                    increased >= count("increased") && increased <= count("increased") + count("perhaps increased"),
                    increased + " of " + counts);
        }
    }
}
