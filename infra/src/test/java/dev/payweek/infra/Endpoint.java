package dev.payweek.infra;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.Map;

/** A deployment to be asked the acceptance questions: a few fixed answers on a free port of this machine. */
final class Endpoint implements AutoCloseable {
    static final String TOKEN = "a-token-nobody-uses";

    private final HttpServer server;
    private final Map<String, Answer> answers = new HashMap<>();

    private Endpoint(HttpServer server) {
        this.server = server;
    }

    private record Answer(int status, String body) {}

    /** Answers as a healthy Payweek does, and gives the budget to whoever shows the token. */
    static Endpoint healthy() throws IOException {
        Endpoint endpoint =
                new Endpoint(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
        endpoint.answer("/health", 200, "{\"status\":\"up\"}");
        endpoint.answer("/openapi.json", 200, "{\"openapi\":\"3.1.0\"}");
        endpoint.answer("/hello", 401, "{\"status\":401}");
        endpoint.answer("/hello with token", 200, "{\"categories\":[]}");
        endpoint.server.createContext("/", endpoint::answer);
        endpoint.server.start();
        return endpoint;
    }

    void answer(String path, int status, String body) {
        answers.put(path, new Answer(status, body));
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        if (("Bearer " + TOKEN).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            path += " with token";
        }
        Answer answer = answers.getOrDefault(path, new Answer(404, "{}"));
        byte[] body = answer.body().getBytes(UTF_8);
        exchange.sendResponseHeaders(answer.status(), body.length);
        try (var out = exchange.getResponseBody()) {
            out.write(body);
        }
    }
}
