package dev.payweek.ledger;

import static java.util.Comparator.comparing;

import dev.payweek.category.CategoryPath;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What one month holds of the expenses in one category.
 *
 * <pre>{@code
 * Entry coffee = budget.spend(Money.of("4.50", "USD"), "Corner Coffee", LocalDate.of(2026, 11, 21));
 * MonthTotal november = MonthTotal.of(DayTotal.of(coffee)).get(0);
 * november.month();         // 2026-11
 * november.minorUnits();    // 450
 * }</pre>
 *
 * <p>Immutable and safe for use by any number of threads.
 *
 * @param month the calendar month
 * @param category the category
 * @param minorUnits the sum of the amounts in the ledger's currency
 * @param count how many portions of expenses
 */
public record MonthTotal(YearMonth month, CategoryPath category, long minorUnits, long count) {

    /** Returns the expenses of the days summed by month and category, in that order. */
    public static List<MonthTotal> of(Collection<DayTotal> days) {
        record Key(YearMonth month, CategoryPath category) {}
        Map<Key, MonthTotal> totals = new TreeMap<>(
                comparing(Key::month).thenComparing(key -> key.category().name()));
        for (DayTotal day : days) {
            day.category().ifPresent(category -> {
                YearMonth month = YearMonth.from(day.date());
                MonthTotal total = new MonthTotal(month, category, day.minorUnits(), day.count());
                totals.merge(new Key(month, category), total, MonthTotal::plus);
            });
        }
        return List.copyOf(totals.values());
    }

    private MonthTotal plus(MonthTotal other) {
        return new MonthTotal(
                month, category, Math.addExact(minorUnits, other.minorUnits), Math.addExact(count, other.count));
    }
}
