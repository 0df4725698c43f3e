package dev.payweek.testkit;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Runs a property over many random cases and names the seed of the one that fails.
 *
 * <p>Each run draws the same seeds, with {@code -Dseeds=fresh} new ones. {@code -Dseed=…} runs the one case of that
 * seed again; {@code -Dtries=…} runs so many cases of every property.
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
        forEach(seeds(tries), property);
    }

    /** Returns the seeds of so many cases, or those that the system properties ask for. */
    public static List<Long> seeds(int tries) {
        Optional<Long> only = number("seed");
        return only.isPresent()
                ? List.of(only.get())
                : Seed.source()
                        .longs(number("tries").orElse((long) tries))
                        .boxed()
                        .toList();
    }

    /** Checks the property on the case of each seed, so that several properties can look at the same cases. */
    public static void forEach(List<Long> seeds, Consumer<Dice> property) {
        for (int i = 0; i < seeds.size(); i++) {
            check(seeds.get(i), i + 1L, property);
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
