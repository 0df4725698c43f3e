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
import java.util.Set;
import java.util.TreeMap;

/** Finds pay among the money that came in: by a plan, or often but by none. For one thread. */
final class PayFinder {

    private static final int SPLIT_DAYS = 4;
    private static final int SPLIT_PERCENT = 75;
    private static final int LEAST_PERCENT = 5;
    /** Where somebody's pay is called so, what is not is a flatmate's share rather. */
    private static final int UNNAMED_PERCENT = 22;

    private static final int IRREGULAR_PERCENT = 10;
    private static final int IRREGULAR_PAYMENTS = 8;
    private static final int NO_PAY = Marks.INTEREST | Marks.CASH | Marks.OWN | Marks.CARD | Marks.PERSON;

    private final Search search;
    private final Coverage coverage;
    private final KeptStreams kept;
    private final Map<Long, List<Row>> parts = new HashMap<>();
    private final List<Found> found = new ArrayList<>();
    private long outside;

    PayFinder(Calendar calendar, Coverage coverage, KeptStreams kept) {
        this.search = new Search(calendar, true);
        this.coverage = coverage;
        this.kept = kept;
    }

    /** Looks at what each payee has paid, each oldest first. */
    List<Found> find(Iterable<List<Row>> payees) {
        payees.forEach(rows -> outside += total(rows));
        payees.forEach(this::look);
        boolean named = found.stream().anyMatch(PayFinder::saysSalary);
        found.removeIf(
                one -> named && !saysSalary(one) && !isMaterial(one.stream().all(), UNNAMED_PERCENT));
        return found;
    }

    private static boolean saysSalary(Found one) {
        return one.parts().stream().filter(row -> row.says(Marks.SALARY)).count() * 2
                >= one.parts().size();
    }

    private void look(List<Row> rows) {
        long odd = rows.stream().filter(row -> row.says(NO_PAY)).count();
        long back = rows.stream().filter(row -> row.says(Marks.BACK)).count();
        if (odd * 2 > rows.size() || back * 4 > rows.size() * 3L || total(rows) * 100 < outside * 2) {
            return;
        }
        List<Row> pay = rows.stream()
                .filter(row -> !row.says(Marks.BONUS | Marks.EXPENSES | Marks.BACK))
                .toList();
        List<Row> whole = summedUp(pay.size() >= 3 ? pay : rows);
        Holes unknown = coverage.holes(rows);
        List<Stream> streams = kept.of(whole, true, unknown, () -> new StreamFinder(search, true, unknown).find(whole));
        boolean any = false;
        for (Stream stream : streams) {
            if (isMaterial(stream.all(), LEAST_PERCENT)) {
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
        }
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

    /** Pay that is split between accounts counts as one payment; rows of one account stay apart. */
    private List<Row> summedUp(List<Row> rows) {
        Map<Integer, List<Row>> accounts = new TreeMap<>();
        rows.forEach(row -> accounts.computeIfAbsent(row.account(), account -> new ArrayList<>())
                .add(row));
        List<Row> main = accounts.values().stream()
                .max(Comparator.comparingLong(PayFinder::total))
                .orElse(List.of());
        Map<Long, List<Row>> groups = new HashMap<>();
        List<Row> alone = new ArrayList<>(main);
        main.stream().findFirst().ifPresent(row -> accounts.remove(row.account()));
        accounts.values().forEach(others -> alone.addAll(beside(main, others, groups)));
        alone.sort(Row.BY_DAY);
        return alone.stream().map(row -> sum(row, groups)).toList();
    }

    /** Puts what came to another account beside the payments of the main one; returns it if there are few such. */
    private static List<Row> beside(List<Row> main, List<Row> others, Map<Long, List<Row>> groups) {
        Map<Long, Row> taken = new HashMap<>();
        for (Row other : others) {
            main.stream()
                    .filter(row -> Math.abs(row.day() - other.day()) <= SPLIT_DAYS
                            && row.amount() >= other.amount()
                            && !taken.containsKey(row.id()))
                    .min(Comparator.comparingInt((Row row) -> Math.abs(row.day() - other.day()))
                            .thenComparingLong(row -> -row.amount())
                            .thenComparing(Row.BY_DAY))
                    .ifPresent(row -> taken.put(row.id(), other));
        }
        if (taken.size() < 2 || taken.size() * 100 < others.size() * SPLIT_PERCENT) {
            return others;
        }
        taken.forEach((row, other) ->
                groups.computeIfAbsent(row, id -> new ArrayList<>()).add(other));
        Set<Long> put = new HashSet<>(taken.values().stream().map(Row::id).toList());
        return others.stream().filter(row -> !put.contains(row.id())).toList();
    }

    private Row sum(Row one, Map<Long, List<Row>> groups) {
        List<Row> others = groups.getOrDefault(one.id(), List.of());
        if (others.isEmpty()) {
            return one;
        }
        List<Row> all = new ArrayList<>(others);
        all.add(one);
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
