package dev.payweek.report;

import dev.payweek.period.DateSpan;
import dev.payweek.period.PayPeriod;
import dev.payweek.plan.Bill;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The due days of one bill, and what became of each. */
final class BillDues {

    /** How many days ahead of its due day a bill is commonly paid, and past the next one still. */
    private static final int CLOSE_DAYS = 4;

    private final Bill bill;
    private final DueGrid grid;
    private final LocalDate first;
    private final LocalDate last;
    private final TreeMap<LocalDate, BillMemory.Paid> paid = new TreeMap<>();
    private final TreeMap<LocalDate, List<LocalDate>> paidOn = new TreeMap<>();
    private final Set<LocalDate> skipped = new HashSet<>();

    BillDues(Bill bill, LocalDate firstEntry) {
        this.bill = bill;
        this.grid = new DueGrid(bill.schedule());
        this.first = bill.from().orElse(firstEntry);
        this.last = bill.until().orElse(LocalDate.MAX);
    }

    static long gap(Bill bill) {
        return bill.schedule().cadence().longestGapDays();
    }

    Bill bill() {
        return bill;
    }

    /** Notes a payment, once for each due day. */
    void pay(BillMemory.Paid payment) {
        paid.put(payment.due(), payment);
        paidOn.computeIfAbsent(payment.date(), day -> new ArrayList<>()).add(payment.due());
    }

    void skip(LocalDate due) {
        if (isOwed(due)) {
            skipped.add(due);
        }
    }

    private boolean isOwed(LocalDate day) {
        return owed(day, day).contains(day);
    }

    /** Returns the due days from one day to another, both inclusive. */
    private List<LocalDate> owed(LocalDate from, LocalDate to) {
        return grid.between(from.isBefore(first) ? first : from, to.isAfter(last) ? last : to);
    }

    boolean isOpen(LocalDate due) {
        return isOwed(due) && !isSettled(due);
    }

    private boolean isSettled(LocalDate due) {
        return isPaid(due) || skipped.contains(due);
    }

    /** Returns the due day that an expense of the day would pay. */
    Optional<LocalDate> openFor(LocalDate day) {
        LocalDate best = null;
        for (LocalDate due : owed(day.minusDays(2 * gap(bill) + CLOSE_DAYS), day.plusDays(CLOSE_DAYS))) {
            boolean inReach = due.isAfter(day) || !day.isAfter(next(due).plusDays(CLOSE_DAYS));
            if (inReach && !isSettled(due) && (best == null || apart(due, day) < apart(best, day))) {
                best = due;
            }
        }
        if (best != null) {
            return Optional.of(best);
        }
        LocalDate ahead = grid.higher(day.isBefore(first) ? first.minusDays(1) : day);
        return Optional.of(ahead)
                .filter(due -> !due.isAfter(last) && !isSettled(due))
                .filter(due -> 2 * apart(due, day) <= apart(grid.lower(due), due));
    }

    private static long apart(LocalDate one, LocalDate other) {
        return Math.abs(ChronoUnit.DAYS.between(one, other));
    }

    /** Returns the due day after one of the bill's. */
    LocalDate next(LocalDate due) {
        return grid.higher(due);
    }

    /** Returns what the bill is expected to come to on a due day, as far as that is known. */
    OptionalLong amountOn(LocalDate due) {
        if (bill.amount().isPresent()) {
            return OptionalLong.of(bill.amount().get().minorUnits());
        }
        // One by one: a stream over a part of the map would count all that was ever paid.
        List<Long> lastThree = new ArrayList<>();
        Map.Entry<LocalDate, BillMemory.Paid> before = paid.lowerEntry(due);
        while (before != null && lastThree.size() < 3) {
            lastThree.add(before.getValue().amount());
            before = paid.lowerEntry(before.getKey());
        }
        return Medians.larger(lastThree);
    }

    /** Returns how a due day stands on a day. */
    BillRow.State state(LocalDate due, LocalDate on, LocalDate judged) {
        BillMemory.Paid payment = paid.get(due);
        if (payment != null) {
            return payment.date().isAfter(on) ? BillRow.State.PLANNED : BillRow.State.PAID;
        }
        if (skipped.contains(due)) {
            return BillRow.State.SKIPPED;
        }
        if (!due.isBefore(judged)) {
            return BillRow.State.DUE;
        }
        return next(due).isAfter(judged) ? BillRow.State.LATE : BillRow.State.LET_GO;
    }

    /** Returns the due days that belong to a period: paid in it, due in it, or late when it is the current one. */
    List<LocalDate> in(PayPeriod period, LocalDate on, LocalDate judged) {
        DateSpan span = period.span();
        Set<LocalDate> days = new TreeSet<>();
        paidOn.subMap(span.startInclusive(), true, span.lastDay(), true)
                .values()
                .forEach(days::addAll);
        within(span).filter(due -> !isPaid(due)).forEach(due -> {
            BillRow.State state = state(due, on, judged);
            if (state == BillRow.State.DUE || state == BillRow.State.SKIPPED) {
                days.add(due);
            }
        });
        if (span.contains(judged)) {
            Optional.of(grid.lower(judged.isAfter(last) ? last.plusDays(1) : judged))
                    .filter(due -> !due.isBefore(first) && state(due, on, judged) == BillRow.State.LATE)
                    .ifPresent(days::add);
        }
        return List.copyOf(days);
    }

    /** Returns the due days still to be paid that belong to a period. */
    List<LocalDate> owedIn(PayPeriod period, LocalDate on, LocalDate judged) {
        DateSpan span = period.span();
        List<LocalDate> days = new ArrayList<>();
        for (LocalDate due : owed(span.contains(judged) ? grid.lower(judged) : span.startInclusive(), span.lastDay())) {
            if (!isSettled(due) && state(due, on, judged).isOwed()) {
                days.add(due);
            }
        }
        return days;
    }

    private Stream<LocalDate> within(DateSpan span) {
        return owed(span.startInclusive(), span.lastDay()).stream();
    }

    private boolean isPaid(LocalDate due) {
        return paid.containsKey(due);
    }

    /** Returns the due days that were let go because the next one has come in the span. */
    List<LocalDate> letGoIn(DateSpan span, LocalDate on, LocalDate judged) {
        return within(new DateSpan(grid.lower(span.startInclusive()), span.endExclusive()))
                .filter(due -> state(due, on, judged) == BillRow.State.LET_GO)
                .filter(due -> span.contains(next(due)))
                .toList();
    }

    /** Returns the due days of a span. */
    List<LocalDate> days(DateSpan span) {
        return within(span).toList();
    }

    /** Returns what paid the due day. */
    Optional<BillMemory.Paid> payment(LocalDate due) {
        return Optional.ofNullable(paid.get(due));
    }

    /** Returns the payments, by due day. */
    Map<LocalDate, BillMemory.Paid> payments() {
        return paid;
    }
}
