package dev.payweek.report;

import dev.payweek.category.CategoryPath;
import dev.payweek.ledger.DayTotal;
import dev.payweek.ledger.EntryKind;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What was spent in some days, in each category and all below it. */
final class SpentByCategory {

    private final Map<CategoryPath, Long> sums = new HashMap<>();

    /** Adds the expenses of a total that have a category. */
    void add(DayTotal total) {
        Optional<CategoryPath> level = total.kind() == EntryKind.EXPENSE ? total.category() : Optional.empty();
        while (level.isPresent()) {
            sums.merge(level.get(), total.minorUnits(), Math::addExact);
            level = level.get().parent();
        }
    }

    long of(CategoryPath category) {
        return sums.getOrDefault(category, 0L);
    }
}
