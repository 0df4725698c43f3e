package dev.payweek.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
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

    @TempDir
    private Path folder;

    private final List<Process> started = new ArrayList<>();

    @AfterEach
    void end_what_was_started() {
        started.forEach(Process::destroyForcibly);
    }

    private Process start(String... words) throws IOException {
        Process process = ServiceProcess.command(folder, words);
        started.add(process);
        return process;
    }

    private ServiceProcess serve(String... more) throws IOException {
        ServiceProcess service = ServiceProcess.in(folder, more);
        started.add(service.process());
        return service;
    }

    private static String get(URI address) throws IOException, InterruptedException {
        return Http.get(address);
    }

    private static String errorOf(Process process) throws IOException, InterruptedException {
        String text = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(process.waitFor(ServiceProcess.PATIENCE_SECONDS, TimeUnit.SECONDS));
        assertEquals(1, process.exitValue(), text);
        assertEquals(1, text.lines().count(), text);
        return text;
    }

    @Test
    void a_second_service_on_the_same_file_is_refused_with_the_holders_pid() throws Exception {
        ServiceProcess first = serve();
        String refusal = errorOf(start("serve", "--port", "0"));
        assertTrue(refusal.contains(Long.toString(first.process().pid())), refusal);
        assertTrue(get(first.address().resolve("/health")).contains("ok"));
    }

    @Test
    void a_port_that_is_taken_is_one_sentence() throws Exception {
        ServiceProcess first = serve();
        String port = Integer.toString(first.address().getPort());
        String refusal = errorOf(start("serve", "--port", port, "--db", "jdbc:sqlite:other.db"));
        assertTrue(refusal.contains(port), refusal);
    }

    @Test
    void what_was_added_is_there_after_a_stop_and_a_start() throws Exception {
        ServiceProcess first = serve();
        HttpRequest add = HttpRequest.newBuilder(first.address().resolve("/expenses"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"title\":\"Tea\",\"amount\":4}"))
                .build();
        assertEquals(
                201,
                HttpClient.newHttpClient().send(add, BodyHandlers.ofString()).statusCode());
        first.stop();

        ServiceProcess second = serve();
        assertTrue(get(second.address().resolve("/expenses")).contains("\"title\":\"Tea\""));
    }

    @Test
    void a_read_only_service_answers_and_refuses_changes() throws Exception {
        ServiceProcess writing = serve();
        writing.stop();

        ServiceProcess reading = serve("--read-only");
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
        ServiceProcess demo = serve("--demo");
        String summary = get(demo.address().resolve("/expenses/summary"));
        assertTrue(summary.matches("\\{\"total_count\":\\d{3,4},.*"), summary);
        assertEquals(0, List.of(folder.toFile().list()).size());
    }
}
