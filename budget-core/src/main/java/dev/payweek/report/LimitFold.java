package dev.payweek.report;

import dev.payweek.category.CategoryPath;
import dev.payweek.ledger.DayTotal;
import dev.payweek.ledger.EntryKind;
import dev.payweek.money.Money;
import dev.payweek.period.BudgetWeek;
import dev.payweek.period.PayPeriod;
import dev.payweek.plan.Per;
import dev.payweek.plan.SoftLimit;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/**
 * What earlier stretches left over or overdrew of each limit that rolls over.
 *
 * <pre>
 * left          = limit + carry-in − spent in the whole stretch
 * next carry-in = left, as far as the rollover's policy and cap let it go on
 * </pre>
 *
 * A stretch is a week or a pay period, as the limit is stated. What is carried into a period comes to its weeks by
 * days.
 */
final class LimitFold {

    private final Reckoning reckoning;
    private final Map<CategoryPath, LocalDate> firsts;
    private final Map<CategoryPath, CarriedLimit> carried = new HashMap<>();
    private final Map<CategoryPath, Money> intoPeriod = new HashMap<>();
    private final Map<CategoryPath, Map<LocalDate, Money>> intoWeek = new HashMap<>();
    private final NavigableSet<LocalDate> changes = new TreeSet<>();
    private LocalDate reached;

    LimitFold(Reckoning reckoning) {
        this.reckoning = reckoning;
        this.changes.addAll(reckoning.plan().limits().beginnings());
        this.firsts = reckoning.plan().limits().rollingOver();
        FoldPoint begin = reckoning.begin();
        begin.past().limits().forEach((name, state) -> carried.put(CategoryPath.of(name), state));
        LocalDate end = reckoning.timeline().containing(reckoning.on()).span().endExclusive();
        this.reached = firsts.values().stream()
                .min(LocalDate::compareTo)
                .map(day -> begin.isStart() || day.isAfter(begin.day()) ? day : begin.day())
                .filter(day -> day.isBefore(end))
                .map(day -> reckoning.timeline().containing(day).span().startInclusive())
                .orElse(LocalDate.MAX);
    }

    /** Goes on to the period that is to be shown from what has been carried out of those before it. */
    LimitFold(Reckoning reckoning, Map<String, CarriedLimit> before) {
        this.reckoning = reckoning;
        this.firsts = reckoning.plan().limits().rollingOver();
        before.forEach((name, state) -> carried.put(CategoryPath.of(name), state));
        this.reached = LocalDate.MAX;
    }

    /** Looks at a period, so that what comes into it and into its weeks is known. */
    void show(PayPeriod period) {
        Map<LocalDate, SpentByCategory> spent = spent(period);
        for (CategoryPath category : begun(period)) {
            show(category, period, spent);
        }
    }

    /** Returns what has been carried out of the periods before the one that begins on the day. */
    Map<String, CarriedLimit> carriedBefore(LocalDate day) {
        Optional<QuietPeriods> quiet = Optional.empty();
        while (reached.isBefore(day)) {
            PayPeriod current = reckoning.timeline().containing(reached);
            Map<LocalDate, SpentByCategory> spent = spent(current);
            if (spent.isEmpty() && quiet.filter(run -> isSame(run, current)).isPresent()) {
                quiet.get().add(current);
            } else {
                quiet.ifPresent(this::carry);
                begun(current).forEach(category -> carry(category, current, spent));
                quiet = spent.isEmpty() ? Optional.of(new QuietPeriods(current)) : Optional.empty();
            }
            reached = current.span().endExclusive();
        }
        quiet.ifPresent(this::carry);
        Map<String, CarriedLimit> all = new HashMap<>();
        carried.forEach((path, state) -> all.put(path.name(), state));
        return all;
    }

    /** Whether no limit begins in the period that did not hold before the quiet ones. */
    private boolean isSame(QuietPeriods quiet, PayPeriod period) {
        LocalDate known = quiet.before().span().endExclusive();
        LocalDate next = changes.ceiling(known);
        return next == null || !next.isBefore(period.span().endExclusive());
    }

    /**
     * Limits are never negative, so that what is carried only rises while nothing is spent: to cut it off once at the
     * end is to do it in every period.
     */
    private void carry(QuietPeriods quiet) {
        if (quiet.isEmpty()) {
            return;
        }
        carried.replaceAll((category, state) -> reckoning
                .plan()
                .limits()
                .limitOn(category, quiet.before().span().lastDay())
                .map(limit ->
                        next(limit, in(category, limit).plus(reckoning.plan().money(quiet.sum(limit)))))
                .orElse(state));
    }

    private List<CategoryPath> begun(PayPeriod period) {
        return firsts.entrySet().stream()
                .filter(entry -> entry.getValue().isBefore(period.span().endExclusive()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Returns what comes into the period of exactly this category. */
    Money intoPeriod(CategoryPath category) {
        return intoPeriod.getOrDefault(category, reckoning.plan().money(0));
    }

    /** Returns what comes into a week of the period of exactly this category. */
    Money intoWeek(CategoryPath category, BudgetWeek week) {
        return intoWeek.getOrDefault(category, Map.of())
                .getOrDefault(week.span().startInclusive(), reckoning.plan().money(0));
    }

    /** Returns what was spent in each week of the period. */
    private Map<LocalDate, SpentByCategory> spent(PayPeriod period) {
        Map<LocalDate, SpentByCategory> spent = new HashMap<>();
        Map<LocalDate, SpentByCategory> ofDays = new HashMap<>();
        for (DayTotal total : reckoning.books().dayTotals(period.span())) {
            if (total.kind() != EntryKind.EXPENSE) {
                continue;
            }
            ofDays.computeIfAbsent(total.date(), day -> ofWeek(spent, period.weekContaining(day)))
                    .add(total);
        }
        return spent;
    }

    private static SpentByCategory ofWeek(Map<LocalDate, SpentByCategory> spent, BudgetWeek week) {
        return spent.computeIfAbsent(week.span().startInclusive(), start -> new SpentByCategory());
    }

    private void show(CategoryPath category, PayPeriod period, Map<LocalDate, SpentByCategory> spent) {
        Map<LocalDate, Money> weeks = intoWeek.computeIfAbsent(category, path -> new HashMap<>());
        Optional<SoftLimit> whole = ofPeriod(category, period);
        if (whole.isPresent()) {
            Money in = in(category, whole.get());
            intoPeriod.put(category, in);
            period.weeks().forEach(week -> weeks.put(week.span().startInclusive(), week.partOfPeriod(in)));
            return;
        }
        for (BudgetWeek week : period.weeks()) {
            Optional<SoftLimit> own = reckoning.plan().limits().governing(category, week);
            Money in = own.map(governing -> in(category, governing))
                    .orElse(reckoning.plan().money(0));
            weeks.put(week.span().startInclusive(), in);
            intoPeriod.putIfAbsent(category, in);
            own.ifPresent(limit -> carry(category, limit, limit.amountIn(week), of(category, week, spent)));
        }
    }

    private void carry(CategoryPath category, PayPeriod period, Map<LocalDate, SpentByCategory> spent) {
        Optional<SoftLimit> whole = ofPeriod(category, period);
        if (whole.isPresent()) {
            long all =
                    spent.values().stream().mapToLong(week -> week.of(category)).reduce(0, Math::addExact);
            carry(category, whole.get(), whole.get().amount(), all);
            return;
        }
        for (BudgetWeek week : period.weeks()) {
            reckoning
                    .plan()
                    .limits()
                    .governing(category, week)
                    .ifPresent(limit -> carry(category, limit, limit.amountIn(week), of(category, week, spent)));
        }
    }

    private Optional<SoftLimit> ofPeriod(CategoryPath category, PayPeriod period) {
        return reckoning
                .plan()
                .limits()
                .limitOn(category, period.span().lastDay())
                .filter(governing -> governing.per() == Per.PERIOD);
    }

    private static long of(CategoryPath category, BudgetWeek week, Map<LocalDate, SpentByCategory> spent) {
        SpentByCategory own = spent.get(week.span().startInclusive());
        return own == null ? 0 : own.of(category);
    }

    private Money in(CategoryPath category, SoftLimit limit) {
        CarriedLimit state = carried.getOrDefault(category, CarriedLimit.NOTHING);
        boolean begins = !state.before().equals(Optional.of(limit));
        return reckoning.plan().money(begins && limit.rollover().reset() ? 0 : state.amount());
    }

    private void carry(CategoryPath category, SoftLimit limit, Money amount, long spent) {
        Money available = amount.plus(in(category, limit));
        carried.put(category, next(limit, available.minus(reckoning.plan().money(spent))));
    }

    private static CarriedLimit next(SoftLimit limit, Money left) {
        return new CarriedLimit(limit.rollover().carried(left).minorUnits(), Optional.of(limit));
    }
}
