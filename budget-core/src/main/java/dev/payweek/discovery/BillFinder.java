package dev.payweek.discovery;

import dev.payweek.plan.Discovery;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds what falls due by a plan among the money that went out. For one thread. */
final class BillFinder {

    static final int NO_BILL = Marks.CASH | Marks.OWN | Marks.CARD;
    private static final int YEARLY = 330;

    /** Of fewer payments nobody expects more. */
    private static final int FEWEST_EXPECTED = 3;

    private final Search search;
    private final Coverage coverage;
    private final List<Found> found = new ArrayList<>();
    private final List<Open> open = new ArrayList<>();

    BillFinder(Search search, Coverage coverage) {
        this.search = search;
        this.coverage = coverage;
    }

    List<Open> open() {
        return open;
    }

    /** Looks at what each payee was paid, each oldest first. */
    List<Found> find(Iterable<Payments> payees) {
        payees.forEach(this::look);
        return found;
    }

    private void look(Payments payments) {
        List<Row> rows = payments.rows();
        if (rows.size() < 2) {
            return;
        }
        if (payments.areMostlyOdd()) {
            notABill(rows);
            return;
        }
        List<Stream> streams = streams(payments);
        Set<Long> used = new HashSet<>();
        int accepted = 0;
        for (Stream stream : streams) {
            if (stream.gap() > YEARLY && !isYearly(stream, rows)) {
                continue;
            }
            accepted++;
            stream.all().forEach(row -> used.add(row.id()));
            found.add(new Found(
                    stream.gap() > YEARLY ? Discovery.Kind.YEARLY : Discovery.Kind.BILL,
                    state(stream, streams, rows),
                    stream,
                    stream.all(),
                    PayFinder.others(rows, stream)));
        }
        accepted += payments.mayRecurYearly() ? yearly(rows, used) : 0;
        if (accepted == 0 && rows.size() >= FEWEST_EXPECTED) {
            open.add(new Open(
                    rows, "bill", () -> payments.why(() -> finder(payments).why(rows))));
        }
    }

    /** What falls due by a plan among what a payee was paid, whatever becomes of it beside others. */
    List<Stream> streams(Payments payments) {
        return payments.areMostlyOdd()
                ? List.of()
                : payments.streams(
                        coverage.holes(payments.accounts()),
                        () -> finder(payments).find(payments.rows()));
    }

    private StreamFinder finder(Payments payments) {
        return new StreamFinder(search, false, coverage.holes(payments.accounts()));
    }

    /** Somebody may expect a bill of what leaves for an account that is not here. */
    private void notABill(List<Row> rows) {
        if (rows.size() >= FEWEST_EXPECTED
                && rows.stream().filter(row -> row.says(Marks.OWN)).count() * 2 > rows.size()) {
            String why = "its words are of money moved between own accounts, and no account here received it;"
                    + " a bill can be set by hand";
            open.add(new Open(rows, "bill", () -> why));
        }
    }

    /** What still goes on on other days has not stopped. */
    private Discovery.State state(Stream stream, List<Stream> streams, List<Row> rows) {
        Discovery.State state = Found.stateOf(stream, coverage);
        if (state != Discovery.State.STOPPED) {
            return state;
        }
        Set<Long> taken = new HashSet<>();
        streams.forEach(one -> one.all().forEach(row -> taken.add(row.id())));
        long amount = stream.last().amount();
        boolean steady = stream.levels().fixed() || Levels.within(stream.rows(), 11);
        int slack = stream.levels().fixed() ? 0 : steady ? 8 : 40;
        List<Row> later = rows.stream()
                .filter(row -> row.day() > stream.last().day() + stream.gap() / 3
                        && !taken.contains(row.id())
                        && Math.abs(row.amount() - amount) * 100 <= amount * slack)
                .toList();
        if (later.isEmpty()) {
            return state;
        }
        // The same amount once more, or the payee's only one, on another day: late or moved, but not ended.
        Row next = later.get(0);
        boolean ended = Found.isOver(later.get(later.size() - 1), stream.gap(), coverage);
        if ((ended && (stream.alone() || later.size() == 1)) || isUsual(later, stream, rows, taken)) {
            return state;
        }
        boolean lives = later.size() == 1
                && (steady || (stream.alone() && stream.hits() >= 4))
                && next.day() - stream.last().day() <= stream.gap() * 3 / 2 + 4
                && !Found.isOver(next, stream.gap(), coverage);
        return lives ? Found.ongoing(stream) : Discovery.State.EARLY;
    }

    /** Whether as many such amounts lay beside the plan while it went on: a shop's, and no sign of life. */
    private static boolean isUsual(List<Row> later, Stream stream, List<Row> rows, Set<Long> taken) {
        long least = later.stream().mapToLong(Row::amount).min().orElse(0);
        long most = later.stream().mapToLong(Row::amount).max().orElse(0);
        int from = stream.all().get(0).day();
        int to = stream.last().day();
        long beside = rows.stream()
                .filter(row -> row.day() >= from && row.day() <= to && !taken.contains(row.id()))
                .filter(row -> row.amount() >= least && row.amount() <= most)
                .count();
        int since = later.get(later.size() - 1).day() - to;
        return beside >= 2 && beside * since * 2 >= (long) later.size() * (to - from);
    }

    /** Nothing else of that payee but one payment, and sums that are like each other. */
    private static boolean isYearly(Stream stream, List<Row> rows) {
        Levels levels = stream.levels();
        boolean same = levels.least() == levels.most();
        boolean like = levels.most() * 100 <= levels.least() * 130
                && stream.fit().off() <= 4 * stream.fit().hits();
        boolean fee = stream.last().says(Marks.FEE);
        return rows.size() - stream.rows().size() <= (same ? 1 : 0) && (same || like) && !fee;
    }

    /** Two policies of one insurer, each once a year: pairs of like sums a year apart. */
    private int yearly(List<Row> rows, Set<Long> used) {
        List<Row> rest = rows.stream().filter(row -> !used.contains(row.id())).toList();
        if (rest.size() < 4
                || rest.size() > Payments.MOST_OF_YEARS
                || rest.get(rest.size() - 1).day() - rest.get(0).day() < Payments.LEAST_DAYS_OF_YEARS) {
            return 0;
        }
        Map<Long, List<Row>> sums = new HashMap<>();
        rest.forEach(row ->
                sums.computeIfAbsent(row.amount(), sum -> new ArrayList<>()).add(row));
        if (sums.size() * 2 > rest.size() || sums.size() < 2) {
            return 0;
        }
        int accepted = 0;
        for (List<Row> group : sums.values()) {
            if (group.size() < 2) {
                continue;
            }
            int[] days = group.stream().mapToInt(Row::day).toArray();
            var result = search.best(days, day -> false, 100);
            if (result.isPresent()
                    && result.get().lattice().gap() > YEARLY
                    && result.get().extras() == 0
                    && result.get().misses() == 0) {
                Stream stream = new Stream(
                        group,
                        List.of(),
                        result.get(),
                        Rival.of(result.get(), days, search, day -> false),
                        Levels.of(group, 365),
                        false,
                        List.of());
                found.add(new Found(
                        Discovery.Kind.YEARLY,
                        Found.stateOf(stream, coverage),
                        stream,
                        group,
                        PayFinder.others(rows, stream)));
                accepted++;
            }
        }
        return accepted;
    }
}
