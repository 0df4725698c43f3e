package dev.payweek.discovery;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Which days the entries of each account cover: from its first to its last but for long holes. Immutable. */
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
    }

    private final Map<Integer, Days> accounts = new HashMap<>();

    Coverage(List<Row> rows) {
        Map<Integer, BitSet> byAccount = new HashMap<>();
        int origin = rows.stream().mapToInt(Row::day).min().orElse(0);
        BitSet own = new BitSet();
        int last = -1;
        for (Row row : rows) {
            if (row.account() != last) {
                last = row.account();
                own = byAccount.computeIfAbsent(last, account -> new BitSet());
            }
            own.set(row.day() - origin);
        }
        byAccount.forEach((account, days) -> accounts.put(
                account, new Days(days.stream().map(day -> origin + day).toArray())));
    }

    /** How many days lie between the first entry and the last. */
    int days() {
        int first = accounts.values().stream()
                .mapToInt(known -> known.days[0])
                .min()
                .orElse(0);
        int last = accounts.values().stream().mapToInt(Days::last).max().orElse(0);
        return last - first + 1;
    }

    boolean covers(int account, int day) {
        Days known = accounts.get(account);
        return known != null && known.days[0] <= day + 1 && known.last() >= day - 1 && !isHole(known, day);
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

    /** The days of which none of the accounts of these rows has a file. */
    Holes holes(List<Row> rows) {
        List<List<Holes.Hole>> holes = rows.stream()
                .map(Row::account)
                .distinct()
                .flatMap(account -> Optional.ofNullable(accounts.get(account)).stream())
                .map(days -> days.holes)
                .toList();
        return holes.stream().anyMatch(List::isEmpty) ? Holes.NONE : new Holes(holes);
    }

    private static boolean isHole(Days known, int day) {
        return known.holes.stream().anyMatch(hole -> hole.contains(day));
    }
}
