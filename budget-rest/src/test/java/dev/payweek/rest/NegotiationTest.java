package dev.payweek.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.payweek.testkit.TransportContract.Answer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NegotiationTest {

    private static final byte[] TEA = "{\"title\":\"Tea\",\"amount\":4}".getBytes(StandardCharsets.UTF_8);

    private final DirectApi api = new DirectApi();

    private Answer post(String type, byte[] body) throws Exception {
        return api.send("POST", "/expenses", Map.of("Content-Type", type), body);
    }

    @Test
    void the_service_says_that_it_runs() throws Exception {
        assertEquals(
                "{\"message\":\"Personal Finance Tracker is running\",\"version\":\"" + PayweekApi.version() + "\"}",
                api.send("GET", "/").text());
        assertEquals("{\"status\":\"ok\"}", api.send("GET", "/health").text());
        assertEquals(
                "{\"status\":\"ready\",\"store\":\"memory\",\"writable\":true,\"detail\":\"Kept in memory only.\"}",
                api.send("GET", "/health/ready").text());
    }

    @ParameterizedTest
    @CsvSource({
        "/, 'GET, HEAD, OPTIONS'",
        "/expenses, 'GET, HEAD, OPTIONS, POST'",
        "/expenses/, 'GET, HEAD, OPTIONS, POST'",
        "/expenses/1, 'DELETE, GET, HEAD, OPTIONS, PATCH, PUT'",
        "/limits/Fun, 'DELETE, OPTIONS, PUT'",
        "/schedule, 'GET, HEAD, OPTIONS, PUT'",
        "/changes/1/undo, 'OPTIONS, POST'"
    })
    void a_path_tells_its_methods(String path, String methods) throws Exception {
        Answer options = api.send("OPTIONS", path);
        assertEquals(204, options.status());
        assertEquals(methods, options.header("allow").orElseThrow());
        for (String wrong : List.of("TRACE", "get", "BREW", "PROPFIND", "CONNECT")) {
            Answer refused = api.send(wrong, path);
            assertEquals(405, refused.status(), wrong);
            assertEquals(methods, refused.header("allow").orElseThrow());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/nothing",
                "/expenses//",
                "//expenses",
                "/expenses/../budget",
                "/./budget",
                "/expenses%2F1",
                "/budget%00",
                "/BUDGET",
                "/expenses/1/2"
            })
    void what_is_not_there_is_not_found_by_any_method(String path) throws Exception {
        for (String method : List.of("GET", "HEAD", "POST", "OPTIONS", "DELETE", "BREW")) {
            assertEquals(404, api.send(method, path).status(), method);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/expenses/%", "/%zz", "/limits/%f", "/%-1"})
    void a_path_that_is_not_well_encoded_is_refused(String path) throws Exception {
        for (String method : List.of("GET", "OPTIONS", "PUT")) {
            assertEquals(400, api.send(method, path).status(), method);
        }
    }

    @Test
    void head_tells_the_headers_of_get() throws Exception {
        post("application/json", TEA);
        for (String target : List.of("/expenses/1", "/expenses?limit=1", "/budget", "/ledger", "/openapi.json")) {
            Answer get = api.send("GET", target);
            Answer head = api.send("HEAD", target);
            assertEquals(get.status(), head.status());
            assertEquals(get.headers(), head.headers());
        }
        assertEquals(405, api.send("HEAD", "/limits/Fun").status());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "*/*",
                "application/json",
                "Application/JSON",
                "application/*",
                "text/html, */*;q=0.1",
                "text/html,application/json ; q=0.5",
                "application/json; charset=utf-8"
            })
    void json_is_given_to_whoever_takes_it(String accept) throws Exception {
        Answer answer = api.send("GET", "/budget", Map.of("Accept", accept), new byte[0]);
        assertEquals(200, answer.status());
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "text/*", "application/xml, text/csv", "application/json;q=0", "json", ","})
    void whoever_takes_no_json_is_told_before_anything_is_done(String accept) throws Exception {
        assertEquals(
                406,
                api.send("GET", "/budget", Map.of("Accept", accept), new byte[0])
                        .status());
        assertEquals(
                406,
                api.send("POST", "/expenses", Map.of("Accept", accept, "Content-Type", "application/json"), TEA)
                        .status());
        assertEquals("[]", api.send("GET", "/expenses").text());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "Application/JSON; charset=UTF-8",
                "application/json;charset=\"utf-8\"",
                "application/merge-patch+json",
                "application/json; profile=x"
            })
    void a_body_of_json_is_taken(String type) throws Exception {
        assertEquals(201, post(type, TEA).status());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "text/plain",
                "application/x-www-form-urlencoded",
                "multipart/form-data; boundary=x",
                "text/json",
                "application/jsonx",
                "application/json; charset=utf-16",
                "application/json; charset=iso-8859-1"
            })
    void a_body_of_another_kind_is_not(String type) throws Exception {
        assertEquals(415, post(type, TEA).status());
        assertEquals(415, api.send("POST", "/expenses", Map.of(), TEA).status());
        assertEquals("[]", api.send("GET", "/expenses").text());
    }

    @Test
    void a_body_that_is_too_large_is_refused() throws Exception {
        assertEquals(
                413,
                post("application/json", " ".repeat(1_000_001).getBytes(StandardCharsets.UTF_8))
                        .status());
        byte[] largest = (" ".repeat(1_000_000 - TEA.length) + new String(TEA, StandardCharsets.UTF_8))
                .getBytes(StandardCharsets.UTF_8);
        assertEquals(201, post("application/json", largest).status());
    }

    @Test
    void a_body_that_is_no_json_in_utf_8_is_refused() throws Exception {
        String tea = new String(TEA, StandardCharsets.UTF_8);
        for (byte[] wrong : List.of(
                new byte[0],
                tea.getBytes(StandardCharsets.UTF_16),
                tea.getBytes(StandardCharsets.UTF_16LE),
                new byte[] {'"', (byte) 0xC0, (byte) 0x80, '"'},
                new byte[] {'"', (byte) 0xED, (byte) 0xA0, (byte) 0x80, '"'},
                (tea + "x").getBytes(StandardCharsets.UTF_8),
                (tea + tea).getBytes(StandardCharsets.UTF_8),
                "{\"title\":\"Tea\",\"amount\":4,\"amount\":4}".getBytes(StandardCharsets.UTF_8),
                "{\"title\":\"Tea\",\"amount\":1e99999999999}".getBytes(StandardCharsets.UTF_8),
                "{\"title\":\"Tea\",\"amount\":NaN}".getBytes(StandardCharsets.UTF_8),
                ("[".repeat(65) + "]".repeat(65)).getBytes(StandardCharsets.UTF_8),
                "[".repeat(100_000).getBytes(StandardCharsets.UTF_8),
                ("{\"title\":\"" + "a".repeat(100_001) + "\",\"amount\":1}").getBytes(StandardCharsets.UTF_8),
                ("{\"title\":\"a\",\"amount\":" + "1".repeat(101) + "}").getBytes(StandardCharsets.UTF_8))) {
            Answer refused = post("application/json", wrong);
            assertEquals(400, refused.status(), refused.text());
            assertEquals(
                    "/problems/malformed_json", Tree.of(refused).path("type").textValue());
        }
        assertEquals(
                201,
                post("application/json", ("\uFEFF" + tea).getBytes(StandardCharsets.UTF_8))
                        .status());
    }

    @Test
    void a_problem_has_the_shape_of_rfc_9457() throws Exception {
        Answer refused = post("application/json", "{\"title\":\"Tea\"}".getBytes(StandardCharsets.UTF_8));
        assertEquals("application/problem+json", refused.header("content-type").orElseThrow());
        assertEquals(
                "{\"type\":\"/problems/invalid\",\"title\":\"Invalid\",\"status\":422,"
                        + "\"detail\":\"The amount is missing.\",\"instance\":\"/requests/test\","
                        + "\"errors\":[{\"pointer\":\"/amount\",\"code\":\"required\","
                        + "\"message\":\"The amount is missing.\"}]}",
                refused.text());
        assertEquals(
                Integer.toString(refused.text().getBytes(StandardCharsets.UTF_8).length),
                refused.header("content-length").orElseThrow());
        assertTrue(api.send("GET", "/nothing").text().contains("\"errors\":[]"));
    }
}
