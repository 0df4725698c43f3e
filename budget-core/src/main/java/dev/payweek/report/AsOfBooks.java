package dev.payweek.report;

import dev.payweek.category.CategoryPath;
import dev.payweek.ledger.DayTotal;
import dev.payweek.ledger.Entry;
import dev.payweek.ledger.Expense;
import dev.payweek.ledger.Income;
import dev.payweek.period.DateSpan;
import dev.payweek.plan.Bill;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Books as they were at the end of a past day: without the entries dated after it and up to today. */
final class AsOfBooks implements Books {

    private final Books all;
    private final DateSpan hidden;

    private AsOfBooks(Books all, DateSpan hidden) {
        this.all = all;
        this.hidden = hidden;
    }

    /** Returns the books as of the day; the books themselves unless the day is past. */
    static Books of(Books all, LocalDate on, LocalDate today) {
        return on.isBefore(today) ? new AsOfBooks(all, new DateSpan(on.plusDays(1), today.plusDays(1))) : all;
    }

    private List<DateSpan> shown(DateSpan span) {
        List<DateSpan> shown = new ArrayList<>();
        LocalDate firstEnd = earlier(span.endExclusive(), hidden.startInclusive());
        if (span.startInclusive().isBefore(firstEnd)) {
            shown.add(new DateSpan(span.startInclusive(), firstEnd));
        }
        LocalDate again =
                hidden.endExclusive().isAfter(span.startInclusive()) ? hidden.endExclusive() : span.startInclusive();
        if (again.isBefore(span.endExclusive())) {
            shown.add(new DateSpan(again, span.endExclusive()));
        }
        return shown;
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    private <T> List<T> joined(DateSpan span, Function<DateSpan, List<T>> question) {
        return shown(span).stream()
                .flatMap(part -> question.apply(part).stream())
                .toList();
    }

    private <T extends Entry> List<T> shown(List<T> entries) {
        return entries.stream().filter(entry -> !hidden.contains(entry.date())).toList();
    }

    @Override
    public Optional<LocalDate> firstEntryFrom(LocalDate day) {
        Optional<LocalDate> first = all.firstEntryFrom(day);
        return first.filter(hidden::contains).isPresent() ? all.firstEntryFrom(hidden.endExclusive()) : first;
    }

    @Override
    public boolean hasIncome(DateSpan span) {
        return shown(span).stream().anyMatch(all::hasIncome);
    }

    @Override
    public List<Income> incomes(DateSpan span) {
        return joined(span, all::incomes);
    }

    @Override
    public List<Income> incomesById(Collection<Long> ids) {
        return shown(all.incomesById(ids));
    }

    @Override
    public List<DayTotal> dayTotals(DateSpan span) {
        return joined(span, all::dayTotals);
    }

    @Override
    public List<Expense> billCandidates(Collection<Bill> bills, DateSpan span) {
        return joined(span, part -> all.billCandidates(bills, part));
    }

    @Override
    public List<Expense> refunds(DateSpan span) {
        return joined(span, all::refunds);
    }

    @Override
    public List<Expense> refundsOf(Collection<Long> ids) {
        return shown(all.refundsOf(ids));
    }

    @Override
    public List<Expense> expensesById(Collection<Long> ids) {
        return shown(all.expensesById(ids));
    }

    @Override
    public Map<CategoryPath, Long> counts(DateSpan span) {
        Map<CategoryPath, Long> counts = new HashMap<>();
        shown(span).forEach(part -> all.counts(part).forEach((path, count) -> counts.merge(path, count, Long::sum)));
        return counts;
    }
}
