package dev.payweek.report;

import dev.payweek.money.Apportionment;
import dev.payweek.money.Ratio;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/**
 * Shares of a whole that sum to exactly one: by largest remainder over the positive amounts. A credit has no share; it
 * is listed beside the pie.
 */
final class Shares {

    private static final long WHOLE = 10_000;

    private Shares() {}

    static List<Ratio> of(Collection<Long> minorUnits) {
        long[] weights =
                minorUnits.stream().mapToLong(units -> Math.max(0, units)).toArray();
        if (Arrays.stream(weights).allMatch(weight -> weight == 0)) {
            return minorUnits.stream().map(units -> Ratio.ZERO).toList();
        }
        return Arrays.stream(Apportionment.largestRemainder(WHOLE, weights))
                .mapToObj(Ratio::new)
                .toList();
    }
}
