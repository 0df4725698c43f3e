package dev.payweek.discovery;

import java.util.ArrayList;
import java.util.List;

/**
 * What payments of one stream come to: an amount that stays for a while, or one that is never the same for long.
 *
 * @param fixed whether it stays
 * @param amount the newest that stays, else the median of the last three
 * @param least the smallest of them
 * @param most the largest of them
 * @param changes when a fixed amount became another
 */
record Levels(boolean fixed, long amount, long least, long most, List<Step> changes) {

    /**
     * A fixed amount that became another.
     *
     * @param day the epoch day of the first payment of the new one
     */
    record Step(int day, long from, long to) {}

    /** A run of payments of one amount. */
    private record Run(int day, long amount, int count) {}

    /** Looks at the payments of a stream, oldest first; at least one. */
    static Levels of(List<Row> rows, int gap) {
        List<Run> runs = runs(rows);
        long[] sorted = rows.stream().mapToLong(Row::amount).sorted().toArray();
        List<Run> kept = new ArrayList<>();
        for (int i = 0; i < runs.size(); i++) {
            Run run = runs.get(i);
            boolean newest = i == runs.size() - 1;
            if (run.count() >= 2 || newest || gap > 80) {
                if (!kept.isEmpty() && kept.get(kept.size() - 1).amount() == run.amount()) {
                    continue;
                }
                kept.add(run);
            }
        }
        boolean seldom =
                gap > 80 && runs.size() <= Math.max(2, 1 + rows.size() / 3) && most(sorted) * 2 <= 3 * sorted[0];
        boolean stays = runs.size() <= 1 + (rows.size() + 2) / 6;
        if ((stays || seldom) && !kept.isEmpty()) {
            List<Step> steps = new ArrayList<>();
            for (int i = 1; i < kept.size(); i++) {
                steps.add(new Step(
                        kept.get(i).day(), kept.get(i - 1).amount(), kept.get(i).amount()));
            }
            return new Levels(true, kept.get(kept.size() - 1).amount(), sorted[0], most(sorted), steps);
        }
        long[] last = rows.subList(Math.max(0, rows.size() - 3), rows.size()).stream()
                .mapToLong(Row::amount)
                .sorted()
                .toArray();
        return new Levels(false, last[last.length / 2], sorted[0], most(sorted), List.of());
    }

    private static long most(long[] sorted) {
        return sorted[sorted.length - 1];
    }

    private static List<Run> runs(List<Row> rows) {
        List<Run> runs = new ArrayList<>();
        for (Row row : rows) {
            Run last = runs.isEmpty() ? null : runs.get(runs.size() - 1);
            if (last != null && last.amount() == row.amount()) {
                runs.set(runs.size() - 1, new Run(last.day(), last.amount(), last.count() + 1));
            } else {
                runs.add(new Run(row.day(), row.amount(), 1));
            }
        }
        return runs;
    }

    /** Whether the amounts lie within a factor of each other, given in tenths, but for one in ten at either end. */
    static boolean within(List<Row> rows, int tenths) {
        long[] sorted = rows.stream().mapToLong(Row::amount).sorted().toArray();
        int cut = sorted.length / 10;
        long least = sorted[cut];
        long most = sorted[sorted.length - 1 - cut];
        return most * 10 <= least * tenths;
    }

    static long median(List<Row> rows) {
        long[] sorted = rows.stream().mapToLong(Row::amount).sorted().toArray();
        return sorted.length == 0 ? 0 : sorted[sorted.length / 2];
    }
}
