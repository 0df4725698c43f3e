package dev.payweek.testkit;

import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/**
 * Runs a property over many random cases and names the seed of the one that fails.
 *
 * <p>Each run draws new seeds. {@code -Dseed=…} runs the one case of that seed again; {@code -Dtries=…} runs so many
 * cases of every property.
 *
 * <pre>{@code
 * forAll(1_000, dice -> {
 *     long total = dice.between(-1_000, 1_000);
 *     assertEquals(total, sum(largestRemainder(total, 1, 2, 3)));
 * });
 * }</pre>
 */
public final class ForAll {

    private ForAll() {}

    /**
     * Checks the property so many times.
     *
     * @throws AssertionError at the first case that fails, with its seed in the message and the failure as its cause
     */
    public static void forAll(int tries, Consumer<Dice> property) {
        Optional<Long> only = number("seed");
        if (only.isPresent()) {
            check(only.get(), 1, property);
            return;
        }
        SplittableRandom seeds = new SplittableRandom();
        long wanted = number("tries").orElse((long) tries);
        for (long i = 1; i <= wanted; i++) {
            check(seeds.nextLong(), i, property);
        }
    }

    private static void check(long seed, long attempt, Consumer<Dice> property) {
        try {
            property.accept(new Dice(seed));
        } catch (AssertionError | RuntimeException failure) {
            throw new AssertionError(
                    "The property fails on case " + attempt + ", repeat it with -Dseed=" + seed + ": " + failure,
                    failure);
        }
    }

    private static Optional<Long> number(String property) {
        return Optional.ofNullable(System.getProperty(property)).map(Long::valueOf);
    }
}
