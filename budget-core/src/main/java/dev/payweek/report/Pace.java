package dev.payweek.report;

import dev.payweek.money.Money;
import dev.payweek.period.DateSpan;
import java.time.LocalDate;

/**
 * Whether spending runs ahead of time.
 *
 * <p>With {@code elapsed} the days of the stretch up to and with the report's date and {@code days} all its days:
 *
 * <pre>
 * expected by now = discretionary × elapsed ÷ days
 * ahead by        = spent − expected by now          (negative when behind)
 * projected       = spent × days ÷ elapsed
 * </pre>
 *
 * each rounded half to even to a minor unit. For 300.00 a week and 162.40 spent by its third day: {@code 128.57},
 * {@code 33.83}, {@code 378.93}.
 *
 * <p>Immutable and safe for use by any number of threads.
 *
 * @param expectedByNow what an even pace would have spent
 * @param aheadBy how much more than that was spent; negative when less
 * @param projected what will be spent by the end of the stretch at the pace so far
 */
public record Pace(Money expectedByNow, Money aheadBy, Money projected) {

    static Pace of(Money spent, Money discretionary, long elapsed, long days) {
        Money expected = discretionary.scaled(elapsed, days);
        return new Pace(expected, spent.minus(expected), spent.scaled(days, elapsed));
    }

    /** Returns the pace of a stretch into which something is already entered for later days. */
    static Pace of(Money spent, Money upcoming, Money allowance, DateSpan span, LocalDate on) {
        long days = span.days();
        Pace even = of(spent, allowance, days - span.daysLeft(on) + 1, days);
        return new Pace(even.expectedByNow(), even.aheadBy(), even.projected().plus(upcoming));
    }
}
