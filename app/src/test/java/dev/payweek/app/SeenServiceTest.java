package dev.payweek.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.payweek.rest.json.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a service shows of itself to whoever runs it: its log, its counters, and what it is set to. */
class SeenServiceTest {

    /** The SHA-256 of {@code sesame}. */
    private static final String TOKEN = "d0c04f4b1951e4aeaaec8223ed2039e542f3aae805a6fa7f6d794e5afff5d272";

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @TempDir
    private Path folder = Path.of("");

    private static HttpResponse<String> send(URI address, String method, String body, String token)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(address)
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + token)
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        return CLIENT.send(request, BodyHandlers.ofString());
    }

    private static List<JsonNode> lines(ServiceProcess service) throws Exception {
        service.stop();
        String log = new String(service.process().getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        return log.lines()
                .map(line -> Json.parse(line.getBytes(StandardCharsets.UTF_8)))
                .toList();
    }

    private static List<JsonNode> of(List<JsonNode> lines, String event) {
        return lines.stream()
                .filter(line -> line.path("event").textValue().equals(event))
                .toList();
    }

    @Test
    void each_request_and_each_change_is_a_line_by_the_requests_id_and_nothing_private_is_in_any() throws Exception {
        try (ServiceProcess service = ServiceProcess.in(folder, "--token-sha256", TOKEN)) {
            URI at = service.address();
            String tea = "{\"title\":\"Zahnarzt\",\"amount\":4711.13,\"category\":\"Geheim\"}";
            HttpResponse<String> added = send(at.resolve("/expenses"), "POST", tea, "sesame");
            assertEquals(201, added.statusCode());
            send(at.resolve("/expenses?q=Zahnarzt&min=4711.13"), "GET", "", "sesame");
            send(at.resolve("/limits/Geheim"), "PUT", "{\"amount\":4711.13}", "sesame");
            send(at.resolve("/expenses"), "POST", "{\"title\":\"Zahnarzt", "sesame");
            send(at.resolve("/expenses"), "GET", "", "open-sesame");
            String metrics = send(at.resolve("/metrics"), "GET", "", "sesame").body();
            // The two changes, and that the ledger was made; news that is noticed meanwhile is written too.
            assertTrue(metrics.matches("(?s).*\npayweek_store_writes_total [3-9]\\.0\n.*"), metrics);
            assertTrue(metrics.matches("(?s).*\npayweek_store_commits_total [3-9]\\.0\n.*"), metrics);
            assertTrue(metrics.contains("payweek_store_writable 1.0"), metrics);
            assertTrue(metrics.contains("payweek_ledger_version 2.0"), metrics);

            List<JsonNode> lines = lines(service);
            String id = added.headers().firstValue("Request-Id").orElseThrow();
            JsonNode request = of(lines, "request").get(0);
            assertEquals(id, request.path("request").textValue());
            assertEquals("/expenses", request.path("route").textValue());
            assertEquals(201, request.path("status").intValue());
            assertEquals("127.0.0.1", request.path("address").textValue());
            assertEquals(id, of(lines, "change").get(0).path("request").textValue());
            assertEquals(2, of(lines, "change").size());
            assertEquals(6, of(lines, "request").size());
            assertEquals(1, of(lines, "rejected token").size());
            assertEquals(1, of(lines, "started").size());
            assertEquals(1, of(lines, "stopping").size());
            String all = lines.toString();
            for (String secret : List.of("Zahnarzt", "4711", "Geheim", "sesame", TOKEN)) {
                assertFalse(all.contains(secret), secret + " is in " + all);
            }
        }
    }

    @Test
    void guesses_are_lines_that_the_shown_filter_reads() throws Exception {
        String filter = Files.readString(
                Path.of(System.getProperty("payweek.root", "..")).resolve("docs/proxy/fail2ban-filter.conf"));
        String expression = filter.lines()
                .filter(line -> line.startsWith("failregex = "))
                .map(line -> line.substring("failregex = ".length()))
                .findFirst()
                .orElseThrow();
        Pattern line = Pattern.compile(expression.replace("<HOST>", "(?<host>[0-9a-f.:]+)"));
        try (ServiceProcess service = ServiceProcess.in(folder, "--token-sha256", TOKEN)) {
            int answered = 0;
            for (int i = 0; i < 200; i++) {
                int status = send(service.address().resolve("/budget"), "GET", "", "guess" + i)
                        .statusCode();
                answered += status == 401 ? 1 : 0;
            }
            assertTrue(answered <= 20, answered + " guesses were compared");
            service.stop();
            String log = new String(service.process().getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
            List<String> found =
                    log.lines().filter(one -> line.matcher(one).find()).toList();
            assertEquals(200, found.size());
            assertTrue(found.stream().allMatch(one -> one.contains("\"address\":\"127.0.0.1\"")));
            readByTheRealProgram(log);
        }
    }

    /** Where fail2ban is installed, it reads the log itself. */
    private void readByTheRealProgram(String log) throws Exception {
        boolean there = Stream.of(System.getenv("PATH").split(":", -1))
                .anyMatch(place -> Files.isExecutable(Path.of(place, "fail2ban-regex")));
        if (!there) {
            assertFalse("true".equals(System.getenv("CI")), "fail2ban-regex is needed and is not installed");
            return;
        }
        Path file = Files.writeString(folder.resolve("payweek.log"), log);
        Process process = new ProcessBuilder(
                        "fail2ban-regex",
                        file.toString(),
                        Path.of(System.getProperty("payweek.root", ".."), "docs/proxy/fail2ban-filter.conf")
                                .toAbsolutePath()
                                .toString())
                .redirectErrorStream(true)
                .start();
        String report = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(report.contains("200 matched"), report);
    }

    private String printed(Map<String, String> environment, String... words) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(
                ServiceProcess.words(Stream.concat(Stream.of("serve", "--print-config"), Stream.of(words))
                        .toArray(String[]::new)));
        builder.directory(folder.toFile()).environment().putAll(environment);
        Process process = builder.start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals("", new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8));
        assertEquals(0, process.waitFor());
        return out;
    }

    @Test
    void every_option_is_printed_with_where_it_came_from_and_no_secret() throws Exception {
        Path settings = Files.createDirectories(folder.resolve("payweek")).resolve("config");
        Files.writeString(settings, "max-upload = 30\n");
        String out = printed(
                Map.of(
                        "PAYWEEK_PORT",
                        "8001",
                        "PAYWEEK_TOKEN_SHA256",
                        TOKEN,
                        "PAYWEEK_DB",
                        "jdbc:postgresql://joe:sesame@localhost/money",
                        "XDG_CONFIG_HOME",
                        folder.toString()),
                "--host",
                "0.0.0.0",
                "--allow-host",
                "money.example",
                "--allow-host",
                "10.0.0.1");
        for (String expected : List.of(
                "host +0.0.0.0 +command line",
                "allow-host +money.example, 10.0.0.1 +command line",
                "port +8001 +PAYWEEK_PORT",
                "token-sha256 +\\(set\\) +PAYWEEK_TOKEN_SHA256",
                "db +jdbc:postgresql:localhost/money +PAYWEEK_DB",
                "max-upload +30 +" + Pattern.quote(settings.toString()),
                "base-path +default",
                "trust-proxy +false +default",
                "log-level +default")) {
            assertTrue(out.lines().anyMatch(line -> line.matches(expected)), expected + " is not in\n" + out);
        }
        assertFalse(out.contains("sesame") || out.contains(TOKEN), out);
        assertFalse(Files.exists(folder.resolve("payweek.db")));
    }
}
