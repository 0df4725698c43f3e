package dev.payweek.report;

import dev.payweek.money.Money;
import java.time.LocalDate;

/**
 * The answer in one line.
 *
 * <pre>{@code
 * var verdict = new Verdict(Verdict.State.FINE, Money.of("437.60", "USD"), LocalDate.of(2026, 12, 4), 12,
 *         Money.of("27.52", "USD"));
 * verdict.safeToday();    // 27.52 USD
 * }</pre>
 *
 * <p>Immutable and safe for use by any number of threads.
 *
 * @param state how it stands
 * @param leftUntilPayday what is left of the pay period
 * @param payday the day the period ends before
 * @param daysToPayday how many days are left, the report's own counted in
 * @param safeToday what can be spent on the day: the smaller of the week's and the period's
 */
public record Verdict(State state, Money leftUntilPayday, LocalDate payday, long daysToPayday, Money safeToday) {

    /** How it stands. */
    public enum State {
        /** Nothing is known of any income. */
        UNKNOWN,
        /** All is well. */
        FINE,
        /** The week is overspent, pay is missing, a bill is late, or spending runs ahead of what there is. */
        CAREFUL,
        /** The period is overspent. */
        OVER
    }
}
