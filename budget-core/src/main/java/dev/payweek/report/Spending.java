package dev.payweek.report;

import dev.payweek.category.Categories;
import dev.payweek.category.CategoryPath;
import dev.payweek.ledger.DayTotal;
import dev.payweek.ledger.EntryKind;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The expenses of some days added up by category, in one walk through the totals of the days. */
final class Spending {

    /**
     * What was spent in exactly one category.
     *
     * @param uncategorised how many of the expenses nobody has placed
     */
    record Sum(long minorUnits, long count, long uncategorised) {

        private Sum plus(Sum other) {
            return new Sum(
                    Math.addExact(minorUnits, other.minorUnits),
                    count + other.count,
                    uncategorised + other.uncategorised);
        }
    }

    private final Map<CategoryPath, Sum> byCategory = new HashMap<>();

    private Spending() {}

    /** Adds up the days from one to before another; there may be none. */
    static Spending between(LocalDate startInclusive, LocalDate endExclusive, List<DayTotal> totals) {
        Spending spending = new Spending();
        for (DayTotal total : totals) {
            if (total.kind() == EntryKind.EXPENSE
                    && !total.date().isBefore(startInclusive)
                    && total.date().isBefore(endExclusive)) {
                spending.byCategory.merge(
                        total.category().orElse(Categories.OTHER),
                        new Sum(total.minorUnits(), total.count(), total.uncategorised()),
                        Sum::plus);
            }
        }
        return spending;
    }

    /** Returns the sums of the categories that have any. */
    Map<CategoryPath, Sum> byCategory() {
        return byCategory;
    }

    /** Returns what was spent where a person chooses to. */
    long discretionary(Categories categories) {
        return byCategory.entrySet().stream()
                .filter(entry -> categories.isDiscretionary(entry.getKey()))
                .mapToLong(entry -> entry.getValue().minorUnits())
                .reduce(0, Math::addExact);
    }

    /** Returns how many expenses nobody has placed. */
    long uncategorised() {
        return byCategory.values().stream().mapToLong(Sum::uncategorised).sum();
    }
}
