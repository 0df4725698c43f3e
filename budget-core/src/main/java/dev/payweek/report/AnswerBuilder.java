package dev.payweek.report;

import dev.payweek.ledger.Expense;
import dev.payweek.period.PayPeriod;
import dev.payweek.plan.BudgetPlan;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the report of a day rests on besides what is spent in its pay period: paydays, bills, and what comes into the
 * period. It stays the same while entries come and go that are {@linkplain #isMerelySpent merely spent} in the period,
 * as most are, so that the report after such a write costs no more than its own period.
 *
 * <pre>{@code
 * var plan = BudgetPlan.of(Money.currency("USD"));
 * LocalDate today = LocalDate.of(2026, 11, 22);
 * Entry old = budget.spend(Money.of("4.50", "USD"), "Coffee", LocalDate.of(2026, 1, 2));
 * var basis = AnswerBuilder.of(plan, Books.of(List.of(old)), new AnswerBuilder.Days(today, today), FoldPoint.START);
 * Expense tea = (Expense) budget.spend(Money.of("2.00", "USD"), "Tea", today);
 * var books = Books.of(List.of(old, tea));
 * basis.isMerelySpent(tea, books);             // true
 * basis.answer(books).period().spent();        // 2.00 USD
 * }</pre>
 *
 * <p>Immutable and safe for use by any number of threads, each with books of its own.
 */
public final class AnswerBuilder {

    private final Reckoning reckoning;
    private final LocalDate today;
    private final PayPeriod period;
    private final Inflow into;
    private final Map<String, CarriedLimit> limits;

    /**
     * Which report: {@code new AnswerBuilder.Days(yesterday, today)}.
     *
     * <p>Immutable and safe for use by any number of threads.
     *
     * @param on the day it is of
     * @param today the day on which it is asked
     */
    public record Days(LocalDate on, LocalDate today) {}

    AnswerBuilder(Reckoning reckoning, LocalDate today) {
        this.reckoning = reckoning;
        this.today = today;
        this.period = reckoning.timeline().containing(reckoning.on());
        this.into = new PotFold(reckoning).into(period);
        this.limits =
                Map.copyOf(new LimitFold(reckoning).carriedBefore(period.span().startInclusive()));
    }

    /** Returns the basis, going on from a kept point where that is true for the day. */
    public static AnswerBuilder of(BudgetPlan plan, Books books, Days days, FoldPoint kept) {
        return new AnswerBuilder(Reckoning.of(plan, books, days.on(), days.today(), kept), days.today());
    }

    /** Returns the report, from the books this was made of or others that differ in what is merely spent. */
    public Answer answer(Books books) {
        return new AnswerMaker(reckoning.over(books, today), period, into, limits).make();
    }

    /** Returns whether such an expense makes no difference to this, but only to what is spent. */
    public boolean isMerelySpent(Expense expense, Books books) {
        LocalDate start = period.span().startInclusive();
        return !expense.date().isBefore(start)
                && reckoning.firstEntry().isBefore(start)
                && expense.refundOf().isEmpty()
                && !reckoning.bills().claims().mayPay(expense)
                && reckoning.plan().billDecisions().stream()
                        .noneMatch(decision -> decision.paidBy().equals(Optional.of(expense.id())))
                && books.refundsOf(List.of(expense.id())).isEmpty();
    }
}
