package dev.payweek.report;

import dev.payweek.money.Money;
import dev.payweek.money.Ratio;
import dev.payweek.period.BudgetWeek;
import dev.payweek.period.DateSpan;
import dev.payweek.period.PayPeriod;
import dev.payweek.refusal.LedgerException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * The answer: what of the discretionary income has been spent since the last paycheck, on what, and what is left.
 *
 * <p>Entries dated after the report's date are not in {@code spent}; they are reported as {@code upcoming}. Amounts
 * that belong to the pay period come to a budget week as an exact allocation over days, so that the weeks of a period
 * sum to it.
 *
 * <pre>
 * discretionary           = income − reserved
 * remaining               = discretionary − spent
 * share spent             = spent ÷ discretionary
 * safe to spend per day   = remaining ÷ days left, rounded down; zero when nothing remains
 * </pre>
 *
 * <pre>{@code
 * budget.paidOn(PaySchedule.everyTwoWeeks(LocalDate.of(2026, 11, 20)));
 * budget.paycheck(Money.of("1500.00", "USD"), LocalDate.of(2026, 11, 20));
 * budget.reserve("Rent", Money.of("900.00", "USD"));
 * budget.spend(Money.of("162.40", "USD"), "Groceries", LocalDate.of(2026, 11, 22));
 * BudgetReport week = budget.weekOf(LocalDate.of(2026, 11, 22));
 * week.discretionary();        // 300.00 USD
 * week.remaining();            // 137.60 USD
 * week.shareSpent();           // 54.13 %
 * week.safeToSpendPerDay();    // 27.52 USD
 * }</pre>
 *
 * <p>Immutable and safe for use by any number of threads.
 *
 * @param asOf the day the report speaks of
 * @param view whose figures these are
 * @param week the budget week around the day
 * @param period the pay period around the day
 * @param paycheck the paycheck behind the period; its amount is that of the whole period
 * @param income what came in, or the paycheck expected when none has come
 * @param reserved what is set aside
 * @param discretionary what may be spent
 * @param spent what was spent of it, up to and with the day
 * @param upcoming what is already entered for later days of the stretch
 * @param remaining what is left; negative when overspent
 * @param shareSpent the part spent, to a ten-thousandth; above 1 when overspent, 0 unless there is something to spend
 * @param safeToSpendPerDay what can be spent each remaining day, today included
 * @param pace whether spending runs ahead of time
 * @param categories the groups in the order of their names, Other last, with what lies below them
 * @param uncategorised how many expenses of the stretch, up to and with the day, nobody has placed
 */
public record BudgetReport(
        LocalDate asOf,
        ReportView view,
        BudgetWeek week,
        PayPeriod period,
        ReportPaycheck paycheck,
        Money income,
        Money reserved,
        Money discretionary,
        Money spent,
        Money upcoming,
        Money remaining,
        Ratio shareSpent,
        Money safeToSpendPerDay,
        Pace pace,
        List<CategoryLine> categories,
        long uncategorised) {

    /** The most weeks or pay periods of one history, inclusive. */
    public static final int MAX_HISTORY = 600;

    /** Creates a report. */
    public BudgetReport {
        categories = List.copyOf(categories);
    }

    /**
     * Returns the report that a ledger gives for a day: a pure function of its arguments.
     *
     * @param asOf any day, past or future; the picture must hold what {@link ReportInput#daysNeeded} says
     */
    public static BudgetReport of(ReportInput picture, LocalDate asOf, ReportView view) {
        return of(picture, new RolloverFold(picture), asOf, view);
    }

    /** Returns the same for a ledger whose rollovers have been worked out. */
    static BudgetReport of(ReportInput picture, RolloverFold carrying, LocalDate asOf, ReportView view) {
        return new ReportMaker(picture, carrying, asOf, view).make();
    }

    /**
     * Returns the reports on the last weeks or pay periods, the newest first: that around the day as of the day, each
     * earlier one as of its last day.
     *
     * @param count how many, from 1 to {@link #MAX_HISTORY}; fewer where the days the core takes begin
     * @throws LedgerException if the count is out of range
     */
    public static List<BudgetReport> history(ReportInput picture, LocalDate asOf, ReportView view, int count) {
        if (count < 1 || count > MAX_HISTORY) {
            throw LedgerException.invalid(
                    "periods", "out_of_range", "The history has 1 to " + MAX_HISTORY + " periods.");
        }
        RolloverFold carrying = new RolloverFold(picture);
        List<BudgetReport> reports = new ArrayList<>();
        LocalDate day = asOf;
        while (reports.size() < count && !day.isBefore(DateSpan.EARLIEST)) {
            BudgetReport report = of(picture, carrying, day, view);
            reports.add(report);
            day = report.span().startInclusive().minusDays(1);
        }
        return reports;
    }

    /** Returns the days the figures are of: those of the week or of the period. */
    public DateSpan span() {
        return view == ReportView.WEEK ? week.span() : period.span();
    }

    /** Returns how many of those days are left, the report's own counted in: at least 1. */
    public long daysLeft() {
        return span().daysLeft(asOf);
    }
}
