package dev.payweek.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.payweek.http.Listener.Event;
import dev.payweek.ledger.EntryDraft;
import dev.payweek.money.Money;
import dev.payweek.plan.Per;
import dev.payweek.testkit.TransportContract.Answer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** News arrives by itself, whoever made it, and nobody who comes back misses any or gets it twice. */
@Timeout(120)
class LiveTest {

    private static final LocalDate DAY = LocalDate.parse("2026-11-22");
    private static final LiveStreams.Rhythm FAST =
            new LiveStreams.Rhythm(Duration.ofMillis(20), Duration.ofMillis(300));

    private final Served served = new Served(Served.NOON, FAST);

    @AfterEach
    void stop() {
        served.close();
    }

    private Listener listen() throws Exception {
        return new Listener(served.port(), Optional.empty());
    }

    private void spend(String title) {
        served.budget().spend(Money.of("4.50", "USD"), title, DAY);
    }

    @Test
    void a_change_arrives_with_its_kinds_and_ids_whoever_made_it() throws Exception {
        try (Listener listener = listen()) {
            assertTrue(listener.head().startsWith("HTTP/1.1 200 OK\n"), listener.head());
            assertTrue(listener.head().contains("Content-Type: text/event-stream\n"), listener.head());
            assertTrue(listener.head().contains("Cache-Control: no-store\n"), listener.head());
            Event start = listener.next();
            assertEquals("start", start.name());
            assertEquals("{\"version\":0}", start.data());
            // Not by a request: as another process or the terminal does it.
            spend("Tea");
            assertEquals("{\"version\":1,\"kinds\":[\"entry\"],\"ids\":[1],\"more\":false}", change(listener));
            served.send(
                    "PUT",
                    "/limits/Fun",
                    Map.of("Content-Type", "application/json"),
                    "{\"amount\":4}".getBytes(StandardCharsets.UTF_8));
            assertEquals("{\"version\":2,\"kinds\":[\"limit\"],\"ids\":[],\"more\":false}", change(listener));
        }
    }

    /** With the first change comes the news of its period, too. */
    private static String change(Listener listener) throws Exception {
        Event event = listener.next();
        while (!event.name().equals("change")) {
            event = listener.next();
        }
        return event.data();
    }

    @Test
    void a_threshold_event_arrives_though_its_cause_came_by_no_request() throws Exception {
        try (Listener listener = listen()) {
            served.budget().limit("Fun", Money.of("4.00", "USD"), Per.WEEK);
            served.budget()
                    .add(EntryDraft.expense(Money.of("9.00", "USD"), "Concert")
                            .on(DAY)
                            .category("Fun"));
            List<String> names = new ArrayList<>();
            String data = "";
            while (!data.contains("\"threshold\":\"over\"")) {
                Event event = listener.next();
                names.add(event.name());
                data = event.data();
            }
            // That the period is new may arrive with either change.
            assertEquals(
                    List.of("change", "change", "start", "threshold", "threshold", "threshold"),
                    names.stream().sorted().toList());
        }
    }

    @Test
    void whoever_comes_back_misses_nothing_and_gets_nothing_twice() throws Exception {
        long seed = Long.getLong("seed", 18L);
        var dice = new Random(seed);
        int changes = 400;
        var writer = new Thread(() -> {
            for (int i = 0; i < changes; i++) {
                spend("Tea " + i);
            }
        });
        List<Long> versions = new ArrayList<>();
        String last = "0.0";
        writer.start();
        while (versions.size() < changes) {
            // Cut off after any number of events, at any time.
            try (Listener listener = new Listener(served.port(), Optional.of(last))) {
                for (int left = dice.nextInt(60); left >= 0 && versions.size() < changes; left--) {
                    Event event = listener.next();
                    if (event.name().equals("change")) {
                        String number = event.data().replaceAll(".*\"version\":([0-9]+).*", "$1");
                        versions.add(Long.valueOf(number));
                    }
                    last = event.id();
                }
            }
        }
        writer.join();
        assertEquals(LongStream.rangeClosed(1, changes).boxed().toList(), versions, "seed " + seed);
    }

    @Test
    void who_names_a_place_that_the_ledger_has_not_come_to_is_told_to_begin_afresh() throws Exception {
        try (Listener listener = new Listener(served.port(), Optional.of("7.9"))) {
            assertEquals("reset", listener.next().name());
        }
        Answer refused = served.send(
                "GET", "/events", Map.of("Accept", "text/event-stream", "Last-Event-ID", "the last"), new byte[0]);
        assertEquals(400, refused.status());
        assertEquals("application/problem+json", refused.header("content-type").orElseThrow());
    }

    @Test
    void hundreds_listen_without_a_thread_for_each_and_are_gone_two_heartbeats_after_they_hang_up() throws Exception {
        List<Listener> listeners = new ArrayList<>();
        try {
            for (int i = 0; i < 300; i++) {
                listeners.add(listen());
            }
            assertEquals(300, served.listeners());
            int threads = Thread.getAllStackTraces().size();
            assertTrue(threads < 200, threads + " threads");
            spend("Tea");
            for (Listener listener : listeners) {
                assertEquals("start", listener.next().name());
                assertEquals("change", listener.next().name());
            }
            listeners.get(0).awaitHeartbeat();
            for (Listener listener : listeners.subList(1, 300)) {
                listener.close();
            }
            listeners.get(0).awaitHeartbeat();
            listeners.get(0).awaitHeartbeat();
            listeners.get(0).awaitHeartbeat();
            assertEquals(1, served.listeners());
            spend("Coffee");
            assertEquals("change", listeners.get(0).next().name());
        } finally {
            for (Listener listener : listeners) {
                listener.close();
            }
        }
    }

    @Test
    void a_server_that_stops_ends_its_streams() throws Exception {
        try (Listener listener = listen()) {
            listener.next();
            long before = System.nanoTime();
            served.close();
            assertTrue(TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - before) < 8, "waited for a stream");
        }
    }
}
