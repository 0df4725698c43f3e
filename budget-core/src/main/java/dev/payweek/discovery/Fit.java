package dev.payweek.discovery;

import java.util.BitSet;
import java.util.function.IntPredicate;

/**
 * How well a schedule holds of a payee's days. The cost is days off, three for each planned day without a payment and
 * for each payment beside the plan, and what the schedule itself costs; the smallest cost per hit wins.
 *
 * @param lattice the schedule
 * @param hits planned days that have a payment within reach
 * @param misses planned days between the first and the last hit that have none
 * @param extras payments that no planned day took
 * @param off days off in all, at most three each
 * @param taken which payments a planned day took
 */
record Fit(Lattice lattice, int hits, int misses, int extras, int off, BitSet taken) {

    private static final int MOST_OFF = 3;
    private static final int EACH = 30;

    /** Tries a schedule; the days ascend. Planned days that no file covers are not missed. */
    static Fit of(Lattice lattice, int[] days, Calendar calendar, IntPredicate unknown, int[] room) {
        int reach = lattice.reach();
        int count = lattice.days(calendar, days[0] - reach, days[days.length - 1] + reach, room);
        BitSet taken = new BitSet();
        int hits = 0;
        int misses = 0;
        int since = 0;
        int off = 0;
        int row = 0;
        for (int i = 0; i < count; i++) {
            int planned = room[i];
            while (row < days.length && days[row] < planned - reach) {
                row++;
            }
            int best = -1;
            for (int at = row; at < days.length && days[at] <= planned + reach; at++) {
                if (!taken.get(at) && (best < 0 || Math.abs(days[at] - planned) < Math.abs(days[best] - planned))) {
                    best = at;
                }
            }
            if (best >= 0) {
                taken.set(best);
                off += Math.min(MOST_OFF, Math.abs(days[best] - planned));
                misses += since;
                since = 0;
                hits++;
            } else if (hits > 0 && !unknown.test(planned)) {
                since++;
            }
        }
        return new Fit(lattice, hits, misses, days.length - hits, off, taken);
    }

    /** In tenths of a day. */
    int cost() {
        return 10 * off + EACH * (misses + extras) + lattice.surcharge();
    }

    /** Below zero when this one fits better than the other. */
    int compareTo(Fit other) {
        return Long.compare((long) cost() * other.hits, (long) other.cost() * hits);
    }

    boolean holdsOf(int percent) {
        return hits * 100 >= percent * (hits + misses);
    }
}
