package dev.payweek.testkit;

import java.util.SplittableRandom;

/**
 * Where the draws of a test begin: at the same number each time, so that a build says the same of the same sources;
 * with {@code -Dseeds=fresh} at a new one, as every night does; with {@code -Dseed=…} at that one.
 */
public final class Seed {

    private static final long USUAL = 20_261_122L;

    private Seed() {}

    /** Returns the seed of a test that draws once. */
    public static long chosen() {
        return Long.getLong("seed", fresh() ? System.nanoTime() : USUAL);
    }

    /** Returns what draws the seeds of many cases. */
    static SplittableRandom source() {
        return fresh() ? new SplittableRandom() : new SplittableRandom(USUAL);
    }

    private static boolean fresh() {
        return "fresh".equals(System.getProperty("seeds"));
    }
}
