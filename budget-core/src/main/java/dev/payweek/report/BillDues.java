package dev.payweek.report;

import dev.payweek.period.DateSpan;
import dev.payweek.period.PayPeriod;
import dev.payweek.period.Payday;
import dev.payweek.plan.Bill;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
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

    private static final int FARTHEST_MOVE_DAYS = 20;

    private final Bill bill;
    private final NavigableSet<LocalDate> grid = new TreeSet<>();
    private final NavigableSet<LocalDate> owed = new TreeSet<>();
    private final TreeMap<LocalDate, BillMemory.Paid> paid = new TreeMap<>();
    private final TreeMap<LocalDate, List<LocalDate>> paidOn = new TreeMap<>();
    private final Set<LocalDate> skipped = new HashSet<>();

    BillDues(Bill bill, LocalDate from, LocalDate firstEntry, LocalDate to) {
        this.bill = bill;
        long reach = 2 * gap(bill) + 2 * FARTHEST_MOVE_DAYS;
        DateSpan around = new DateSpan(from.minusDays(reach), to.plusDays(reach));
        bill.schedule().planned(around).stream().map(Payday::date).forEach(grid::add);
        grid.stream()
                .filter(day -> !day.isBefore(bill.from().orElse(firstEntry)))
                .filter(day -> bill.until().filter(day::isAfter).isEmpty())
                .filter(day -> grid.higher(day) != null && grid.lower(day) != null)
                .forEach(owed::add);
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
        if (owed.contains(due)) {
            skipped.add(due);
        }
    }

    boolean isOpen(LocalDate due) {
        return owed.contains(due) && !isPaid(due) && !skipped.contains(due);
    }

    /** Returns the due day that an expense of the day would pay. */
    Optional<LocalDate> openFor(LocalDate day) {
        LocalDate best = null;
        for (LocalDate due :
                owed.subSet(day.minusDays(2 * gap(bill) + CLOSE_DAYS), true, day.plusDays(CLOSE_DAYS), true)) {
            boolean inReach = due.isAfter(day) || !day.isAfter(next(due).plusDays(CLOSE_DAYS));
            if (inReach && isOpen(due) && (best == null || apart(due, day) < apart(best, day))) {
                best = due;
            }
        }
        if (best != null) {
            return Optional.of(best);
        }
        return Optional.ofNullable(owed.higher(day))
                .filter(this::isOpen)
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
        List<Long> last = new ArrayList<>();
        for (BillMemory.Paid payment : paid.headMap(due, false).descendingMap().values()) {
            if (last.size() < 3) {
                last.add(payment.amount());
            }
        }
        return Medians.larger(last);
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
            Optional.ofNullable(owed.lower(judged))
                    .filter(due -> state(due, on, judged) == BillRow.State.LATE)
                    .ifPresent(days::add);
        }
        return List.copyOf(days);
    }

    private Stream<LocalDate> within(DateSpan span) {
        return owed.subSet(span.startInclusive(), true, span.lastDay(), true).stream();
    }

    private boolean isPaid(LocalDate due) {
        return paid.containsKey(due);
    }

    /** Returns the due days that were let go because the next one has come in the span. */
    List<LocalDate> letGoIn(DateSpan span, LocalDate on, LocalDate judged) {
        LocalDate first = grid.lower(span.startInclusive());
        return within(first == null ? span : new DateSpan(first, span.endExclusive()))
                .filter(due -> state(due, on, judged) == BillRow.State.LET_GO)
                .filter(due -> span.contains(next(due)))
                .toList();
    }

    /** Returns the due days of the plan. */
    NavigableSet<LocalDate> days() {
        return owed;
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
