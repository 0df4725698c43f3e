package dev.payweek.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The service as processes of their own: two on one file, a port that is taken, an orderly stop. */
class ServeProcessTest {

    private static final int PATIENCE_SECONDS = 60;
    private static final int FIRST_THAT_ASKS_FOR_NATIVE_ACCESS = 22;

    @TempDir
    private Path folder;

    private final List<Process> started = new ArrayList<>();

    /** A service that has said where it is. */
    private record Service(Process process, URI address) {}

    @AfterEach
    void end_what_was_started() {
        started.forEach(Process::destroyForcibly);
    }

    private Process start(String... words) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        if (Runtime.version().feature() >= FIRST_THAT_ASKS_FOR_NATIVE_ACCESS) {
            // The jar's manifest says this; started from the class path it must be said here.
            command.add("--enable-native-access=ALL-UNNAMED");
        }
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), "dev.payweek.app.Payweek"));
        command.addAll(List.of(words));
        Process process = new ProcessBuilder(command).directory(folder.toFile()).start();
        started.add(process);
        return process;
    }

    private Service serve(String... more) throws IOException {
        List<String> words = new ArrayList<>(List.of("serve", "--port", "0"));
        words.addAll(List.of(more));
        Process process = start(words.toArray(String[]::new));
        BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        String line = String.valueOf(out.readLine());
        assertTrue(line.startsWith("Payweek is at http://127.0.0.1:"), line);
        return new Service(process, URI.create(line.split(" ", -1)[3]));
    }

    private static String get(URI address) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString())
                .body();
    }

    private static String errorOf(Process process) throws IOException, InterruptedException {
        String text = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS));
        assertEquals(1, process.exitValue(), text);
        assertEquals(1, text.lines().count(), text);
        return text;
    }

    @Test
    void a_second_service_on_the_same_file_is_refused_with_the_holders_pid() throws Exception {
        Service first = serve();
        String refusal = errorOf(start("serve", "--port", "0"));
        assertTrue(refusal.contains(Long.toString(first.process().pid())), refusal);
        assertTrue(get(first.address().resolve("/health")).contains("ok"));
    }

    @Test
    void a_port_that_is_taken_is_one_sentence() throws Exception {
        Service first = serve();
        String port = Integer.toString(first.address().getPort());
        String refusal = errorOf(start("serve", "--port", port, "--db", "jdbc:sqlite:other.db"));
        assertTrue(refusal.contains(port), refusal);
    }

    @Test
    void what_was_added_is_there_after_a_stop_and_a_start() throws Exception {
        Service first = serve();
        HttpRequest add = HttpRequest.newBuilder(first.address().resolve("/expenses"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"title\":\"Tea\",\"amount\":4}"))
                .build();
        assertEquals(
                201,
                HttpClient.newHttpClient().send(add, BodyHandlers.ofString()).statusCode());
        first.process().destroy();
        assertTrue(first.process().waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS));

        Service second = serve();
        assertTrue(get(second.address().resolve("/expenses")).contains("\"title\":\"Tea\""));
    }

    @Test
    void a_read_only_service_answers_and_refuses_changes() throws Exception {
        Service writing = serve();
        writing.process().destroy();
        assertTrue(writing.process().waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS));

        Service reading = serve("--read-only");
        assertTrue(get(reading.address().resolve("/budget")).contains("\"as_of\""));
        HttpRequest add = HttpRequest.newBuilder(reading.address().resolve("/expenses"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"title\":\"Tea\",\"amount\":4}"))
                .build();
        assertEquals(
                403,
                HttpClient.newHttpClient().send(add, BodyHandlers.ofString()).statusCode());
    }

    @Test
    void the_demonstration_has_a_year_of_data_and_leaves_no_file() throws Exception {
        Service demo = serve("--demo");
        String summary = get(demo.address().resolve("/expenses/summary"));
        assertTrue(summary.matches("\\{\"total_count\":\\d{3,4},.*"), summary);
        assertEquals(0, List.of(folder.toFile().list()).size());
    }
}
