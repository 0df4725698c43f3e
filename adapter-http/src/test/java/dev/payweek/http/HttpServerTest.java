package dev.payweek.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.payweek.budget.Budget;
import dev.payweek.rest.PayweekApi;
import dev.payweek.rest.http.Settings;
import dev.payweek.testkit.TransportContract.Answer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HttpServerTest {

    private final Served served = new Served();

    @AfterEach
    void stop() {
        served.close();
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /, 200",
        "GET, /budget, 200",
        "HEAD, /budget, 200",
        "OPTIONS, /budget, 204",
        "GET, /expenses, 200",
        "GET, /nowhere, 404",
        "PATCH, /budget, 405",
        "POST, /expenses, 415",
        "GET, /budget?on=never, 400",
        "GET, /budget?on=%zz, 400",
        "GET, /docs, 200",
        "GET, /openapi.json, 200",
        "GET, /favicon.ico, 200",
        "GET, /assets/app.js, 200",
        "GET, /assets/docs/swagger-ui.css, 200",
        "GET, /assets/none.js, 404",
        "POST, /assets/app.js, 405",
        "OPTIONS, /assets/app.js, 204",
        "DELETE, /docs, 405",
        "OPTIONS, *, 204",
    })
    void every_answer_tells_the_browser_what_it_may_not_do(String method, String target, int status) throws Exception {
        Answer answer = served.raw(method, target, "Host: localhost");
        assertEquals(status, answer.status(), answer.text());
        assertEquals(
                "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self';"
                        + " form-action 'self'; base-uri 'none'; object-src 'none'; frame-ancestors 'none'",
                answer.header("content-security-policy").orElseThrow());
        assertEquals("nosniff", answer.header("x-content-type-options").orElseThrow());
        assertEquals("no-referrer", answer.header("referrer-policy").orElseThrow());
        assertEquals("same-origin", answer.header("cross-origin-opener-policy").orElseThrow());
        assertEquals(
                "same-origin", answer.header("cross-origin-resource-policy").orElseThrow());
        assertEquals(16, answer.header("request-id").orElseThrow().length());
        assertFalse(answer.header("server").isPresent());
        boolean site = status == 200 && target.matches("/docs|/favicon.ico|/assets/.*");
        assertEquals(
                site ? "no-cache" : "no-store", answer.header("cache-control").orElseThrow());
        if (status >= 400) {
            assertEquals(
                    "application/problem+json", answer.header("content-type").orElseThrow());
        }
    }

    @ParameterizedTest
    @CsvSource({"/docs", "/favicon.ico", "/assets/app.js", "/assets/docs/docs.js"})
    void a_part_of_the_site_names_its_methods_to_whoever_tries_another(String path) throws Exception {
        assertEquals(
                "GET, HEAD, OPTIONS",
                served.raw("OPTIONS", path, "Host: localhost").header("allow").orElseThrow());
        for (String method : new String[] {"POST", "PUT", "PATCH", "DELETE", "BREW", "get"}) {
            Answer refused = served.raw(method, path, "Host: localhost");
            assertEquals(405, refused.status(), method);
            assertEquals("GET, HEAD, OPTIONS", refused.header("allow").orElseThrow());
            assertEquals(421, served.raw(method, path, "Host: evil.example").status(), method);
        }
    }

    @ParameterizedTest
    @CsvSource({"%FF", "%C3%28", "\u00FF", "\u00C3(", "\u00ED\u00A0\u0080", "\u00C0\u0080"})
    void bytes_of_a_query_that_are_no_utf_8_are_refused(String bytes) throws Exception {
        Answer refused = served.raw("GET", "/expenses?q=" + bytes, "Host: localhost");
        assertEquals(400, refused.status(), refused.text());
    }

    @Test
    void a_key_that_is_sent_twice_is_refused() throws Exception {
        String twice = """
                POST /expenses HTTP/1.1
                Host: localhost
                Content-Type: application/json
                Idempotency-Key: a
                Idempotency-Key: b
                Content-Length: 26

                {"title":"Tea","amount":4}""";
        Answer refused = served.speak(twice.replace("\n", "\r\n"));
        assertEquals(400, refused.status());
        assertTrue(refused.text().contains("/problems/bad_header"), refused.text());
    }

    @Test
    void the_pages_are_found_from_one_place_only_since_their_links_are_relative() throws Exception {
        Answer moved = served.raw("GET", "/docs/", "Host: localhost");
        assertEquals(308, moved.status());
        assertEquals("/docs", moved.header("location").orElseThrow());
        for (String page : new String[] {"/", "/docs"}) {
            String html = served.send("GET", page, Map.of("Accept", "text/html"), new byte[0])
                    .text();
            assertFalse(html.matches("(?s).*(href|src)=\"/.*"), page);
        }
    }

    @ParameterizedTest
    @CsvSource({"/", "/budget", "/docs", "/assets/app.js", "/favicon.ico", "/openapi.json", "/health", "/nowhere"})
    void another_name_than_its_own_is_answered_nowhere(String target) throws Exception {
        Answer answer = served.raw("GET", target, "Host: evil.example", "Accept: text/html");
        assertEquals(421, answer.status());
        assertEquals("application/problem+json", answer.header("content-type").orElseThrow());
    }

    @Test
    void a_problem_and_its_header_name_the_same_request() throws Exception {
        Answer absent = served.get("/nowhere");
        String id = absent.header("request-id").orElseThrow();
        assertTrue(absent.text().contains("\"instance\":\"/requests/" + id + "\""), absent.text());
        assertNotEquals(id, served.get("/nowhere").header("request-id").orElseThrow());
    }

    @Test
    void a_browser_gets_the_page_where_a_program_gets_the_greeting() throws Exception {
        Answer page =
                served.send("GET", "/", Map.of("Accept", "text/html,application/xhtml+xml,*/*;q=0.8"), new byte[0]);
        assertEquals("text/html;charset=utf-8", page.header("content-type").orElseThrow());
        assertTrue(page.text().startsWith("<!doctype html>"), page.text());
        assertFalse(page.text().contains("<style"), "nothing inline");
        assertFalse(page.text().contains("style="), "nothing inline");
        assertEquals("application/json", served.get("/").header("content-type").orElseThrow());
    }

    @Test
    void a_file_the_browser_has_is_not_sent_again_and_compressed_when_it_is() throws Exception {
        Map<String, String> gzip = Map.of("Accept-Encoding", "gzip");
        Answer first = served.send("GET", "/assets/app.js", gzip, new byte[0]);
        assertEquals("gzip", first.header("content-encoding").orElseThrow());
        assertEquals("Accept-Encoding", first.header("vary").orElseThrow());
        String tag = first.header("etag").orElseThrow();
        Answer again = served.send(
                "GET", "/assets/app.js", Map.of("Accept-Encoding", "gzip", "If-None-Match", tag), new byte[0]);
        assertEquals(304, again.status());
        assertEquals(tag, again.header("etag").orElseThrow());
        assertNotEquals(tag, served.get("/assets/app.js").header("etag").orElseThrow());
    }

    @ParameterizedTest
    @CsvSource({
        "/assets/../HttpServer.class",
        "/assets/%2e%2e/HttpServer.class",
        "/assets/..%2fHttpServer.class",
        "/assets/docs/..%2f..%2fHttpServer.class",
        "/assets/docs/../../../../../../etc/passwd",
        "/assets/..;/HttpServer.class",
        "/assets//etc/passwd",
        "/assets/",
        "/assets/docs",
        "/assets/page.html%00.js",
    })
    void no_path_leads_out_of_the_assets(String target) throws Exception {
        Answer answer = served.raw("GET", target, "Host: localhost");
        assertTrue(answer.status() == 404 || answer.status() == 400, target + " " + answer.status());
        assertEquals("application/problem+json", answer.header("content-type").orElseThrow());
    }

    @Test
    void a_large_body_is_refused_by_the_api_and_not_by_the_server() throws Exception {
        byte[] large = ("{\"title\":\"" + "x".repeat(1_500_000) + "\"}").getBytes(StandardCharsets.UTF_8);
        Answer refused = served.send("POST", "/expenses", Map.of("Content-Type", "application/json"), large);
        assertEquals(413, refused.status());
        assertTrue(refused.text().contains("/problems/too_large"), refused.text());
    }

    @Test
    void what_is_new_has_been_noticed_when_the_server_answers() throws Exception {
        assertEquals("[]", served.get("/events").text(), "nothing was written yet");
        served.send(
                "PUT",
                "/limits/Fun",
                Map.of("Content-Type", "application/json"),
                "{\"amount\":4}".getBytes(StandardCharsets.UTF_8));
        String events = served.get("/events").text();
        assertTrue(
                events.startsWith("[{\"id\":1,\"at\":\"2026-11-22T12:00:00Z\",\"threshold\":\"new_period\""), events);
        assertTrue(served.get("/ledger").text().contains("\"version\":1"), "an event is no change");
    }

    @Test
    void a_second_server_on_a_port_is_told_so_in_a_sentence() {
        var options = new HttpServer.Options("127.0.0.1", served.port());
        try (Budget other = Budget.inMemory()) {
            var api = new PayweekApi(other, Settings.LOCAL);
            var refused = assertThrows(CannotListen.class, () -> HttpServer.start(api, options));
            assertEquals(
                    "Cannot listen on 127.0.0.1:" + served.port()
                            + ": another program does already. Choose another port.",
                    refused.getMessage());
        }
    }

    @Test
    void an_address_of_another_machine_is_told_in_a_sentence() {
        try (Budget other = Budget.inMemory()) {
            var api = new PayweekApi(other, Settings.LOCAL);
            var elsewhere = new HttpServer.Options("192.0.2.1", 0);
            var refused = assertThrows(CannotListen.class, () -> HttpServer.start(api, elsewhere));
            assertEquals("Cannot listen on 192.0.2.1:0: that is no address of this machine.", refused.getMessage());
            var nowhere = new HttpServer.Options("no-such-host.invalid", 0);
            refused = assertThrows(CannotListen.class, () -> HttpServer.start(api, nowhere));
            assertEquals("Nobody knows a machine named no-such-host.invalid.", refused.getMessage());
        }
    }
}
