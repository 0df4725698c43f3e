package dev.payweek.report;

import dev.payweek.category.CategoryPath;
import dev.payweek.ledger.DayTotal;
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
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * Books that remember what going over many periods asks for: the totals of each, the refunds of all of them, and where
 * days without entries begin and end, so that nothing is asked for where nothing happened. For one thread, as what it
 * asks is.
 */
final class GapBooks implements Books {

    private final Books all;
    private final TreeMap<LocalDate, LocalDate> gaps = new TreeMap<>();
    private final Map<DateSpan, List<DayTotal>> totals = new HashMap<>();
    private final TreeMap<LocalDate, List<Expense>> refunds = new TreeMap<>();
    private LocalDate refundsFrom = LocalDate.MAX;
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
        List<DayTotal> known = totals.get(span);
        if (known != null) {
            return known;
        }
        List<DayTotal> found = all.dayTotals(span);
        if (found.isEmpty()) {
            noteEmpty(span);
        } else {
            totals.put(span, found);
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
        LocalDate start = span.startInclusive();
        if (start.isBefore(refundsFrom)) {
            refunds.clear();
            all.refunds(new DateSpan(start, DateSpan.ALWAYS.endExclusive()))
                    .forEach(refund -> refunds.computeIfAbsent(refund.date(), day -> new ArrayList<>())
                            .add(refund));
            refundsFrom = start;
        }
        return refunds.subMap(start, span.endExclusive()).values().stream()
                .flatMap(List::stream)
                .toList();
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
