package dev.payweek.report;

import dev.payweek.money.Money;
import dev.payweek.money.Ratio;
import dev.payweek.period.PayPeriod;
import java.util.Optional;

/**
 * The figures of a pay period.
 *
 * <pre>
 * left          = carried in + income − paid out − planned − still due
 * committed     = still due + what of paid out and planned is bills, set-asides or non-discretionary
 * discretionary = carried in + income − committed
 * left          = discretionary − spent − upcoming
 * </pre>
 *
 * <pre>{@code
 * var plan = BudgetPlan.of(Money.currency("USD"));
 * var day = LocalDate.of(2026, 11, 22);
 * PeriodFigures november = Answer.of(plan, Books.of(List.of()), day, day).period();
 * november.period().span();    // [2026-11-01, 2026-12-01)
 * november.left();             // 0.00 USD
 * }</pre>
 *
 * <p>Immutable and safe for use by any number of threads.
 *
 * @param period the period
 * @param daysLeft how many of its days are left, the report's own counted in
 * @param carriedIn what the period before left over or overdrew
 * @param income what came in, is to come and is expected
 * @param committed what is off before anything is chosen
 * @param stillDue bills due or late and what is left of set-asides, less what their pots pay
 * @param paidOut every expense up to and with the day
 * @param planned every expense entered for later days
 * @param discretionary what may be spent
 * @param spent what of paid out is not committed
 * @param upcoming what of planned is not committed
 * @param left what is left
 * @param safePerDay what can be spent each day left without a bill bouncing
 * @param shareSpent the part spent; absent unless there is something to spend
 * @param pace whether spending runs ahead of time
 */
public record PeriodFigures(
        PayPeriod period,
        long daysLeft,
        Money carriedIn,
        Money income,
        Money committed,
        Money stillDue,
        Money paidOut,
        Money planned,
        Money discretionary,
        Money spent,
        Money upcoming,
        Money left,
        Money safePerDay,
        Optional<Ratio> shareSpent,
        Pace pace) {}
