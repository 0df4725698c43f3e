package dev.payweek.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.payweek.budget.Budget;
import dev.payweek.rest.PayweekApi;
import dev.payweek.rest.http.Settings;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What a monitor reads at {@code /metrics}. */
class MetricsTest {

    /** Each line of the text that Prometheus reads: a comment, or a name, its labels and a number. */
    private static final Pattern LINE = Pattern.compile(
            "# (HELP|TYPE) [a-z_:][a-z0-9_:]* .*|[a-z_:][a-z0-9_:]*(\\{([a-z_]+=\"[^\"]*\",?)*\\})? [-+0-9.eENaInf]+");

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private static HttpResponse<String> send(HttpServer server, String method, String target, String body)
            throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(server.address() + target))
                .method(method, BodyPublishers.ofString(body))
                .header("Content-Type", "application/json")
                .build();
        return CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void requests_are_counted_by_route_and_status_and_never_by_what_they_are_about() throws Exception {
        try (Budget budget = Budget.inMemory(Served.NOON);
                Metrics metrics = new Metrics();
                HttpServer server = HttpServer.start(
                        new PayweekApi(budget, Settings.LOCAL, List.of(metrics.route())),
                        new HttpServer.Options("127.0.0.1", 0),
                        metrics)) {
            metrics.gauge("payweek.store.ready", "1 while the store takes a read.", () -> 1);
            metrics.counter("payweek.store.writes", "Writes.", () -> 17);
            send(server, "POST", "/expenses", "{\"title\":\"Zahnarzt Dr. Weh\",\"amount\":4711.13}");
            send(server, "GET", "/expenses?q=Zahnarzt&min=4711.13", "");
            send(server, "GET", "/limits/Geheim", "");
            send(server, "GET", "/nowhere/Geheim", "");
            send(server, "BREW", "/docs", "");
            send(server, "POST", "/imports", "no file of a bank");
            var answer = send(server, "GET", "/metrics", "");
            assertEquals(200, answer.statusCode());
            assertEquals(
                    "text/plain; version=0.0.4; charset=utf-8",
                    answer.headers().firstValue("Content-Type").orElseThrow());
            String text = answer.body();
            text.lines().forEach(line -> assertTrue(LINE.matcher(line).matches(), line));
            for (String expected : List.of(
                    "http_server_requests_seconds_count{method=\"POST\",route=\"/expenses\",status=\"201\"} 1",
                    "http_server_requests_seconds_count{method=\"GET\",route=\"/expenses\",status=\"200\"} 1",
                    "http_server_requests_seconds_count{method=\"GET\",route=\"/limits/{category}\",status=\"405\"} 1",
                    "http_server_requests_seconds_count{method=\"GET\",route=\"none\",status=\"404\"} 1",
                    "http_server_requests_seconds_count{method=\"other\",route=\"site\",status=\"405\"} 1",
                    "payweek_imports_total{outcome=\"refused\"} 1.0",
                    "payweek_imports_total{outcome=\"taken\"} 0.0",
                    "payweek_store_ready 1.0",
                    "payweek_store_writes_total 17.0",
                    "jvm_memory_used_bytes",
                    "jvm_threads_live_threads",
                    "process_uptime_seconds")) {
                assertTrue(text.contains(expected), expected + " is not in " + text);
            }
            assertFalse(text.contains("Geheim") || text.contains("Zahnarzt") || text.contains("4711"), text);
            assertTrue(send(server, "GET", "/openapi.json", "").body().contains("\"/metrics\""));
        }
    }

    @Test
    void who_has_no_token_learns_nothing() throws Exception {
        try (Budget budget = Budget.inMemory(Served.NOON);
                Metrics metrics = new Metrics();
                HttpServer server = HttpServer.start(
                        new PayweekApi(budget, Settings.guardedBy("ab".repeat(32)), List.of(metrics.route())),
                        new HttpServer.Options("127.0.0.1", 0),
                        metrics)) {
            assertEquals(401, send(server, "GET", "/metrics", "").statusCode());
            assertEquals(405, send(server, "POST", "/metrics", "").statusCode());
        }
    }
}
