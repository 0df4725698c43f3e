package dev.payweek.report;

import dev.payweek.ledger.Expense;
import dev.payweek.ledger.Income;
import dev.payweek.period.DateSpan;
import dev.payweek.plan.Bill;
import dev.payweek.plan.BudgetPlan;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds the points of the past from which reports may go on.
 *
 * <pre>{@code
 * var plan = BudgetPlan.of(Money.currency("USD"));
 * Entry coffee = budget.spend(Money.of("4.50", "USD"), "Coffee", LocalDate.of(2026, 1, 2));
 * var books = Books.of(List.of(coffee));
 * FoldPoints.before(plan, books, LocalDate.of(2026, 11, 22), FoldPoint.START).day();    // 2026-11-01
 * }</pre>
 *
 * <p>Safe for use by any number of threads.
 */
public final class FoldPoints {

    /** How far back the periods and payments are kept that later refunds may refer to. */
    private static final int MEMORY_DAYS = 100;

    private FoldPoints() {}

    /**
     * Returns the point where the pay period of a day begins; {@link FoldPoint#START} where periods before it are
     * not yet certain.
     *
     * @param day a day that no later entry is expected to have to do with, such as one half a year ago
     * @param from an earlier point that still holds
     */
    public static FoldPoint before(BudgetPlan plan, Books books, LocalDate day, FoldPoint from) {
        LocalDate latest = earlier(day.plusYears(2), DateSpan.LATEST);
        Reckoning reckoning = Reckoning.of(plan, books, latest, latest, from);
        if (day.isBefore(reckoning.firstEntry())
                || day.isBefore(reckoning.begin().day())) {
            return reckoning.begin();
        }
        LocalDate start = reckoning.timeline().containing(day).span().startInclusive();
        DateSpan next = reckoning.timeline().containing(start).span();
        boolean grown = isGrown(reckoning, start) || isGrown(reckoning, next.endExclusive());
        boolean tooEarly =
                !reckoning.begin().isStart() && !start.isAfter(reckoning.begin().day());
        if (grown || tooEarly || start.isBefore(reckoning.firstEntry())) {
            return reckoning.begin();
        }
        return at(reckoning, start);
    }

    /**
     * Returns a point that holds but for its bills, with what these come to. Nothing else follows from them in a plan
     * without set-asides: what earlier periods left over is what came in and was paid, for whatever.
     */
    public static FoldPoint withBills(BudgetPlan plan, Books books, FoldPoint point) {
        LocalDate first = books.firstEntryFrom(DateSpan.EARLIEST).orElse(point.day());
        BillLedger bills = new BillLedger(plan, books, BillMemory.NONE, first, first);
        List<LocalDate> days = new ArrayList<>(paymentDays(plan, books, bills, point.day()));
        days.add(point.settledBy());
        return new FoldPoint(
                point.day(),
                Collections.max(days),
                point.firstPeriod(),
                point.past().with(bills(bills, point.day())));
    }

    private static FoldPoint at(Reckoning reckoning, LocalDate day) {
        List<PaydayFact> past = reckoning.facts().stream()
                .filter(fact -> fact.payday().isBefore(day))
                .toList();
        Set<String> unpaid = new HashSet<>(reckoning.begin().past().assumedUnpaid());
        past.stream().map(fact -> fact.source().name()).forEach(unpaid::add);
        unpaid.removeAll(reckoning.paidSources());
        Inflow into = new PotFold(reckoning).into(reckoning.timeline().containing(day));
        return new FoldPoint(
                day,
                settledBy(reckoning, past, day),
                reckoning.firstPeriod(),
                new FoldPoint.Past(
                        pay(reckoning, past, day),
                        bills(reckoning.bills(), day),
                        into,
                        new LimitFold(reckoning).carriedBefore(day),
                        unpaid,
                        List.copyOf(
                                reckoning.timeline().borders().subSet(day.minusDays(MEMORY_DAYS), true, day, true))));
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
        PayMemory before = reckoning.begin().past().pay();
        Map<String, List<PaydayFact>> bySource = new HashMap<>();
        past.forEach(fact -> bySource.computeIfAbsent(fact.source().name(), name -> new ArrayList<>())
                .add(fact));
        List<PaydayFact> recent = new ArrayList<>();
        Map<String, List<Long>> received = new HashMap<>(before.lastReceived());
        // Of all sources, an income since their last paydays may still be looked at.
        LocalDate lookedAtFrom = day.minusDays(2 * longestGap(reckoning));
        Set<Long> taken = new HashSet<>(before.taken());
        Set<String> paid = new HashSet<>(before.paidSources());
        bySource.forEach((name, facts) -> {
            for (int i = 0; i < facts.size(); i++) {
                PaydayFact fact = facts.get(i);
                if (i >= facts.size() - 3
                        || fact.payday().isAfter(day.minusDays(31))
                        || !fact.day().isBefore(day)) {
                    recent.add(fact);
                }
                boolean known = fact.payday().isBefore(reckoning.begin().day());
                for (Income income : fact.payments()) {
                    if (!income.date().isBefore(lookedAtFrom)) {
                        taken.add(income.id());
                    }
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
        recent.forEach(fact -> fact.payments().forEach(income -> taken.add(income.id())));
        Optional<LocalDate> first = reckoning.firstPaid().filter(date -> date.isBefore(day));
        return new PayMemory(recent, received, taken, first, paid);
    }

    private static BillMemory bills(BillLedger bills, LocalDate day) {
        List<BillMemory.Paid> paid = new ArrayList<>();
        for (BillDues own : bills.dues()) {
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
        bills.payerDays().forEach((id, date) -> {
            if (date.isBefore(day) && !date.isBefore(day.minusDays(MEMORY_DAYS))) {
                days.put(id, date);
            }
        });
        Map<Long, Map<Integer, Bill>> payers = new HashMap<>(bills.payers());
        payers.keySet().retainAll(days.keySet());
        return new BillMemory(paid, payers, days);
    }

    private static long longestGap(Reckoning reckoning) {
        return reckoning.plan().sources().stream()
                .mapToLong(source -> source.isIrregular() ? 4 : PayGrid.longestGap(source))
                .max()
                .orElse(0);
    }

    /** Before the first payment of a source its paydays count as they were expected, from then on as they came. */
    private static Collection<LocalDate> firstPayments(Reckoning reckoning) {
        Set<String> known = reckoning.begin().past().pay().paidSources();
        Map<String, LocalDate> firsts = new HashMap<>();
        for (PaydayFact fact : reckoning.facts()) {
            String source = fact.source().name();
            if (!known.contains(source)) {
                fact.payments().forEach(income -> firsts.merge(source, income.date(), FoldPoints::earlier));
            }
        }
        return firsts.values();
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    private static LocalDate settledBy(Reckoning reckoning, List<PaydayFact> past, LocalDate day) {
        List<LocalDate> days = new ArrayList<>();
        days.add(day.plusDays(2 * longestGap(reckoning)));
        // Whether a set-aside goes on is judged by the last day of the period that begins.
        days.add(reckoning.timeline().containing(day).span().endExclusive());
        past.forEach(fact -> fact.payments().forEach(income -> days.add(income.date())));
        days.addAll(firstPayments(reckoning));
        // What was refunded of still earlier payments, the point knows from which this goes on.
        days.add(reckoning.begin().settledBy());
        days.addAll(paymentDays(reckoning.plan(), reckoning.books(), reckoning.bills(), day));
        return Collections.max(days);
    }

    /** Returns the days on which it was settled what pays bills before a day: by refunds, and by hand. */
    private static List<LocalDate> paymentDays(BudgetPlan plan, Books books, BillLedger bills, LocalDate day) {
        List<Long> byHand = plan.billDecisions().stream()
                .filter(decision -> decision.due().isBefore(day.plusDays(MEMORY_DAYS)))
                .flatMap(decision -> decision.paidBy().stream())
                .toList();
        return Stream.concat(books.refundsOf(bills.lookedAtBefore(day)).stream(), books.expensesById(byHand).stream())
                .map(Expense::date)
                .toList();
    }
}
