package dev.payweek.discovery;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;

/**
 * Finds what left one own account and came to another: equal amounts a few days apart, between payees of which most
 * payments have such a counterpart. Purchases almost never have one, own transfers nearly always.
 *
 * <p>Only entries of one amount can be pairs, so what is kept is kept by amount, and an amount is looked at again when
 * its entries are others, or when its payees turn out to be believed or not. For one thread.
 */
final class TransferPairs {

    private static final int DAYS_BEFORE = 1;
    /** Three business days with a weekend and a holiday between them. */
    private static final int DAYS_AFTER = 7;
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
    }

    /**
     * What is no longer a pair, and what is now.
     *
     * @param went pairs as they were
     * @param came pairs as they are
     */
    record PairChanges(List<Pair> went, List<Pair> came) {}

    /** From which payee of which account to which. */
    private record Course(int left, int from, int came, int to) {}

    /** What left a payee's account, or came to it. */
    private record End(int payee, int account, boolean in) {}

    /** How many candidates go one way. */
    private static final class Lane {
        private final Course course;
        private int count;

        Lane(Course course) {
            this.course = course;
        }
    }

    /** How many rows of one end have a candidate, to which accounts, and how many could have one. */
    private static final class Side {
        private final End end;
        private int met;
        private final Map<Integer, Integer> others = new HashMap<>();
        private List<Row> rows = List.of();
        private int[] days = new int[0];
        private Optional<Boolean> supported = Optional.empty();

        Side(End end) {
            this.end = end;
        }
    }

    /** A pair that may be believed. */
    private static final class Candidate {
        private final Pair pair;
        private final Lane lane;
        private final Side left;
        private final Side came;
        private boolean believed;
        private int onLane;

        Candidate(Pair pair, Lane lane, Side left, Side came) {
            this.pair = pair;
            this.lane = lane;
            this.left = left;
            this.came = came;
        }
    }

    /** The rows of one amount, and the pairs among them. */
    private static final class Amount extends EqualRows {
        private List<Candidate> candidates = List.of();
        private List<Pair> pairs = List.of();
        private boolean open;

        Amount(long amount) {
            super(amount);
        }
    }

    private final Coverage coverage;
    private final IntFunction<List<Row>> rowsOf;
    private final ByNumber<Amount> amounts = new ByNumber<>();
    private final Set<Amount> promising = new LinkedHashSet<>();
    private final Map<Course, Lane> lanes = new HashMap<>();
    private final Map<End, Side> sides = new HashMap<>();

    /** Begins with none; {@code rowsOf} gives a payee's rows, oldest first, and another list when they have changed. */
    TransferPairs(Coverage coverage, IntFunction<List<Row>> rowsOf) {
        this.coverage = coverage;
        this.rowsOf = rowsOf;
    }

    /** Takes rows away and others in, and says what has become of the pairs. */
    PairChanges change(RowChanges changes) {
        List<Amount> touched = new ArrayList<>();
        changes.went().stream()
                .filter(row -> row.account() > 0)
                .forEach(row -> opened(row, touched).remove(row));
        changes.came().stream()
                .filter(row -> row.account() > 0)
                .forEach(row -> opened(row, touched).add(row));
        touched.forEach(this::look);
        changes.went().stream()
                .filter(row -> row.account() > 0 && of(row).isEmpty())
                .forEach(row -> amounts.remove(EqualRows.number(row.amount())));
        sides.values().forEach(side -> side.supported = Optional.empty());
        PairChanges pairs = new PairChanges(new ArrayList<>(), new ArrayList<>());
        touched.stream().filter(amount -> amount.candidates.isEmpty()).forEach(amount -> decide(amount, pairs));
        promising.forEach(amount -> decide(amount, pairs));
        return pairs;
    }

    /** The amount of a row, which is decided on again. */
    private Amount opened(Row row, List<Amount> touched) {
        Amount amount = of(row);
        if (!amount.open) {
            amount.open = true;
            touched.add(amount);
        }
        return amount;
    }

    private Amount of(Row row) {
        return amounts.find(EqualRows.number(row.amount())).orElseGet(() -> {
            Amount first = new Amount(row.amount());
            amounts.put(first);
            return first;
        });
    }

    /** Lists the candidates of an amount again. */
    private void look(Amount amount) {
        amount.candidates.forEach(one -> count(one, -1));
        countMet(amount, -1);
        amount.candidates = candidates(amount);
        amount.candidates.forEach(one -> count(one, 1));
        countMet(amount, 1);
        if (amount.candidates.isEmpty()) {
            promising.remove(amount);
        } else {
            promising.add(amount);
        }
    }

    private void count(Candidate one, int by) {
        one.lane.count += by;
        one.left.others.merge(one.pair.came().account(), by, Integer::sum);
        one.came.others.merge(one.pair.left().account(), by, Integer::sum);
        if (by < 0) {
            if (one.lane.count == 0) {
                lanes.remove(one.lane.course);
            }
            one.left.others.remove(one.pair.came().account(), 0);
            one.came.others.remove(one.pair.left().account(), 0);
            forgetIfEmpty(one.left);
            forgetIfEmpty(one.came);
        }
    }

    private void forgetIfEmpty(Side side) {
        if (side.others.isEmpty()) {
            sides.remove(side.end);
        }
    }

    private static void countMet(Amount amount, int by) {
        if (amount.candidates.isEmpty()) {
            return;
        }
        Set<Row> seen = new HashSet<>();
        for (Candidate one : amount.candidates) {
            one.left.met += seen.add(one.pair.left()) ? by : 0;
            one.came.met += seen.add(one.pair.came()) ? by : 0;
        }
    }

    private List<Candidate> candidates(Amount amount) {
        if (amount.left().isEmpty() || amount.came().isEmpty()) {
            return List.of();
        }
        List<Row> left = amount.left();
        List<Candidate> found = new ArrayList<>();
        for (Row row : amount.came()) {
            int first = firstFrom(left, row.day() - DAYS_AFTER);
            int most = Math.min(left.size(), first + MOST_NEAR);
            for (int at = first; at < most && left.get(at).day() <= row.day() + DAYS_BEFORE; at++) {
                if (left.get(at).account() != row.account()) {
                    found.add(candidate(new Pair(left.get(at), row)));
                }
            }
        }
        return found;
    }

    private Candidate candidate(Pair pair) {
        Row left = pair.left();
        Row came = pair.came();
        Course course = new Course(left.payee(), left.account(), came.payee(), came.account());
        return new Candidate(pair, lanes.computeIfAbsent(course, Lane::new), side(left), side(came));
    }

    private Side side(Row row) {
        return sides.computeIfAbsent(new End(row.payee(), row.account(), row.in()), Side::new);
    }

    /** Whether at least half of a side's rows that could have a counterpart have one; for most nobody asks. */
    private boolean isSupported(Side side) {
        boolean supported = side.supported.orElseGet(() -> support(side));
        side.supported = Optional.of(supported);
        return supported;
    }

    private boolean support(Side side) {
        List<Row> rows = rowsOf.apply(side.end.payee());
        if (rows != side.rows) {
            side.rows = rows;
            side.days = days(rows, side.end);
        }
        return side.met * 2 >= coverage.covered(side.days, side.others.keySet());
    }

    private static int[] days(List<Row> rows, End end) {
        int[] days = new int[rows.size()];
        int count = 0;
        for (Row row : rows) {
            if (row.account() == end.account() && row.in() == end.in()) {
                days[count++] = row.day();
            }
        }
        return Arrays.copyOf(days, count);
    }

    /** Decides on an amount's pairs, if what decides on them is not what it was. */
    private void decide(Amount amount, PairChanges changes) {
        boolean other = amount.open;
        for (Candidate one : amount.candidates) {
            boolean believed = isBelieved(one);
            other |= believed != one.believed || one.lane.count != one.onLane;
            one.believed = believed;
            one.onLane = one.lane.count;
        }
        if (!other) {
            return;
        }
        amount.open = false;
        List<Pair> before = amount.pairs;
        amount.pairs = assigned(amount.candidates.stream()
                .filter(one -> one.believed)
                .sorted(Comparator.comparing((Candidate one) -> one.onLane < 2)
                        .thenComparingInt(one -> one.pair.days())
                        .thenComparing(one -> one.pair.early())
                        .thenComparing(one -> -one.onLane)
                        .thenComparing(one -> one.pair.left(), Row.BY_DAY)
                        .thenComparing(one -> one.pair.came(), Row.BY_DAY))
                .toList());
        Set<Pair> now = new HashSet<>(amount.pairs);
        before.stream().filter(pair -> !now.remove(pair)).forEach(changes.went()::add);
        changes.came().addAll(now);
    }

    /** One to one, the nearest first; where another account would do as well, neither. */
    private static List<Pair> assigned(List<Candidate> believed) {
        Map<Row, List<Candidate>> byRow = new HashMap<>();
        for (Candidate one : believed) {
            byRow.computeIfAbsent(one.pair.left(), row -> new ArrayList<>()).add(one);
            byRow.computeIfAbsent(one.pair.came(), row -> new ArrayList<>()).add(one);
        }
        Set<Row> used = new HashSet<>();
        List<Pair> pairs = new ArrayList<>();
        for (Candidate one : believed) {
            Pair pair = one.pair;
            if (used.contains(pair.left()) || used.contains(pair.came())) {
                continue;
            }
            boolean torn = byRow.getOrDefault(pair.left(), List.of()).stream()
                    .anyMatch(
                            other -> other.pair.came().account() != pair.came().account()
                                    && !used.contains(other.pair.came())
                                    && rivals(one, other));
            torn |= byRow.getOrDefault(pair.came(), List.of()).stream()
                    .anyMatch(
                            other -> other.pair.left().account() != pair.left().account()
                                    && !used.contains(other.pair.left())
                                    && rivals(one, other));
            used.add(pair.left());
            used.add(pair.came());
            if (!torn) {
                pairs.add(pair);
            }
        }
        return pairs;
    }

    private static boolean rivals(Candidate one, Candidate other) {
        return other.pair.days() == one.pair.days()
                && other.pair.early() == one.pair.early()
                && other.onLane == one.onLane;
    }

    private boolean isBelieved(Candidate one) {
        Row left = one.pair.left();
        Row came = one.pair.came();
        boolean ownLeft = isOwn(left);
        boolean ownCame = isOwn(came);
        if (ownLeft && ownCame) {
            return true;
        }
        boolean strange = !ownCame && came.says(Marks.PERSON | Marks.BACK | Marks.INTEREST);
        if (strange || left.says(Marks.PERSON | Marks.CASH)) {
            return false;
        }
        return (ownLeft || ownCame || one.lane.count >= 2) && isSupported(one.left) && isSupported(one.came);
    }

    private static boolean isOwn(Row row) {
        return row.says(Marks.OWN | Marks.CARD);
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
