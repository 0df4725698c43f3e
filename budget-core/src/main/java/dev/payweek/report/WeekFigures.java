package dev.payweek.report;

import dev.payweek.money.Money;
import dev.payweek.money.Ratio;
import dev.payweek.period.BudgetWeek;
import java.util.Optional;

/**
 * The figures of a budget week: what is left is spread over the days left, again each week.
 *
 * <pre>
 * L         = discretionary − spent before the week − upcoming after it
 * allowance = L × days of the week ÷ days from its first to the period's last
 * left      = allowance − spent − upcoming, those of the week
 * </pre>
 *
 * <pre>{@code
 * var plan = BudgetPlan.of(Money.currency("USD"));
 * var day = LocalDate.of(2026, 11, 22);
 * WeekFigures week = Answer.of(plan, Books.of(List.of()), day, day).week();
 * week.week().span();    // [2026-11-22, 2026-11-29)
 * week.daysLeft();       // 7
 * }</pre>
 *
 * <p>Immutable and safe for use by any number of threads.
 *
 * @param week the week
 * @param daysLeft how many of its days are left, the report's own counted in
 * @param allowance what may be spent in it; all of what is overdrawn
 * @param spent what was spent up to and with the day
 * @param upcoming what is entered for its later days
 * @param left what is left
 * @param safePerDay what can be spent each day left
 * @param shareSpent the part spent; absent unless there is something to spend
 * @param pace whether spending runs ahead of time
 */
public record WeekFigures(
        BudgetWeek week,
        long daysLeft,
        Money allowance,
        Money spent,
        Money upcoming,
        Money left,
        Money safePerDay,
        Optional<Ratio> shareSpent,
        Pace pace) {}
