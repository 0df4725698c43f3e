package dev.payweek.period;

import java.time.LocalDate;
import java.util.List;

/**
 * The days from one payday to before the next, such as {@code [2026-11-20, 2026-12-04)}.
 *
 * <p>Identified by its start. Sliced into budget weeks of seven days counted from the payday; the last may be shorter.
 *
 * <pre>{@code
 * budget.paidOn(PaySchedule.everyTwoWeeks(LocalDate.of(2026, 11, 20)));
 * PayPeriod period = budget.answer(LocalDate.of(2026, 11, 30)).period().period();
 * period.weekContaining(LocalDate.of(2026, 11, 30)).span();    // [2026-11-27, 2026-12-04)
 * }</pre>
 *
 * <p>Immutable and safe for use by any number of threads.
 *
 * @param payday the payday it begins with
 * @param span its days; starts on the payday
 */
public record PayPeriod(Payday payday, DateSpan span) {

    /** Returns the budget weeks in order; they partition the period. */
    public List<BudgetWeek> weeks() {
        return BudgetWeek.of(span);
    }

    /**
     * Returns the budget week that holds the day.
     *
     * @throws IllegalArgumentException if the day is not in this period
     */
    public BudgetWeek weekContaining(LocalDate day) {
        if (!span.contains(day)) {
            throw new IllegalArgumentException(day + " is not in " + span);
        }
        return BudgetWeek.containing(day, span);
    }
}
