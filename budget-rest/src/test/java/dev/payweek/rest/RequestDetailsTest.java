package dev.payweek.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.payweek.rest.http.Settings;
import dev.payweek.testkit.TransportContract.Answer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What of a request may be written in one way only. */
class RequestDetailsTest {

    private static final byte[] TEA = "{\"title\":\"Tea\",\"amount\":4}".getBytes(StandardCharsets.UTF_8);

    private final DirectApi api = new DirectApi();

    @ParameterizedTest
    @ValueSource(strings = {"%D9%A1", "+1", "%2B1", "%E0%A5%A7", "%EF%BC%91", "1%20", "0x1", "1e0", "--1", "\u0661"})
    void only_ascii_digits_are_a_number(String one) throws Exception {
        api.sendJson("POST", "/expenses", new String(TEA, StandardCharsets.UTF_8));
        assertEquals(200, api.send("GET", "/expenses/1").status());
        for (String path : new String[] {"/expenses/", "/rules/", "/imports/", "/income/", "/transfers/"}) {
            assertEquals(404, api.send("GET", path + one).status(), path + one);
        }
        for (String query : new String[] {
            "/expenses?limit=", "/changes?since=", "/events?after=", "/budget/history?periods=", "/expenses?min="
        }) {
            // A plus in a query is a space, which an amount may have around it.
            boolean spaced = query.endsWith("min=") && (one.equals("+1") || one.equals("%2B1") || one.equals("1%20"));
            assertEquals(spaced ? 200 : 400, api.send("GET", query + one).status(), query + one);
        }
        assertEquals(404, api.send("POST", "/changes/" + one + "/undo").status());
    }

    @Test
    void a_compressed_body_is_not_taken_by_any_route() throws Exception {
        for (String coding : new String[] {"gzip", "GZIP", "br", "deflate", "gzip, gzip", "identity, gzip", "x"}) {
            for (String path : new String[] {"/expenses", "/imports"}) {
                Map<String, String> headers = Map.of("Content-Type", "application/json", "Content-Encoding", coding);
                Answer refused = api.send("POST", path, headers, TEA);
                assertEquals(415, refused.status(), path + coding);
                assertEquals("identity", refused.header("accept-encoding").orElseThrow());
            }
        }
        Map<String, String> plain = Map.of("Content-Type", "application/json", "Content-Encoding", "identity");
        assertEquals(201, api.send("POST", "/expenses", plain, TEA).status());
    }

    @ParameterizedTest
    @CsvSource({"POST, /expenses", "POST, /rules/dry-run", "POST, /budget/what-if", "POST, /imports?dry_run"})
    void two_keys_are_one_too_many(String method, String target) throws Exception {
        Map<String, String> headers = Map.of("Content-Type", "application/json", "Idempotency-Key", "a, b");
        Answer refused = api.send(method, target, headers, TEA);
        assertEquals(400, refused.status());
        assertTrue(refused.text().contains("/problems/bad_header"), refused.text());
    }

    @Test
    void bytes_that_are_no_utf_8_are_refused_however_they_come() throws Exception {
        for (String query : new String[] {"q=%FF", "q=%C3", "q=%C0%80", "q=%ED%A0%80", "q=%F5%80%80%80", "q=\uFFFD"}) {
            assertEquals(400, api.send("GET", "/expenses?" + query).status(), query);
        }
        assertEquals(200, api.send("GET", "/expenses?q=%EF%BF%BD").status());
        assertEquals(200, api.send("GET", "/expenses?q=\u00e9").status());
    }

    @Test
    void the_service_as_a_whole_names_every_method() throws Exception {
        Answer all = api.send("OPTIONS", "*");
        assertEquals(204, all.status());
        assertEquals(
                "DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT",
                all.header("allow").orElseThrow());
        assertEquals(404, api.send("GET", "*").status());
    }

    @Test
    void a_base_path_stands_before_every_address_in_an_answer() throws Exception {
        DirectApi below = new DirectApi(Settings.LOCAL.under("/money/payweek"));
        Answer added = below.sendJson("POST", "/expenses", new String(TEA, StandardCharsets.UTF_8));
        assertEquals("/money/payweek/expenses/1", added.header("location").orElseThrow());
        below.sendJson("POST", "/expenses", new String(TEA, StandardCharsets.UTF_8));
        String link = below.send("GET", "/expenses?limit=1").header("link").orElseThrow();
        assertTrue(link.startsWith("</money/payweek/expenses?cursor="), link);
        assertEquals(
                "/money/payweek",
                Tree.of(below.send("GET", "/openapi.json")).at("/servers/0/url").textValue());
        assertEquals("/expenses", below.api().pathWithin("/money/payweek/expenses"));
        assertEquals("/expenses", below.api().pathWithin("/expenses"));
        assertEquals("", below.api().pathWithin("/money/payweek"));
        assertEquals("/money/payweeks", below.api().pathWithin("/money/payweeks"));
    }
}
