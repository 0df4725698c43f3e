package dev.payweek.plan;

/**
 * What stretch of time an amount of the plan is meant for: {@code 100.00 USD} per week are 200.00 in a pay period of
 * fourteen days.
 *
 * <p>Immutable and safe for use by any number of threads.
 */
public enum Per {
    /** Seven days from payday. */
    WEEK,
    /** From one payday to before the next. */
    PERIOD
}
