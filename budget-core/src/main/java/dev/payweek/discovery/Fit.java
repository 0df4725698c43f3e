package dev.payweek.discovery;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;
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

    /** Arrays for the planned days and for which payments they took, used again by each try. For one thread. */
    static final class Room {

        private final int[] planned = new int[4_000];
        private boolean[] taken = new boolean[64];

        private boolean[] taken(int rows) {
            if (taken.length < rows) {
                taken = new boolean[rows * 2];
            }
            Arrays.fill(taken, 0, rows, false);
            return taken;
        }
    }

    /** Tries a schedule; the days ascend. Planned days that no file covers are not missed. */
    static Fit of(Lattice lattice, int[] days, Calendar calendar, IntPredicate unknown, Room room) {
        return tried(lattice, days, calendar, unknown, room, Bound.NONE).orElseThrow();
    }

    /**
     * What a schedule has to come to for it to matter.
     *
     * @param leastHits fewer payments on it than these are not believed
     * @param strict whether more missed days, and more days off, than are ever believed are none either
     * @param best the one to be beaten
     * @param offFree whether days off do not count, since another treatment of weekends may take them away
     */
    record Bound(int leastHits, boolean strict, Optional<Fit> best, boolean offFree) {

        static final Bound NONE = new Bound(0, false, Optional.empty(), false);

        Bound to(Optional<Fit> better, boolean whateverOff) {
            return new Bound(leastHits, strict, better, whateverOff);
        }

        private boolean isOut(int mostHits, int misses, int off, int cost) {
            if (mostHits < leastHits || (strict && (misses * 65 > mostHits * 35 || (!offFree && off > 2 * mostHits)))) {
                return true;
            }
            return best.isPresent()
                    && (long) (offFree ? cost - 10 * off : cost) * best.get().hits()
                            > (long) best.get().cost() * mostHits;
        }
    }

    /** Tries a schedule until it is certain that it does not matter. */
    static Optional<Fit> tried(
            Lattice lattice, int[] days, Calendar calendar, IntPredicate unknown, Room room, Bound bound) {
        int reach = lattice.reach();
        int[] plan = room.planned;
        int count = lattice.days(calendar, days[0] - reach, days[days.length - 1] + reach, plan);
        boolean[] taken = room.taken(days.length);
        int surcharge = lattice.surcharge();
        int hits = 0;
        int misses = 0;
        int since = 0;
        int off = 0;
        int row = 0;
        for (int i = 0; i < count; i++) {
            int planned = plan[i];
            while (row < days.length && days[row] < planned - reach) {
                row++;
            }
            int nearest = -1;
            for (int at = row; at < days.length && days[at] <= planned + reach; at++) {
                if (!taken[at] && (nearest < 0 || Math.abs(days[at] - planned) < Math.abs(days[nearest] - planned))) {
                    nearest = at;
                }
            }
            if (nearest >= 0) {
                taken[nearest] = true;
                off += Math.min(MOST_OFF, Math.abs(days[nearest] - planned));
                misses += since;
                since = 0;
                hits++;
            } else if (hits > 0 && !unknown.test(planned)) {
                since++;
            }
            int most = hits + Math.min(days.length - hits, count - i - 1);
            if (bound.isOut(most, misses, off, 10 * off + EACH * (misses + days.length - most) + surcharge)) {
                return Optional.empty();
            }
        }
        BitSet took = new BitSet(days.length);
        for (int at = 0; at < days.length; at++) {
            if (taken[at]) {
                took.set(at);
            }
        }
        return Optional.of(new Fit(lattice, hits, misses, days.length - hits, off, took));
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
