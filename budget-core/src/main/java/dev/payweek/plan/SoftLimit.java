package dev.payweek.plan;

import dev.payweek.category.CategoryPath;
import dev.payweek.money.Money;
import dev.payweek.period.BudgetWeek;
import dev.payweek.period.DateSpan;
import dev.payweek.refusal.Validation;
import java.time.LocalDate;

/**
 * How much a person means to spend in a category. Going over is shown, never refused.
 *
 * <p>Stated per week or per pay period; the other view is derived by allocating over days, so that the weeks of a
 * period sum exactly to the period: 100.00 per week is 200.00 in a period of fourteen days.
 *
 * <pre>{@code
 * SoftLimit fun = budget.limit("Fun", Money.of("120.00", "USD"), Per.WEEK);
 * fun.from();                                                       // 2026-11-22
 * budget.limit("Fun", Money.of("-1.00", "USD"), Per.WEEK);          // refused: A limit must be zero or more.
 * }</pre>
 *
 * <p>Immutable and safe for use by any number of threads.
 *
 * @param category what it limits, with everything below
 * @param amount the limit, zero or more
 * @param per what stretch the amount is meant for
 * @param from the first day it applies to, inclusive; a later limit of the same category takes over from its own day
 * @param rollover what becomes of what a stretch leaves over or overdraws
 */
public record SoftLimit(CategoryPath category, Money amount, Per per, LocalDate from, Rollover rollover) {

    /** Creates a limit; refuses an amount below zero or beyond the range, a foreign cap, a day outside 1900–2200. */
    public SoftLimit {
        var checks = new Validation();
        checks.that(!amount.isNegative(), "amount", "negative", "A limit must be zero or more.");
        checks.that(
                amount.isInRange(),
                "amount",
                "out_of_range",
                "The limit " + amount + " is beyond the range of amounts.");
        checks.that(
                rollover.cap()
                        .filter(cap -> !cap.currency().equals(amount.currency()))
                        .isEmpty(),
                "cap",
                "currency",
                "The cap must be in the limit's currency.");
        DateSpan.check(checks, "from", from);
        checks.refuseIfAny();
    }

    /** Creates a limit of which nothing rolls over. */
    public SoftLimit(CategoryPath category, Money amount, Per per, LocalDate from) {
        this(category, amount, per, from, Rollover.NONE);
    }

    /** Returns the same limit with another rollover. */
    public SoftLimit with(Rollover other) {
        return new SoftLimit(category, amount, per, from, other);
    }

    /** Returns the same limit on another category. */
    public SoftLimit on(CategoryPath other) {
        return new SoftLimit(other, amount, per, from, rollover);
    }

    /** Returns what the limit comes to in a budget week: for one stated per pay period its part by days. */
    public Money amountIn(BudgetWeek week) {
        return per == Per.WEEK ? week.ofWeekly(amount) : week.partOfPeriod(amount);
    }
}
