package dev.payweek.report;

import dev.payweek.period.BudgetWeek;
import dev.payweek.period.PayPeriod;
import dev.payweek.plan.Per;
import dev.payweek.plan.SoftLimit;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Pay periods in a row in which nothing was spent, so that what their limits come to can be added up at once: a limit
 * is the same in all of them, and in weeks of one length.
 */
final class QuietPeriods {

    private final PayPeriod before;
    private final BudgetWeek[] weeks = new BudgetWeek[BudgetWeek.DAYS + 1];
    private final long[] weeksOfLength = new long[BudgetWeek.DAYS + 1];
    private long count;

    /**
     * Begins after a period.
     *
     * @param before the period after which these come, by whose last day the limits are known
     */
    QuietPeriods(PayPeriod before) {
        this.before = before;
    }

    /** Returns the period after which these come. */
    PayPeriod before() {
        return before;
    }

    void add(PayPeriod period) {
        count++;
        for (BudgetWeek week : period.weeks()) {
            int days = Math.toIntExact(week.span().days());
            weeks[days] = week;
            weeksOfLength[days]++;
        }
    }

    boolean isEmpty() {
        return count == 0;
    }

    /** Returns what a limit comes to in all of them, in minor units. */
    long sum(SoftLimit limit) {
        if (limit.per() == Per.PERIOD) {
            return Math.multiplyExact(count, limit.amount().minorUnits());
        }
        return Stream.of(weeks)
                .flatMap(week -> Optional.ofNullable(week).stream())
                .mapToLong(week -> Math.multiplyExact(
                        weeksOfLength[Math.toIntExact(week.span().days())],
                        limit.amountIn(week).minorUnits()))
                .reduce(0, Math::addExact);
    }
}
