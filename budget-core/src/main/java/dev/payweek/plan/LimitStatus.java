package dev.payweek.plan;

import dev.payweek.money.Money;
import java.math.BigInteger;

/**
 * How spending stands to a soft limit.
 *
 * <pre>{@code
 * LimitStatus.of(Money.of("108.00", "USD"), Money.of("120.00", "USD"), 90);    // NEAR
 * LimitStatus.of(Money.of("120.00", "USD"), Money.of("120.00", "USD"), 90);    // NEAR
 * LimitStatus.of(Money.of("120.01", "USD"), Money.of("120.00", "USD"), 90);    // OVER
 * }</pre>
 *
 * <p>Immutable and safe for use by any number of threads.
 */
public enum LimitStatus {
    /** Below the share that counts as near. */
    WITHIN,
    /** At or above that share, and not over. */
    NEAR,
    /** More than the limit. */
    OVER,
    /** No limit is set. */
    NO_LIMIT;

    /**
     * Returns how spending stands to a limit; never {@link #NO_LIMIT}. Where nothing is spent, nothing is near.
     *
     * @param limit what may be spent, carry-in counted in; below zero when earlier stretches overdrew more
     * @param nearPercent from which share on it is near, from 1 to 100 per cent, inclusive
     * @throws dev.payweek.refusal.LedgerException if the currencies differ
     */
    public static LimitStatus of(Money spent, Money limit, int nearPercent) {
        if (spent.compareTo(limit) > 0) {
            return OVER;
        }
        return spent.isPositive() && isAtLeast(spent, nearPercent, limit) ? NEAR : WITHIN;
    }

    private static boolean isAtLeast(Money spent, int percent, Money limit) {
        BigInteger share = BigInteger.valueOf(spent.minorUnits()).multiply(BigInteger.valueOf(100));
        return share.compareTo(BigInteger.valueOf(limit.minorUnits()).multiply(BigInteger.valueOf(percent))) >= 0;
    }
}
