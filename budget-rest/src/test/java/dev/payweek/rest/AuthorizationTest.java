package dev.payweek.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.payweek.rest.http.Access;
import dev.payweek.rest.http.Route;
import dev.payweek.rest.http.Settings;
import dev.payweek.testkit.TransportContract.Answer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Who may call what: every route against every kind of caller. */
class AuthorizationTest {

    /** A new route must be entered here, so that somebody has thought about who may call it. */
    private static final Set<String> PINNED = """
            GET / OPEN
            GET /health OPEN
            GET /health/ready OPEN
            GET /openapi.json OPEN
            GET /budget READ
            GET /hello READ
            GET /budget/history READ
            POST /budget/what-if READ
            GET /expenses READ
            POST /expenses WRITE
            GET /expenses/{id} READ
            PUT /expenses/{id} WRITE
            PATCH /expenses/{id} WRITE
            DELETE /expenses/{id} WRITE
            GET /expenses/summary READ
            GET /expenses/{id}/explanation READ
            POST /expenses/{id}/category WRITE
            GET /expenses/{id}/suggestion READ
            GET /suggestions READ
            GET /income READ
            POST /income WRITE
            GET /income/{id} READ
            PUT /income/{id} WRITE
            PATCH /income/{id} WRITE
            DELETE /income/{id} WRITE
            GET /transfers READ
            POST /transfers WRITE
            GET /transfers/{id} READ
            PUT /transfers/{id} WRITE
            PATCH /transfers/{id} WRITE
            DELETE /transfers/{id} WRITE
            GET /categories READ
            PUT /categories/{category} WRITE
            DELETE /categories/{category} WRITE
            POST /categories/{category}/move WRITE
            POST /categories/{category}/merge WRITE
            GET /accounts READ
            PUT /accounts/{account} WRITE
            DELETE /accounts/{account} WRITE
            GET /events READ
            GET /discoveries READ
            POST /discoveries/accept WRITE
            POST /discoveries/decline WRITE
            POST /discoveries/{id}/accept WRITE
            POST /discoveries/{id}/decline WRITE
            GET /twins READ
            POST /twins/{imported}/{by_hand}/accept WRITE
            POST /twins/{imported}/{by_hand}/decline WRITE
            GET /export READ
            GET /rules READ
            POST /rules WRITE
            GET /rules/{id} READ
            PUT /rules/{id} WRITE
            DELETE /rules/{id} WRITE
            POST /rules/dry-run WRITE
            POST /rules/apply WRITE
            GET /rules/lint READ
            GET /limits READ
            PUT /limits/{category} WRITE
            DELETE /limits/{category} WRITE
            PUT /income/{id}/pay WRITE
            DELETE /income/{id}/pay WRITE
            GET /sources READ
            GET /sources/{name} READ
            PUT /sources/{name} WRITE
            DELETE /sources/{name} WRITE
            GET /sources/{name}/paydays READ
            GET /bills READ
            GET /bills/{name} READ
            PUT /bills/{name} WRITE
            DELETE /bills/{name} WRITE
            PUT /bills/{name}/occurrences/{due} WRITE
            DELETE /bills/{name}/occurrences/{due} WRITE
            GET /set-asides READ
            GET /set-asides/{name} READ
            PUT /set-asides/{name} WRITE
            DELETE /set-asides/{name} WRITE
            GET /schedule READ
            PUT /schedule WRITE
            GET /schedule/paydays READ
            GET /ledger READ
            PATCH /ledger WRITE
            POST /imports WRITE
            GET /imports READ
            GET /imports/{id} READ
            DELETE /imports/{id} WRITE
            POST /imports/{id}/merge WRITE
            GET /changes READ
            POST /changes/{version}/undo WRITE
            """.lines().collect(Collectors.toSet());

    private static final String TOKEN = "pw_0123456789abcdef";
    private static final String PAGE = "http://localhost:5500";

    private static String sha256(String text) throws Exception {
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(hash);
    }

    private static Answer call(DirectApi api, Route route, Map<String, String> headers) throws Exception {
        return call(api, route.method(), route, headers);
    }

    private static Answer call(DirectApi api, String method, Route route, Map<String, String> headers)
            throws Exception {
        Map<String, String> all = new HashMap<>(Map.of("Content-Type", "application/json"));
        all.putAll(headers);
        String target = route.template().replaceAll("\\{\\w+}", "1");
        return api.send(method, target, all, "{}".getBytes(StandardCharsets.UTF_8));
    }

    /** Questions too long for an address. */
    private static final Set<String> ASKING = Set.of("POST /budget/what-if");

    private static boolean unsafe(Route route) {
        return !route.method().equals("GET");
    }

    private static boolean changes(Route route) {
        return unsafe(route) && !ASKING.contains(route.method() + " " + route.template());
    }

    @Test
    void every_route_is_pinned_with_who_may_call_it() {
        Set<String> routes = new DirectApi()
                .api().routes().stream()
                        .map(route -> route.method() + " " + route.template() + " " + route.access())
                        .collect(Collectors.toSet());
        assertEquals(PINNED, routes);
    }

    @Test
    void what_changes_something_is_for_writers_and_what_does_not_is_not() {
        for (Route route : new DirectApi().api().routes()) {
            assertEquals(changes(route), route.access() == Access.WRITE, route.template());
        }
    }

    @Test
    void without_the_token_only_the_open_routes_answer() throws Exception {
        DirectApi api = new DirectApi(Settings.guardedBy(sha256(TOKEN).toUpperCase(Locale.ROOT)));
        List<Map<String, String>> wrong = List.of(
                Map.of(),
                Map.of("Authorization", ""),
                Map.of("Authorization", "Bearer"),
                Map.of("Authorization", "Bearer "),
                Map.of("Authorization", "Bearer garbage"),
                Map.of("Authorization", "Bearer " + TOKEN + "0"),
                Map.of("Authorization", "Bearer " + TOKEN.substring(1)),
                Map.of("Authorization", "Bearer " + sha256(TOKEN)),
                Map.of("Authorization", "Basic " + TOKEN),
                Map.of("Authorization", TOKEN),
                Map.of("Cookie", "token=" + TOKEN));
        for (Route route : api.api().routes()) {
            for (Map<String, String> headers : wrong) {
                Answer answer = call(api, route, headers);
                boolean open = route.access() == Access.OPEN;
                assertEquals(open ? 200 : 401, answer.status(), route.template() + headers);
                assertEquals(!open, answer.header("www-authenticate").isPresent());
            }
        }
        assertEquals(0, api.budget().<Long>read(view -> view.version()));
    }

    @Test
    void with_the_token_every_route_answers() throws Exception {
        DirectApi api = new DirectApi(Settings.guardedBy(sha256(TOKEN)));
        for (Route route : api.api().routes()) {
            for (String scheme : List.of("Bearer ", "bearer ", "BEARER  ")) {
                Map<String, String> headers = Map.of("Authorization", scheme + TOKEN, "Host", "budget.example.org");
                int status = call(api, route, headers).status();
                assertTrue(status != 401 && status != 403 && status != 421 && status < 500, route.template());
            }
        }
    }

    @Test
    void a_head_needs_the_token_as_its_get_does() throws Exception {
        DirectApi api = new DirectApi(Settings.guardedBy(sha256(TOKEN)));
        for (Route route : api.api().routes()) {
            if (!unsafe(route) && route.access() != Access.OPEN) {
                assertEquals(401, call(api, "HEAD", route, Map.of()).status(), route.template());
            }
        }
    }

    @Test
    void another_name_than_the_machines_own_is_answered_by_no_route() throws Exception {
        DirectApi api = new DirectApi();
        for (Route route : api.api().routes()) {
            for (String host : List.of(
                    "evil.example",
                    "localhost.evil.example",
                    "evil.example:8000",
                    "127.0.0.1.evil.example",
                    "localhost:8000@evil.example",
                    "[::1].evil.example",
                    "localhost.",
                    "")) {
                assertEquals(421, call(api, route, Map.of("Host", host)).status(), host);
                assertEquals(
                        421, call(api, "OPTIONS", route, Map.of("Host", host)).status(), host);
            }
            for (String host : List.of("localhost", "LOCALHOST:9000", "127.0.0.1:1", "[::1]", "[::1]:8000")) {
                assertFalse(call(api, route, Map.of("Host", host)).status() == 421, host);
            }
        }
    }

    @Test
    void a_page_of_another_origin_changes_nothing() throws Exception {
        DirectApi api = new DirectApi();
        List<Map<String, String>> forged = List.of(
                Map.of("Origin", "https://evil.example"),
                Map.of("Origin", "null"),
                Map.of("Origin", "http://localhost:8001"),
                Map.of("Origin", "http://localhost:8000.evil.example"),
                Map.of("Origin", ""),
                Map.of("Sec-Fetch-Site", "cross-site"),
                Map.of("Sec-Fetch-Site", "same-site"),
                Map.of("Sec-Fetch-Site", "same-origin", "Origin", "https://evil.example"));
        for (Route route : api.api().routes()) {
            for (Map<String, String> headers : forged) {
                Answer answer = call(api, route, headers);
                assertEquals(unsafe(route), answer.status() == 403, route.template() + headers);
                assertFalse(answer.header("access-control-allow-origin").isPresent());
            }
            for (Map<String, String> own : List.of(
                    Map.of("Origin", "http://localhost:8000"),
                    Map.of("Sec-Fetch-Site", "same-origin"),
                    Map.of("Sec-Fetch-Site", "none"))) {
                assertFalse(call(api, route, own).status() == 403, route.template() + own);
            }
        }
    }

    @Test
    void a_page_of_an_allowed_origin_may_read_and_write() throws Exception {
        DirectApi api = new DirectApi(Settings.LOCAL.allowing(Set.of(PAGE)));
        for (Route route : api.api().routes()) {
            Map<String, String> headers = Map.of("Origin", PAGE, "Sec-Fetch-Site", "cross-site");
            Answer answer = call(api, route, headers);
            assertFalse(answer.status() == 403, route.template());
            assertEquals(PAGE, answer.header("access-control-allow-origin").orElseThrow());
            assertEquals("Origin", answer.header("vary").orElseThrow());
            assertFalse(answer.header("access-control-allow-credentials").isPresent());
            Answer preflight = call(api, "OPTIONS", route, headers);
            assertEquals(204, preflight.status());
            assertEquals(PAGE, preflight.header("access-control-allow-origin").orElseThrow());
            String methods = preflight.header("access-control-allow-methods").orElseThrow();
            assertTrue(methods.contains(route.method()), methods);
            assertTrue(preflight
                    .header("access-control-allow-headers")
                    .orElseThrow()
                    .contains("Idempotency-Key"));
            Answer foreign = call(api, "OPTIONS", route, Map.of("Origin", "https://evil.example"));
            assertFalse(foreign.header("access-control-allow-origin").isPresent());
            assertEquals("Origin", foreign.header("vary").orElseThrow());
        }
    }
}
