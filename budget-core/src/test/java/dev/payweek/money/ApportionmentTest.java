package dev.payweek.money;

import static dev.payweek.money.Apportionment.largestRemainder;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class ApportionmentTest {

    private static long[] parts(long... parts) {
        return parts;
    }

    @Test
    void the_units_left_over_go_to_the_largest_fractions() {
        assertArrayEquals(parts(34, 33, 33), largestRemainder(100, 1, 1, 1));
        assertArrayEquals(parts(17, 33, 50), largestRemainder(100, 1, 2, 3));
        assertArrayEquals(parts(1, 0, 0), largestRemainder(1, 1, 1, 1));
        assertArrayEquals(parts(0, 0, 1), largestRemainder(1, 1, 1, 2));
        assertArrayEquals(parts(4500, 4500), largestRemainder(9000, 7, 7));
        assertArrayEquals(parts(2857, 7143), largestRemainder(10_000, 2, 5));
    }

    @Test
    void of_equal_fractions_the_earlier_part_comes_first() {
        assertArrayEquals(parts(2, 2, 1, 1), largestRemainder(6, 1, 1, 1, 1));
        assertArrayEquals(parts(2, 1), largestRemainder(3, 5, 5));
    }

    @Test
    void a_mirrored_total_has_mirrored_parts() {
        assertArrayEquals(parts(-34, -33, -33), largestRemainder(-100, 1, 1, 1));
        assertArrayEquals(parts(-1, 0), largestRemainder(-1, 1, 1));
    }

    @Test
    void a_part_without_weight_gets_nothing() {
        assertArrayEquals(parts(0, 10, 0), largestRemainder(10, 0, 3, 0));
        assertArrayEquals(parts(0, 4, 3), largestRemainder(7, 0, 1, 1));
        assertArrayEquals(parts(0, 0), largestRemainder(0, 1, 5));
    }

    @Test
    void the_largest_numbers_do_not_overflow() {
        assertArrayEquals(parts(Long.MAX_VALUE), largestRemainder(Long.MAX_VALUE, Long.MAX_VALUE));
        assertArrayEquals(parts(Long.MIN_VALUE), largestRemainder(Long.MIN_VALUE, 1));
        assertArrayEquals(
                parts(4611686018427387904L, 4611686018427387903L),
                largestRemainder(Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE));
    }

    @Test
    void weights_must_be_fit_to_divide_by() {
        assertEquals(
                "negative weight -1",
                assertThrows(IllegalArgumentException.class, () -> largestRemainder(10, 3, -1))
                        .getMessage());
        assertEquals(
                "all weights are zero",
                assertThrows(IllegalArgumentException.class, () -> largestRemainder(10, 0, 0))
                        .getMessage());
        assertThrows(IllegalArgumentException.class, () -> largestRemainder(10));
    }
}
