package dev.payweek.http;

import dev.payweek.budget.Budget;
import dev.payweek.rest.PayweekApi;
import dev.payweek.rest.http.Settings;
import dev.payweek.testkit.TransportContract.Answer;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
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

    static final Clock NOON = Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC);

    private final Budget budget;
    private final HttpServer server;

    Served() {
        this(NOON);
    }

    Served(Clock clock) {
        this(clock, LiveStreams.Rhythm.USUAL);
    }

    Served(Clock clock, Settings settings) {
        budget = Budget.inMemory(clock);
        server = HttpServer.start(new PayweekApi(budget, settings), new HttpServer.Options("127.0.0.1", 0));
    }

    /** What is news already is noticed before the server starts, which else would do so a moment later. */
    Served(Clock clock, LiveStreams.Rhythm rhythm) {
        budget = Budget.inMemory(clock);
        var api = new PayweekApi(budget, Settings.LOCAL);
        api.tend();
        server = HttpServer.start(api, new HttpServer.Options("127.0.0.1", 0), rhythm);
    }

    Budget budget() {
        return budget;
    }

    /** Waits until nothing is held of any body. */
    void awaitNoBodies() throws InterruptedException {
        while (server.bodies().files() > 0 || server.bodies().bytesInMemory() > 0) {
            Thread.sleep(20);
        }
    }

    /** Returns how many long answers are made or read. */
    int longAnswers() {
        return server.longAnswers();
    }

    /** Returns how many connections are open. */
    int connections() {
        return server.connections();
    }

    /** Returns how many listen to streams. */
    int listeners() {
        return server.listeners();
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

    /** Sends a request as it is written here, with nothing added and nothing put right. */
    Answer raw(String method, String target, String... headers) throws IOException {
        return speak(method + " " + target + " HTTP/1.1\r\n" + String.join("\r\n", headers) + "\r\n\r\n");
    }

    /** Sends these bytes, one for each character, and returns what comes back. */
    Answer speak(String bytes) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
            boolean hasBody = !bytes.startsWith("HEAD ");
            return heard(new BufferedInputStream(socket.getInputStream()), hasBody);
        }
    }

    private static Answer heard(InputStream in, boolean hasBody) throws IOException {
        String status = line(in);
        Map<String, String> headers = new HashMap<>();
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            String[] parts = line.split(": ?", 2);
            headers.put(parts[0].toLowerCase(Locale.ROOT), parts[1]);
        }
        int length = hasBody ? Integer.parseInt(headers.getOrDefault("content-length", "0")) : 0;
        return Answer.of(Integer.parseInt(status.split(" ", 3)[1]), headers, in.readNBytes(length));
    }

    private static String line(InputStream in) throws IOException {
        var line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new IOException("the server hung up after \"" + line + "\"");
            }
            line.append((char) next);
        }
        return line.toString().strip();
    }

    @Override
    public void close() {
        server.close();
        budget.close();
    }
}
