package dev.payweek.report;

import dev.payweek.ledger.Income;
import dev.payweek.money.Apportionment;
import dev.payweek.money.Money;
import dev.payweek.period.BudgetWeek;
import dev.payweek.period.DateSpan;
import dev.payweek.period.PayPeriod;
import dev.payweek.plan.Bill;
import dev.payweek.plan.BudgetPlan;
import dev.payweek.plan.PaySource;
import dev.payweek.plan.SetAside;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Everything that follows from plan and entries for one day: paydays, periods, bills, pots, what is carried. */
final class Reckoning {

    private final BudgetPlan plan;
    private final Books books;
    private final LocalDate on;
    private final LocalDate judged;
    private final LocalDate firstEntry;
    private final LocalDate firstPeriod;
    private final FoldPoint begin;
    private final List<PaydayFact> facts;
    private final Recognition recognition;
    private final Timeline timeline;
    private final BillLedger bills;
    private final PayIncome incomes;
    private final Destinations destinations;
    private final Set<String> paidSources = new HashSet<>();
    private final Optional<LocalDate> firstPaid;
    private final Map<LocalDate, PeriodFlow> flows = new HashMap<>();
    private final Map<LocalDate, PeriodBills> billsIn;

    /**
     * Reckons.
     *
     * @param all the entries, those hidden as of the day among them
     * @param on the day
     * @param today the day on which it is asked
     * @param begin where to go on from; {@link FoldPoint#START} to begin with the first entry
     */
    Reckoning(BudgetPlan plan, Books all, LocalDate on, LocalDate today, FoldPoint begin) {
        this.plan = plan;
        this.books = new GapBooks(AsOfBooks.of(all, on, today));
        this.on = on;
        this.judged = on.isBefore(today) ? on : today;
        this.begin = begin;
        this.firstEntry = books.firstEntryFrom(DateSpan.EARLIEST).orElse(on);
        LocalDate first = begin.isStart() ? lowest() : begin.day();
        LocalDate last = books.incomes(new DateSpan(on, DateSpan.ALWAYS.endExclusive())).stream()
                .map(Income::date)
                .max(Comparator.naturalOrder())
                .filter(firstEntry::isBefore)
                .orElse(firstEntry.isAfter(on) ? firstEntry : on);
        LocalDate from = begin.isStart() ? beforeTakeover(first).minusDays(reach()) : first;
        LocalDate to = horizon(last.plusDays(reach()));
        this.recognition = new Recognition(plan, books, begin.past().pay(), from, to);
        this.facts = recognition.facts();
        paidSources.addAll(begin.past().pay().paidSources());
        facts.stream()
                .filter(PaydayFact::isPaid)
                .forEach(fact -> paidSources.add(fact.source().name()));
        this.firstPaid = begin.past()
                .pay()
                .firstPaid()
                .or(() -> facts.stream()
                        .flatMap(fact -> fact.payments().stream())
                        .map(Income::date)
                        .min(Comparator.naturalOrder()));
        Timeline cut = new Timeline(plan, facts, on, from, to);
        this.timeline = begin.isStart() ? cut : cut.beginning(begin.past().borders());
        this.firstPeriod =
                begin.isStart() ? timeline.containing(firstEntry).span().startInclusive() : begin.firstPeriod();
        this.bills = new BillLedger(plan, books, begin.past().bills(), first, firstEntry);
        this.incomes = new PayIncome(plan, timeline, facts, paidSources, new PayIncome.Days(on, judged, firstPeriod));
        incomes.paidEarlier(begin.past().pay().paidSources());
        this.destinations = new Destinations(plan, books, timeline, firstEntry, bills);
        this.billsIn = new ConcurrentHashMap<>();
    }

    /** Takes over what was reckoned, with books in which other entries are merely spent. */
    private Reckoning(Reckoning same, Books books) {
        this.plan = same.plan;
        this.books = books;
        this.on = same.on;
        this.judged = same.judged;
        this.firstEntry = same.firstEntry;
        this.firstPeriod = same.firstPeriod;
        this.begin = same.begin;
        this.facts = same.facts;
        this.recognition = same.recognition;
        this.timeline = same.timeline;
        this.bills = same.bills;
        this.incomes = same.incomes;
        this.destinations = new Destinations(plan, books, timeline, firstEntry, bills);
        this.paidSources.addAll(same.paidSources);
        this.firstPaid = same.firstPaid;
        this.billsIn = same.billsIn;
    }

    /** Returns the same with other books that differ in nothing paydays, bills or earlier periods follow from. */
    Reckoning over(Books all, LocalDate today) {
        return new Reckoning(this, new GapBooks(AsOfBooks.of(all, on, today)));
    }

    /** Reckons from a kept point where that is true for the day, else from the first entry. */
    static Reckoning of(BudgetPlan plan, Books books, LocalDate on, LocalDate today, FoldPoint kept) {
        if (!kept.isStart() && kept.isTrueFor(AsOfBooks.of(books, on, today), on, today)) {
            Reckoning reckoning = new Reckoning(plan, books, on, today, kept);
            if (kept.past().assumedUnpaid().stream().noneMatch(reckoning.paidSources::contains)) {
                return reckoning;
            }
        }
        return new Reckoning(plan, books, on, today, FoldPoint.START);
    }

    private LocalDate lowest() {
        LocalDate lowest = firstEntry.isBefore(on) ? firstEntry : on;
        for (LocalDate day : plan.limits().rollingOver().values()) {
            lowest = day.isBefore(lowest) ? day : lowest;
        }
        LocalDate carry = plan.carry().from().orElse(lowest);
        return carry.isBefore(lowest) ? carry : lowest;
    }

    /** Without a payday of its own, an irregular primary source goes on from the last one of the source before it. */
    private LocalDate beforeTakeover(LocalDate day) {
        List<PaySource> primaries = Timeline.primaries(plan);
        LocalDate earliest = day;
        for (int i = 1; i < primaries.size(); i++) {
            LocalDate since = primaries.get(i).primaryFrom().orElseThrow();
            if (primaries.get(i).isIrregular() && since.isBefore(earliest)) {
                earliest = since;
            }
        }
        return earliest;
    }

    /** The next primary source's first paydays have to be known where the former's end. */
    private LocalDate horizon(LocalDate day) {
        return plan.sources().stream()
                .flatMap(source -> Stream.concat(source.primaryFrom().stream(), source.horizon().stream()))
                .filter(from -> from.isBefore(day.plusDays(2 * reach())))
                .filter(day::isBefore)
                .max(Comparator.naturalOrder())
                .orElse(day);
    }

    private long reach() {
        return 45
                + 2
                        * plan.sources().stream()
                                .filter(source -> !source.isIrregular())
                                .mapToLong(PayGrid::longestGap)
                                .max()
                                .orElse(0);
    }

    BudgetPlan plan() {
        return plan;
    }

    Books books() {
        return books;
    }

    LocalDate on() {
        return on;
    }

    LocalDate judged() {
        return judged;
    }

    LocalDate firstEntry() {
        return firstEntry;
    }

    LocalDate firstPeriod() {
        return firstPeriod;
    }

    FoldPoint begin() {
        return begin;
    }

    List<PaydayFact> facts() {
        return facts;
    }

    Recognition recognition() {
        return recognition;
    }

    Timeline timeline() {
        return timeline;
    }

    BillLedger bills() {
        return bills;
    }

    PayIncome incomes() {
        return incomes;
    }

    Set<String> paidSources() {
        return paidSources;
    }

    Optional<LocalDate> firstPaid() {
        return firstPaid;
    }

    /** Returns the period in which pots and carrying begin; none while no pay is recorded and no day is named. */
    Optional<LocalDate> carryBegins() {
        LocalDate end = timeline.containing(on).span().endExclusive();
        return plan.carry().from().or(() -> firstPaid).filter(end::isAfter).map(this::periodStart);
    }

    /** Returns the first day of the period of a day; of one before the kept point, some day before that. */
    LocalDate periodStart(LocalDate day) {
        return begin.isStart() || !day.isBefore(begin.day())
                ? timeline.containing(day).span().startInclusive()
                : day;
    }

    /** Returns the expenses of a period by where they go. */
    PeriodFlow flow(PayPeriod period) {
        return flows.computeIfAbsent(
                period.span().startInclusive(),
                start -> new PeriodFlow(period, books, destinations, bills.paymentsIn(period.span())));
    }

    private PeriodBills due(PayPeriod period) {
        List<BillRow> rows = new ArrayList<>();
        List<BillRow> letGo = new ArrayList<>();
        for (BillDues own : bills.dues()) {
            own.in(period, on, judged).forEach(due -> rows.add(row(own, due)));
            own.letGoIn(period.span(), on, judged).forEach(due -> letGo.add(row(own, due)));
        }
        rows.sort(Comparator.comparing(BillRow::due).thenComparing(BillRow::bill));
        return PeriodBills.of(rows, letGo, path -> destinations.potOf(path, period));
    }

    /** Nothing is owed in a period that was over when it is judged, and to add up needs no row of what was paid. */
    private PeriodBills owed(PayPeriod period) {
        if (!period.span().endExclusive().isAfter(judged)) {
            return PeriodBills.NONE;
        }
        List<BillRow> rows = new ArrayList<>();
        for (BillDues own : bills.dues()) {
            own.owedIn(period, on, judged).forEach(due -> rows.add(row(own, due)));
        }
        return PeriodBills.of(rows, List.of(), path -> destinations.potOf(path, period));
    }

    /** Returns what a period comes to, given what came into it. */
    PeriodState state(PayPeriod period, Inflow into) {
        return state(period, into, billsIn.computeIfAbsent(period.span().startInclusive(), start -> due(period)));
    }

    /** Returns the same without the rows of bills that are not owed. */
    PeriodState sums(PayPeriod period, Inflow into) {
        return state(period, into, owed(period));
    }

    private PeriodState state(PayPeriod period, Inflow into, PeriodBills due) {
        PeriodFlow flow = flow(period);
        long stillDue = due.owed();
        List<SetAsideRow> setAsides = new ArrayList<>();
        Map<String, Long> nextPots = new HashMap<>();
        long givenBack = 0;
        List<SetAside> next = destinations.inForce(timeline.after(period));
        for (SetAside one : destinations.inForce(period)) {
            SetAsideRow row = row(one, period, flow, due.owedInPots(), into.pots());
            setAsides.add(row);
            stillDue = Math.addExact(stillDue, row.stillDue().minorUnits());
            long rest = Math.max(
                    0,
                    row.pot()
                            .plus(row.amount())
                            .minus(row.used())
                            .minus(row.due())
                            .minorUnits());
            if (next.contains(one)) {
                nextPots.put(one.name(), rest);
            } else {
                givenBack = Math.addExact(givenBack, rest);
            }
        }
        long income = incomes.of(period, flow.totals());
        long left =
                Math.subtractExact(Math.subtractExact(Math.addExact(into.carried(), income), flow.paid()), stillDue);
        return new PeriodState(
                period,
                flow,
                into.carried(),
                income,
                due.rows(),
                due.letGo(),
                setAsides,
                due.potsOfBills(),
                incomes.spreadPayments(period.span()),
                stillDue,
                left,
                nextPots,
                givenBack);
    }

    private SetAsideRow row(
            SetAside one, PayPeriod period, PeriodFlow flow, Map<String, Long> dueInPots, Map<String, Long> pots) {
        SetAside.Amount stated = one.amountOn(period.span().lastDay()).orElseThrow();
        long amount = stated.perYear()
                ? stated.amount()
                        .scaled(1, timeline.paydaysPerYear(period.span().lastDay()))
                        .minorUnits()
                : stated.amount().minorUnits();
        long used = flow.used(
                one.name(), period.span().startInclusive(), period.span().endExclusive());
        long due = dueInPots.getOrDefault(one.name(), 0L);
        long pot = pots.getOrDefault(one.name(), 0L);
        long left = Math.max(0, amount - used - due);
        long fromPot = Math.min(pot, Math.max(0, used + due - amount));
        return new SetAsideRow(
                one.name(),
                one.category(),
                plan.money(amount),
                plan.money(used),
                plan.money(due),
                plan.money(left),
                plan.money(pot),
                plan.money(fromPot));
    }

    private BillRow row(BillDues own, LocalDate due) {
        Bill bill = own.bill();
        Optional<BillMemory.Paid> payment = own.payment(due);
        Money amount = plan.money(payment.map(BillMemory.Paid::amount)
                .orElseGet(() -> own.amountOn(due).orElse(0)));
        OptionalLong entry = payment.map(paid -> OptionalLong.of(paid.entry())).orElseGet(OptionalLong::empty);
        return new BillRow(bill.name(), due, amount, own.state(due, on, judged), bill.category(), entry);
    }

    /**
     * What is left at the beginning of a week is spread over its and the later weeks' days; what is overdrawn is not.
     */
    static long allowance(BudgetWeek week, long left) {
        if (left < 0) {
            return left;
        }
        long[] days = BudgetWeek.of(week.period()).stream()
                .skip(week.index())
                .mapToLong(later -> later.span().days())
                .toArray();
        return Apportionment.largestRemainder(left, days)[0];
    }
}
