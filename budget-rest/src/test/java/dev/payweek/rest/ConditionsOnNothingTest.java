package dev.payweek.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.payweek.rest.http.Route;
import dev.payweek.testkit.TransportContract.Answer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A condition on something that is not there, over every route: what is not there is never called unchanged. */
class ConditionsOnNothingTest {

    private static final List<String> TAGS =
            List.of("*", "\"0.2026-11-22\"", "W/\"0.2026-11-22\"", "\"1\"", "\"events.0\"");

    static Stream<Route> routes() {
        return new DirectApi().api().routes().stream();
    }

    static Stream<Route> named() {
        return routes().filter(route -> route.method().equals("PUT"));
    }

    private static String path(Route route) {
        return route.template()
                .replaceAll("\\{(id|version)}", "999")
                .replace("{due}", "2026-11-05")
                .replaceAll("\\{\\w+}", "Nowhere");
    }

    /** Returns a body that such a route takes. */
    private static String body(Route route) {
        return Examples.TRAFFIC.stream()
                .filter(example -> Examples.isOf(example, route))
                .map(example -> example.get(2))
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }

    private static Answer send(DirectApi api, Route route, String header, String tag) throws Exception {
        Map<String, String> headers = new HashMap<>();
        route.takes().ifPresent(content -> headers.put("Content-Type", content.mediaType()));
        if (!header.isEmpty()) {
            headers.put(header, tag);
        }
        return api.send(route.method(), path(route), headers, body(route).getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @MethodSource("routes")
    void what_is_not_there_is_reported_so_whatever_tag_is_named(Route route) throws Exception {
        int plain = send(new DirectApi(), route, "", "").status();
        for (String tag : TAGS) {
            Answer answer = send(new DirectApi(), route, "If-None-Match", tag);
            boolean spared = plain == 200 && route.method().equals("GET") && answer.status() == 304;
            assertTrue(spared || answer.status() == plain, () -> tag + " gives " + answer.status() + ", not " + plain);
        }
    }

    @ParameterizedTest
    @MethodSource("routes")
    void nothing_is_changed_on_condition_that_it_is_as_it_never_was(Route route) throws Exception {
        if (!List.of("PUT", "PATCH", "DELETE").contains(route.method())) {
            return;
        }
        for (String tag : List.of("\"9\"", "\"9.2026-11-22\"", "W/\"0.2026-11-22\"")) {
            DirectApi api = new DirectApi();
            Answer answer = send(api, route, "If-Match", tag);
            assertTrue(answer.status() == 404 || answer.status() == 412, tag + " gives " + answer.status());
            assertEquals(0L, api.budget().version());
        }
    }

    /** What is made by its name can be made only if it is not there, or replaced only if it is. */
    @ParameterizedTest
    @MethodSource("named")
    void whoever_says_any_or_none_is_heard(Route route) throws Exception {
        DirectApi api = new DirectApi();
        int plain = send(new DirectApi(), route, "", "").status();
        int refused = route.template().equals("/ledger") ? 200 : plain == 200 ? 412 : plain;
        assertEquals(refused, send(api, route, "If-Match", "*").status());
        if (refused == 412) {
            assertEquals(0L, api.budget().version());
            assertEquals(200, send(api, route, "If-None-Match", "*").status());
            assertEquals(412, send(api, route, "If-None-Match", "*").status());
            assertEquals(1L, api.budget().version());
            assertEquals(200, send(api, route, "If-Match", "*").status());
        }
    }
}
