package dev.payweek.report;

import dev.payweek.category.CategoryPath;
import dev.payweek.ledger.DayTotal;
import dev.payweek.ledger.Entry;
import dev.payweek.ledger.EntryKind;
import dev.payweek.ledger.Expense;
import dev.payweek.ledger.Income;
import dev.payweek.period.DateSpan;
import dev.payweek.plan.Bill;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/** Books over a list held in memory, by day. */
final class ListedBooks implements Books {

    private final NavigableMap<LocalDate, List<Entry>> byDay = new TreeMap<>();
    private final Map<Long, Entry> byId = new HashMap<>();
    private final Map<Long, List<Expense>> refunds = new HashMap<>();

    ListedBooks(Collection<? extends Entry> entries) {
        for (Entry entry : entries) {
            byDay.computeIfAbsent(entry.date(), day -> new ArrayList<>()).add(entry);
            byId.put(entry.id(), entry);
            if (entry instanceof Expense expense) {
                expense.refundOf()
                        .ifPresent(id -> refunds.computeIfAbsent(id, own -> new ArrayList<>())
                                .add(expense));
            }
        }
    }

    private Stream<Entry> in(DateSpan span) {
        return byDay.subMap(span.startInclusive(), span.endExclusive()).values().stream()
                .flatMap(List::stream);
    }

    private <T extends Entry> Stream<T> in(DateSpan span, Class<T> kind) {
        return in(span).filter(kind::isInstance).map(kind::cast);
    }

    private <T extends Entry> List<T> byId(Collection<Long> ids, Class<T> kind) {
        return ids.stream()
                .flatMap(id -> Optional.ofNullable(byId.get(id)).stream())
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    @Override
    public Optional<LocalDate> firstEntryFrom(LocalDate day) {
        return Optional.ofNullable(byDay.ceilingKey(day));
    }

    @Override
    public boolean hasIncome(DateSpan span) {
        return in(span, Income.class).findAny().isPresent();
    }

    @Override
    public List<Income> incomes(DateSpan span) {
        return in(span, Income.class).toList();
    }

    @Override
    public List<Income> incomesById(Collection<Long> ids) {
        return byId(ids, Income.class);
    }

    @Override
    public List<DayTotal> dayTotals(DateSpan span) {
        return in(span).flatMap(entry -> DayTotal.of(entry).stream()).toList();
    }

    @Override
    public List<Expense> billCandidates(Collection<Bill> bills, DateSpan span) {
        return in(span, Expense.class)
                .filter(expense -> bills.stream().anyMatch(bill -> isCandidate(bill, expense)))
                .toList();
    }

    private static boolean isCandidate(Bill bill, Expense expense) {
        Function<Bill, Boolean> byCategory = own ->
                expense.portions().stream().anyMatch(part -> part.category().isWithin(own.category()));
        return bill.match()
                .map(match -> match.holds(expense.details(), EntryKind.EXPENSE))
                .orElseGet(() -> byCategory.apply(bill));
    }

    @Override
    public List<Expense> refunds(DateSpan span) {
        return in(span, Expense.class)
                .filter(expense -> expense.refundOf().isPresent())
                .toList();
    }

    @Override
    public List<Expense> refundsOf(Collection<Long> ids) {
        return ids.stream()
                .flatMap(id -> refunds.getOrDefault(id, List.of()).stream())
                .toList();
    }

    @Override
    public List<Expense> expensesById(Collection<Long> ids) {
        return byId(ids, Expense.class);
    }

    @Override
    public Map<CategoryPath, Long> counts(DateSpan span) {
        Map<CategoryPath, Long> counts = new HashMap<>();
        in(span, Expense.class).forEach(expense -> {
            Set<CategoryPath> places = new HashSet<>();
            expense.portions().forEach(part -> {
                Optional<CategoryPath> level = Optional.of(part.category());
                while (level.isPresent()) {
                    places.add(level.get());
                    level = level.get().parent();
                }
            });
            places.forEach(place -> counts.merge(place, 1L, Long::sum));
        });
        return counts;
    }
}
