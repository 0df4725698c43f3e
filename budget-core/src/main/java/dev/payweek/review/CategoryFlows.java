package dev.payweek.review;

import dev.payweek.category.CategoryPath;
import dev.payweek.ledger.Split;
import dev.payweek.money.Money;
import dev.payweek.period.DateSpan;
import dev.payweek.rule.RuleDiff.Flow;
import dev.payweek.rule.RuleDiff.PeriodFlows;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** Adds up what arrives in and leaves each category, in all and per pay period. */
final class CategoryFlows {

    private final Function<LocalDate, DateSpan> periodOf;
    private final Map<CategoryPath, Flow> all = new TreeMap<>();
    private final Map<DateSpan, Map<CategoryPath, Flow>> byPeriod =
            new TreeMap<>(Comparator.comparing(DateSpan::startInclusive).reversed());

    /** Expenses come by date, so that most are in the period of the one before. */
    private Optional<DateSpan> last = Optional.empty();

    CategoryFlows(Function<LocalDate, DateSpan> periodOf) {
        this.periodOf = periodOf;
    }

    void arrive(LocalDate day, Split part) {
        add(day, new Flow(part.category(), 1, 0, part.amount()));
    }

    void leave(LocalDate day, Split part) {
        add(day, new Flow(part.category(), 0, 1, part.amount().negated()));
    }

    private void add(LocalDate day, Flow flow) {
        DateSpan period = last.filter(span -> span.contains(day)).orElseGet(() -> periodOf.apply(day));
        last = Optional.of(period);
        all.merge(flow.category(), flow, CategoryFlows::sum);
        byPeriod.computeIfAbsent(period, span -> new TreeMap<>()).merge(flow.category(), flow, CategoryFlows::sum);
    }

    private static Flow sum(Flow one, Flow other) {
        Money change = one.change().plus(other.change());
        return new Flow(one.category(), one.arriving() + other.arriving(), one.leaving() + other.leaving(), change);
    }

    List<Flow> byCategory() {
        return List.copyOf(all.values());
    }

    List<PeriodFlows> byPayPeriod() {
        return byPeriod.entrySet().stream()
                .map(one ->
                        new PeriodFlows(one.getKey(), List.copyOf(one.getValue().values())))
                .toList();
    }
}
