package dev.payweek.rest;

import static dev.payweek.testkit.ForAll.forAll;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.payweek.rest.http.QueryString;
import dev.payweek.rest.http.Request;
import dev.payweek.rest.http.Response;
import dev.payweek.rest.http.Route;
import dev.payweek.rest.json.Problem;
import dev.payweek.testkit.Dice;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Whatever is sent, the API answers, says nothing of its inside, and the ledger stays in order. */
class RequestFuzzTest {

    private static final int LEDGERS = 80;

    private static final int REQUESTS = 125;

    /** Each is a request of every kind for every route that it applies to; 200,000 in all with {@code -Dtries=207}. */
    private static final int ROUNDS = 21;

    private static final Map<String, String> JSON =
            Map.of("host", "localhost:8000", "content-type", "application/json");

    private static final Pattern INSIDE =
            Pattern.compile("Exception|at [a-z.]+\\(|SQL|org\\.|java\\.|/(home|var|tmp|root|work)/");

    private record Told(int status, Map<String, String> headers, String text) {}

    @Test
    void whatever_is_sent_is_answered_and_leaves_the_ledger_in_order() {
        forAll(LEDGERS, dice -> {
            DirectApi api = new DirectApi();
            var requests = new RequestDice(dice, api.api().routes());
            for (int i = 0; i < REQUESTS; i++) {
                Request request = requests.next();
                long before = api.budget().<Long>read(view -> view.version());
                Told told = told(api, request);
                check(request, told);
                long after = api.budget().<Long>read(view -> view.version());
                boolean mayChange = !request.isSafe() && told.status() < 400;
                assertTrue(after == before || (mayChange && after == before + 1), () -> described(request, told));
            }
            ledgerIsInOrder(api);
        });
    }

    /** A kind of request for a route. */
    private record Cell(RequestKind kind, Route route) {
        @Override
        public String toString() {
            return kind + " for " + route.method() + " " + route.template();
        }

        RequestKind.Sent drawn(Dice dice) {
            List<List<String>> examples = Examples.TRAFFIC.stream()
                    .filter(example -> Examples.isOf(example, route) && kind.canBeMadeOf(example))
                    .toList();
            assertFalse(examples.isEmpty(), () -> "no example to make " + this + " of");
            return kind.of(route, dice.oneOf(examples), dice);
        }
    }

    /** Whatever is random is so within a kind and a route, so that none of them is left to chance. */
    @Test
    void every_kind_of_request_is_sent_to_every_route_that_it_applies_to() {
        List<Cell> cells = new DirectApi()
                .api().routes().stream()
                        .flatMap(route -> Arrays.stream(RequestKind.values())
                                .filter(kind -> kind.appliesTo(route))
                                .map(kind -> new Cell(kind, route)))
                        .toList();
        assertTrue(cells.size() * ROUNDS >= 20_000, () -> cells.size() + " of each");
        Map<Cell, Integer> sent = new HashMap<>();
        forAll(ROUNDS, dice -> {
            DirectApi api = new DirectApi();
            for (List<String> example : Examples.TRAFFIC) {
                told(
                        api,
                        new RequestKind.Sent(
                                example.get(0),
                                example.get(1),
                                JSON,
                                new ByteArrayInputStream(example.get(2).getBytes(UTF_8))));
            }
            for (Cell cell : cells) {
                RequestKind.Sent wrong = cell.drawn(dice);
                long before = api.budget().<Long>read(view -> view.version());
                Told told = told(api, wrong);
                Request plain = Request.of(wrong.method(), wrong.target());
                check(plain, told);
                long after = api.budget().<Long>read(view -> view.version());
                assertTrue(told.status() < 400 || after == before, () -> cell + ": " + described(plain, told));
                assertTrue(
                        told.status() >= 400 || !cell.kind().isNeverRight(),
                        () -> cell + ": " + described(plain, told));
                sent.merge(cell, 1, Integer::sum);
            }
            ledgerIsInOrder(api);
        });
        assertEquals(Set.copyOf(cells), sent.keySet());
    }

    private static Told told(DirectApi api, RequestKind.Sent sent) {
        String[] parts = sent.target().split("\\?", 2);
        try {
            var query = QueryString.parse(parts.length == 2 ? parts[1] : "");
            return told(api, new Request(sent.method(), parts[0], query, sent.headers(), sent.body()));
        } catch (Problem problem) {
            return told(Response.problem(problem, "fuzz"));
        }
    }

    private static Told told(DirectApi api, Request request) {
        return told(api.api().handle(request, "fuzz"));
    }

    private static Told told(Response response) {
        var out = new ByteArrayOutputStream();
        try {
            response.body().writeTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Told(response.status(), response.headers(), out.toString(UTF_8));
    }

    private static void check(Request request, Told told) {
        assertTrue(told.status() >= 200 && told.status() < 500, () -> described(request, told));
        if (told.status() >= 400) {
            assertEquals(
                    "application/problem+json", told.headers().get("Content-Type"), () -> described(request, told));
            JsonNode problem = Tree.of(told.text());
            assertEquals(told.status(), problem.path("status").intValue());
            assertEquals("/requests/fuzz", problem.path("instance").textValue());
            assertFalse(INSIDE.matcher(told.text()).find(), () -> described(request, told));
            assertEquals(told.status() == 405, told.headers().containsKey("Allow"));
            assertEquals(told.status() == 412, told.headers().containsKey("ETag"));
        } else if (!told.text().isEmpty() && !request.path().startsWith("/export")) {
            assertEquals("application/json", told.headers().get("Content-Type"));
            Tree.of(told.text());
        }
    }

    private static void ledgerIsInOrder(DirectApi api) {
        Map<String, BigDecimal> byDay = new TreeMap<>();
        BigDecimal all = BigDecimal.ZERO;
        for (JsonNode expense : list(api, "/expenses", Map.of())) {
            BigDecimal amount = expense.path("amount").decimalValue();
            all = all.add(amount);
            byDay.merge(expense.path("date").textValue(), amount, BigDecimal::add);
        }
        JsonNode summary = get(api, "/expenses/summary", Map.of());
        equal(all, summary.path("total_amount").decimalValue());
        equal(all, sum(summary.path("by_category")));
        equal(all, sum(summary.path("by_month")));
        byDay.forEach((day, amount) -> equal(
                amount,
                get(api, "/expenses/summary", Map.of("from", List.of(day), "to", List.of(day)))
                        .path("total_amount")
                        .decimalValue()));
        for (String path : List.of("/expenses", "/income", "/transfers")) {
            assertEquals(list(api, path, Map.of()), list(api, path, Map.of("limit", List.of("1000"))));
        }
        for (String path : List.of(
                "/budget",
                "/rules",
                "/limits",
                "/sources",
                "/bills",
                "/set-asides",
                "/categories",
                "/ledger",
                "/imports",
                "/changes")) {
            get(api, path, Map.of());
        }
        for (String day : List.of("1900-01-01", "2026-11-22", "2200-12-31")) {
            get(api, "/budget", Map.of("on", List.of(day), "today", List.of("2026-11-22")));
        }
    }

    private static BigDecimal sum(JsonNode parts) {
        return Tree.elements(parts).stream()
                .map(part -> part.path("amount").decimalValue())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static void equal(BigDecimal expected, BigDecimal actual) {
        assertEquals(0, expected.compareTo(actual), () -> expected + " and " + actual);
    }

    private static List<JsonNode> list(DirectApi api, String path, Map<String, List<String>> query) {
        return Tree.elements(get(api, path, query));
    }

    private static JsonNode get(DirectApi api, String path, Map<String, List<String>> query) {
        Request plain = Request.of("GET", path);
        Request request = new Request("GET", path, query, Map.of("host", "localhost"), plain.body());
        Told told = told(api, request);
        assertEquals(200, told.status(), () -> described(request, told));
        return Tree.of(told.text());
    }

    private static String described(Request request, Told told) {
        return shortened(request.method() + " " + request.path() + " " + request.query() + " " + request.headers())
                + " gives " + told.status() + " " + shortened(told.text());
    }

    private static String shortened(String text) {
        return text.length() <= 500 ? text : text.substring(0, 500) + "…";
    }
}
