package dev.payweek.report;

import dev.payweek.category.CategoryPath;
import dev.payweek.ledger.DayTotal;
import dev.payweek.ledger.Expense;
import dev.payweek.ledger.Income;
import dev.payweek.period.DateSpan;
import dev.payweek.plan.Bill;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * Books that remember where days without entries begin and end, so that going over many periods in which nothing
 * happened asks for none of them. For one thread, as what it asks is.
 */
final class GapBooks implements Books {

    private final Books all;
    private final TreeMap<LocalDate, LocalDate> gaps = new TreeMap<>();
    private LocalDate emptyUntil = LocalDate.MIN;

    GapBooks(Books all) {
        this.all = all;
    }

    private boolean isEmpty(DateSpan span) {
        Map.Entry<LocalDate, LocalDate> gap = gaps.floorEntry(span.startInclusive());
        return gap != null && !gap.getValue().isBefore(span.endExclusive());
    }

    private <T> List<T> in(DateSpan span, Supplier<List<T>> question) {
        return isEmpty(span) ? List.of() : question.get();
    }

    @Override
    public List<DayTotal> dayTotals(DateSpan span) {
        if (isEmpty(span)) {
            return List.of();
        }
        List<DayTotal> found = all.dayTotals(span);
        if (found.isEmpty()) {
            noteEmpty(span);
        }
        return found;
    }

    /** One span without totals is nothing to ask more about; after a second one there may be many. */
    private void noteEmpty(DateSpan span) {
        LocalDate start = span.startInclusive();
        if (start.equals(emptyUntil)) {
            gaps.put(start, all.firstEntryFrom(start).orElse(LocalDate.MAX));
        }
        emptyUntil = span.endExclusive();
    }

    @Override
    public Optional<LocalDate> firstEntryFrom(LocalDate day) {
        return all.firstEntryFrom(day);
    }

    @Override
    public boolean hasIncome(DateSpan span) {
        return !isEmpty(span) && all.hasIncome(span);
    }

    @Override
    public List<Income> incomes(DateSpan span) {
        return in(span, () -> all.incomes(span));
    }

    @Override
    public List<Income> incomesById(Collection<Long> ids) {
        return all.incomesById(ids);
    }

    @Override
    public List<Expense> billCandidates(Collection<Bill> bills, DateSpan span) {
        return in(span, () -> all.billCandidates(bills, span));
    }

    @Override
    public List<Expense> refunds(DateSpan span) {
        return in(span, () -> all.refunds(span));
    }

    @Override
    public List<Expense> refundsOf(Collection<Long> ids) {
        return all.refundsOf(ids);
    }

    @Override
    public List<Expense> expensesById(Collection<Long> ids) {
        return all.expensesById(ids);
    }

    @Override
    public Map<CategoryPath, Long> counts(DateSpan span) {
        return isEmpty(span) ? Map.of() : all.counts(span);
    }
}
