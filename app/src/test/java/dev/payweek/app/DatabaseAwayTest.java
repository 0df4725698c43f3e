package dev.payweek.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.payweek.rest.json.Json;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A service whose PostgreSQL goes away and comes back: whoever asks meanwhile is refused at once, all but the first,
 * and the log says so in one line.
 */
@Timeout(240)
class DatabaseAwayTest {

    /** If each waited for a connection, that would be for ten minutes. */
    private static final int ASKED = 100;

    @TempDir
    private Path folder;

    private static HttpResponse<String> add(ServiceProcess service, String title) throws Exception {
        return Http.postJson(service.address().resolve("/expenses"), "{\"title\":\"" + title + "\",\"amount\":4}");
    }

    @Test
    void while_the_database_is_away_nobody_waits_and_when_it_is_back_it_is_used() throws Exception {
        try (PostgresServer database = PostgresServer.in(folder);
                ServiceProcess service = ServiceProcess.in(folder, "--db", database.url())) {
            assertEquals(201, add(service, "Before").statusCode());
            database.goAway();
            long begin = System.nanoTime();
            assertRefused(add(service, "First"));
            long first = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
            long slowest = 0;
            for (int i = 0; i < ASKED; i++) {
                long asked = System.nanoTime();
                assertRefused(add(service, "Meanwhile"));
                slowest = Math.max(slowest, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - asked));
            }
            database.comeBack();
            long back = System.nanoTime();
            HttpResponse<String> answer = add(service, "After");
            while (answer.statusCode() != 201) {
                assertRefused(answer);
                Thread.sleep(50);
                answer = add(service, "After");
            }
            System.out.println("PostgreSQL away: the first waits " + first + " ms, of " + ASKED
                    + " after it the slowest " + slowest + " ms; back after "
                    + TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - back) + " ms");
            String expenses = Http.get(service.address().resolve("/expenses"));
            assertTrue(expenses.contains("Before") && expenses.contains("After"), expenses);
            assertFalse(expenses.contains("Meanwhile") || expenses.contains("First"), expenses);
            assertLogged(service);
        }
    }

    private static void assertRefused(HttpResponse<String> answer) {
        assertEquals(503, answer.statusCode(), answer.body());
        assertTrue(answer.headers().firstValue("Retry-After").isPresent());
        assertEquals(
                "application/problem+json",
                answer.headers().firstValue("Content-Type").orElse(""));
    }

    /** Each line is one event: no trace of where in the code it was noticed. */
    private static void assertLogged(ServiceProcess service) throws IOException, InterruptedException {
        service.stop();
        String log = new String(service.process().getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        List<JsonNode> lines = log.lines()
                .map(line -> Json.parse(line.getBytes(StandardCharsets.UTF_8)))
                .toList();
        assertEquals(1, count(lines, "the database does not answer; it is asked again until it does"), log);
        assertEquals(1, count(lines, "the database answers again"), log);
        assertTrue(count(lines, "request refused") > ASKED, log);
        assertFalse(log.contains("\\tat ") || log.contains("SQLException"), log);
    }

    private static long count(List<JsonNode> lines, String event) {
        return lines.stream()
                .filter(line -> line.path("event").textValue().equals(event))
                .count();
    }
}
