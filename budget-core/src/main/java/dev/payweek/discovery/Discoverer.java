package dev.payweek.discovery;

import dev.payweek.ledger.Entry;
import dev.payweek.ledger.Expense;
import dev.payweek.ledger.Transfer;
import dev.payweek.period.DateSpan;
import dev.payweek.plan.Discoveries;
import dev.payweek.plan.Discovery;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

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
    private final Map<Long, Expense> refunds = new HashMap<>();
    private final KeptStreams kept = new KeptStreams();

    /** Creates a discoverer that knows no entries. */
    public Discoverer() {}

    /** Looks at an entry; transfers and refunds that are known as such suggest nothing, nor does what is given back. */
    public void add(Entry entry) {
        if (entry instanceof Expense spent && spent.refundOf().isPresent()) {
            refunds.put(spent.id(), spent);
        } else if (!(entry instanceof Transfer)) {
            payees.add(entry);
        }
    }

    /** Forgets the entries of these ids, which have changed or are gone. */
    void forget(Set<Long> ids) {
        payees.remove(ids);
        refunds.keySet().removeAll(ids);
    }

    /** The day of the first entry that was added; the last there is when none was. */
    LocalDate firstDay() {
        return payees.firstDay().stream()
                .mapToObj(LocalDate::ofEpochDay)
                .findFirst()
                .orElse(DateSpan.LATEST);
    }

    /** Whether there were so many words that not all are known, so that the order in which entries come matters. */
    boolean isFull() {
        return payees.isFull();
    }

    /** Returns what the entries until today suggest; of payees whose entries are as they were, as it was found. */
    public Discoveries find(Given given) {
        List<Row> rows = payees.rows(Math.toIntExact(given.today().toEpochDay()));
        kept.again();
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

        List<Discovery> pairs = new ArrayList<>();
        Set<Long> gone = new HashSet<>();
        for (TransferPairs.Pair pair : new TransferPairs(coverage).find(rows)) {
            gone.add(pair.left().id());
            gone.add(pair.came().id());
            pairs.add(describer.transfer(pair));
        }
        List<List<Row>> byPayee = byPayee(rows, gone);
        Map<Long, Long> before = givenBack();
        RefundPairs back = new RefundPairs(before);
        byPayee.forEach(own -> back.look(newest(own)));
        Set<Long> refunded = new HashSet<>();
        rows.stream()
                .filter(row -> row.amount() <= before.getOrDefault(row.id(), 0L))
                .forEach(row -> refunded.add(row.id()));
        for (RefundPairs.Pair pair : back.pairs()) {
            refunded.add(pair.credit().id());
            if (pair.credit().amount() == pair.purchase().amount()) {
                refunded.add(pair.purchase().id());
            }
            pairs.add(describer.refund(pair));
        }
        PayFinder payers = new PayFinder(calendar, coverage, kept);
        List<Found> pay = payers.find(those(byPayee, true, refunded));
        BillFinder bills = new BillFinder(calendar, coverage, kept);
        List<Found> due = bills.find(those(byPayee, false, refunded));
        List<Open> open = new ArrayList<>(payers.open());
        open.addAll(bills.open());
        return describer.all(pay, due, pairs, open);
    }

    /** Returns how much has been given back already, by what it was paid for. */
    private Map<Long, Long> givenBack() {
        Map<Long, Long> given = new HashMap<>();
        refunds.values()
                .forEach(refund -> given.merge(
                        refund.refundOf().orElseThrow(), -refund.amount().minorUnits(), Math::addExact));
        return given;
    }

    /** Each payee's rows, oldest first. */
    private static List<List<Row>> byPayee(List<Row> rows, Set<Long> gone) {
        List<List<Row>> found = new ArrayList<>();
        for (Row row : rows) {
            if (row.payee() >= 0 && (gone.isEmpty() || !gone.contains(row.id()))) {
                while (found.size() <= row.payee()) {
                    found.add(new ArrayList<>(2));
                }
                found.get(row.payee()).add(row);
            }
        }
        return found;
    }

    /** What came in or went out, of each payee that has any. */
    private static List<List<Row>> those(List<List<Row>> byPayee, boolean in, Set<Long> gone) {
        List<List<Row>> found = new ArrayList<>();
        for (List<Row> rows : byPayee) {
            List<Row> own = new ArrayList<>(rows.size());
            for (Row row : rows) {
                if (row.in() == in && (gone.isEmpty() || !gone.contains(row.id()))) {
                    own.add(row);
                }
            }
            if (!own.isEmpty()) {
                found.add(newest(own));
            }
        }
        return found;
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
