package dev.payweek.http;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.payweek.http.LongAnswers.Reading;
import dev.payweek.rest.http.Response;
import dev.payweek.rest.http.Spool;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class LongAnswersTest {

    private final LongAnswers answers = new LongAnswers();
    private final AtomicInteger made = new AtomicInteger();

    @AfterEach
    void stop() {
        answers.close();
    }

    private Response.Body saying(String text) {
        return out -> {
            made.incrementAndGet();
            out.write(text.getBytes(US_ASCII));
        };
    }

    private static String text(Reading reading) throws IOException {
        return new String(reading.open().readAllBytes(), US_ASCII);
    }

    /** In memory or in a file. */
    @ParameterizedTest
    @ValueSource(ints = {10, 100_000})
    void what_many_ask_for_is_made_once_until_the_last_has_left(int length) throws Exception {
        String text = "x".repeat(length);
        List<Reading> readings = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            readings.add(answers.read("list", saying(text), "192.0.2." + i % 10).get());
        }
        for (Reading reading : readings) {
            assertEquals(text, text(reading));
            assertEquals(1, answers.count());
            reading.close();
            reading.close();
        }
        assertEquals(0, answers.count());
        assertEquals(1, made.get());
        try (Reading again = answers.read("list", saying("new"), "192.0.2.1").get()) {
            assertEquals("new", text(again));
        }
    }

    @Test
    void what_has_another_name_is_another_answer() throws Exception {
        try (Reading one = answers.read("one", saying("1"), "192.0.2.1").get();
                Reading other = answers.read("other", saying("2"), "192.0.2.1").get()) {
            assertEquals("1 2", text(one) + " " + text(other));
        }
    }

    @Test
    void what_fails_fails_for_all_who_wait_and_is_tried_again_for_the_next() throws Exception {
        CountDownLatch all = new CountDownLatch(1);
        Response.Body failing = out -> {
            try {
                all.await();
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
            throw new IOException("no store");
        };
        List<CompletableFuture<Reading>> waiting = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            waiting.add(answers.read("list", failing, "192.0.2.1"));
        }
        all.countDown();
        for (CompletableFuture<Reading> one : waiting) {
            ExecutionException failure = assertThrows(ExecutionException.class, one::get);
            assertEquals("java.io.IOException: no store", failure.getMessage());
        }
        try (Reading next = answers.read("list", saying("there"), "192.0.2.1").get()) {
            assertEquals("there", text(next));
        }
        assertEquals(0, answers.count());
    }

    @Test
    void nobody_is_refused_because_the_one_who_was_first_has_no_more_room() throws Exception {
        CountDownLatch second = new CountDownLatch(1);
        Response.Body tooMuch = out -> {
            try {
                second.await();
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
            throw new Spool.Full();
        };
        CompletableFuture<Reading> first = answers.read("list", tooMuch, "192.0.2.1");
        CompletableFuture<Reading> other = answers.read("list", saying("there"), "192.0.2.2");
        second.countDown();
        assertInstanceOf(
                Spool.Full.class,
                assertThrows(ExecutionException.class, first::get).getCause());
        try (Reading reading = other.get()) {
            assertEquals("there", text(reading));
        }
    }

    @Test
    void one_caller_leaves_room_for_readers_from_elsewhere() throws Exception {
        List<Reading> readings = new ArrayList<>();
        CompletableFuture<Reading> next = answers.read("list", saying("x"), "192.0.2.1");
        while (!next.isCompletedExceptionally()) {
            readings.add(next.get());
            next = answers.read("list", saying("x"), "192.0.2.1");
        }
        assertEquals(1_000, readings.size());
        try (Reading other = answers.read("list", saying("x"), "192.0.2.2").get()) {
            assertEquals("x", text(other));
        }
        for (Reading reading : readings) {
            reading.close();
        }
        assertEquals(0, answers.count());
    }
}
