package dev.payweek.rest;

import dev.payweek.budget.Budget;
import dev.payweek.rest.http.QueryString;
import dev.payweek.rest.http.Request;
import dev.payweek.rest.http.Response;
import dev.payweek.rest.http.Settings;
import dev.payweek.rest.json.Problem;
import dev.payweek.testkit.TransportContract;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The API called without any transport, on a fresh budget in memory at noon of 2026-11-22 UTC. */
final class DirectApi implements TransportContract {

    private final Budget budget = Budget.inMemory(Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC));
    private final PayweekApi api;

    DirectApi() {
        this(Settings.LOCAL);
    }

    DirectApi(Settings settings) {
        this.api = new PayweekApi(budget, settings);
    }

    Budget budget() {
        return budget;
    }

    PayweekApi api() {
        return api;
    }

    @Override
    public Answer send(String method, String target, Map<String, String> headers, byte[] body) throws IOException {
        Map<String, String> sent = new HashMap<>(Map.of("host", "localhost:8000"));
        headers.forEach((name, value) -> sent.put(name.toLowerCase(Locale.ROOT), value));
        String[] parts = target.split("\\?", 2);
        Response response;
        try {
            Map<String, List<String>> query = QueryString.parse(parts.length == 2 ? parts[1] : "");
            var request = new Request(method, parts[0], query, sent, new ByteArrayInputStream(body));
            response = api.handle(request, "test");
        } catch (Problem problem) {
            response = Response.problem(problem, "test");
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        if (!method.equals("HEAD")) {
            response.body().writeTo(out);
        }
        Map<String, String> received = new HashMap<>();
        response.headers().forEach((name, value) -> received.put(name.toLowerCase(Locale.ROOT), value));
        return Answer.of(response.status(), received, out.toByteArray());
    }
}
