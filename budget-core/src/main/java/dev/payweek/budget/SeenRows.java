package dev.payweek.budget;

import dev.payweek.statement.RowKey;

/**
 * How often each key has occurred in a file so far. A table of halves of digests in plain arrays: some 40 bytes a row,
 * where a map of texts would take five times as many, and a file may have millions of rows.
 */
final class SeenRows {

    private static final int SMALLEST = 1 << 10;

    private long[] halves = new long[2 * SMALLEST];
    private int[] counts = new int[SMALLEST];
    private int used;

    /** Counts one more row of the key and returns the how-manieth it is, from 1. */
    int count(RowKey key) {
        if (3L * (used + 1) > 2L * counts.length) {
            grow();
        }
        int place = place(key.high(), key.low());
        if (counts[place] == 0) {
            halves[2 * place] = key.high();
            halves[2 * place + 1] = key.low();
            used++;
        }
        return ++counts[place];
    }

    /** Finds where the key is or would be. Digests are spread evenly, so their bits serve as they are. */
    private int place(long high, long low) {
        int place = (int) high & (counts.length - 1);
        while (counts[place] != 0 && (halves[2 * place] != high || halves[2 * place + 1] != low)) {
            place = (place + 1) & (counts.length - 1);
        }
        return place;
    }

    private void grow() {
        long[] oldHalves = halves;
        int[] oldCounts = counts;
        halves = new long[2 * oldHalves.length];
        counts = new int[2 * oldCounts.length];
        for (int i = 0; i < oldCounts.length; i++) {
            if (oldCounts[i] != 0) {
                int place = place(oldHalves[2 * i], oldHalves[2 * i + 1]);
                halves[2 * place] = oldHalves[2 * i];
                halves[2 * place + 1] = oldHalves[2 * i + 1];
                counts[place] = oldCounts[i];
            }
        }
    }
}
