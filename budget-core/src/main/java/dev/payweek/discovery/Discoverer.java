package dev.payweek.discovery;

import dev.payweek.ledger.Entry;
import dev.payweek.ledger.Expense;
import dev.payweek.ledger.Transfer;
import dev.payweek.plan.Discoveries;
import dev.payweek.plan.Discovery;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Finds in a ledger's entries what they suggest: pay, bills, transfers, refunds, yearly costs. A function of the
 * entries, whatever their order, and of what is given.
 *
 * <p>{@code discoverer.add(entry)} for each, then {@code discoverer.find(given)}.
 *
 * <p>Not safe for use by several threads.
 */
public final class Discoverer {

    /** Of a payee with more payments only the newest two years are looked at, and five times as many at most. */
    private static final int MOST_ROWS = 2_000;

    private static final int TWO_YEARS = 730;

    private final Payees payees = new Payees();

    /** Creates a discoverer that knows no entries. */
    public Discoverer() {}

    /** Looks at an entry; transfers and refunds that are known as such suggest nothing. */
    public void add(Entry entry) {
        if (entry instanceof Transfer
                || (entry instanceof Expense spent && spent.refundOf().isPresent())) {
            return;
        }
        payees.add(entry);
    }

    /** Returns what the entries suggest. */
    public Discoveries find(Given given) {
        List<Row> rows = payees.rows();
        if (rows.isEmpty()) {
            return Discoveries.NONE;
        }
        Coverage coverage = new Coverage(rows);
        int first = rows.get(0).day();
        int last = rows.get(rows.size() - 1).day();
        Calendar calendar = new Calendar(
                first,
                last,
                Holidays.of(given.plan().currency(), LocalDate.ofEpochDay(first), LocalDate.ofEpochDay(last)));
        Describer describer = new Describer(given, payees, coverage, last);

        Set<Long> gone = new HashSet<>();
        List<Discovery> pairs = new ArrayList<>();
        for (TransferPairs.Pair pair : new TransferPairs(coverage).find(rows)) {
            gone.add(pair.left().id());
            gone.add(pair.came().id());
            pairs.add(describer.transfer(pair));
        }
        RefundPairs refunds = new RefundPairs();
        byPayee(rows, gone).forEach(refunds::look);
        for (RefundPairs.Pair pair : refunds.pairs()) {
            gone.add(pair.credit().id());
            if (pair.credit().amount() == pair.purchase().amount()) {
                gone.add(pair.purchase().id());
            }
            pairs.add(describer.refund(pair));
        }
        List<Found> pay = new PayFinder(calendar, coverage)
                .find(byPayee(rows.stream().filter(Row::in).toList(), gone));
        BillFinder bills = new BillFinder(calendar, coverage);
        List<Found> due =
                bills.find(byPayee(rows.stream().filter(row -> !row.in()).toList(), gone));
        return describer.all(pay, due, pairs, bills.open());
    }

    private static Collection<List<Row>> byPayee(List<Row> rows, Set<Long> gone) {
        Map<Integer, List<Row>> found = new TreeMap<>();
        for (Row row : rows) {
            if (row.payee() >= 0 && !gone.contains(row.id())) {
                found.computeIfAbsent(row.payee(), payee -> new ArrayList<>(2)).add(row);
            }
        }
        found.replaceAll((payee, own) -> own.size() <= MOST_ROWS ? own : newest(own));
        return found.values();
    }

    private static List<Row> newest(List<Row> rows) {
        int from = rows.get(rows.size() - 1).day() - TWO_YEARS;
        List<Row> kept = rows.stream().filter(row -> row.day() >= from).toList();
        return new ArrayList<>(kept.subList(Math.max(0, kept.size() - 5 * MOST_ROWS), kept.size()));
    }
}
