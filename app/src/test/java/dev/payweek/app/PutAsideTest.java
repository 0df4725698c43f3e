package dev.payweek.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.payweek.rest.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What a service puts aside in files while it is on its way: nothing is left of it, and no room is an answer. */
@Timeout(240)
@EnabledOnOs(OS.LINUX)
class PutAsideTest {

    @TempDir
    private Path folder;

    private Path aside() throws IOException {
        return Files.createDirectories(folder.resolve("aside"));
    }

    private ServiceProcess start() throws IOException {
        return ServiceProcess.in(folder, List.of("-Djava.io.tmpdir=" + aside()));
    }

    private static void fill(ServiceProcess service) throws Exception {
        StringBuilder many = new StringBuilder("[");
        for (int i = 0; i < 1_000; i++) {
            many.append(i == 0 ? "" : ",")
                    .append("{\"title\":\"")
                    .append("x".repeat(180))
                    .append("\",\"amount\":4}");
        }
        String body = many.append("]").toString();
        for (int i = 0; i < 20; i++) {
            assertEquals(
                    201,
                    Http.postJson(service.address().resolve("/expenses"), body).statusCode());
        }
    }

    private static Socket say(ServiceProcess service, String what) throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(4_096);
        socket.connect(new InetSocketAddress(
                InetAddress.getLoopbackAddress(), service.address().getPort()));
        socket.getOutputStream().write(what.getBytes(StandardCharsets.ISO_8859_1));
        return socket;
    }

    private List<String> left() throws IOException {
        try (Stream<Path> files = Files.list(aside())) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith("payweek-"))
                    .toList();
        }
    }

    private static long nameless(ServiceProcess service) throws IOException {
        try (Stream<Path> open =
                Files.list(Path.of("/proc", Long.toString(service.process().pid()), "fd"))) {
            return open.filter(PutAsideTest::isNameless).count();
        }
    }

    private static boolean isNameless(Path link) {
        try {
            String target = Files.readSymbolicLink(link).toString();
            return target.contains("payweek-") && target.endsWith(" (deleted)");
        } catch (IOException closedMeanwhile) {
            return false;
        }
    }

    /** A list on its way to a slow reader, and a file from a slow sender. */
    @Test
    void nothing_that_is_on_its_way_is_left_whether_the_service_is_asked_to_end_or_killed() throws Exception {
        for (boolean killed : new boolean[] {true, false}) {
            try (ServiceProcess service = start()) {
                if (killed) {
                    fill(service);
                }
                try (Socket reader = say(service, "GET /expenses HTTP/1.1\r\nHost: localhost\r\n\r\n");
                        Socket sender = say(
                                service,
                                "POST /imports HTTP/1.1\r\nHost: localhost\r\nContent-Length: 900000\r\n\r\n"
                                        + "x".repeat(500_000))) {
                    assertEquals('H', reader.getInputStream().read());
                    while (nameless(service) < 2) {
                        Thread.sleep(20);
                    }
                    assertEquals(List.of(), left(), "a file that would be left");
                    if (killed) {
                        service.kill();
                    } else {
                        service.stop();
                    }
                    assertFalse(sender.isClosed());
                }
            }
            assertEquals(List.of(), left());
        }
    }

    @Test
    void where_there_is_no_room_that_is_the_answer_and_a_line_of_the_log() throws Exception {
        try (ServiceProcess service = start()) {
            fill(service);
            try (Stream<Path> all = Files.walk(aside())) {
                all.sorted(Comparator.reverseOrder()).toList().forEach(PutAsideTest::remove);
            }
            HttpClient client = HttpClient.newHttpClient();
            HttpRequest list = HttpRequest.newBuilder(service.address().resolve("/expenses"))
                    .build();
            HttpRequest file = HttpRequest.newBuilder(service.address().resolve("/imports"))
                    .POST(HttpRequest.BodyPublishers.ofString("x".repeat(500_000)))
                    .build();
            for (HttpRequest request : List.of(list, file)) {
                HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
                assertEquals(507, answer.statusCode(), answer.body());
                assertEquals(
                        "application/problem+json",
                        answer.headers().firstValue("Content-Type").orElse(""));
                assertTrue(answer.body().contains("\"/problems/disk_full\""), answer.body());
            }
            assertTrue(Http.get(service.address().resolve("/expenses?limit=10")).startsWith("[{"));
            assertEquals(
                    201,
                    Http.postJson(service.address().resolve("/expenses"), "{\"title\":\"Tea\",\"amount\":4}")
                            .statusCode());
            service.stop();
            String log = new String(service.process().getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
            assertEquals(
                    2,
                    log.lines()
                            .map(line -> Json.parse(line.getBytes(StandardCharsets.UTF_8)))
                            .filter(line -> line.path("status").intValue() == 507)
                            .count(),
                    log);
            assertFalse(log.contains("Exception"), log);
        }
    }

    private static void remove(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
