package dev.payweek.ledger;

import dev.payweek.category.CategoryPath;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What one day holds of one kind and category. Stores keep these beside the entries, in the same transaction, so that a
 * report costs the same however long the ledger is.
 *
 * <pre>{@code
 * Entry coffee = budget.spend(Money.of("4.50", "USD"), "Corner Coffee", LocalDate.of(2026, 11, 21));
 * DayTotal total = DayTotal.of(coffee).get(0);
 * total.minorUnits();                  // 450
 * total.plus(total.negated()).count(); // 0
 * }</pre>
 *
 * <p>Immutable and safe for use by any number of threads.
 *
 * @param date the day
 * @param kind the kind of the entries
 * @param category the category; present for expenses only
 * @param minorUnits the sum of the amounts in the ledger's currency
 * @param count how many portions of entries
 * @param uncategorised how many of them nobody has placed
 */
public record DayTotal(
        LocalDate date,
        EntryKind kind,
        Optional<CategoryPath> category,
        long minorUnits,
        long count,
        long uncategorised) {

    /** Orders by day, kind and category, whatever the sums are. */
    public static final Comparator<DayTotal> BY_PLACE = Comparator.comparing(DayTotal::date)
            .thenComparing(DayTotal::kind)
            .thenComparing(total -> total.category().map(CategoryPath::name).orElse(""));

    /** Returns what an entry adds to its day: one part, or one for each split of an expense. */
    public static List<DayTotal> of(Entry entry) {
        if (entry instanceof Expense expense) {
            long uncategorised = expense.isUncategorised() ? 1 : 0;
            return expense.portions().stream()
                    .map(portion -> new DayTotal(
                            entry.date(),
                            EntryKind.EXPENSE,
                            Optional.of(portion.category()),
                            portion.amount().minorUnits(),
                            1,
                            uncategorised))
                    .toList();
        }
        return List.of(new DayTotal(
                entry.date(), entry.kind(), Optional.empty(), entry.amount().minorUnits(), 1, 0));
    }

    /** Returns the totals with those of the same day, kind and category added up, in that order; without empty ones. */
    public static List<DayTotal> summed(Stream<DayTotal> totals) {
        Map<DayTotal, DayTotal> sums = new TreeMap<>(BY_PLACE);
        totals.forEachOrdered(total -> sums.merge(total, total, DayTotal::plus));
        return sums.values().stream().filter(total -> total.count() != 0).toList();
    }

    /** Returns what an entry's removal adds: the same with the opposite sign. */
    public DayTotal negated() {
        return new DayTotal(date, kind, category, -minorUnits, -count, -uncategorised);
    }

    /**
     * Returns the sum of two totals of the same day, kind and category; the place is not looked at.
     *
     * @throws ArithmeticException if it is more than a {@code long} of minor units holds
     */
    public DayTotal plus(DayTotal other) {
        return new DayTotal(
                date,
                kind,
                category,
                Math.addExact(minorUnits, other.minorUnits),
                count + other.count,
                uncategorised + other.uncategorised);
    }
}
