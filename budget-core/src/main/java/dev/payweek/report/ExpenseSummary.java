package dev.payweek.report;

import dev.payweek.category.CategoryPath;
import dev.payweek.ledger.Expense;
import dev.payweek.ledger.MonthTotal;
import dev.payweek.ledger.Split;
import dev.payweek.money.Money;
import dev.payweek.money.Ratio;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Expenses added up: in all, by category and by month.
 *
 * <pre>{@code
 * budget.spend(Money.of("4.50", "USD"), "Corner Coffee", LocalDate.of(2026, 11, 21));
 * ExpenseSummary november = budget.summary(DateSpan.ofDays(LocalDate.of(2026, 11, 1), 30));
 * november.totalAmount();                    // 4.50 USD
 * november.byCategory().get(0).share();      // 100.00 %
 * }</pre>
 *
 * <p>Immutable and safe for use by any number of threads.
 *
 * @param totalCount how many expenses; one that is split counts once
 * @param totalAmount what they come to; refunds count as negative
 * @param byCategory by category, the largest amount first
 * @param byMonth by month, the earliest first
 */
public record ExpenseSummary(
        long totalCount, Money totalAmount, List<CategoryAmount> byCategory, List<MonthAmount> byMonth) {

    /**
     * One category's part.
     *
     * @param category the category itself, not what lies below it
     * @param count how many expenses; one with several parts in the category counts once
     * @param amount what they come to
     * @param share the part of all positive amounts; the shares of all categories sum to 1 unless nothing was spent
     */
    public record CategoryAmount(CategoryPath category, long count, Money amount, Ratio share) {}

    /**
     * One month's part.
     *
     * @param month the calendar month
     * @param count how many expenses
     * @param amount what they come to
     */
    public record MonthAmount(YearMonth month, long count, Money amount) {}

    private record Sum(long minorUnits, long count) {
        Sum plus(Sum other) {
            return new Sum(Math.addExact(minorUnits, other.minorUnits), count + other.count);
        }
    }

    /** Creates a summary. */
    public ExpenseSummary {
        byCategory = List.copyOf(byCategory);
        byMonth = List.copyOf(byMonth);
    }

    /**
     * Returns the summary of the totals, in the ledger's currency.
     *
     * @param splits the expenses among them that are split; the totals count each part of those
     */
    public static ExpenseSummary of(List<MonthTotal> totals, Collection<Expense> splits, Currency currency) {
        Sum all = totals.stream()
                .map(total -> new Sum(total.minorUnits(), total.count()))
                .reduce(new Sum(0, 0), Sum::plus);
        Map<CategoryPath, Sum> byCategory = sums(totals, MonthTotal::category);
        Map<YearMonth, Sum> byMonth = sums(totals, MonthTotal::month);
        for (Expense split : splits) {
            Map<CategoryPath, Long> parts =
                    split.splits().stream().collect(Collectors.groupingBy(Split::category, Collectors.counting()));
            Sum surplus = new Sum(0, 1 - split.splits().size());
            all = all.plus(surplus);
            byMonth.merge(YearMonth.from(split.date()), surplus, Sum::plus);
            parts.forEach((category, count) -> byCategory.merge(category, new Sum(0, 1 - count), Sum::plus));
        }
        List<Ratio> shares =
                Shares.of(byCategory.values().stream().map(Sum::minorUnits).toList());
        List<CategoryAmount> categories = new ArrayList<>();
        byCategory.forEach((category, sum) -> categories.add(new CategoryAmount(
                category, sum.count(), Money.ofMinor(sum.minorUnits(), currency), shares.get(categories.size()))));
        categories.sort(
                Comparator.comparing(CategoryAmount::amount).reversed().thenComparing(CategoryAmount::category));
        List<MonthAmount> months = byMonth.entrySet().stream()
                .map(entry -> new MonthAmount(
                        entry.getKey(),
                        entry.getValue().count(),
                        Money.ofMinor(entry.getValue().minorUnits(), currency)))
                .toList();
        return new ExpenseSummary(all.count(), Money.ofMinor(all.minorUnits(), currency), categories, months);
    }

    private static <K extends Comparable<K>> Map<K, Sum> sums(List<MonthTotal> totals, Function<MonthTotal, K> key) {
        return totals.stream()
                .collect(Collectors.toMap(
                        key, total -> new Sum(total.minorUnits(), total.count()), Sum::plus, TreeMap::new));
    }
}
