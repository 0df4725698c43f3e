package dev.payweek.discovery;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;

/** Which days the entries of each account cover: from its first to its last but for long holes. For one thread. */
final class Coverage {

    private static final int HOLE_DAYS = 20;
    private static final int HOLE_TIMES = 6;

    /** The days on which an account has an entry, ascending; the average gap in days; entries on a weekend. */
    private static final class Days {

        private final int[] days;
        private final int gap;
        private final int weekends;
        private final List<Holes.Hole> holes;

        Days(int[] days) {
            this.days = days;
            this.gap = days.length < 2 ? 30 : (last() - days[0]) / (days.length - 1) + 1;
            this.weekends = Math.toIntExact(Arrays.stream(days)
                    .filter(day -> Calendar.weekday(day) >= 5)
                    .count());
            this.holes = IntStream.range(1, days.length)
                    .filter(at -> isWide(days[at] - days[at - 1]))
                    .mapToObj(at -> new Holes.Hole(days[at - 1], days[at]))
                    .toList();
        }

        private boolean isWide(int width) {
            return width >= HOLE_DAYS && width > HOLE_TIMES * gap;
        }

        int last() {
            return days[days.length - 1];
        }

        private List<int[]> spans() {
            List<int[]> spans = new ArrayList<>();
            int from = days[0] - 1;
            for (Holes.Hole hole : holes) {
                spans.add(new int[] {from, hole.from()});
                from = hole.to();
            }
            spans.add(new int[] {from, last() + 1});
            return spans;
        }
    }

    /** Of each account how many entries each day has. */
    private final Map<Integer, Map<Integer, Integer>> counts = new HashMap<>();

    private final Map<Integer, Days> accounts = new HashMap<>();
    private final Map<Set<Integer>, Holes> holes = new HashMap<>();
    private final Map<Set<Integer>, int[]> spans = new HashMap<>();

    /** Takes rows away and others in. */
    void change(RowChanges changes) {
        Set<Integer> others = new HashSet<>();
        changes.went().forEach(row -> {
            Map<Integer, Integer> days = days(row);
            if (days.merge(row.day(), -1, Integer::sum) == 0) {
                days.remove(row.day());
                others.add(row.account());
            }
        });
        changes.came().forEach(row -> {
            if (days(row).merge(row.day(), 1, Integer::sum) == 1) {
                others.add(row.account());
            }
        });
        for (int account : others) {
            int[] days = counts.getOrDefault(account, Map.of()).keySet().stream()
                    .mapToInt(day -> day)
                    .sorted()
                    .toArray();
            if (days.length == 0) {
                accounts.remove(account);
            } else {
                accounts.put(account, new Days(days));
            }
        }
        holes.clear();
        spans.clear();
    }

    private Map<Integer, Integer> days(Row row) {
        return counts.computeIfAbsent(row.account(), account -> new HashMap<>());
    }

    /** The first day that has an entry, if one has. */
    OptionalInt firstDay() {
        return accounts.values().stream().mapToInt(known -> known.days[0]).min();
    }

    /** The last day that has an entry, if one has. */
    OptionalInt lastDay() {
        return accounts.values().stream().mapToInt(Days::last).max();
    }

    /** How many days lie between the first entry and the last. */
    int days() {
        return lastDay().orElse(0) - firstDay().orElse(0) + 1;
    }

    /** How many of the ascending days lie where one of the accounts has entries, a day before and after included. */
    int covered(int[] days, Set<Integer> some) {
        int[] spans = this.spans.computeIfAbsent(Set.copyOf(some), this::spans);
        int covered = 0;
        for (int at = 0; at < spans.length; at += 2) {
            covered += below(days, spans[at + 1] + 1) - below(days, spans[at]);
        }
        return covered;
    }

    /** The first and last day of each span that the accounts cover together, apart from each other and ascending. */
    private int[] spans(Set<Integer> some) {
        List<int[]> each = new ArrayList<>();
        for (int account : some) {
            Optional.ofNullable(accounts.get(account)).ifPresent(known -> each.addAll(known.spans()));
        }
        each.sort(Comparator.comparingInt(span -> span[0]));
        List<int[]> apart = new ArrayList<>();
        for (int[] span : each) {
            int[] last = apart.isEmpty() ? new int[] {0, Integer.MIN_VALUE} : apart.get(apart.size() - 1);
            if (span[0] <= last[1]) {
                last[1] = Math.max(last[1], span[1]);
            } else {
                apart.add(span);
            }
        }
        return apart.stream().flatMapToInt(Arrays::stream).toArray();
    }

    private static int below(int[] days, int day) {
        int low = 0;
        int high = days.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (days[middle] < day) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    int lastDay(int account) {
        Days known = accounts.get(account);
        return known == null ? Integer.MIN_VALUE : known.last();
    }

    /** Whether the bank of the account books on weekends too. */
    boolean booksOnWeekends(int account) {
        Days known = accounts.get(account);
        return known != null && known.weekends * 20 >= known.days.length;
    }

    /** The days of which none of the accounts has a file. */
    Holes holes(Set<Integer> some) {
        return holes.computeIfAbsent(some, this::found);
    }

    private Holes found(Set<Integer> some) {
        List<List<Holes.Hole>> all = some.stream()
                .sorted()
                .flatMap(account -> Optional.ofNullable(accounts.get(account)).stream())
                .map(days -> days.holes)
                .toList();
        return all.stream().anyMatch(List::isEmpty) ? Holes.NONE : new Holes(all);
    }
}
