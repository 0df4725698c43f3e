package dev.payweek.app;

import dev.payweek.budget.BudgetView;
import dev.payweek.ledger.Entry;
import dev.payweek.ledger.EntryKind;
import dev.payweek.plan.PaySource;
import dev.payweek.report.Paydays.Recognised;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * What income is pay since a source was changed that was not before, or the other way round.
 *
 * @param before which income was pay of which payday, by its number
 */
record RecognitionDiff(Map<Long, Recognised> before) {

    private static final int MOST_LISTED = 20;

    /** Copies what was. */
    RecognitionDiff {
        before = Map.copyOf(before);
    }

    /** Returns the source and, for each income of which the answer has changed, a line. */
    List<String> lines(PaySource source, BudgetView view) {
        Map<Long, Recognised> after = view.paydays().recognised();
        Set<Long> changed = new TreeSet<>(before.keySet());
        changed.addAll(after.keySet());
        changed.removeIf(id -> Objects.equals(before.get(id), after.get(id)));
        List<String> lines = new ArrayList<>(PlanText.lines(source));
        long pay = after.values().stream()
                .filter(one -> one.source().equals(source.name()))
                .count();
        lines.add(pay + (pay == 1 ? " income is" : " incomes are") + " its pay, " + changed.size() + " changed.");
        changed.stream()
                .limit(MOST_LISTED)
                .map(id -> line(view.getEntry(EntryKind.INCOME, id), after))
                .forEach(lines::add);
        if (changed.size() > MOST_LISTED) {
            lines.add("and " + (changed.size() - MOST_LISTED) + " more");
        }
        return lines;
    }

    private static String line(Entry income, Map<Long, Recognised> after) {
        Recognised now = after.get(income.id());
        return "  " + IncomeText.line(income) + "  " + (now == null ? "no longer pay" : IncomeText.pay(now));
    }
}
