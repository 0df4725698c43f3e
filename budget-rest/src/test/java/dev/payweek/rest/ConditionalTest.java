package dev.payweek.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.payweek.budget.Budget;
import dev.payweek.rest.http.Access;
import dev.payweek.rest.http.Dispatcher;
import dev.payweek.rest.http.Request;
import dev.payweek.rest.http.Response;
import dev.payweek.rest.http.Route;
import dev.payweek.rest.http.RouteTable;
import dev.payweek.rest.http.Settings;
import dev.payweek.testkit.TransportContract.Answer;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What is asked with a condition is judged by its version, before anything else is done. */
class ConditionalTest {

    private final DirectApi api = new DirectApi();

    @Test
    void what_the_caller_has_already_is_not_made_again() {
        var made = new AtomicInteger();
        Route route =
                Route.of("GET", "/counted", Access.READ, "Counts.", call -> call.view(view -> made.incrementAndGet()));
        var dispatcher = new Dispatcher(new RouteTable(List.of(route)), Budget.inMemory(), Settings.LOCAL);
        Response first = dispatcher.handle(request(Map.of("host", "localhost")), "a");
        String tag = first.headers().get("ETag");
        Response again = dispatcher.handle(request(Map.of("host", "localhost", "if-none-match", tag)), "b");
        assertEquals(304, again.status());
        assertEquals(Map.of("ETag", tag), again.headers());
        assertEquals(1, made.get());
    }

    private static Request request(Map<String, String> headers) {
        return new Request("GET", "/counted", Map.of(), headers, InputStream.nullInputStream());
    }

    @Test
    void an_import_is_removed_only_by_who_has_seen_the_ledger_as_it_is() throws Exception {
        byte[] file = "#lines\naccount a USD\n2026-10-01 -4.00 Tea\n".getBytes(StandardCharsets.UTF_8);
        Answer taken = api.send("POST", "/imports", Map.of("Content-Type", "text/plain"), file);
        assertEquals(201, taken.status(), taken.text());
        String location = taken.header("location").orElseThrow();
        Answer stale = api.send("DELETE", location, Map.of("If-Match", "\"0.2026-11-22\""), new byte[0]);
        assertEquals(412, stale.status());
        Answer removed = api.send(
                "DELETE", location, Map.of("If-Match", stale.header("etag").orElseThrow()), new byte[0]);
        assertEquals(204, removed.status());
        assertEquals("2", removed.header("ledger-version").orElseThrow());
        assertEquals(404, api.send("GET", location).status());
    }
}
