package dev.payweek.query;

import dev.payweek.category.CategoryPath;
import dev.payweek.ledger.DayTotal;
import dev.payweek.ledger.Entry;
import dev.payweek.ledger.Expense;
import dev.payweek.ledger.Income;
import dev.payweek.ledger.Split;
import dev.payweek.period.DateSpan;
import dev.payweek.plan.Bill;
import dev.payweek.report.BillClaims;
import dev.payweek.report.Books;
import dev.payweek.store.Edit;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * What reports have asked about the entries of one version of a ledger, and what the answers were. What is asked again
 * is read no more, and what an entry written since makes of an answer is worked out: a report after a write reads
 * nothing of the ledger but the change.
 *
 * <p>Safe for use by any number of threads that read the version: {@code memory.over(books)}.
 */
final class EntryMemory {

    private static final int MOST_BY_ID = 500;
    private static final int MOST_REFUNDED = 50;

    private final Collection<Bill> bills;
    private final BillClaims claims;
    private final Map<LocalDate, Optional<LocalDate>> firsts = new ConcurrentHashMap<>();
    private final Map<DateSpan, Boolean> anyIncome = new ConcurrentHashMap<>();
    private final Map<DateSpan, List<Income>> incomes = new ConcurrentHashMap<>();
    private final Map<DateSpan, List<DayTotal>> totals = new ConcurrentHashMap<>();
    private final Map<DateSpan, List<Expense>> candidates = new ConcurrentHashMap<>();
    private final Map<DateSpan, List<Expense>> refunds = new ConcurrentHashMap<>();
    private final Map<DateSpan, Map<CategoryPath, Long>> counts = new ConcurrentHashMap<>();
    private final Map<Long, List<Expense>> refundsById = new ConcurrentHashMap<>();
    private final Map<Long, Optional<Entry>> byId = new ConcurrentHashMap<>();

    /** Creates the memory of a ledger with these bills, in which nothing has been asked yet. */
    EntryMemory(Collection<Bill> bills) {
        this(bills, new BillClaims(bills));
    }

    private EntryMemory(Collection<Bill> bills, BillClaims claims) {
        this.bills = bills;
        this.claims = claims;
    }

    private EntryMemory(EntryMemory before) {
        this(before.bills, before.claims);
        firsts.putAll(before.firsts);
        anyIncome.putAll(before.anyIncome);
        incomes.putAll(before.incomes);
        totals.putAll(before.totals);
        candidates.putAll(before.candidates);
        refunds.putAll(before.refunds);
        counts.putAll(before.counts);
        // Each new entry asks once for its own; those of long ago are asked for no more.
        if (before.refundsById.size() < MOST_REFUNDED) {
            refundsById.putAll(before.refundsById);
        }
        if (before.byId.size() < MOST_BY_ID) {
            byId.putAll(before.byId);
        }
    }

    /** Returns what the memory has become by changes of entries. */
    EntryMemory after(List<Edit<Entry>> edits) {
        EntryMemory after = new EntryMemory(this);
        for (Edit<Entry> edit : edits) {
            edit.before().ifPresent(entry -> after.takeIn(entry, false));
            edit.after().ifPresent(entry -> after.takeIn(entry, true));
        }
        return after;
    }

    private void takeIn(Entry entry, boolean comes) {
        LocalDate day = entry.date();
        // The first of many may have gone, or only one of those of its day.
        firsts.entrySet()
                .removeIf(asked -> !asked.getKey().isAfter(day)
                        && asked.getValue().filter(first -> first.isBefore(day)).isEmpty());
        if (byId.containsKey(entry.id())) {
            byId.put(entry.id(), comes ? Optional.of(entry) : Optional.empty());
        }
        List<DayTotal> own = DayTotal.of(entry).stream()
                .map(total -> comes ? total : total.negated())
                .toList();
        totals.replaceAll((span, sums) -> span.contains(day) ? plus(sums, own) : sums);
        if (entry instanceof Income income) {
            anyIncome.clear();
            incomes.replaceAll((span, some) -> span.contains(day) ? with(some, income, comes) : some);
        }
        if (entry instanceof Expense expense) {
            takeIn(expense, comes);
        }
    }

    /** Adds to a few of many sums, which is much less work than to add all up again. */
    private static List<DayTotal> plus(List<DayTotal> sums, List<DayTotal> more) {
        List<DayTotal> after = new ArrayList<>(sums);
        for (DayTotal one : more) {
            int place = 0;
            while (place < after.size() && !isOfPlace(after.get(place), one)) {
                place++;
            }
            DayTotal sum = place < after.size() ? after.remove(place).plus(one) : one;
            if (sum.count() != 0) {
                after.add(sum);
            }
        }
        return List.copyOf(after);
    }

    private static boolean isOfPlace(DayTotal one, DayTotal other) {
        return one.date().equals(other.date())
                && one.kind() == other.kind()
                && one.category().equals(other.category());
    }

    private void takeIn(Expense expense, boolean comes) {
        LocalDate day = expense.date();
        if (claims.mayPay(expense)) {
            candidates.replaceAll((span, some) -> span.contains(day) ? with(some, expense, comes) : some);
        }
        expense.refundOf().ifPresent(original -> {
            refunds.replaceAll((span, some) -> span.contains(day) ? with(some, expense, comes) : some);
            refundsById.computeIfPresent(original, (id, some) -> with(some, expense, comes));
        });
        counts.replaceAll((span, some) -> span.contains(day) ? counted(some, expense, comes ? 1 : -1) : some);
    }

    private static <T extends Entry> List<T> with(List<T> some, T entry, boolean comes) {
        List<T> others = new ArrayList<>(
                some.stream().filter(other -> other.id() != entry.id()).toList());
        if (comes) {
            others.add(entry);
        }
        return List.copyOf(others);
    }

    private static Map<CategoryPath, Long> counted(Map<CategoryPath, Long> some, Expense expense, long more) {
        Set<CategoryPath> touched = new HashSet<>();
        for (Split part : expense.portions()) {
            Optional<CategoryPath> level = Optional.of(part.category());
            while (level.isPresent()) {
                touched.add(level.get());
                level = level.get().parent();
            }
        }
        Map<CategoryPath, Long> sums = new HashMap<>(some);
        touched.forEach(path -> sums.merge(path, more, Long::sum));
        return Map.copyOf(sums);
    }

    /** Returns books that ask the others, of this version, only what is not known. */
    Books over(Books real) {
        return new RememberedBooks(real);
    }

    private final class RememberedBooks implements Books {

        private final Books real;

        RememberedBooks(Books real) {
            this.real = real;
        }

        @Override
        public Optional<LocalDate> firstEntryFrom(LocalDate day) {
            return firsts.computeIfAbsent(day, real::firstEntryFrom);
        }

        @Override
        public boolean hasIncome(DateSpan span) {
            return anyIncome.computeIfAbsent(span, real::hasIncome);
        }

        @Override
        public List<Income> incomes(DateSpan span) {
            return incomes.computeIfAbsent(span, real::incomes);
        }

        @Override
        public List<Income> incomesById(Collection<Long> ids) {
            return found(ids, Income.class, real::incomesById);
        }

        @Override
        public List<DayTotal> dayTotals(DateSpan span) {
            return totals.computeIfAbsent(span, real::dayTotals);
        }

        @Override
        public List<Expense> billCandidates(Collection<Bill> asked, DateSpan span) {
            return candidates.computeIfAbsent(span, days -> real.billCandidates(bills, days));
        }

        @Override
        public List<Expense> refunds(DateSpan span) {
            return refunds.computeIfAbsent(span, real::refunds);
        }

        @Override
        public List<Expense> refundsOf(Collection<Long> ids) {
            List<Long> unknown =
                    ids.stream().filter(id -> !refundsById.containsKey(id)).toList();
            if (!unknown.isEmpty()) {
                Map<Long, List<Expense>> found = new HashMap<>();
                for (Expense refund : real.refundsOf(unknown)) {
                    refund.refundOf()
                            .ifPresent(id -> found.computeIfAbsent(id, any -> new ArrayList<>())
                                    .add(refund));
                }
                unknown.forEach(id -> refundsById.put(id, List.copyOf(found.getOrDefault(id, List.of()))));
            }
            return ids.stream()
                    .distinct()
                    .flatMap(id -> refundsById.getOrDefault(id, List.of()).stream())
                    .toList();
        }

        @Override
        public List<Expense> expensesById(Collection<Long> ids) {
            return found(ids, Expense.class, real::expensesById);
        }

        private <T extends Entry> List<T> found(
                Collection<Long> ids, Class<T> type, Function<Collection<Long>, List<T>> ask) {
            List<T> found = new ArrayList<>();
            for (long id : ids) {
                Optional<Entry> entry = byId.get(id);
                if (entry == null) {
                    // What is of another kind is not known by this, and is asked again.
                    Optional<T> own = ask.apply(List.of(id)).stream().findFirst();
                    own.ifPresent(one -> byId.put(id, Optional.of(one)));
                    own.ifPresent(found::add);
                } else {
                    entry.filter(type::isInstance).map(type::cast).ifPresent(found::add);
                }
            }
            return found;
        }

        @Override
        public Map<CategoryPath, Long> counts(DateSpan span) {
            return counts.computeIfAbsent(span, real::counts);
        }
    }
}
