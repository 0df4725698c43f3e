package dev.payweek.report;

import dev.payweek.category.Categories;
import dev.payweek.category.CategoryPath;
import dev.payweek.ledger.DayTotal;
import dev.payweek.ledger.EntryKind;
import dev.payweek.ledger.Expense;
import dev.payweek.period.DateSpan;
import dev.payweek.period.PayPeriod;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * The expenses of one pay period, day by day, by where they go. Made from the totals of the days; only payments of
 * bills and refunds are looked at one by one, since they need not go where their category says.
 */
final class PeriodFlow {

    private final PayPeriod period;
    private final List<DayTotal> totals;
    private final Destinations destinations;
    private final NavigableMap<LocalDate, Long> all = new TreeMap<>();
    private final NavigableMap<LocalDate, Long> spent = new TreeMap<>();
    private final Map<String, NavigableMap<LocalDate, Long>> pots = new HashMap<>();
    private final Map<CategoryPath, NavigableMap<LocalDate, Long>> committed = new HashMap<>();

    PeriodFlow(PayPeriod period, Books books, Destinations destinations, List<Expense> payments) {
        this.period = period;
        this.destinations = destinations;
        this.totals = books.dayTotals(period.span());
        Map<CategoryPath, Destinations.Destination> own = new HashMap<>();
        for (DayTotal total : totals) {
            if (total.kind() == EntryKind.EXPENSE) {
                CategoryPath category = total.category().orElse(Categories.OTHER);
                all.merge(total.date(), total.minorUnits(), Math::addExact);
                add(
                        total.date(),
                        category,
                        total.minorUnits(),
                        own.computeIfAbsent(category, path -> destinations.own(path, period)));
            }
        }
        payments.forEach(this::move);
        books.refunds(period.span()).forEach(this::move);
    }

    private void move(Expense expense) {
        for (int i = 0; i < expense.portions().size(); i++) {
            CategoryPath category = expense.portions().get(i).category();
            var own = destinations.own(category, period);
            var real = destinations.of(expense, i, period);
            if (!own.equals(real)) {
                long amount = expense.portions().get(i).amount().minorUnits();
                add(expense.date(), category, -amount, own);
                add(expense.date(), category, amount, real);
            }
        }
    }

    private void add(LocalDate day, CategoryPath category, long amount, Destinations.Destination to) {
        if (to.committed()) {
            committed.computeIfAbsent(category, path -> new TreeMap<>()).merge(day, amount, Math::addExact);
        } else {
            spent.merge(day, amount, Math::addExact);
        }
        to.pot()
                .ifPresent(pot -> pots.computeIfAbsent(pot.name(), name -> new TreeMap<>())
                        .merge(day, amount, Math::addExact));
    }

    List<DayTotal> totals() {
        return totals;
    }

    /** Returns what was paid in the days, of whatever kind. */
    long paid(LocalDate startInclusive, LocalDate endExclusive) {
        return sum(all, startInclusive, endExclusive);
    }

    /** Returns what was spent in the days: what is not committed. */
    long spent(LocalDate startInclusive, LocalDate endExclusive) {
        return sum(spent, startInclusive, endExclusive);
    }

    /** Returns what of an expense's category, not of those below it, is committed in the days. */
    Map<CategoryPath, Long> committed(LocalDate startInclusive, LocalDate endExclusive) {
        Map<CategoryPath, Long> sums = new HashMap<>();
        committed.forEach((path, days) -> sums.put(path, sum(days, startInclusive, endExclusive)));
        return sums;
    }

    /** Returns what was taken from a set-aside in the days. */
    long used(String setAside, LocalDate startInclusive, LocalDate endExclusive) {
        return sum(pots.getOrDefault(setAside, new TreeMap<>()), startInclusive, endExclusive);
    }

    /** Returns what was paid in the whole period. */
    long paid() {
        return paid(period.span().startInclusive(), period.span().endExclusive());
    }

    /** Returns what was spent in a span of the period. */
    long spent(DateSpan span) {
        return spent(span.startInclusive(), span.endExclusive());
    }

    private static long sum(NavigableMap<LocalDate, Long> days, LocalDate startInclusive, LocalDate endExclusive) {
        return startInclusive.isBefore(endExclusive)
                ? days.subMap(startInclusive, true, endExclusive, false).values().stream()
                        .reduce(0L, Math::addExact)
                : 0;
    }
}
