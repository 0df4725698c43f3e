package dev.payweek.rest.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SharesTest {

    private static int most(Shares shares, String caller) {
        int count = 0;
        while (shares.take(caller, 1)) {
            count++;
        }
        return count;
    }

    /** However many come and take all they can get, the next one gets something. */
    @ParameterizedTest
    @CsvSource({"1000, 1, '500 250 125 62 31 16 8 4 2 1'", "12000, 8, '10666 1185 132 15 1'"})
    void each_caller_leaves_something_for_the_next(int all, int ease, String expected) {
        var shares = new Shares(all, ease);
        var got = new StringBuilder();
        for (int caller = 0; caller < expected.split(" ", -1).length; caller++) {
            got.append(caller == 0 ? "" : " ").append(most(shares, "192.0.2." + caller));
        }
        assertEquals(expected, got.toString());
    }

    @Test
    void a_household_is_one_caller_however_many_addresses_of_ipv6_it_has() {
        var shares = new Shares(90, 8);
        assertEquals(80, most(shares, "2001:db8::1"));
        assertFalse(shares.take("2001:db8::2", 1));
        assertTrue(shares.take("2001:db8:0:1::1", 1));
    }

    @Test
    void what_is_given_back_can_be_taken_again_and_never_more_than_there_is_is_out() {
        long seed = Long.getLong("seed", 18L);
        var dice = new Random(seed);
        var shares = new Shares(1_000, 3);
        Map<String, Long> held = new HashMap<>();
        for (int i = 0; i < 20_000; i++) {
            String caller = "192.0.2." + dice.nextInt(6);
            long mine = held.getOrDefault(caller, 0L);
            long amount = dice.nextInt(80);
            if (dice.nextBoolean() && amount <= mine) {
                shares.give(caller, amount);
                held.put(caller, mine - amount);
            } else {
                long out = held.values().stream().mapToLong(Long::longValue).sum();
                long left = 1_000 - out - amount;
                boolean fair = left >= 0 && mine + amount <= 3 * left;
                assertEquals(fair, shares.take(caller, amount), "seed " + seed + ", step " + i);
                held.merge(caller, fair ? amount : 0L, Long::sum);
            }
            assertEquals(held.values().stream().mapToLong(Long::longValue).sum(), shares.used());
        }
    }
}
