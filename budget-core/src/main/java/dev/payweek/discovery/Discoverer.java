package dev.payweek.discovery;

import dev.payweek.ledger.Entry;
import dev.payweek.ledger.EntryKind;
import dev.payweek.period.DateSpan;
import dev.payweek.plan.Discoveries;
import dev.payweek.store.PlainEntry;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds in a ledger's entries what they suggest: pay, bills, transfers, refunds, yearly costs. A function of the
 * entries, whatever their order, and of what is given.
 *
 * <p>{@code discoverer.add(entry)} for each, then {@code discoverer.find(given)}; what is found is kept, so that to
 * find again after a few entries have changed costs what their payees cost.
 *
 * <p>Not safe for use by several threads.
 */
public final class Discoverer {

    /** What was given back of which purchase. */
    private record Refund(long of, long amount) {}

    private final Payees payees = new Payees();
    private final Map<Long, Refund> refunds = new HashMap<>();
    private final Map<Long, Long> givenBack = new HashMap<>();
    private final Set<Long> otherwiseGivenBack = new HashSet<>();
    private KeptRows rows = new KeptRows();
    private Optional<Currency> currency = Optional.empty();
    private Optional<Days> days = Optional.empty();

    /** The schedules' days, and by which holidays. */
    private record Days(int first, int last, Set<LocalDate> holidays, Search pay, Search bills) {

        static Days of(int first, int last, Set<LocalDate> holidays) {
            Calendar calendar = new Calendar(first, last, holidays);
            return new Days(first, last, holidays, new Search(calendar, true), new Search(calendar, false));
        }
    }

    /** Creates a discoverer that knows no entries. */
    public Discoverer() {}

    /** Looks at an entry; transfers and refunds that are known as such suggest nothing, nor does what is given back. */
    public void add(Entry entry) {
        add(PlainEntry.of(entry));
    }

    /** Looks at what a bank knows of an entry, as at the entry itself. */
    void add(PlainEntry entry) {
        if (entry.refundOf().isPresent()) {
            Refund refund = new Refund(entry.refundOf().getAsLong(), -entry.minorUnits());
            refunds.put(entry.id(), refund);
            giveBack(refund.of(), refund.amount());
        } else if (entry.kind() != EntryKind.TRANSFER) {
            payees.add(entry);
        }
    }

    /** Forgets the entries of these ids, which have changed or are gone. */
    void forget(Set<Long> ids) {
        payees.remove(ids);
        ids.forEach(id ->
                Optional.ofNullable(refunds.remove(id)).ifPresent(refund -> giveBack(refund.of(), -refund.amount())));
    }

    private void giveBack(long purchase, long amount) {
        if (givenBack.merge(purchase, amount, Math::addExact) == 0) {
            givenBack.remove(purchase);
        }
        otherwiseGivenBack.add(purchase);
    }

    /** The day of the first entry that was looked at; the last there is when none was. */
    LocalDate firstDay() {
        return rows.coverage().firstDay().stream()
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
        int today = Math.toIntExact(given.today().toEpochDay());
        boolean otherMoney = !currency.equals(Optional.of(given.plan().currency()));
        currency = Optional.of(given.plan().currency());
        if (otherMoney || payees.isAllOpen(today)) {
            payees.reopen();
            rows = new KeptRows();
        }
        RowChanges changes = payees.changes(today);
        Set<Integer> others = new HashSet<>();
        otherwiseGivenBack.forEach(id -> payees.payeeOf(id).ifPresent(others::add));
        otherwiseGivenBack.clear();
        Coverage coverage = rows.coverage();
        coverage.change(changes);
        int last = coverage.lastDay().orElse(today);
        Describer describer = new Describer(given, payees, coverage, last);
        Days known = days(given, coverage.firstDay().orElse(today), last);
        BillFinder bills = new BillFinder(known.bills(), coverage);
        rows.change(changes, others, givenBack, describer::transfer, describer::refund, bills::streams);
        if (coverage.firstDay().isEmpty()) {
            return Discoveries.NONE;
        }
        PayFinder payers = new PayFinder(known.pay(), coverage);
        List<Found> pay = payers.find(rows.in());
        List<Found> due = bills.find(rows.out());
        List<Open> open = new ArrayList<>(payers.open());
        open.addAll(bills.open());
        return describer.all(pay, due, rows.pairs(), open);
    }

    private Days days(Given given, int first, int last) {
        Set<LocalDate> holidays =
                Holidays.of(given.plan().currency(), LocalDate.ofEpochDay(first), LocalDate.ofEpochDay(last));
        boolean other = days.filter(known -> known.holidays().equals(holidays)).isEmpty();
        if (other) {
            rows.forgetPlans();
        }
        Days found = days.filter(known -> !other && known.first() == first && known.last() == last)
                .orElseGet(() -> Days.of(first, last, holidays));
        days = Optional.of(found);
        return found;
    }
}
