package dev.payweek.plan;

import dev.payweek.money.Money;

/** How spending stands to a soft limit. */
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
     * Returns how spending stands to a limit.
     *
     * @param nearPercent from which share on it is near, from 1 to 100
     */
    public static LimitStatus of(Money spent, Money limit, int nearPercent) {
        if (spent.compareTo(limit) > 0) {
            return OVER;
        }
        boolean near = spent.isPositive() && spent.compareTo(limit.scaled(nearPercent, 100)) >= 0;
        return near ? NEAR : WITHIN;
    }
}
