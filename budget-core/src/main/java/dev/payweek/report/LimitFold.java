package dev.payweek.report;

import dev.payweek.category.CategoryPath;
import dev.payweek.ledger.DayTotal;
import dev.payweek.money.Money;
import dev.payweek.period.BudgetWeek;
import dev.payweek.period.PayPeriod;
import dev.payweek.plan.Per;
import dev.payweek.plan.SoftLimit;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

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
    private LocalDate reached;

    LimitFold(Reckoning reckoning) {
        this.reckoning = reckoning;
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

    /** Goes on from what has been carried out of the periods before the one that begins on the day. */
    LimitFold(Reckoning reckoning, Map<String, CarriedLimit> before, LocalDate day) {
        this.reckoning = reckoning;
        this.firsts = reckoning.plan().limits().rollingOver();
        before.forEach((name, state) -> carried.put(CategoryPath.of(name), state));
        this.reached = day;
    }

    /** Goes on to a period, so that what comes into it and its weeks is known; periods have to be asked in order. */
    void advanceTo(PayPeriod period) {
        while (!reached.isAfter(period.span().startInclusive())) {
            PayPeriod current = reckoning.timeline().containing(reached);
            step(current);
            reached = current.span().endExclusive();
        }
    }

    /** Returns what has been carried out of the periods before the one that begins on the day. */
    Map<String, CarriedLimit> carriedBefore(LocalDate day) {
        while (reached.isBefore(day)) {
            PayPeriod current = reckoning.timeline().containing(reached);
            step(current);
            reached = current.span().endExclusive();
        }
        Map<String, CarriedLimit> all = new HashMap<>();
        carried.forEach((path, state) -> all.put(path.name(), state));
        return all;
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

    private void step(PayPeriod period) {
        Map<LocalDate, SpentByCategory> spent = spent(period);
        intoPeriod.clear();
        intoWeek.clear();
        firsts.forEach((category, first) -> {
            if (first.isBefore(period.span().endExclusive())) {
                step(category, period, spent);
            }
        });
    }

    /** Returns what was spent in each week of the period. */
    private Map<LocalDate, SpentByCategory> spent(PayPeriod period) {
        Map<LocalDate, SpentByCategory> spent = new HashMap<>();
        Map<LocalDate, SpentByCategory> ofDays = new HashMap<>();
        for (DayTotal total : reckoning.books().dayTotals(period.span())) {
            ofDays.computeIfAbsent(total.date(), day -> ofWeek(spent, period.weekContaining(day)))
                    .add(total);
        }
        return spent;
    }

    private static SpentByCategory ofWeek(Map<LocalDate, SpentByCategory> spent, BudgetWeek week) {
        return spent.computeIfAbsent(week.span().startInclusive(), start -> new SpentByCategory());
    }

    private void step(CategoryPath category, PayPeriod period, Map<LocalDate, SpentByCategory> spent) {
        Map<LocalDate, Money> weeks = intoWeek.computeIfAbsent(category, path -> new HashMap<>());
        Optional<SoftLimit> limit =
                reckoning.plan().limits().limitOn(category, period.span().lastDay());
        if (limit.filter(governing -> governing.per() == Per.PERIOD).isPresent()) {
            Money in = in(category, limit.get());
            intoPeriod.put(category, in);
            period.weeks().forEach(week -> weeks.put(week.span().startInclusive(), week.partOfPeriod(in)));
            long all =
                    spent.values().stream().mapToLong(week -> week.of(category)).reduce(0, Math::addExact);
            carry(category, limit.get(), limit.get().amount().plus(in), all);
            return;
        }
        for (BudgetWeek week : period.weeks()) {
            Optional<SoftLimit> own = reckoning.plan().limits().governing(category, week);
            Money in = own.map(governing -> in(category, governing))
                    .orElse(reckoning.plan().money(0));
            weeks.put(week.span().startInclusive(), in);
            intoPeriod.putIfAbsent(category, in);
            own.ifPresent(governing -> carry(
                    category,
                    governing,
                    governing.amountIn(week).plus(in),
                    ofWeek(spent, week).of(category)));
        }
    }

    private Money in(CategoryPath category, SoftLimit limit) {
        CarriedLimit state = carried.getOrDefault(category, CarriedLimit.NOTHING);
        boolean begins = !state.before().equals(Optional.of(limit));
        return reckoning.plan().money(begins && limit.rollover().reset() ? 0 : state.amount());
    }

    private void carry(CategoryPath category, SoftLimit limit, Money available, long spent) {
        Money left = available.minus(reckoning.plan().money(spent));
        carried.put(category, new CarriedLimit(limit.rollover().carried(left).minorUnits(), Optional.of(limit)));
    }
}
