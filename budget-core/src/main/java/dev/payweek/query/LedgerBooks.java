package dev.payweek.query;

import dev.payweek.category.CategoryPath;
import dev.payweek.ledger.DayTotal;
import dev.payweek.ledger.Entry;
import dev.payweek.ledger.EntryKind;
import dev.payweek.ledger.Expense;
import dev.payweek.ledger.Income;
import dev.payweek.ledger.Split;
import dev.payweek.period.DateSpan;
import dev.payweek.plan.Bill;
import dev.payweek.report.BillClaims;
import dev.payweek.report.Books;
import dev.payweek.store.EntryOrder;
import dev.payweek.store.EntryQuery;
import dev.payweek.store.EntryQuery.Only;
import dev.payweek.store.LedgerReader;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The books of a ledger that is open for reading: {@code new LedgerBooks(reader).incomes(span)}. For one thread, with
 * its reader.
 */
final class LedgerBooks implements Books {

    private final LedgerReader reader;
    private final Optional<KeptPayers> payers;

    LedgerBooks(LedgerReader reader) {
        this(reader, Optional.empty());
    }

    /** Opens the books of a ledger as it was recorded, of which is kept what may pay bills. */
    LedgerBooks(LedgerReader reader, KeptPayers payers) {
        this(reader, Optional.of(payers));
    }

    private LedgerBooks(LedgerReader reader, Optional<KeptPayers> payers) {
        this.reader = reader;
        this.payers = payers;
    }

    @Override
    public Optional<LocalDate> firstEntryFrom(LocalDate day) {
        DateSpan from = new DateSpan(day, DateSpan.ALWAYS.endExclusive());
        return Arrays.stream(EntryKind.values())
                .flatMap(kind ->
                        entries(EntryQuery.all(kind)
                                        .during(from)
                                        .ordered(EntryOrder.OLDEST_FIRST)
                                        .first(1))
                                .stream())
                .map(Entry::date)
                .min(Comparator.naturalOrder());
    }

    private List<Entry> entries(EntryQuery query) {
        List<Entry> found = new ArrayList<>();
        reader.forEachEntry(query, found::add);
        return found;
    }

    private List<Expense> expenses(EntryQuery query) {
        return entries(query).stream().map(Expense.class::cast).toList();
    }

    @Override
    public boolean hasIncome(DateSpan span) {
        return !entries(EntryQuery.all(EntryKind.INCOME)
                        .during(span)
                        .ordered(EntryOrder.OLDEST_FIRST)
                        .first(1))
                .isEmpty();
    }

    @Override
    public List<Income> incomes(DateSpan span) {
        return entries(EntryQuery.all(EntryKind.INCOME).during(span)).stream()
                .map(Income.class::cast)
                .toList();
    }

    @Override
    public List<Income> incomesById(Collection<Long> ids) {
        return found(ids, Income.class);
    }

    private <T extends Entry> List<T> found(Collection<Long> ids, Class<T> type) {
        return ids.stream()
                .flatMap(id -> reader.findEntry(id).stream())
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    @Override
    public List<DayTotal> dayTotals(DateSpan span) {
        return reader.dayTotals(span);
    }

    @Override
    public List<Expense> billCandidates(Collection<Bill> bills, DateSpan span) {
        return payers.map(own -> own.of(reader, bills, span, this::readCandidates))
                .orElseGet(() -> readCandidates(bills, span));
    }

    /** A bill with a match may be paid by any expense, so then all of the span are looked at, one by one. */
    private List<Expense> readCandidates(Collection<Bill> bills, DateSpan span) {
        if (bills.stream().anyMatch(bill -> bill.match().isPresent())) {
            BillClaims claims = new BillClaims(bills);
            List<Expense> found = new ArrayList<>();
            reader.forEachExpense(span, expense -> {
                if (claims.mayPay(expense)) {
                    found.add(expense);
                }
            });
            return found;
        }
        EntryQuery all = EntryQuery.all(EntryKind.EXPENSE).during(span);
        Map<Long, Expense> candidates = new LinkedHashMap<>();
        for (CategoryPath category :
                new TreeSet<>(bills.stream().map(Bill::category).toList())) {
            expenses(all.inCategory(category)).forEach(expense -> candidates.put(expense.id(), expense));
        }
        return List.copyOf(candidates.values());
    }

    @Override
    public List<Expense> refunds(DateSpan span) {
        return expenses(EntryQuery.all(EntryKind.EXPENSE).during(span).only(Only.REFUNDS));
    }

    @Override
    public List<Expense> refundsOf(Collection<Long> ids) {
        return ids.isEmpty() ? List.of() : reader.refundsOf(ids);
    }

    @Override
    public List<Expense> expensesById(Collection<Long> ids) {
        return found(ids, Expense.class);
    }

    /** The totals count parts, so what a split has more than one of in a category is taken off. */
    @Override
    public Map<CategoryPath, Long> counts(DateSpan span) {
        Map<CategoryPath, Long> counts = new HashMap<>();
        for (DayTotal total : reader.dayTotals(span)) {
            total.category().ifPresent(category -> add(counts, category, total.count()));
        }
        for (Expense split :
                expenses(EntryQuery.all(EntryKind.EXPENSE).during(span).only(Only.SPLIT))) {
            Map<CategoryPath, Long> parts = new HashMap<>();
            split.splits().stream().map(Split::category).forEach(category -> add(parts, category, 1));
            parts.forEach((category, count) -> counts.merge(category, 1 - count, Long::sum));
        }
        return counts;
    }

    private static void add(Map<CategoryPath, Long> counts, CategoryPath category, long count) {
        Optional<CategoryPath> level = Optional.of(category);
        while (level.isPresent()) {
            counts.merge(level.get(), count, Long::sum);
            level = level.get().parent();
        }
    }
}
