package dev.payweek.lambda;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Stands in for the service that hands events to a runtime client and takes its answers. */
final class RuntimeApi implements AutoCloseable {

    private static final String RUNTIME = "/2018-06-01/runtime/";
    private static final int PATIENCE_SECONDS = 60;

    static {
        // Without it each answer waits forty milliseconds for the client's acknowledgement.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    /** What the client says: where it posted, of which request, and what. */
    record Told(String what, String requestId, String text) {}

    private record Event(String requestId, String json, long millis) {}

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
    private final BlockingQueue<Told> told = new LinkedBlockingQueue<>();
    private final Semaphore restores = new Semaphore(0);

    RuntimeApi() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext(RUNTIME, this::serve);
        server.start();
    }

    /** Where the client finds it, as the environment tells the client. */
    String address() {
        return server.getAddress().getAddress().getHostAddress() + ":"
                + server.getAddress().getPort();
    }

    void hand(String requestId, String json, long millis) {
        events.add(new Event(requestId, json, millis));
    }

    /** Lets a client go on that has said it is ready for its snapshot, as one that was brought back from it. */
    void restore() {
        restores.release();
    }

    /** Waits for what the client says next. */
    Told told() throws InterruptedException {
        Told next = told.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (next == null) {
            throw new AssertionError("the runtime client has said nothing for " + PATIENCE_SECONDS + " seconds");
        }
        return next;
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath().substring(RUNTIME.length());
            String text = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            if (path.equals("invocation/next")) {
                next(exchange);
                return;
            }
            if (path.equals("restore/next")) {
                told.add(new Told("restore/next", "", ""));
                restores.acquireUninterruptibly();
                answer(exchange, 200, "");
                return;
            }
            String[] words = path.split("/", -1);
            told.add(
                    words.length == 3 ? new Told(words[0] + "/" + words[2], words[1], text) : new Told(path, "", text));
            answer(exchange, 202, "{\"status\":\"OK\"}");
        }
    }

    private void next(HttpExchange exchange) throws IOException {
        Event event;
        try {
            event = events.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        }
        var headers = exchange.getResponseHeaders();
        headers.set("Lambda-Runtime-Aws-Request-Id", event.requestId());
        headers.set("Lambda-Runtime-Deadline-Ms", Long.toString(System.currentTimeMillis() + event.millis()));
        headers.set("Lambda-Runtime-Invoked-Function-Arn", "arn:aws:lambda:us-west-2:123456789012:function:fixture");
        answer(exchange, 200, event.json());
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        // The client's native part aborts when the type is missing.
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        restores.release();
        server.stop(0);
        threads.shutdownNow();
    }
}
