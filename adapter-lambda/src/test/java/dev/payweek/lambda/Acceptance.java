package dev.payweek.lambda;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.payweek.testkit.TransportContract.Answer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The questions that {@code infra/bin/acceptance} asks of every deployment, writes, an import and the report among
 * them, asked of an instance. What an HTTP API does in between is done here.
 */
final class Acceptance {

    private final Instance function;

    private Acceptance(Instance function) {
        this.function = function;
    }

    /** Makes a ledger for a test, and returns the environment of the functions that answer for it. */
    static Map<String, String> environment() throws Exception {
        return Map.of("PAYWEEK_DB", TestPostgres.freshUrl(), "PAYWEEK_TOKEN_SHA256", Fixture.sha256(Fixture.TOKEN));
    }

    /** Lets an instance make the tables. */
    static void migrate(Instance migration) throws InterruptedException {
        assertEquals("{\"status\":\"up to date\"}", migration.invoke("{}").text());
    }

    /** Asks all questions; whatever they have written must be gone afterwards. */
    static void of(Instance function) throws Exception {
        HttpServer gateway = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        gateway.createContext("/", new Acceptance(function)::carry);
        gateway.start();
        try {
            ProcessBuilder asking = new ProcessBuilder(List.of(
                            Task.ROOT.resolve("infra/bin/acceptance").toString(),
                            "http://127.0.0.1:" + gateway.getAddress().getPort()))
                    .redirectErrorStream(true);
            asking.environment().putAll(Map.of("PAYWEEK_TOKEN", Fixture.TOKEN, "WRITES", "yes", "ATTEMPTS", "1"));
            Process process = asking.start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertEquals(0, process.waitFor(), said);
            String left = Sender.HTTP_API.ask(function, "GET", "/export", "").text();
            assertEquals(1, left.lines().count(), left);
        } finally {
            gateway.stop(0);
        }
    }

    /** One after the other, as one instance of a function is asked. */
    private synchronized void carry(HttpExchange exchange) throws IOException {
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
