package dev.payweek.report;

import dev.payweek.category.CategoryPath;
import dev.payweek.ledger.DayTotal;
import dev.payweek.ledger.EntryKind;
import dev.payweek.money.Money;
import dev.payweek.period.BudgetWeek;
import dev.payweek.period.DateSpan;
import dev.payweek.period.PayCalendar;
import dev.payweek.period.PayPeriod;
import dev.payweek.plan.Per;
import dev.payweek.plan.Plan;
import dev.payweek.plan.SoftLimit;
import java.time.LocalDate;
import java.util.Currency;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What earlier stretches left over or overdrew, computed again from the entries each time it is asked.
 *
 * <p>A fold over the stretches of each limit, from the first that rolls over:
 *
 * <pre>
 * left          = limit + carry-in − spent in the whole stretch
 * next carry-in = left, as far as the rollover's policy and cap let it go on
 * </pre>
 *
 * A stretch is a week or a pay period, as the limit is stated. What is carried into a period comes to its weeks by
 * days.
 */
final class RolloverFold {

    private final PayCalendar calendar;
    private final Plan plan;
    private final Currency currency;
    private final Map<CategoryPath, Fold> folds = new HashMap<>();

    RolloverFold(ReportInput picture) {
        this.calendar = picture.calendar();
        this.plan = picture.plan();
        this.currency = picture.settings().currency();
        plan.rollingOver()
                .forEach((category, first) ->
                        folds.put(category, new Fold(category, first, spentByDay(picture, category))));
    }

    /** Returns when pay came and will come, made once for all reports on the ledger. */
    PayCalendar calendar() {
        return calendar;
    }

    private static NavigableMap<LocalDate, Long> spentByDay(ReportInput picture, CategoryPath category) {
        NavigableMap<LocalDate, Long> spent = new TreeMap<>();
        for (DayTotal total : picture.dayTotals()) {
            if (total.kind() == EntryKind.EXPENSE
                    && total.category().filter(own -> own.isWithin(category)).isPresent()) {
                spent.merge(total.date(), total.minorUnits(), Math::addExact);
            }
        }
        return spent;
    }

    /** Returns what comes into the week in exactly this category. */
    Money into(CategoryPath category, BudgetWeek week) {
        return Optional.ofNullable(folds.get(category))
                .map(fold -> fold.into(week))
                .orElse(Money.zero(currency));
    }

    /** Returns what comes into the pay period in exactly this category. */
    Money into(CategoryPath category, PayPeriod period) {
        return Optional.ofNullable(folds.get(category))
                .map(fold -> fold.into(period))
                .orElse(Money.zero(currency));
    }

    /** The fold of one category, as far as it has been asked. */
    private final class Fold {

        private final CategoryPath category;
        private final NavigableMap<LocalDate, Long> spentByDay;
        private final Map<LocalDate, Money> intoPeriod = new HashMap<>();
        private final Map<LocalDate, Money> intoWeek = new HashMap<>();
        private LocalDate reached;
        private Optional<SoftLimit> before = Optional.empty();
        private Money carried = Money.zero(currency);

        Fold(CategoryPath category, LocalDate first, NavigableMap<LocalDate, Long> spentByDay) {
            this.category = category;
            this.spentByDay = spentByDay;
            this.reached = calendar.periodContaining(first).span().startInclusive();
        }

        Money into(BudgetWeek week) {
            return known(intoWeek, week.span().startInclusive());
        }

        Money into(PayPeriod period) {
            return known(intoPeriod, period.span().startInclusive());
        }

        private Money known(Map<LocalDate, Money> into, LocalDate start) {
            while (!start.isBefore(reached)) {
                step(calendar.periodContaining(reached));
            }
            return into.getOrDefault(start, Money.zero(currency));
        }

        private void step(PayPeriod period) {
            reached = period.span().endExclusive();
            Optional<SoftLimit> limit = plan.limitOn(category, period.span().lastDay());
            if (limit.filter(governing -> governing.per() == Per.PAY_PERIOD).isPresent()) {
                Money in = in(limit.get());
                intoPeriod.put(period.span().startInclusive(), in);
                period.weeks().forEach(week -> intoWeek.put(week.span().startInclusive(), week.partOfPeriod(in)));
                carry(limit.get(), limit.get().amount(), in, period.span());
            } else {
                period.weeks().forEach(this::step);
                intoPeriod.put(
                        period.span().startInclusive(), into(period.weeks().get(0)));
            }
        }

        private void step(BudgetWeek week) {
            Optional<SoftLimit> limit = plan.governing(category, week);
            Money in = limit.map(this::in).orElse(Money.zero(currency));
            intoWeek.put(week.span().startInclusive(), in);
            limit.ifPresent(governing -> carry(governing, governing.amountIn(week), in, week.span()));
        }

        private Money in(SoftLimit limit) {
            boolean begins = !before.equals(Optional.of(limit));
            before = Optional.of(limit);
            return begins && limit.rollover().reset() ? Money.zero(currency) : carried;
        }

        private void carry(SoftLimit limit, Money amount, Money in, DateSpan span) {
            long spent = spentByDay.subMap(span.startInclusive(), span.endExclusive()).values().stream()
                    .reduce(0L, Math::addExact);
            carried = limit.rollover().carried(amount.plus(in).minus(Money.ofMinor(spent, currency)));
        }
    }
}
