package dev.payweek.report;

import dev.payweek.ledger.Expense;
import dev.payweek.ledger.Income;
import dev.payweek.period.DateSpan;
import dev.payweek.plan.Bill;
import dev.payweek.plan.BudgetPlan;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a report needs to know of the past, at the beginning of a pay period: a small value to keep, so that a report
 * costs the same however long the ledger is. Going on from it gives exactly what beginning with the first entry gives.
 *
 * <p>It holds until the plan changes or an entry is written that is dated up to {@link #settledBy}; whoever keeps it
 * drops it then. For reports before that day, and where a later refund or payment says something else of the past, it
 * is left aside by itself.
 *
 * <pre>{@code
 * var plan = BudgetPlan.of(Money.currency("USD"));
 * Entry coffee = budget.spend(Money.of("4.50", "USD"), "Coffee", LocalDate.of(2026, 1, 2));
 * var books = Books.of(List.of(coffee));
 * FoldPoint kept = FoldPoint.before(plan, books, LocalDate.of(2026, 11, 22), FoldPoint.START);
 * kept.day();    // 2026-11-01
 * }</pre>
 *
 * <p>Immutable and safe for use by any number of threads.
 */
public final class FoldPoint {

    /** Nothing is known: begin with the first entry. */
    public static final FoldPoint START = new FoldPoint();

    /** How far back the periods and payments are kept that later refunds may refer to. */
    private static final int MEMORY_DAYS = 100;

    private final LocalDate day;
    private final LocalDate settledBy;
    private final LocalDate firstPeriod;
    private final PayMemory pay;
    private final BillMemory bills;
    private final PotFold.Into into;
    private final Map<String, LimitFold.Carried> limits;
    private final Set<String> assumedUnpaid;
    private final List<LocalDate> borders;

    private FoldPoint() {
        this.day = DateSpan.EARLIEST;
        this.settledBy = DateSpan.EARLIEST;
        this.firstPeriod = DateSpan.EARLIEST;
        this.pay = PayMemory.NONE;
        this.bills = BillMemory.NONE;
        this.into = PotFold.Into.NOTHING;
        this.limits = Map.of();
        this.assumedUnpaid = Set.of();
        this.borders = List.of();
    }

    private FoldPoint(Reckoning reckoning, LocalDate day, PotFold.Into into) {
        FoldPoint begin = reckoning.begin();
        this.day = day;
        this.firstPeriod = reckoning.firstPeriod();
        this.into = into;
        this.limits = Map.copyOf(new LimitFold(reckoning).carriedBefore(day));
        this.borders = List.copyOf(reckoning.timeline().borders().subSet(day.minusDays(MEMORY_DAYS), true, day, true));
        List<PaydayFact> past = reckoning.facts().stream()
                .filter(fact -> fact.payday().isBefore(day))
                .toList();
        this.pay = pay(reckoning, past, day);
        this.bills = bills(reckoning, day);
        Set<String> unpaid = new HashSet<>(begin.assumedUnpaid);
        past.stream().map(fact -> fact.source().name()).forEach(unpaid::add);
        unpaid.removeAll(reckoning.paidSources());
        this.assumedUnpaid = Set.copyOf(unpaid);
        this.settledBy = settledBy(reckoning, past, day);
    }

    /**
     * Returns the point at the beginning of the pay period of a day; {@link #START} where periods before it are not yet
     * certain.
     *
     * @param day a day that no later entry is expected to have to do with, such as one half a year ago
     * @param from an earlier point that still holds
     */
    public static FoldPoint before(BudgetPlan plan, Books books, LocalDate day, FoldPoint from) {
        LocalDate latest = day.plusYears(2);
        Reckoning reckoning = Reckoning.of(plan, books, latest, latest, from);
        if (day.isBefore(reckoning.firstEntry()) || day.isBefore(reckoning.begin().day)) {
            return reckoning.begin();
        }
        LocalDate start = reckoning.timeline().containing(day).span().startInclusive();
        DateSpan next = reckoning.timeline().containing(start).span();
        boolean grown = isGrown(reckoning, start) || isGrown(reckoning, next.endExclusive());
        boolean tooEarly = !reckoning.begin().isStart() && !start.isAfter(reckoning.begin().day);
        if (grown || tooEarly || start.isBefore(reckoning.firstEntry())) {
            return reckoning.begin();
        }
        PotFold.Into into = new PotFold(reckoning).into(reckoning.timeline().containing(start));
        return new FoldPoint(reckoning, start, into);
    }

    /** Of an irregular primary source only a payday is a border that stays. */
    private static boolean isGrown(Reckoning reckoning, LocalDate border) {
        return reckoning
                .timeline()
                .primaryOn(border)
                .filter(source -> source.isIrregular())
                .filter(source -> reckoning.facts().stream()
                        .noneMatch(fact -> fact.source().name().equals(source.name())
                                && fact.payday().equals(border)))
                .isPresent();
    }

    private static PayMemory pay(Reckoning reckoning, List<PaydayFact> past, LocalDate day) {
        PayMemory before = reckoning.begin().pay;
        Map<String, List<PaydayFact>> bySource = new HashMap<>();
        past.forEach(fact -> bySource.computeIfAbsent(fact.source().name(), name -> new ArrayList<>())
                .add(fact));
        List<PaydayFact> recent = new ArrayList<>();
        Map<String, List<Long>> received = new HashMap<>(before.lastReceived());
        Set<Long> taken = new HashSet<>();
        Set<String> paid = new HashSet<>(before.paidSources());
        bySource.forEach((name, facts) -> {
            for (int i = 0; i < facts.size(); i++) {
                PaydayFact fact = facts.get(i);
                if (i >= facts.size() - 3
                        || fact.payday().isAfter(day.minusDays(31))
                        || !fact.day().isBefore(day)) {
                    recent.add(fact);
                }
                boolean known = fact.payday().isBefore(reckoning.begin().day);
                for (Income income : fact.payments()) {
                    taken.add(income.id());
                    paid.add(name);
                    if (!known) {
                        List<Long> amounts = new ArrayList<>(received.getOrDefault(name, List.of()));
                        amounts.add(income.amount().minorUnits());
                        received.put(
                                name, List.copyOf(amounts.subList(Math.max(0, amounts.size() - 3), amounts.size())));
                    }
                }
            }
        });
        Set<Long> still = new HashSet<>();
        recent.forEach(fact -> fact.payments().forEach(income -> still.add(income.id())));
        taken.retainAll(still);
        Optional<LocalDate> first = reckoning.firstPaid().filter(date -> date.isBefore(day));
        return new PayMemory(recent, received, taken, first, paid);
    }

    private static BillMemory bills(Reckoning reckoning, LocalDate day) {
        List<BillMemory.Paid> paid = new ArrayList<>();
        for (BillDues own : reckoning.bills().dues()) {
            List<BillMemory.Paid> all = own.payments().values().stream()
                    .filter(payment -> payment.date().isBefore(day))
                    .toList();
            LocalDate reach = day.minusDays(3 * BillDues.gap(own.bill()) + MEMORY_DAYS);
            for (int i = 0; i < all.size(); i++) {
                if (i >= all.size() - 3 || all.get(i).due().isAfter(reach)) {
                    paid.add(all.get(i));
                }
            }
        }
        Map<Long, LocalDate> days = new HashMap<>();
        reckoning.bills().payerDays().forEach((id, date) -> {
            if (date.isBefore(day) && !date.isBefore(day.minusDays(MEMORY_DAYS))) {
                days.put(id, date);
            }
        });
        Map<Long, Map<Integer, Bill>> payers = new HashMap<>(reckoning.bills().payers());
        payers.keySet().retainAll(days.keySet());
        return new BillMemory(paid, payers, days);
    }

    private static LocalDate settledBy(Reckoning reckoning, List<PaydayFact> past, LocalDate day) {
        long gap = reckoning.plan().sources().stream()
                .mapToLong(source -> source.isIrregular() ? 4 : PayGrid.longestGap(source))
                .max()
                .orElse(0);
        LocalDate settled = day.plusDays(2 * gap);
        List<LocalDate> days = new ArrayList<>();
        // Whether a set-aside goes on is judged by the last day of the period that begins.
        days.add(reckoning.timeline().containing(day).span().endExclusive());
        past.forEach(fact -> fact.payments().forEach(income -> days.add(income.date())));
        List<Long> asked = new ArrayList<>();
        reckoning
                .books()
                .billCandidates(reckoning.plan().bills(), new DateSpan(DateSpan.EARLIEST, day))
                .forEach(expense -> asked.add(expense.id()));
        reckoning.books().refundsOf(asked).forEach(refund -> days.add(refund.date()));
        List<Long> byHand = reckoning.plan().billDecisions().stream()
                .filter(decision -> decision.due().isBefore(day.plusDays(MEMORY_DAYS)))
                .flatMap(decision -> decision.paidBy().stream())
                .toList();
        reckoning.books().expensesById(byHand).forEach(expense -> days.add(expense.date()));
        for (LocalDate other : days) {
            settled = other.isAfter(settled) ? other : settled;
        }
        return settled;
    }

    /** Returns the first day of the pay period it stands before. */
    public LocalDate day() {
        return day;
    }

    /** Returns the last day that has to do with what it holds: it is true only of reports from that day on. */
    public LocalDate settledBy() {
        return settledBy;
    }

    /** Returns whether nothing is known yet. */
    public boolean isStart() {
        return this == START;
    }

    /** Returns whether a report may go on from it: nothing later says something else of the days before it. */
    boolean isTrueFor(Books books, LocalDate on, LocalDate today) {
        if (isStart()) {
            return true;
        }
        if (settledBy.isAfter(on) || settledBy.isAfter(today)) {
            return false;
        }
        List<Expense> refunds = books.refunds(new DateSpan(day, DateSpan.ALWAYS.endExclusive()));
        List<Long> ids =
                refunds.stream().flatMap(refund -> refund.refundOf().stream()).toList();
        LocalDate oldest = borders.get(0);
        for (Expense original : books.expensesById(ids)) {
            boolean forgotten =
                    original.date().isBefore(oldest) || original.refundOf().isPresent();
            boolean paidABill = original.date().isBefore(day) && bills.payers().containsKey(original.id());
            if (forgotten || paidABill) {
                return false;
            }
        }
        return true;
    }

    LocalDate firstPeriod() {
        return firstPeriod;
    }

    PayMemory pay() {
        return pay;
    }

    BillMemory bills() {
        return bills;
    }

    PotFold.Into into() {
        return into;
    }

    Map<String, LimitFold.Carried> limits() {
        return limits;
    }

    Set<String> assumedUnpaid() {
        return assumedUnpaid;
    }

    List<LocalDate> borders() {
        return borders;
    }
}
