package dev.payweek.http;

import dev.payweek.budget.Budget;
import dev.payweek.rest.PayweekApi;
import dev.payweek.rest.http.Settings;
import dev.payweek.testkit.TransportContract.Answer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** A server on a free port over a fresh budget in memory, at noon of 2026-11-22 UTC, and a caller. */
final class Served implements AutoCloseable {

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final Budget budget = Budget.inMemory(Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC));
    private final HttpServer server =
            HttpServer.start(new PayweekApi(budget, Settings.LOCAL), new HttpServer.Options("127.0.0.1", 0));

    HttpServer server() {
        return server;
    }

    URI address() {
        return server.address();
    }

    int port() {
        return server.address().getPort();
    }

    Answer send(String method, String target, Map<String, String> headers, byte[] body)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.address() + target))
                .method(
                        method,
                        body.length == 0
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofByteArray(body));
        headers.forEach(request::header);
        HttpResponse<byte[]> response = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        Map<String, String> received = new HashMap<>();
        response.headers()
                .map()
                .forEach((name, values) -> received.put(name.toLowerCase(Locale.ROOT), String.join(", ", values)));
        return Answer.of(response.statusCode(), received, response.body());
    }

    Answer get(String target) throws IOException, InterruptedException {
        return send("GET", target, Map.of(), new byte[0]);
    }

    @Override
    public void close() {
        server.close();
        budget.close();
    }
}
