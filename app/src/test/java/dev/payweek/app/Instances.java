package dev.payweek.app;

import com.fasterxml.jackson.databind.JsonNode;
import dev.payweek.rest.json.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** Services on one database, each a process; any of them may be killed and started again. Safe for many threads. */
final class Instances implements AutoCloseable {

    private static final int UNAVAILABLE = 503;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final List<ServiceProcess> services = new CopyOnWriteArrayList<>();
    private final Path folder;
    private final String url;

    Instances(Path folder, String url, int count) throws IOException {
        this.folder = folder;
        this.url = url;
        for (int i = 0; i < count; i++) {
            services.add(start());
        }
    }

    private ServiceProcess start() throws IOException {
        List<String> ofJava = List.of("-Xmx192m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");
        return ServiceProcess.in(folder, ofJava, "--log", "none", "--db", url);
    }

    int count() {
        return services.size();
    }

    /** Returns the address of one of them; any number will do. */
    URI address(int which) {
        return services.get(Math.floorMod(which, services.size())).address();
    }

    void kill(int which) {
        services.get(which).kill();
    }

    void restart(int which) throws IOException {
        services.set(which, start());
    }

    /** What is asked for, of whichever service. */
    record Asked(String method, String target, Map<String, String> headers, String body) {

        static Asked get(String target) {
            return new Asked("GET", target, Map.of(), "");
        }

        Asked with(String name, String value) {
            Map<String, String> more = new HashMap<>(headers);
            more.put(name, value);
            return new Asked(method, target, more, body);
        }
    }

    /** What was answered, and how often that had to be asked for because a service was gone or had no answer. */
    record Said(int status, HttpResponse<String> response, int attempts) {

        JsonNode json() {
            return Json.parse(response.body().getBytes(StandardCharsets.UTF_8));
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        @Override
        public String toString() {
            return response.request().method() + " " + response.uri().getPath() + " gives " + status + " "
                    + response.body();
        }
    }

    /** Asks one of them once. */
    HttpResponse<String> once(int which, Asked asked) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address(which) + asked.target()))
                .timeout(Duration.ofSeconds(60))
                .method(asked.method(), HttpRequest.BodyPublishers.ofString(asked.body()));
        asked.headers().forEach(request::header);
        return client.send(request.build(), BodyHandlers.ofString());
    }

    /** Asks one after the other until there is an answer. */
    Said untilAnswered(int first, Asked asked) throws InterruptedException {
        for (int attempt = 1; ; attempt++) {
            try {
                HttpResponse<String> response = once(first + attempt - 1, asked);
                // What is still being done by a service that had no time to answer is in flight.
                if (response.statusCode() != UNAVAILABLE && !response.body().contains("/problems/in_flight")) {
                    return new Said(response.statusCode(), response, attempt);
                }
                Thread.sleep(20);
            } catch (IOException gone) {
                Thread.sleep(20);
            }
        }
    }

    @Override
    public void close() {
        services.forEach(ServiceProcess::close);
    }
}
