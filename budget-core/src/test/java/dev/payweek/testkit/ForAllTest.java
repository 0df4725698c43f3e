package dev.payweek.testkit;

import static dev.payweek.testkit.ForAll.forAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ForAllTest {

    @Test
    void a_failure_names_the_seed_that_makes_the_same_case_again() {
        List<Long> seen = new ArrayList<>();
        var failure = new IllegalStateException("odd");
        AssertionError told = assertThrows(
                AssertionError.class,
                () -> forAll(1_000, dice -> {
                    long number = dice.between(0L, 1_000_000L);
                    seen.add(number);
                    if (number % 2 == 1) {
                        throw failure;
                    }
                }));
        assertSame(failure, told.getCause());
        Matcher seed = Pattern.compile("-Dseed=(-?\\d+): java.lang.IllegalStateException: odd")
                .matcher(String.valueOf(told.getMessage()));
        assertTrue(seed.find());
        assertEquals(seen.get(seen.size() - 1), new Dice(Long.parseLong(seed.group(1))).between(0L, 1_000_000L));
    }

    @Test
    void numbers_keep_to_their_bounds_and_reach_them() {
        List<Integer> seen = new ArrayList<>();
        forAll(500, dice -> {
            int number = dice.between(-1, 2);
            assertTrue(number >= -1 && number <= 2);
            seen.add(number);
            dice.between(Long.MIN_VALUE, Long.MAX_VALUE);
        });
        assertTrue(System.getProperty("seed") != null || seen.containsAll(List.of(-1, 0, 1, 2)));
    }
}
