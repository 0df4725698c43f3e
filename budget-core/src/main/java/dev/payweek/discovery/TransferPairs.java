package dev.payweek.discovery;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds what left one own account and came to another: equal amounts a few days apart, between payees of which most
 * payments have such a counterpart. Purchases almost never have one, own transfers nearly always. For one thread.
 */
final class TransferPairs {

    private static final int DAYS_BEFORE = 1;
    private static final int DAYS_AFTER = 5;
    /** More equal amounts within a few days than these are no pairs anybody could make out. */
    private static final int MOST_NEAR = 40;

    /**
     * Two entries that may be one movement.
     *
     * @param left what left an account
     * @param came what came to another
     */
    record Pair(Row left, Row came) {

        private int days() {
            return Math.abs(came.day() - left.day());
        }

        private boolean early() {
            return came.day() < left.day();
        }

        private Lane lane() {
            return new Lane(left.payee(), left.account(), came.payee(), came.account());
        }
    }

    /** From which payee of which account to which. */
    private record Lane(int left, int from, int came, int to) {}

    private record Side(int payee, int account, boolean in) {

        static Side of(Row row) {
            return new Side(row.payee(), row.account(), row.in());
        }
    }

    private final Coverage coverage;

    TransferPairs(Coverage coverage) {
        this.coverage = coverage;
    }

    List<Pair> find(List<Row> rows) {
        List<Pair> candidates = candidates(rows);
        Map<Side, Set<Long>> met = new HashMap<>();
        Map<Side, Set<Integer>> others = new HashMap<>();
        for (Pair pair : candidates) {
            note(met, others, pair.left(), pair.came());
            note(met, others, pair.came(), pair.left());
        }
        Map<Side, Integer> possible = new HashMap<>();
        BitSet known = new BitSet();
        candidates.forEach(pair -> {
            known.set(pair.left().payee() + 1);
            known.set(pair.came().payee() + 1);
        });
        for (Row row : rows) {
            if (known.get(row.payee() + 1) && isCovered(others.getOrDefault(Side.of(row), Set.of()), row.day())) {
                possible.merge(Side.of(row), 1, Integer::sum);
            }
        }
        Map<Lane, Integer> lanes = new HashMap<>();
        candidates.forEach(pair -> lanes.merge(pair.lane(), 1, Integer::sum));
        List<Pair> believed = candidates.stream()
                .filter(pair -> isBelieved(pair, met, possible, lanes))
                .sorted(Comparator.comparing((Pair pair) -> lanes.getOrDefault(pair.lane(), 0) < 2)
                        .thenComparingInt(Pair::days)
                        .thenComparing(Pair::early)
                        .thenComparing(pair -> -lanes.getOrDefault(pair.lane(), 0))
                        .thenComparing(Pair::left, Row.BY_DAY)
                        .thenComparing(Pair::came, Row.BY_DAY))
                .toList();
        return assigned(believed, lanes);
    }

    private boolean isCovered(Set<Integer> accounts, int day) {
        for (int account : accounts) {
            if (coverage.covers(account, day)) {
                return true;
            }
        }
        return false;
    }

    private static void note(Map<Side, Set<Long>> met, Map<Side, Set<Integer>> others, Row row, Row other) {
        met.computeIfAbsent(Side.of(row), side -> new HashSet<>()).add(row.id());
        others.computeIfAbsent(Side.of(row), side -> new HashSet<>()).add(other.account());
    }

    /** One to one, the nearest first; where another account would do as well, neither. */
    private static List<Pair> assigned(List<Pair> believed, Map<Lane, Integer> lanes) {
        Map<Long, List<Pair>> byRow = new HashMap<>();
        for (Pair pair : believed) {
            byRow.computeIfAbsent(pair.left().id(), id -> new ArrayList<>()).add(pair);
            byRow.computeIfAbsent(pair.came().id(), id -> new ArrayList<>()).add(pair);
        }
        Set<Long> used = new HashSet<>();
        List<Pair> pairs = new ArrayList<>();
        for (Pair pair : believed) {
            if (used.contains(pair.left().id()) || used.contains(pair.came().id())) {
                continue;
            }
            boolean torn = byRow.getOrDefault(pair.left().id(), List.of()).stream()
                    .anyMatch(other -> other.came().account() != pair.came().account()
                            && !used.contains(other.came().id())
                            && rivals(pair, other, lanes));
            torn |= byRow.getOrDefault(pair.came().id(), List.of()).stream()
                    .anyMatch(other -> other.left().account() != pair.left().account()
                            && !used.contains(other.left().id())
                            && rivals(pair, other, lanes));
            used.add(pair.left().id());
            used.add(pair.came().id());
            if (!torn) {
                pairs.add(pair);
            }
        }
        pairs.sort(Comparator.comparing(Pair::left, Row.BY_DAY));
        return pairs;
    }

    private static boolean rivals(Pair one, Pair other, Map<Lane, Integer> lanes) {
        return other.days() == one.days()
                && other.early() == one.early()
                && lanes.getOrDefault(other.lane(), 0).equals(lanes.getOrDefault(one.lane(), 0));
    }

    private boolean isBelieved(
            Pair pair, Map<Side, Set<Long>> met, Map<Side, Integer> possible, Map<Lane, Integer> lanes) {
        boolean ownLeft = isOwn(pair.left());
        boolean ownCame = isOwn(pair.came());
        if (ownLeft && ownCame) {
            return true;
        }
        boolean strange = !ownCame && pair.came().says(Marks.PERSON | Marks.BACK | Marks.INTEREST);
        if (strange || pair.left().says(Marks.PERSON | Marks.CASH)) {
            return false;
        }
        boolean supported = isSupported(pair.left(), met, possible) && isSupported(pair.came(), met, possible);
        return supported && (ownLeft || ownCame || lanes.getOrDefault(pair.lane(), 0) >= 2);
    }

    private static boolean isOwn(Row row) {
        return row.says(Marks.OWN | Marks.CARD);
    }

    private static boolean isSupported(Row row, Map<Side, Set<Long>> met, Map<Side, Integer> possible) {
        Side side = Side.of(row);
        return met.getOrDefault(side, Set.of()).size() * 2 >= possible.getOrDefault(side, 0);
    }

    private static List<Pair> candidates(List<Row> rows) {
        BitSet came = new BitSet();
        for (Row row : rows) {
            if (row.in()) {
                came.set(shortened(row.amount()));
            }
        }
        Map<Long, List<Row>> out = new HashMap<>();
        for (Row row : rows) {
            if (!row.in() && row.account() > 0 && came.get(shortened(row.amount()))) {
                out.computeIfAbsent(row.amount(), amount -> new ArrayList<>(1)).add(row);
            }
        }
        List<Pair> found = new ArrayList<>();
        for (Row row : rows) {
            if (row.in() && row.account() > 0) {
                List<Row> same = out.getOrDefault(row.amount(), List.of());
                int first = firstFrom(same, row.day() - DAYS_AFTER);
                int most = Math.min(same.size(), first + MOST_NEAR);
                for (int at = first; at < most && same.get(at).day() <= row.day() + DAYS_BEFORE; at++) {
                    if (same.get(at).account() != row.account()) {
                        found.add(new Pair(same.get(at), row));
                    }
                }
            }
        }
        return found;
    }

    /** Few bits of an amount: most of what left has nothing that could be its counterpart. */
    private static int shortened(long amount) {
        return (int) (amount % 100_003);
    }

    private static int firstFrom(List<Row> rows, int day) {
        int low = 0;
        int high = rows.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (rows.get(middle).day() < day) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
