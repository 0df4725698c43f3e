package dev.payweek.report;

import dev.payweek.category.CategoryPath;
import dev.payweek.plan.SetAside;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The bills of one pay period, which stay as they are whatever else is spent.
 *
 * @param rows those paid or due in it, or late, by due day and name
 * @param letGo the due days that counted until the next one came in this period
 * @param owedInPots what is owed of bills whose categories belong to set-asides, by set-aside
 * @param potsOfBills the set-aside that each owed bill's category belongs to, by bill
 * @param owed what is owed in all
 */
record PeriodBills(
        List<BillRow> rows,
        List<BillRow> letGo,
        Map<String, Long> owedInPots,
        Map<String, String> potsOfBills,
        long owed) {

    static final PeriodBills NONE = new PeriodBills(List.of(), List.of(), Map.of(), Map.of(), 0);

    /** Adds up what is owed, by the set-aside that each category belongs to. */
    static PeriodBills of(List<BillRow> rows, List<BillRow> letGo, Function<CategoryPath, Optional<SetAside>> potOf) {
        Map<String, Long> inPots = new HashMap<>();
        Map<String, String> pots = new HashMap<>();
        long owed = 0;
        for (BillRow row : rows) {
            if (row.state().isOwed()) {
                owed = Math.addExact(owed, row.amount().minorUnits());
                potOf.apply(row.category()).ifPresent(pot -> {
                    inPots.merge(pot.name(), row.amount().minorUnits(), Math::addExact);
                    pots.put(row.bill(), pot.name());
                });
            }
        }
        return new PeriodBills(List.copyOf(rows), List.copyOf(letGo), Map.copyOf(inPots), Map.copyOf(pots), owed);
    }
}
