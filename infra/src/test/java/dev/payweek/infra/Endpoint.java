package dev.payweek.infra;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * A deployment to be asked the acceptance questions, on a free port of this machine: fixed answers, and as much of a
 * ledger as it takes to see whether writes arrive in the report. It answers below {@code /next} and {@code /live} too,
 * as two versions behind one address.
 */
final class Endpoint implements AutoCloseable {
    static final String TOKEN = "a-token-nobody-uses";

    private static final int EXPENSE_CENTS = 450;
    private static final int IMPORT_CENTS = 375;

    private final HttpServer server;
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private final Set<String> broken = ConcurrentHashMap.newKeySet();
    private final Map<String, Integer> ledger = new ConcurrentHashMap<>();
    private volatile String recorded = "";
    private final ConcurrentLinkedQueue<String> asked = new ConcurrentLinkedQueue<>();

    private Endpoint(HttpServer server) {
        this.server = server;
    }

    private record Answer(int status, String body) {}

    /** Answers as a healthy Payweek does, and gives the budget to whoever shows the token. */
    static Endpoint healthy() throws IOException {
        Endpoint endpoint =
                new Endpoint(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
        endpoint.answer("GET /health", 200, "{\"status\":\"up\"}");
        endpoint.answer("GET /openapi.json", 200, "{\"openapi\":\"3.1.0\"}");
        endpoint.answer("GET /hello", 401, "{\"status\":401}");
        endpoint.answer("GET /hello with token", 200, "{\"categories\":[]}");
        endpoint.answer("POST /budget/what-if with token", 200, "{\"verdict\":{}}");
        endpoint.answer("POST /imports?account=acceptance&dry_run with token", 200, "{\"inserted\":2}");
        endpoint.server.createContext("/", endpoint::answer);
        endpoint.server.start();
        return endpoint;
    }

    /** Sets the answer to a request, such as {@code "GET /hello with token"}. */
    void answer(String request, int status, String body) {
        answers.put(request, new Answer(status, body));
    }

    /** From now on a version, {@code "/next"} or {@code "/live"}, answers nothing but 500. */
    void breakDown(String version) {
        broken.add(version);
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** How many requests that write have come to a version. */
    long writes(String version) {
        return asked.stream()
                .filter(one -> one.startsWith(version) && !one.contains("GET") && !one.matches(".*(dry_run|what-if).*"))
                .count();
    }

    /** How many things the acceptance questions have left behind. */
    int leftBehind() {
        return ledger.size();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        String address = exchange.getRequestURI().toString();
        String version = address.startsWith("/next/") || address.startsWith("/live/") ? address.substring(0, 5) : "";
        String request = exchange.getRequestMethod() + " " + address.substring(version.length());
        if (("Bearer " + TOKEN).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            request += " with token";
        }
        asked.add(version + " " + request);
        Answer answer = broken.contains(version) ? new Answer(500, "{}") : answerTo(request, body);
        byte[] bytes = answer.body().getBytes(UTF_8);
        exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
        try (var out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

    private Answer answerTo(String request, String body) {
        Answer fixed = answers.get(request);
        if (fixed != null) {
            return fixed;
        }
        return switch (request.split("[?/ ]", -1)[0] + " " + request.split("[/? ]", -1)[2]) {
            case "GET budget" -> new Answer(200, "{\"verdict\":{\"left_until_payday\":" + left() + "}}");
            case "POST expenses" -> {
                ledger.put("/expenses/7", EXPENSE_CENTS);
                recorded = body;
                yield new Answer(201, "{\"id\":7," + body.substring(1));
            }
            case "GET export" -> new Answer(200, recorded);
            case "GET expenses" -> new Answer(200, "[{\"amount\":4.50}]");
            case "POST imports" -> {
                boolean known = ledger.put("/imports/8", IMPORT_CENTS) != null;
                yield new Answer(201, "{\"batch\":8,\"" + (known ? "duplicates" : "inserted") + "\":2}");
            }
            case "DELETE expenses", "DELETE imports" -> {
                ledger.remove(request.split(" ", -1)[1]);
                yield new Answer(204, "");
            }
            default -> new Answer(404, "{}");
        };
    }

    /** Of a hundred, negative once the acceptance questions spend more than that; here they never do. */
    private String left() {
        int cents =
                10_000 - ledger.values().stream().mapToInt(Integer::intValue).sum();
        return cents / 100 + "." + String.format(java.util.Locale.ROOT, "%02d", cents % 100);
    }
}
