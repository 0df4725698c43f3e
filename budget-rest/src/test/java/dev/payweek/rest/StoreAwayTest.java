package dev.payweek.rest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.payweek.budget.Budget;
import dev.payweek.refusal.LedgerException;
import dev.payweek.refusal.Reason;
import dev.payweek.rest.http.QueryString;
import dev.payweek.rest.http.Request;
import dev.payweek.rest.http.Response;
import dev.payweek.rest.http.Settings;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A store that goes away at any moment of any request is what the answer says: nobody has made a mistake then. */
class StoreAwayTest {

    private static final Map<String, String> JSON =
            Map.of("host", "localhost:8000", "content-type", "application/json");

    /** After so many questions each is tried, further ones in larger and larger steps. */
    private static final int EACH = 24;

    private final FailingStore store = new FailingStore();
    private final Budget budget = store.budget();
    private final PayweekApi api = new PayweekApi(budget, Settings.LOCAL);
    private final List<String> wrong = new ArrayList<>();
    private int away;

    /** Returns the status; 503 as well for an answer that is cut off on its way. */
    private int status(List<String> example) throws IOException {
        String[] parts = example.get(1).split("\\?", 2);
        Response response = api.handle(
                new Request(
                        example.get(0),
                        parts[0],
                        QueryString.parse(parts.length == 2 ? parts[1] : ""),
                        JSON,
                        new ByteArrayInputStream(example.get(2).getBytes(UTF_8))),
                "test");
        try {
            response.body().writeTo(new ByteArrayOutputStream());
            return response.status();
        } catch (LedgerException cutOff) {
            assertEquals(Reason.STORE_UNAVAILABLE, cutOff.reason());
            return 503;
        }
    }

    private long version() {
        return budget.<Long>read(view -> view.version());
    }

    /** Tries it with a store that goes away sooner and later, until it does not go away before the end. */
    private void tryWith(List<String> example) throws IOException {
        boolean wasAway = true;
        for (long answers = 1; wasAway; answers += 1 + Math.max(answers - EACH, 0) / 4) {
            long before = version();
            store.failAfter(answers);
            int status = status(example);
            wasAway = store.comeBack();
            away += wasAway ? 1 : 0;
            // What came of a change is noticed when that was made, and may be noticed later.
            boolean made = status < 400 && !example.get(0).equals("GET");
            if (wasAway && !made && (status != 503 || version() > before)) {
                wrong.add(example.get(0) + " " + example.get(1) + " gives " + status + " when the store is away after "
                        + answers);
            }
            if (made) {
                return;
            }
        }
    }

    @Test
    void every_request_of_every_route_is_refused_as_503_and_has_changed_nothing() throws IOException {
        for (List<String> example : Examples.TRAFFIC) {
            tryWith(example);
        }
        for (String query : List.of("min=1&max=2.50", "category=Fun&limit=3", "from=2026-11-01", "q=tea", "total")) {
            tryWith(List.of("GET", "/expenses?" + query, ""));
        }
        assertEquals(List.of(), wrong);
        assertTrue(away > 1_000, () -> "only " + away + " times");
    }

    @Test
    void what_java_itself_throws_is_a_problem_too_and_nothing_empty() throws IOException {
        store.fail(FailingStore.Trouble.MISFIT);
        for (List<String> example : Examples.TRAFFIC) {
            int status = status(example);
            assertTrue(status == 500 || status < 300 || status == 404, example + " gives " + status);
        }
        assertEquals(500, status(List.of("GET", "/budget", "")));
        assertEquals(500, status(List.of("POST", "/expenses", "{\"title\":\"Tea\",\"amount\":4.50}")));
    }
}
