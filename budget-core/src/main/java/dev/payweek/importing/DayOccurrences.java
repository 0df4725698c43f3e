package dev.payweek.importing;

import dev.payweek.statement.RowKey;

/**
 * How often each key has occurred among the rows of a day so far. A table in one plain array: some 30 bytes a row,
 * where a map of texts would take five times as many, and a file may have millions of rows.
 *
 * <p>A place is two numbers: the first half of the key's digest, and of the second half all but the lowest 24 bits,
 * which hold the count. That leaves 104 bits of digest to distinguish keys.
 */
final class DayOccurrences {

    private static final int SMALLEST = 1 << 2;
    private static final long COUNT = (1L << 24) - 1;

    private long[] places = new long[2 * SMALLEST];
    private int used;

    /** Counts one more row of the key and returns its ordinal number, from 1. */
    int count(RowKey key) {
        if (3L * (used + 1) > places.length) {
            grow();
        }
        int at = find(key.high(), key.low());
        if (places[at + 1] == 0) {
            places[at] = key.high();
            places[at + 1] = key.low() & ~COUNT;
            used++;
        }
        if ((places[at + 1] & COUNT) == COUNT) {
            throw new IllegalStateException("no file says the same sixteen million times");
        }
        return (int) (++places[at + 1] & COUNT);
    }

    /** Finds where the key is or would be. Digests are spread evenly, so their bits serve as they are. */
    private int find(long high, long low) {
        int last = places.length - 2;
        int at = (int) high & last;
        while (places[at + 1] != 0 && (places[at] != high || (places[at + 1] & ~COUNT) != (low & ~COUNT))) {
            at = (at + 2) & last;
        }
        return at;
    }

    private void grow() {
        long[] old = places;
        places = new long[2 * old.length];
        for (int i = 0; i < old.length; i += 2) {
            if (old[i + 1] != 0) {
                int at = find(old[i], old[i + 1]);
                places[at] = old[i];
                places[at + 1] = old[i + 1];
            }
        }
    }
}
