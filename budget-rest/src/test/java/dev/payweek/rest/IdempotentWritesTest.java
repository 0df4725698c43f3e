package dev.payweek.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.payweek.testkit.TransportContract.Answer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdempotentWritesTest {

    private static final String TEA = "{\"title\":\"Tea\",\"amount\":4}";

    private final DirectApi api = new DirectApi();

    private Answer send(String method, String target, String header, String value, String json) throws Exception {
        Map<String, String> headers = new HashMap<>(Map.of("Content-Type", "application/json"));
        headers.put(header, value);
        return api.send(method, target, headers, json.getBytes(StandardCharsets.UTF_8));
    }

    private int get(String target, String known) throws Exception {
        return api.send("GET", target, Map.of("If-None-Match", known), new byte[0])
                .status();
    }

    private static <T> List<T> atOnce(int threads, Callable<T> work) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            CountDownLatch start = new CountDownLatch(1);
            List<Future<T>> running = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                running.add(pool.submit(() -> {
                    start.await();
                    return work.call();
                }));
            }
            start.countDown();
            List<T> results = new ArrayList<>();
            for (Future<T> one : running) {
                results.add(one.get());
            }
            return results;
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void a_replay_is_the_first_answer_again() throws Exception {
        Answer first = send("POST", "/expenses", "Idempotency-Key", "a", TEA);
        Answer again = send("POST", "/expenses", "Idempotency-Key", " a ", TEA);
        assertEquals(201, again.status());
        assertEquals(first.text(), again.text());
        for (String header : List.of("location", "etag", "ledger-version", "content-type")) {
            assertEquals(first.header(header), again.header(header));
        }
        assertFalse(first.header("idempotent-replayed").isPresent());
        assertEquals("true", again.header("idempotent-replayed").orElseThrow());
        assertEquals(
                "1", api.send("GET", "/expenses?total").header("total-count").orElseThrow());
    }

    @Test
    void a_key_is_good_for_one_request_only() throws Exception {
        send("POST", "/expenses", "Idempotency-Key", "a", TEA);
        assertEquals(422, send("POST", "/income", "Idempotency-Key", "a", TEA).status());
        Answer reused = send("POST", "/expenses", "Idempotency-Key", "a", "{\"title\":\"Tea\",\"amount\":5}");
        assertEquals(422, reused.status());
        assertEquals("/problems/key_reused", Tree.of(reused).path("type").textValue());
    }

    @Test
    void a_refused_request_leaves_its_key_free() throws Exception {
        assertEquals(
                422,
                send("POST", "/expenses", "Idempotency-Key", "a", "{\"title\":\"Tea\"}")
                        .status());
        assertEquals(201, send("POST", "/expenses", "Idempotency-Key", "a", TEA).status());
    }

    @Test
    void a_key_is_of_one_to_255_characters() throws Exception {
        assertEquals(400, send("POST", "/expenses", "Idempotency-Key", "", TEA).status());
        assertEquals(
                400,
                send("POST", "/expenses", "Idempotency-Key", "k".repeat(256), TEA)
                        .status());
        assertEquals(
                201,
                send("POST", "/expenses", "Idempotency-Key", "k".repeat(255), TEA)
                        .status());
    }

    @Test
    void sixty_four_callers_with_one_key_make_one_entry() throws Exception {
        List<Answer> answers = atOnce(64, () -> send("POST", "/expenses", "Idempotency-Key", "same", TEA));
        assertEquals(64, answers.stream().filter(one -> one.status() == 201).count());
        assertEquals(
                63,
                answers.stream()
                        .filter(one -> one.header("idempotent-replayed").isPresent())
                        .count());
        assertEquals(1, answers.stream().map(Answer::text).distinct().count());
        assertEquals(
                "1", api.send("GET", "/expenses?total").header("total-count").orElseThrow());
    }

    @Test
    void patches_at_once_without_a_tag_all_hold() throws Exception {
        api.sendJson("POST", "/expenses", TEA);
        List<Integer> statuses = atOnce(
                32,
                () -> api.sendJson("PATCH", "/expenses/1", "{\"note\":\"n\",\"amount\":5}")
                        .status());
        assertEquals(List.of(200), statuses.stream().distinct().toList());
    }

    @Test
    void of_changes_at_once_with_one_tag_one_holds() throws Exception {
        api.sendJson("POST", "/expenses", TEA);
        List<Integer> statuses = atOnce(
                32,
                () -> send("PATCH", "/expenses/1", "If-Match", "\"1\"", "{\"amount\":5}")
                        .status());
        assertEquals(1, statuses.stream().filter(status -> status == 200).count());
        assertEquals(31, statuses.stream().filter(status -> status == 412).count());
    }

    @ParameterizedTest
    @CsvSource({
        "PUT, /expenses/1, '{\"title\":\"x\",\"amount\":1}'",
        "PATCH, /expenses/1, '{\"amount\":1}'",
        "DELETE, /expenses/1, ''",
        "PUT, /rules/3, '{\"name\":\"x\",\"when\":{\"field\":\"title\",\"op\":\"is\",\"value\":\"x\"},"
                + "\"then\":{\"transfer\":true}}'",
        "DELETE, /rules/3, ''"
    })
    void a_stale_tag_is_refused_with_the_current_one(String method, String target, String body) throws Exception {
        api.sendJson("POST", "/expenses", TEA);
        api.sendJson(
                "POST",
                "/rules",
                "{\"name\":\"r\",\"when\":{\"field\":\"title\",\"op\":\"is\",\"value\":\"x\"},"
                        + "\"then\":{\"transfer\":true}}");
        for (String stale : List.of("\"2\"", "W/\"1\"", "1", "\"\"", "\"+1\"", "\"2\", \"3\"")) {
            Answer refused = send(method, target, "If-Match", stale, body);
            assertEquals(412, refused.status(), stale);
            assertEquals("\"1\"", refused.header("etag").orElseThrow());
        }
        int done = send(method, target, "If-Match", "\"7\" , \"1\"", body).status();
        assertEquals(method.equals("DELETE") ? 204 : 200, done);
    }

    @ParameterizedTest
    @CsvSource({
        "/schedule, PUT, /schedule, '{\"kind\":\"irregular\"}'",
        "/ledger, PATCH, /ledger, '{\"name\":\"x\"}'",
        "/limits, PUT, /limits/Fun, '{\"amount\":1}'",
        "/limits, DELETE, /limits/Other, ''",
        "/sources, PUT, /sources/main, '{\"primary\":true,\"versions\":[{\"schedule\":{\"kind\":\"irregular\"}}]}'",
        "/sources, DELETE, /sources/job, ''",
        "/bills, PUT, /bills/Rent, '{\"category\":\"Home\",\"schedule\":{\"kind\":\"monthly\",\"day\":5}}'",
        "/bills, DELETE, /bills/Phone, ''",
        "/set-asides, PUT, /set-asides/Rent, '{\"amount\":1}'",
        "/set-asides, DELETE, /set-asides/Car, ''",
        "/categories, PUT, /categories/Fun:Tea, '{}'",
        "/categories, DELETE, /categories/Fun:Old, ''"
    })
    void what_has_no_version_of_its_own_goes_by_the_ledgers(String list, String method, String target, String body)
            throws Exception {
        api.sendJson("PUT", "/limits/Other", "{\"amount\":5}");
        api.sendJson("PUT", "/schedule", "{\"kind\":\"monthly\",\"day\":20}");
        api.sendJson("PUT", "/sources/job", "{\"versions\":[{\"schedule\":{\"kind\":\"monthly\",\"day\":3}}]}");
        api.sendJson("PUT", "/bills/Phone", "{\"category\":\"Phone\",\"schedule\":{\"kind\":\"monthly\",\"day\":5}}");
        api.sendJson("PUT", "/set-asides/Car", "{\"amount\":5}");
        api.sendJson("PUT", "/categories/Fun:Old", "{}");
        String seen = api.send("GET", list).header("etag").orElseThrow();
        api.sendJson("POST", "/expenses", TEA);
        Answer refused = send(method, target, "If-Match", seen, body);
        assertEquals(412, refused.status());
        String now = refused.header("etag").orElseThrow();
        Answer done = send(method, target, "If-Match", now, body);
        assertEquals(method.equals("DELETE") ? 204 : 200, done.status(), done.text());
        if (!method.equals("DELETE")) {
            assertEquals(api.send("GET", list).header("etag"), done.header("etag"));
        }
    }

    @Test
    void a_caller_who_has_it_already_gets_nothing_new() throws Exception {
        api.sendJson("POST", "/expenses", TEA);
        for (String known : List.of("\"1\"", "W/\"1\"", "*", "\"x\" , \"1\"")) {
            assertEquals(304, get("/expenses/1", known), known);
        }
        for (String other : List.of("\"2\"", "1", "", "\"11\"")) {
            assertEquals(200, get("/expenses/1", other), other);
        }
        Answer unchanged = api.send("GET", "/budget", Map.of("If-None-Match", "\"1.2026-11-22\""), new byte[0]);
        assertEquals(304, unchanged.status());
        assertEquals("\"1.2026-11-22\"", unchanged.header("etag").orElseThrow());
        api.sendJson("PATCH", "/expenses/1", "{\"amount\":5}");
        assertEquals(200, get("/budget", "\"1.2026-11-22\""));
    }
}
