package dev.payweek.period;

import dev.payweek.money.Apportionment;
import dev.payweek.money.Money;
import java.time.temporal.ChronoUnit;

/**
 * A seven-day slice of a pay period, counted from its payday; the last slice of a period may be a shorter stub.
 *
 * @param period the pay period it is part of
 * @param index its place in the period, from 0
 * @param span its days, one to seven
 */
public record BudgetWeek(PayPeriod period, int index, DateSpan span) {

    /** The days of a full budget week. */
    public static final int DAYS = 7;

    /** Tells whether the week is shorter than seven days. */
    public boolean isStub() {
        return span.days() < DAYS;
    }

    /**
     * Returns this week's part of an amount meant for the whole pay period, allocated over the period's days. The parts of
     * all weeks sum exactly to the amount: 900.00 for 14 days is 450.00 and 450.00.
     */
    public Money partOfPeriod(Money amount) {
        long before = ChronoUnit.DAYS.between(period.span().startInclusive(), span.startInclusive());
        long days = period.span().days();
        long units = Apportionment.firstOfEqual(amount.minorUnits(), days, before + span.days())
                - Apportionment.firstOfEqual(amount.minorUnits(), days, before);
        return Money.ofMinor(units, amount.currency());
    }

    /** Returns what an amount meant for seven days comes to in this week: all of it, or a stub's share by days. */
    public Money ofWeekly(Money amount) {
        return Money.ofMinor(Apportionment.firstOfEqual(amount.minorUnits(), DAYS, span.days()), amount.currency());
    }
}
