package dev.payweek.discovery;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Parts of a payee's payments that may be a stream of their own. */
final class Groups {

    private static final int TWICE_DAYS = 4;

    private Groups() {}

    /** Without those paid twice within a few days, if these are few. */
    static List<Row> once(List<Row> rows) {
        List<Row> once = new ArrayList<>(rows.size());
        for (Row row : rows) {
            boolean twice = !once.isEmpty()
                    && row.amount() == once.get(once.size() - 1).amount()
                    && row.day() - once.get(once.size() - 1).day() <= TWICE_DAYS;
            if (!twice) {
                once.add(row);
            }
        }
        int twice = rows.size() - once.size();
        return twice <= 1 || twice * 4 <= once.size() ? once : rows;
    }

    /**
     * When most days have the same number of payments, two or more: the larger ones and the smaller ones. The rows are
     * the oldest first, so that those of a day lie beside each other.
     */
    static List<List<Row>> twins(List<Row> rows) {
        int days = 0;
        int[] such = new int[5];
        int from = 0;
        while (from < rows.size()) {
            int to = endOfDay(rows, from);
            days++;
            such[to - from < such.length ? to - from : 0]++;
            from = to;
        }
        for (int count = 2; count <= 4; count++) {
            if (days >= 3 && such[count] * 10L >= days * 7L) {
                return twins(rows, count);
            }
        }
        return List.of();
    }

    private static List<List<Row>> twins(List<Row> rows, int count) {
        List<List<Row>> twins = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            twins.add(new ArrayList<>());
        }
        int from = 0;
        while (from < rows.size()) {
            int to = endOfDay(rows, from);
            if (to - from == count) {
                List<Row> day = new ArrayList<>(rows.subList(from, to));
                day.sort(Comparator.comparingLong(Row::amount).thenComparing(Row.BY_DAY));
                for (int i = 0; i < count; i++) {
                    twins.get(i).add(day.get(i));
                }
            }
            from = to;
        }
        return twins;
    }

    private static int endOfDay(List<Row> rows, int from) {
        int to = from + 1;
        while (to < rows.size() && rows.get(to).day() == rows.get(from).day()) {
            to++;
        }
        return to;
    }

    /** The rows by one more word of the payee's name, where that makes groups. */
    static List<List<Row>> finer(List<Row> rows) {
        if (rows.stream().allMatch(row -> row.finer() == rows.get(0).finer())) {
            return List.of();
        }
        Map<Integer, List<Row>> groups = new LinkedHashMap<>();
        rows.forEach(row ->
                groups.computeIfAbsent(row.finer(), word -> new ArrayList<>()).add(row));
        return groups.size() < 2
                ? List.of()
                : groups.values().stream().filter(group -> group.size() >= 3).toList();
    }

    /** Rows that were sorted by amount in groups of one amount, of at least so many. */
    static List<List<Row>> sums(List<Row> sorted, int least) {
        List<List<Row>> sums = new ArrayList<>();
        int from = 0;
        while (from < sorted.size()) {
            int to = from + 1;
            while (to < sorted.size()
                    && sorted.get(to).amount() == sorted.get(from).amount()) {
                to++;
            }
            if (to - from >= least) {
                sums.add(new ArrayList<>(sorted.subList(from, to)));
            }
            from = to;
        }
        return sums;
    }

    /** The rows by amount, those of one amount as they come. */
    static List<Row> byAmount(List<Row> rows) {
        List<Row> sorted = new ArrayList<>(rows);
        sorted.sort((one, other) -> Long.compare(one.amount(), other.amount()));
        return sorted;
    }

    /**
     * Of rows by amount those whose amounts lie within some per cent of each other, the most there are first; only
     * those with few others a little below or above, as an amount in another currency has and what is bought in a shop
     * has not.
     */
    static List<List<Row>> windows(List<Row> sorted, int percent, int most) {
        List<int[]> windows = new ArrayList<>();
        int end = 0;
        int below = 0;
        int above = 0;
        for (int start = 0; start < sorted.size(); start++) {
            long least = sorted.get(start).amount();
            while (end < sorted.size() && sorted.get(end).amount() * 100 <= least * percent) {
                end++;
            }
            while (sorted.get(below).amount() * 112 < least * 100) {
                below++;
            }
            while (above < sorted.size() && sorted.get(above).amount() * 100 <= least * 116) {
                above++;
            }
            boolean wider = windows.isEmpty() || windows.get(windows.size() - 1)[1] < end;
            if (wider && above - below <= 3 * (end - start)) {
                windows.add(new int[] {start, end});
            }
        }
        windows.sort(Comparator.comparingInt(window -> window[0] - window[1]));
        List<List<Row>> found = new ArrayList<>();
        for (int[] window : windows.subList(0, Math.min(most, windows.size()))) {
            List<Row> inside = new ArrayList<>(sorted.subList(window[0], window[1]));
            inside.sort(Row.BY_DAY);
            found.add(inside);
        }
        return found;
    }
}
