package dev.payweek.report;

import dev.payweek.category.CategoryPath;
import dev.payweek.ledger.DayTotal;
import dev.payweek.ledger.Entry;
import dev.payweek.ledger.Expense;
import dev.payweek.ledger.Income;
import dev.payweek.period.DateSpan;
import dev.payweek.plan.Bill;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The entries of a ledger, as far as a report asks about them. Each question is about a span of days or a few ids, so
 * that a store can answer from what it keeps beside the entries and a report costs the same however long the ledger is.
 *
 * <pre>{@code
 * Entry coffee = budget.spend(Money.of("4.50", "USD"), "Corner Coffee", LocalDate.of(2026, 11, 21));
 * Books books = Books.of(List.of(coffee));
 * books.dayTotals(DateSpan.of(LocalDate.of(2026, 11, 21))).size();    // 1
 * books.firstEntryFrom(LocalDate.of(2026, 11, 22));                   // Optional.empty
 * }</pre>
 *
 * <p>An implementation answers from one state of the ledger; the one of {@link #of} is immutable and safe for use by
 * any number of threads.
 */
public interface Books {

    /** Returns the day of the earliest entry on or after the day, of whatever kind. */
    Optional<LocalDate> firstEntryFrom(LocalDate day);

    /** Returns whether there is any income in the span. */
    boolean hasIncome(DateSpan span);

    /** Returns the incomes of the span, in any order. */
    List<Income> incomes(DateSpan span);

    /** Returns the incomes of these ids that exist, in any order. */
    List<Income> incomesById(Collection<Long> ids);

    /** Returns the totals of the days of the span, by kind and category; several of one place add up. */
    List<DayTotal> dayTotals(DateSpan span);

    /**
     * Returns at least the expenses of the span that can pay one of the bills: of which its match holds, or which have
     * a part in its category or below when it has no match. Others may be among them.
     */
    List<Expense> billCandidates(Collection<Bill> bills, DateSpan span);

    /** Returns the expenses of the span that are refunds of others, in any order. */
    List<Expense> refunds(DateSpan span);

    /** Returns the refunds of these expenses, of any day. */
    List<Expense> refundsOf(Collection<Long> ids);

    /** Returns the expenses of these ids that exist, in any order. */
    List<Expense> expensesById(Collection<Long> ids);

    /**
     * Returns how many expenses of the span lie in each category or below it; one with several parts in a category
     * counts there once.
     */
    Map<CategoryPath, Long> counts(DateSpan span);

    /** Returns the books of a list of entries. */
    static Books of(Collection<? extends Entry> entries) {
        return new ListedBooks(entries);
    }
}
