package dev.payweek.rest.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.payweek.rest.json.Problem;
import dev.payweek.testkit.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class GuessesTest {

    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC);
    private final Guesses guesses = new Guesses(clock);
    private final AtomicInteger compared = new AtomicInteger();

    private int guess(String address, boolean right) {
        try {
            boolean is = guesses.isRight(address, () -> {
                compared.incrementAndGet();
                return right;
            });
            return is ? 200 : 401;
        } catch (Problem problem) {
            return problem.status();
        }
    }

    @Test
    void of_two_hundred_wrong_guesses_ten_are_compared_though_they_come_at_once() throws Exception {
        ExecutorService callers = Executors.newFixedThreadPool(32);
        CountDownLatch start = new CountDownLatch(1);
        List<Future<Integer>> answers = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            answers.add(callers.submit(() -> {
                start.await();
                return guess("192.0.2.7", false);
            }));
        }
        start.countDown();
        int refused = 0;
        for (Future<Integer> answer : answers) {
            refused += answer.get() == 429 ? 1 : 0;
        }
        callers.shutdown();
        assertEquals(190, refused);
        assertEquals(10, compared.get());
        assertEquals(429, guess("192.0.2.7", true), "right ones are not compared either");
        assertEquals(200, guess("192.0.2.8", true), "others are not concerned");
    }

    @Test
    void right_ones_cost_nothing_and_a_guess_comes_back_every_half_minute() {
        for (int i = 0; i < 1_000; i++) {
            assertEquals(200, guess("192.0.2.7", true));
        }
        for (int i = 0; i < 10; i++) {
            assertEquals(401, guess("192.0.2.7", false));
        }
        Problem refused = assertThrows(Problem.class, () -> guesses.isRight("192.0.2.7", () -> true));
        assertEquals("30", refused.headers().get("Retry-After"));
        clock.set(clock.instant().plus(Duration.ofSeconds(29)));
        assertEquals(429, guess("192.0.2.7", true));
        clock.set(clock.instant().plus(Duration.ofSeconds(1)));
        assertEquals(401, guess("192.0.2.7", false));
        assertEquals(429, guess("192.0.2.7", false));
        clock.set(clock.instant().minus(Duration.ofDays(1)));
        assertEquals(429, guess("192.0.2.7", false), "a clock set back gives nothing");
        clock.set(clock.instant().plus(Duration.ofDays(3)));
        for (int i = 0; i < 10; i++) {
            assertEquals(401, guess("192.0.2.7", false));
        }
        assertEquals(429, guess("192.0.2.7", false), "never more than ten");
    }

    @Test
    void the_addresses_of_one_household_count_as_one() {
        assertEquals(Guesses.network("2001:db8:1:2::1"), Guesses.network("2001:db8:1:2:ffff:0:0:3"));
        assertEquals(Guesses.network("2001:0db8:0001:0002::"), Guesses.network("2001:DB8:1:2::9"));
        assertNotEquals(Guesses.network("2001:db8:1:2::1"), Guesses.network("2001:db8:1:3::1"));
        assertNotEquals(Guesses.network("192.0.2.7"), Guesses.network("192.0.2.8"));
        for (int i = 0; i < 10; i++) {
            guess("2001:db8:1:2::" + i, false);
        }
        assertEquals(429, guess("2001:db8:1:2::abcd", false));
    }

    @Test
    void many_addresses_are_not_remembered_for_ever() {
        for (int i = 0; i < 30_000; i++) {
            assertEquals(401, guess("10." + (i >> 16) + "." + (i >> 8 & 255) + "." + (i & 255), false));
        }
        assertTrue(compared.get() == 30_000);
    }
}
