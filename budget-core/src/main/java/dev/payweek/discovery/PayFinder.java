package dev.payweek.discovery;

import dev.payweek.period.Adjustment;
import dev.payweek.plan.Discovery;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Finds pay among the money that came in: by a plan, or often but by none. For one thread. */
final class PayFinder {

    private static final int SPLIT_DAYS = 4;
    private static final int MOST_SIZES = 3;
    private static final int LEAST_EXPECTED = 4;
    private static final int SPLIT_PERCENT = 75;
    private static final int LEAST_PERCENT = 5;
    /** Where somebody's pay is called so, what is not is a flatmate's share rather. */
    private static final int UNNAMED_PERCENT = 22;

    private static final int IRREGULAR_PERCENT = 10;
    private static final int IRREGULAR_PAYMENTS = 8;
    static final int NO_PAY = Marks.INTEREST | Marks.CASH | Marks.OWN | Marks.CARD | Marks.PERSON;

    private final Search search;
    private final Coverage coverage;
    private final Map<Long, List<Row>> parts = new HashMap<>();
    private final List<Found> found = new ArrayList<>();
    private final List<Open> open = new ArrayList<>();
    private long outside;

    PayFinder(Search search, Coverage coverage) {
        this.search = search;
        this.coverage = coverage;
    }

    /** Those who paid much and often of whom no pay is suggested. */
    List<Open> open() {
        return open;
    }

    /** Looks at what each payee has paid, each oldest first. */
    List<Found> find(Iterable<Payments> payees) {
        payees.forEach(payments -> outside += payments.total());
        payees.forEach(this::look);
        boolean named = found.stream().anyMatch(PayFinder::saysSalary);
        found.removeIf(
                one -> named && !saysSalary(one) && !isMaterial(one.stream().all(), UNNAMED_PERCENT));
        return found;
    }

    private static boolean saysSalary(Found one) {
        return saysSalary(one.parts());
    }

    private static boolean saysSalary(List<Row> rows) {
        return rows.stream().filter(row -> row.says(Marks.SALARY)).count() * 2 >= rows.size();
    }

    /** What is called pay or a benefit is one, however little it is. */
    private static int leastPercent(List<Row> rows, int usual) {
        return saysSalary(rows) ? 1 : usual;
    }

    private void look(Payments payments) {
        List<Row> rows = payments.rows();
        if (payments.areMostlyOdd() || payments.total() * 100 < outside || isLittleOrGivenBack(payments)) {
            return;
        }
        List<Row> pay = rows.stream()
                .filter(row -> !row.says(Marks.BONUS | Marks.EXPENSES | Marks.BACK))
                .toList();
        List<List<Row>> apart = new ArrayList<>();
        List<Row> whole = withoutParts(pay.size() >= 3 ? pay : rows, apart);
        Holes unknown = coverage.holes(payments.accounts());
        List<Stream> streams = summedUp(payments.streams(unknown, () -> bySize(whole, unknown)), apart);
        boolean any = false;
        for (Stream stream : streams) {
            if (isMaterial(stream.all(), leastPercent(stream.all(), LEAST_PERCENT))) {
                any = true;
                found.add(new Found(
                        Discovery.Kind.PAY_SOURCE,
                        Found.stateOf(stream, coverage),
                        stream,
                        partsOf(stream.all()),
                        streams.size() > 1 ? others(rows, stream) : List.of()));
            }
        }
        if (!any && rows.size() >= IRREGULAR_PAYMENTS && isMaterial(rows, IRREGULAR_PERCENT)) {
            irregular(rows);
        } else if (!any && rows.size() >= LEAST_EXPECTED && isMaterial(rows, LEAST_PERCENT)) {
            open.add(new Open(
                    rows, "pay", () -> payments.why(() -> new StreamFinder(search, true, unknown).why(whole))));
        }
    }

    private boolean isLittleOrGivenBack(Payments payments) {
        List<Row> rows = payments.rows();
        long back = rows.stream().filter(row -> row.says(Marks.BACK)).count();
        return back * 4 > rows.size() * 3L || payments.total() * 100 < outside * leastPercent(rows, 2);
    }

    /** Expenses are many and small beside pay, and one person's pay may be beside another's: the largest are first. */
    private List<Stream> bySize(List<Row> rows, Holes unknown) {
        StreamFinder finder = new StreamFinder(search, true, unknown);
        List<Stream> found = new ArrayList<>();
        List<Row> rest = rows;
        for (int round = 0; round < MOST_SIZES && rest.size() >= 3; round++) {
            long half = weightedMedian(rest);
            List<Row> large =
                    rest.stream().filter(row -> row.amount() * 5 >= half).toList();
            List<Stream> one = finder.find(large);
            List<Stream> streams = one.isEmpty() ? new TwoPays(search, unknown).find(large) : one;
            Set<Long> taken = new HashSet<>();
            streams.forEach(stream -> stream.all().forEach(row -> taken.add(row.id())));
            if (taken.isEmpty()) {
                break;
            }
            found.addAll(streams);
            rest = rest.stream().filter(row -> !taken.contains(row.id())).toList();
        }
        return found;
    }

    /** Of all that came as much came in larger payments than this one as in smaller ones. */
    private static long weightedMedian(List<Row> rows) {
        long[] amounts = rows.stream().mapToLong(Row::amount).sorted().toArray();
        long left = total(rows) / 2;
        int at = 0;
        while (at < amounts.length - 1 && left >= amounts[at]) {
            left -= amounts[at++];
        }
        return amounts[at];
    }

    private void irregular(List<Row> rows) {
        int[] days = rows.stream().mapToInt(Row::day).toArray();
        Lattice none = new Lattice(Lattice.Form.DAYS, 14, 0, days[0], Adjustment.NONE);
        Fit fit = new Fit(none, rows.size(), 0, 0, 0, new BitSet());
        Stream stream = new Stream(rows, List.of(), fit, Rival.NONE, Levels.of(rows, 14), true, List.of());
        boolean goesOn = rows.get(rows.size() - 1).day() + 60
                >= coverage.lastDay(rows.get(rows.size() - 1).account());
        found.add(new Found(
                Discovery.Kind.IRREGULAR_INCOME,
                goesOn ? Discovery.State.PROPOSED : Discovery.State.STOPPED,
                stream,
                rows,
                List.of()));
    }

    static List<Row> others(List<Row> rows, Stream stream) {
        Set<Long> own = new HashSet<>(stream.all().stream().map(Row::id).toList());
        return rows.stream().filter(row -> !own.contains(row.id())).toList();
    }

    /** At least so much of all income, month by month of its own life. */
    private boolean isMaterial(List<Row> rows, int percent) {
        int life = rows.get(rows.size() - 1).day() - rows.get(0).day() + 30;
        int all = Math.max(life, allDays());
        return total(rows) * all / life * 100 >= outside * percent && life > 0;
    }

    private int allDays() {
        return Math.max(30, coverage.days());
    }

    private static long total(List<Row> rows) {
        return rows.stream().mapToLong(Row::amount).sum();
    }

    private List<Row> partsOf(List<Row> rows) {
        List<Row> all = new ArrayList<>();
        rows.forEach(row -> all.addAll(parts.getOrDefault(row.id(), List.of(row))));
        all.sort(Row.BY_DAY);
        return all;
    }

    /** The account to which most came, with what came to others and is no part of that. */
    private static List<Row> withoutParts(List<Row> rows, List<List<Row>> parts) {
        Map<Integer, List<Row>> accounts = new TreeMap<>();
        rows.forEach(row -> accounts.computeIfAbsent(row.account(), account -> new ArrayList<>())
                .add(row));
        List<Row> main = accounts.values().stream()
                .max(Comparator.comparingLong(PayFinder::total))
                .orElse(List.of());
        List<Row> whole = new ArrayList<>(main);
        for (List<Row> others : accounts.values()) {
            if (others != main) {
                boolean part = nearest(main, others).size() >= Math.max(2, others.size() * SPLIT_PERCENT / 100.0);
                if (part) {
                    parts.add(others);
                } else {
                    whole.addAll(others);
                }
            }
        }
        whole.sort(Row.BY_DAY);
        return whole;
    }

    /** Of each row that came beside a larger one within a few days the nearest such, one to one, the earlier first. */
    private static Map<Long, Row> nearest(List<Row> rows, List<Row> others) {
        Map<Long, Row> taken = new HashMap<>();
        for (Row other : others) {
            rows.stream()
                    .filter(row -> Math.abs(row.day() - other.day()) <= SPLIT_DAYS
                            && row.amount() >= other.amount()
                            && !taken.containsKey(row.id()))
                    .min(Comparator.comparingInt((Row row) -> Math.abs(2 * (other.day() - row.day()) - 1))
                            .thenComparingLong(row -> -row.amount())
                            .thenComparing(Row.BY_DAY))
                    .ifPresent(row -> taken.put(row.id(), other));
        }
        return taken;
    }

    /** Pay that is split between accounts counts as one payment: the parts go to the stream beside which most lie. */
    private List<Stream> summedUp(List<Stream> streams, List<List<Row>> parts) {
        List<Stream> all = new ArrayList<>(streams);
        for (List<Row> others : parts) {
            int best = -1;
            Map<Long, Row> most = Map.of();
            for (int i = 0; i < all.size(); i++) {
                Map<Long, Row> taken = nearest(all.get(i).all(), others);
                if (best < 0
                        || sameDay(all.get(i).all(), taken)
                                > sameDay(all.get(best).all(), most)) {
                    best = i;
                    most = taken;
                }
            }
            if (best >= 0) {
                Map<Long, Row> beside = most;
                all.set(best, all.get(best).with(row -> sum(row, beside)));
            }
        }
        return all;
    }

    private static int sameDay(List<Row> rows, Map<Long, Row> beside) {
        int same = 0;
        for (Row row : rows) {
            int apart = Optional.ofNullable(beside.get(row.id()))
                    .map(other -> other.day() - row.day())
                    .orElse(-1);
            same += apart == 0 || apart == 1 ? 1 : 0;
        }
        return same;
    }

    private Row sum(Row one, Map<Long, Row> beside) {
        Row other = beside.get(one.id());
        if (other == null) {
            return one;
        }
        List<Row> all = new ArrayList<>(parts.getOrDefault(one.id(), List.of(one)));
        all.add(other);
        all.sort(Row.BY_DAY);
        parts.put(one.id(), all);
        return new Row(
                one.id(),
                one.day(),
                total(all),
                true,
                one.account(),
                one.payee(),
                one.first(),
                one.finer(),
                one.third(),
                one.marks());
    }
}
