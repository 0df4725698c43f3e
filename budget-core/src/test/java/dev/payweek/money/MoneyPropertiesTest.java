package dev.payweek.money;

import static dev.payweek.testkit.ForAll.forAll;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.payweek.testkit.Anything;
import dev.payweek.testkit.Dice;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class MoneyPropertiesTest {

    private static long[] weights(Dice dice) {
        long[] weights = dice.listOf(1, 12, () -> dice.between(0L, dice.oneOf(3L, 100L, 1_000_000_000L))).stream()
                .mapToLong(Long::longValue)
                .toArray();
        weights[dice.between(0, weights.length - 1)] += 1;
        return weights;
    }

    @Test
    void what_is_written_is_read_back() {
        forAll(5_000, dice -> {
            Money money = Anything.money(dice, Anything.currency(dice));
            assertEquals(money, Money.parse(money.toString()));
            assertEquals(money, Money.of(money.decimal(), money.currency()));
        });
    }

    @Test
    void parts_sum_to_the_whole_and_lie_less_than_a_unit_from_their_exact_share() {
        forAll(5_000, dice -> {
            long total = dice.between(-1_000_000_000_000L, 1_000_000_000_000L);
            long[] weights = weights(dice);
            long[] parts = Apportionment.largestRemainder(total, weights);
            assertEquals(total, Arrays.stream(parts).sum());
            BigDecimal all = BigDecimal.valueOf(Arrays.stream(weights).sum());
            for (int i = 0; i < parts.length; i++) {
                BigDecimal exact = BigDecimal.valueOf(total)
                        .multiply(BigDecimal.valueOf(weights[i]))
                        .divide(all, 20, RoundingMode.HALF_EVEN);
                assertTrue(exact.subtract(BigDecimal.valueOf(parts[i])).abs().compareTo(BigDecimal.ONE) < 0);
            }
        });
    }

    @Test
    void the_mirrored_whole_has_mirrored_parts() {
        forAll(2_000, dice -> {
            long total = dice.between(0L, 1_000_000L);
            long[] weights = weights(dice);
            long[] mirrored = Arrays.stream(Apportionment.largestRemainder(-total, weights))
                    .map(part -> -part)
                    .toArray();
            assertArrayEquals(Apportionment.largestRemainder(total, weights), mirrored);
        });
    }

    @Test
    void more_weight_never_gets_less() {
        forAll(2_000, dice -> {
            long[] weights = weights(dice);
            Arrays.sort(weights);
            long[] parts = Apportionment.largestRemainder(dice.between(0L, 10_000L), weights);
            for (int i = 1; i < parts.length; i++) {
                assertTrue(weights[i] == weights[i - 1] || parts[i] >= parts[i - 1]);
            }
        });
    }

    @Test
    void scaling_agrees_with_decimal_arithmetic() {
        forAll(5_000, dice -> {
            Money money = Anything.money(dice, Money.currency("USD"));
            long numerator = dice.between(0L, 366L);
            long denominator = dice.between(1L, 366L);
            long expected = BigDecimal.valueOf(money.minorUnits())
                    .multiply(BigDecimal.valueOf(numerator))
                    .divide(BigDecimal.valueOf(denominator), 0, RoundingMode.HALF_EVEN)
                    .longValueExact();
            assertEquals(expected, money.scaled(numerator, denominator).minorUnits());
        });
    }
}
