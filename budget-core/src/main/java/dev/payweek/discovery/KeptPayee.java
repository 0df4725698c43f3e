package dev.payweek.discovery;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is kept of one payee until its rows change: what was given back, and what else came in and went out. */
final class KeptPayee {

    /** Of a payee with more payments only the newest two years are looked at, and five times as many at most. */
    private static final int MOST_ROWS = 2_000;

    private static final int TWO_YEARS = 730;

    private List<Row> rows = List.of();
    private boolean sorted = true;
    private List<RefundPairs.Pair> refunds = List.of();
    private Payments in = Payments.NONE;
    private Payments out = Payments.NONE;

    /** The rows, oldest first; another list when they have changed. */
    List<Row> rows() {
        if (!sorted) {
            rows.sort(Row.BY_DAY);
            sorted = true;
        }
        return rows;
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    List<RefundPairs.Pair> refunds() {
        return refunds;
    }

    Payments in() {
        return in;
    }

    Payments out() {
        return out;
    }

    /** Takes rows away and puts others in; they are put in order when somebody looks at them. */
    void change(List<Row> went, List<Row> came) {
        List<Row> changed = new ArrayList<>(rows.size() + came.size());
        Set<Row> gone = new HashSet<>(went);
        for (Row row : rows) {
            if (gone.isEmpty() || !gone.contains(row)) {
                changed.add(row);
            }
        }
        changed.addAll(came);
        rows = changed;
        sorted = false;
    }

    /** Looks at the rows that are no transfers; {@code before} is how much of which was given back already. */
    void look(Set<Row> transfers, Map<Long, Long> before) {
        List<Row> own = new ArrayList<>(rows());
        if (!transfers.isEmpty()) {
            own.removeIf(transfers::contains);
        }
        refunds = new RefundPairs(before).find(newest(own));
        Set<Long> refunded = new HashSet<>();
        refunds.forEach(pair -> {
            refunded.add(pair.credit().id());
            if (pair.credit().amount() == pair.purchase().amount()) {
                refunded.add(pair.purchase().id());
            }
        });
        if (!refunded.isEmpty() || !before.isEmpty()) {
            own.removeIf(row -> refunded.contains(row.id()) || row.amount() <= before.getOrDefault(row.id(), 0L));
        }
        in = payments(own, true, PayFinder.NO_PAY);
        out = payments(own, false, BillFinder.NO_BILL);
    }

    private static Payments payments(List<Row> rows, boolean in, int odd) {
        List<Row> those = new ArrayList<>();
        for (Row row : rows) {
            if (row.in() == in) {
                those.add(row);
            }
        }
        return those.isEmpty() ? Payments.NONE : new Payments(newest(those), odd);
    }

    private static List<Row> newest(List<Row> rows) {
        if (rows.size() <= MOST_ROWS) {
            return rows;
        }
        int from = rows.get(rows.size() - 1).day() - TWO_YEARS;
        List<Row> kept = rows.stream().filter(row -> row.day() >= from).toList();
        return new ArrayList<>(kept.subList(Math.max(0, kept.size() - 5 * MOST_ROWS), kept.size()));
    }
}
