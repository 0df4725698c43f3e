package dev.payweek.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * What everything that carries the API must do: hand over requests and answers without deciding anything. Run by the
 * Javalin server, by the Lambda function behind the real runtime client, and by the API called directly.
 *
 * <p>The budget behind it is new for each test, in USD, and today is 2026-11-22 in UTC.
 */
public interface TransportContract {

    /** An answer as it arrives at the caller; header names in lower case. */
    record Answer(int status, Map<String, String> headers, String text) {
        /** Returns an answer whose body is UTF-8. */
        public static Answer of(int status, Map<String, String> headers, byte[] body) {
            return new Answer(status, headers, new String(body, StandardCharsets.UTF_8));
        }

        /** Returns a header's value, if it is there. */
        public Optional<String> header(String name) {
            return Optional.ofNullable(headers.get(name));
        }
    }

    /** Sends a request and returns the answer; the target is path and query, percent-encoded. */
    Answer send(String method, String target, Map<String, String> headers, byte[] body)
            throws IOException, InterruptedException;

    /** Sends a request without headers or body. */
    default Answer send(String method, String target) throws IOException, InterruptedException {
        return send(method, target, Map.of(), new byte[0]);
    }

    /** Sends a JSON body. */
    default Answer sendJson(String method, String target, String json) throws IOException, InterruptedException {
        return send(method, target, Map.of("Content-Type", "application/json"), json.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    default void an_expense_goes_in_and_comes_out_with_its_text_unharmed() throws Exception {
        Answer added = sendJson("POST", "/expenses", "{\"title\":\"Crème brûlée 🍮\",\"amount\":12.5}");
        assertEquals(201, added.status());
        assertEquals("application/json", added.header("content-type").orElseThrow());
        String location = added.header("location").orElseThrow();

        Answer shown = send("GET", location);
        assertEquals(200, shown.status());
        assertTrue(shown.text().contains("\"title\":\"Crème brûlée 🍮\",\"amount\":12.50"), shown.text());
        assertEquals("\"1\"", shown.header("etag").orElseThrow());
        assertEquals("[" + shown.text() + "]", send("GET", "/expenses").text());
    }

    @Test
    default void the_query_arrives_decoded_and_in_full() throws Exception {
        sendJson("POST", "/expenses", "{\"title\":\"Tea & cake, 50% off\",\"amount\":4}");
        sendJson("POST", "/expenses", "{\"title\":\"Plain tea\",\"amount\":3}");

        Answer found = send("GET", "/expenses?q=tea+%26%20cake%2C%2050%25&from=2026-11-22&total");
        assertTrue(found.text().contains("Tea & cake"), found.text());
        assertFalse(found.text().contains("Plain tea"), found.text());
        assertEquals("1", found.header("total-count").orElseThrow());
    }

    /** Returns whether what is in between decodes queries itself, so that a broken one never gets as far as the API. */
    default boolean decodesQueriesItself() {
        return false;
    }

    /** Returns whether what is in between hands over the last of several parameters of a name and drops the others. */
    default boolean dropsRepeatedParameters() {
        return false;
    }

    @Test
    default void an_odd_query_means_the_same_whatever_carries_it() throws Exception {
        sendJson("POST", "/expenses", "{\"title\":\"a+b=c é\",\"amount\":4}");
        sendJson("POST", "/expenses", "{\"title\":\"tea\",\"amount\":3}");
        Map<String, String> titles = Map.of(
                "?q=a%2Bb", "a+b=c é",
                "?q=b=c", "a+b=c é",
                "?q=c+%C3%A9", "a+b=c é",
                "?%71=tea", "tea",
                "?&q=tea&", "tea",
                "?q=te%61&account=&total", "tea");
        for (var one : titles.entrySet()) {
            Answer found = send("GET", "/expenses" + one.getKey());
            assertEquals(200, found.status(), one.getKey() + " " + found.text());
            assertTrue(found.text().contains("\"title\":\"" + one.getValue() + "\""), one.getKey() + found.text());
            assertEquals(1, found.text().split("\"title\"", -1).length - 1, one.getKey() + found.text());
        }
        for (String all : List.of("?", "?q", "?q=", "?&&")) {
            assertEquals(2, send("GET", "/expenses" + all).text().split("\"title\"", -1).length - 1, all);
        }
        for (String refused : List.of("?=x", "?colour=red", "?limit=%2B%2B", "?colour=a&colour=b")) {
            Answer answer = send("GET", "/expenses" + refused);
            assertEquals(400, answer.status(), refused);
            assertTrue(answer.text().contains("/problems/bad_query"), refused + answer.text());
        }
        assertEquals(
                dropsRepeatedParameters() ? 200 : 400,
                send("GET", "/expenses?q=a&q=b").status());
        if (!decodesQueriesItself()) {
            for (String broken : List.of("?q=%FF", "?q=%C3", "?%C3=x", "?q=%ED%A0%80")) {
                Answer answer = send("GET", "/expenses" + broken);
                assertEquals(400, answer.status(), broken);
                assertTrue(answer.text().contains("/problems/malformed_query"), broken + answer.text());
            }
        }
    }

    @Test
    default void a_path_arrives_with_encoded_words_whole() throws Exception {
        Answer set = sendJson("PUT", "/limits/Predictable%20Necessities", "{\"amount\":80}");
        assertEquals(200, set.status(), set.text());
        assertTrue(set.text().contains("\"category\":\"Predictable Necessities\""), set.text());
    }

    @Test
    default void a_delete_answers_with_no_body_and_says_which_change_it_was() throws Exception {
        String location = sendJson("POST", "/expenses", "{\"title\":\"Tea\",\"amount\":4}")
                .header("location")
                .orElseThrow();
        Answer deleted = send("DELETE", location);
        assertEquals(204, deleted.status());
        assertEquals("", deleted.text());
        assertEquals("2", deleted.header("ledger-version").orElseThrow());
        assertEquals(404, send("GET", location).status());
        assertEquals(200, send("POST", "/changes/2/undo").status());
        assertEquals(200, send("GET", location).status());
    }

    @Test
    default void the_first_trackers_path_and_the_first_budget_path_answer_with_and_without_a_slash() throws Exception {
        assertEquals(200, send("GET", "/hello").status());
        assertEquals(send("GET", "/budget").text(), send("GET", "/hello/").text());
        assertTrue(send("GET", "/").text().contains("Personal Finance Tracker is running"));
        assertTrue(send("GET", "/expenses/summary").text().contains("\"total_count\":0,\"total_amount\":0.00"));
    }

    @Test
    default void what_is_not_there_is_a_problem_and_not_a_page_of_the_server() throws Exception {
        Answer absent = send("GET", "/no/such/thing");
        assertEquals(404, absent.status());
        assertEquals("application/problem+json", absent.header("content-type").orElseThrow());
        assertTrue(absent.text().startsWith("{\"type\":\"/problems/not_found\""), absent.text());
    }

    @Test
    default void a_wrong_method_is_told_the_right_ones() throws Exception {
        Answer refused = send("DELETE", "/expenses");
        assertEquals(405, refused.status());
        assertEquals("GET, HEAD, OPTIONS, POST", refused.header("allow").orElseThrow());
    }

    @Test
    default void head_answers_like_get_without_the_body() throws Exception {
        Answer head = send("HEAD", "/health");
        assertEquals(200, head.status());
        assertEquals("", head.text());
    }

    @Test
    default void every_problem_of_a_body_is_told_at_once() throws Exception {
        Answer refused = sendJson("POST", "/expenses", "{\"title\":\" \",\"amount\":1.234,\"colour\":\"red\"}");
        assertEquals(422, refused.status());
        assertTrue(refused.text().contains("\"pointer\":\"/title\""), refused.text());
        assertTrue(refused.text().contains("\"pointer\":\"/amount\""), refused.text());
        assertTrue(refused.text().contains("\"pointer\":\"/colour\""), refused.text());
        assertEquals("[]", send("GET", "/expenses").text());
    }

    @Test
    default void a_body_that_is_no_json_or_no_utf_8_is_refused() throws Exception {
        assertEquals(400, sendJson("POST", "/expenses", "{\"title\":").status());
        byte[] latin = "{\"title\":\"Café\",\"amount\":1}".getBytes(StandardCharsets.ISO_8859_1);
        Answer refused = send("POST", "/expenses", Map.of("Content-Type", "application/json"), latin);
        assertEquals(400, refused.status());
        assertEquals(
                415,
                send("POST", "/expenses", Map.of("Content-Type", "text/plain"), "x".getBytes(StandardCharsets.UTF_8))
                        .status());
    }

    @Test
    default void the_same_idempotency_key_makes_one_entry() throws Exception {
        Map<String, String> headers = Map.of("Content-Type", "application/json", "Idempotency-Key", "k1");
        byte[] body = "{\"title\":\"Tea\",\"amount\":4}".getBytes(StandardCharsets.UTF_8);
        Answer first = send("POST", "/expenses", headers, body);
        Answer again = send("POST", "/expenses", headers, body);
        assertEquals(201, again.status());
        assertEquals(first.text(), again.text());
        assertEquals("true", again.header("idempotent-replayed").orElseThrow());
        byte[] other = "{\"title\":\"Cake\",\"amount\":4}".getBytes(StandardCharsets.UTF_8);
        assertEquals(422, send("POST", "/expenses", headers, other).status());
        assertTrue(send("GET", "/expenses/summary").text().contains("\"total_count\":1"));
    }

    @Test
    default void a_known_tag_answers_not_modified() throws Exception {
        String tag = send("GET", "/budget").header("etag").orElseThrow();
        Answer same = send("GET", "/budget", Map.of("If-None-Match", tag), new byte[0]);
        assertEquals(304, same.status());
        assertEquals("", same.text());
        assertEquals(Optional.empty(), same.header("content-length"));
        assertEquals(tag, same.header("etag").orElseThrow());
    }

    @Test
    default void every_question_about_the_ledger_has_a_tag_lists_and_files_too() throws Exception {
        sendJson("POST", "/expenses", "{\"title\":\"Tea\",\"amount\":4}");
        for (String target : List.of("/expenses", "/expenses?limit=1", "/income", "/limits", "/changes", "/ledger")) {
            String tag = send("GET", target).header("etag").orElseThrow();
            assertEquals(
                    304,
                    send("GET", target, Map.of("If-None-Match", tag), new byte[0])
                            .status(),
                    target);
        }
    }

    @Test
    default void the_length_that_head_gives_is_that_of_get_or_none() throws Exception {
        for (String target : List.of("/health", "/budget", "/expenses", "/openapi.json")) {
            int length = send("GET", target).text().getBytes(StandardCharsets.UTF_8).length;
            Optional<String> given = send("HEAD", target).header("content-length");
            assertTrue(given.isEmpty() || given.get().equals(Integer.toString(length)), target + " " + given);
        }
    }

    @Test
    default void an_older_version_cannot_be_written() throws Exception {
        String location = sendJson("POST", "/expenses", "{\"title\":\"Tea\",\"amount\":4}")
                .header("location")
                .orElseThrow();
        assertEquals(200, sendJson("PATCH", location, "{\"amount\":5}").status());
        Answer stale = send("DELETE", location, Map.of("If-Match", "\"1\""), new byte[0]);
        assertEquals(412, stale.status());
        assertEquals(200, send("GET", location).status());
    }

    @Test
    default void a_statement_arrives_byte_by_byte() throws Exception {
        byte[] noFile = {0, 1, 2, (byte) 0xFF, (byte) 0xFE};
        Answer refused = send("POST", "/imports", Map.of("Content-Type", "application/octet-stream"), noFile);
        assertEquals(422, refused.status());
        assertTrue(refused.text().contains("unknown_format"), refused.text());
    }
}
