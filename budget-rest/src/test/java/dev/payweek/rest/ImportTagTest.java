package dev.payweek.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.payweek.budget.Budget;
import dev.payweek.rest.http.Request;
import dev.payweek.rest.http.Response;
import dev.payweek.rest.http.Settings;
import dev.payweek.store.LedgerStore;
import dev.payweek.store.MemoryStore;
import dev.payweek.store.StoreProvider.Access;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What is seen of an import while it arrives, also by who looks right between a piece and the report of progress. */
class ImportTagTest {

    private final Clock noon = Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC);
    private final Map<String, String> bodies = new TreeMap<>();
    private Optional<PayweekApi> api = Optional.empty();
    private boolean looking;

    /** Returns a store in memory; after each write that lasts, somebody looks. */
    private LedgerStore watched() {
        LedgerStore store = new MemoryStore();
        return (LedgerStore) Proxy.newProxyInstance(
                LedgerStore.class.getClassLoader(), new Class<?>[] {LedgerStore.class}, (proxy, method, arguments) -> {
                    try {
                        Object result = method.invoke(store, arguments);
                        if (method.getName().startsWith("write") && api.isPresent() && !looking) {
                            looking = true;
                            look();
                            looking = false;
                        }
                        return result;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private void look() {
        for (String target : new String[] {"/imports", "/imports/2"}) {
            Response seen = send("GET", target, Map.of(), "");
            if (seen.status() == 200) {
                String tag = target + " " + seen.headers().get("ETag");
                String body = text(seen);
                assertEquals(body, bodies.computeIfAbsent(tag, first -> body));
                Response again = send(
                        "GET", target, Map.of("if-none-match", seen.headers().getOrDefault("ETag", "")), "");
                assertEquals(304, again.status());
            }
        }
    }

    private Response send(String method, String target, Map<String, String> headers, String body) {
        Map<String, String> sent = new TreeMap<>(headers);
        sent.put("host", "localhost");
        var bytes = new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8));
        return api.orElseThrow().handle(new Request(method, target, Map.of(), sent, bytes), "test");
    }

    private static String text(Response response) {
        var out = new ByteArrayOutputStream();
        try {
            response.body().writeTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void one_tag_never_stands_for_two_states_of_an_import_that_is_arriving() throws Exception {
        api = Optional.of(new PayweekApi(Budget.on(watched(), Access.READ_WRITE, noon), Settings.LOCAL));
        send("PUT", "/accounts/a", Map.of("content-type", "application/json"), "{}");
        StringBuilder file = new StringBuilder("#lines\naccount a USD\n");
        for (int i = 0; i < 12_500; i++) {
            file.append("2026-10-01 -1.00 row ").append(10_000 + i).append(i % 500 == 0 ? "\nlook\n" : "\n");
        }
        Response taken = LinesFormat.looking(this::look, () -> send("POST", "/imports", Map.of(), file.toString()));
        assertEquals(201, taken.status());
        long states = bodies.values().stream()
                .filter(body -> body.contains("\"progress\""))
                .distinct()
                .count();
        assertTrue(states >= 2, bodies::toString);
        assertTrue(bodies.keySet().stream().anyMatch(tag -> tag.startsWith("/imports/2 ")), bodies::toString);
    }
}
