package dev.payweek.period;

import dev.payweek.money.Money;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A seven-day slice of a pay period, counted from its payday; the last slice of a period may be a shorter stub.
 *
 * <pre>{@code
 * var november = DateSpan.ofDays(LocalDate.of(2026, 11, 1), 30);
 * BudgetWeek last = BudgetWeek.of(november).get(4);
 * last.span();                                    // [2026-11-29, 2026-12-01)
 * last.ofWeekly(Money.of("100.00", "USD"));       // 28.57 USD
 * last.partOfPeriod(Money.of("900.00", "USD"));   // 60.00 USD
 * }</pre>
 *
 * <p>Immutable and safe for use by any number of threads.
 *
 * @param period the days of the pay period it is part of
 * @param index its place in the period, from 0
 * @param span its days, one to seven
 */
public record BudgetWeek(DateSpan period, int index, DateSpan span) {

    /** The days of a full budget week. */
    public static final int DAYS = 7;

    /** Returns the weeks that a pay period is cut into, in order; they partition it. */
    public static List<BudgetWeek> of(DateSpan period) {
        long count = (period.days() + DAYS - 1) / DAYS;
        return IntStream.range(0, Math.toIntExact(count))
                .mapToObj(index -> at(period, index))
                .toList();
    }

    /** Returns the week that holds a day of the pay period. */
    static BudgetWeek containing(LocalDate day, DateSpan period) {
        return at(period, Math.toIntExact(ChronoUnit.DAYS.between(period.startInclusive(), day) / DAYS));
    }

    private static BudgetWeek at(DateSpan period, int index) {
        LocalDate start = period.startInclusive().plusDays((long) index * DAYS);
        LocalDate fullEnd = start.plusDays(DAYS);
        LocalDate end = fullEnd.isAfter(period.endExclusive()) ? period.endExclusive() : fullEnd;
        return new BudgetWeek(period, index, new DateSpan(start, end));
    }

    /** Returns whether the week is shorter than seven days. */
    public boolean isStub() {
        return span.days() < DAYS;
    }

    /**
     * Returns this week's part of an amount meant for the whole pay period, allocated by the days of its weeks. The
     * parts of all weeks sum exactly to the amount: 900.00 for 14 days is 450.00 and 450.00.
     */
    public Money partOfPeriod(Money amount) {
        long[] days = of(period).stream().mapToLong(week -> week.span().days()).toArray();
        return amount.allocate(days).get(index);
    }

    /**
     * Returns what an amount meant for seven days comes to in this week: all of it, or a stub's share by days, to the
     * nearest minor unit: 100.00 is 28.57 in a stub of two days.
     */
    public Money ofWeekly(Money amount) {
        return amount.allocate(span.days(), DAYS - span.days()).get(0);
    }
}
