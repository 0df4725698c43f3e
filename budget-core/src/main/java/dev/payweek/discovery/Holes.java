package dev.payweek.discovery;

import java.util.List;
import java.util.function.IntPredicate;

/**
 * Days that no file covers. Immutable.
 *
 * @param accounts the holes of each account, in which all of them have to lie
 */
record Holes(List<List<Hole>> accounts) implements IntPredicate {

    static final Holes NONE = new Holes(List.of());

    /**
     * The days between two that have entries.
     *
     * @param from the last day before
     * @param to the first day after
     */
    record Hole(int from, int to) {

        boolean contains(int day) {
            return day > from && day < to;
        }
    }

    @Override
    public boolean test(int day) {
        return !accounts.isEmpty()
                && accounts.stream().allMatch(holes -> holes.stream().anyMatch(hole -> hole.contains(day)));
    }
}
