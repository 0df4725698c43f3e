package dev.payweek.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.payweek.rest.json.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;

/** The lines of the log, and that nobody waits for them. */
class LogTest {

    private static LogRecord event(Level level, String message, Object... values) {
        LogRecord event = new LogRecord(level, message);
        event.setInstant(Instant.parse("2026-11-22T12:00:00.123456Z"));
        event.setParameters(values);
        return event;
    }

    @Test
    void an_event_is_one_object_with_its_fields_in_order() {
        assertEquals(
                "{\"time\":\"2026-11-22T12:00:00.123Z\",\"level\":\"warn\",\"event\":\"rejected token\","
                        + "\"address\":\"203.0.113.9\",\"token\":\"wrong\"}",
                LogLine.json(
                        event(Level.WARNING, "rejected token {0}", Map.of("token", "wrong", "address", "203.0.113.9")),
                        false));
        assertEquals(
                "{\"time\":\"2026-11-22T12:00:00.123Z\",\"level\":\"info\",\"event\":\"pool has 3 links\"}",
                LogLine.json(event(Level.INFO, "pool has {0} links", 3), false));
        assertEquals(
                "{\"time\":\"2026-11-22T12:00:00.123Z\",\"level\":\"debug\",\"event\":\"it's {odd\"}",
                LogLine.json(event(Level.FINE, "it's {odd"), false));
    }

    @Test
    void whatever_is_in_an_event_it_stays_one_line_without_control_characters() {
        String nasty = "a\r\nb\u001b[31m\u0000\u0085\u2028\"}";
        for (LogRecord event : List.of(
                event(Level.INFO, nasty),
                event(Level.INFO, "request {0}", Map.of("route", nasty, nasty, 1)),
                event(Level.INFO, "library {0}", nasty))) {
            String json = LogLine.json(event, false);
            String text = LogLine.text(event, false);
            assertEquals(1, json.split("[\\r\\n]", -1).length, json);
            assertEquals(1, text.split("[\\r\\n]", -1).length, text);
            assertFalse(json.contains("\u001b") || text.contains("\u001b"), text);
            assertTrue(Json.parse(json.getBytes(StandardCharsets.UTF_8)).isObject());
        }
    }

    @Test
    void a_failure_is_its_classes_and_places_and_not_what_it_quotes() {
        LogRecord event = event(Level.SEVERE, "request failed, a1b2");
        event.setThrown(new IllegalStateException("4711.13 to Zahnarzt", new IOException("secret=sesame")));
        String line = LogLine.json(event, false);
        assertTrue(line.contains("\"failure\":\"java.lang.IllegalStateException by java.io.IOException\""), line);
        assertTrue(line.contains("LogTest.a_failure_is_its_classes"), line);
        assertFalse(line.contains("4711") || line.contains("sesame"), line);
        assertTrue(LogLine.json(event, true).contains("secret=sesame"), "at the level debug");
    }

    @Test
    @SuppressWarnings("try") // the log is in force while it is open
    void events_below_the_level_are_left_out() {
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        System.Logger logger = System.getLogger("dev.payweek.LogTest");
        try (Log unused =
                Log.open(Log.Form.JSON, Log.Weight.WARN, new PrintStream(written, true, StandardCharsets.UTF_8))) {
            assertFalse(logger.isLoggable(System.Logger.Level.INFO));
            logger.log(System.Logger.Level.INFO, "nothing");
            logger.log(System.Logger.Level.WARNING, "something");
        }
        String text = written.toString(StandardCharsets.UTF_8);
        assertEquals(1, text.lines().count(), text);
        assertTrue(text.contains("\"event\":\"something\""), text);
    }

    @Test
    @SuppressWarnings("try") // the log is in force while it is open
    void a_log_that_nobody_reads_stops_nobody_and_says_later_what_it_lacks() throws Exception {
        CountDownLatch read = new CountDownLatch(1);
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        OutputStream stuck = new OutputStream() {
            @Override
            public void write(int one) throws IOException {
                try {
                    read.await();
                } catch (InterruptedException e) {
                    throw new IOException(e);
                }
                written.write(one);
            }
        };
        System.Logger logger = System.getLogger("dev.payweek.LogTest");
        try (Log unused =
                Log.open(Log.Form.JSON, Log.Weight.INFO, new PrintStream(stuck, false, StandardCharsets.UTF_8))) {
            for (int i = 0; i < 20_000; i++) {
                logger.log(System.Logger.Level.INFO, "event {0}", Map.of("number", i));
            }
            read.countDown();
            for (int i = 0; i < 600 && !written.toString(StandardCharsets.UTF_8).contains("log lines dropped"); i++) {
                Thread.sleep(100);
            }
        }
        String text = written.toString(StandardCharsets.UTF_8);
        String last = text.lines()
                .filter(line -> line.contains("log lines dropped"))
                .findFirst()
                .orElse("");
        long lost =
                Json.parse(last.getBytes(StandardCharsets.UTF_8)).path("lines").asLong();
        assertEquals(
                20_000,
                lost + text.lines().filter(line -> line.contains("\"number\"")).count());
        assertTrue(lost > 9_000, last);
    }
}
