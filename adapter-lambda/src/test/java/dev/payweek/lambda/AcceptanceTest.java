package dev.payweek.lambda;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.payweek.testkit.TransportContract.Answer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * The questions that {@code infra/bin/acceptance} asks of every deployment, writes, an import and the report among
 * them, asked of the function behind AWS's own runtime client. What an HTTP API does in between is done here.
 */
class AcceptanceTest {

    @Test
    void the_function_is_accepted_and_nothing_of_the_questions_is_left() throws Exception {
        Map<String, String> environment =
                Map.of("PAYWEEK_DB", TestPostgres.freshUrl(), "PAYWEEK_TOKEN_SHA256", Fixture.sha256(Fixture.TOKEN));
        try (Instance migration = Instance.of(MigrationHandler.class, environment)) {
            assertEquals("{\"status\":\"up to date\"}", migration.invoke("{}").text());
        }
        HttpServer gateway = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        try (Instance function = Instance.of(PayweekHandler.class, environment)) {
            gateway.createContext("/", exchange -> carry(exchange, function));
            gateway.start();
            Path script = Path.of(System.getProperty("payweek.root", ".."), "infra/bin/acceptance");
            ProcessBuilder asking = new ProcessBuilder(
                            script.toAbsolutePath().toString(),
                            "http://127.0.0.1:" + gateway.getAddress().getPort())
                    .redirectErrorStream(true);
            asking.environment().putAll(Map.of("PAYWEEK_TOKEN", Fixture.TOKEN, "WRITES", "yes", "ATTEMPTS", "1"));
            Process process = asking.start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertEquals(0, process.waitFor(), said);
            String left = function.invoke(
                            Sender.HTTP_API.event("GET", "/export", Fixture.headers(Map.of()), new byte[0]))
                    .text();
            assertEquals(
                    1,
                    Sender.HTTP_API
                            .answer(left.getBytes(StandardCharsets.UTF_8))
                            .text()
                            .lines()
                            .count(),
                    left);
        } finally {
            gateway.stop(0);
        }
    }

    /** One after the other, as one instance of a function is asked. */
    private static synchronized void carry(HttpExchange exchange, Instance function) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        Map<String, String> headers = new HashMap<>();
        exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, String.join(",", values)));
        String event = Sender.HTTP_API.event(
                exchange.getRequestMethod(), exchange.getRequestURI().toString(), headers, body);
        try {
            Answer answer = Sender.HTTP_API.answer(function.invoke(event).text().getBytes(StandardCharsets.UTF_8));
            byte[] bytes = answer.text().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            exchange.close();
        }
    }
}
