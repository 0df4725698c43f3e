package dev.payweek.plan;

/** What stretch of time an amount of the plan is meant for. */
public enum Per {
    /** Seven days from payday. */
    WEEK,
    /** From one payday to before the next. */
    PAY_PERIOD
}
