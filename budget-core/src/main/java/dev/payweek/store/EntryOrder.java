package dev.payweek.store;

import dev.payweek.ledger.Entry;
import java.util.Comparator;

/**
 * The orders in which entries can be listed. Equal ones follow by id in the same direction, so that no order has ties:
 * of two coffees of {@code 4.50 USD}, {@link #SMALLEST_FIRST} lists that with the lower id first.
 *
 * <p>Immutable and safe for use by any number of threads.
 */
public enum EntryOrder {
    /** By date, the latest first. */
    NEWEST_FIRST(true, true),
    /** By date, the earliest first. */
    OLDEST_FIRST(true, false),
    /** By amount, the largest first. */
    LARGEST_FIRST(false, true),
    /** By amount, the smallest first. */
    SMALLEST_FIRST(false, false);

    private final boolean byDate;
    private final boolean descending;

    EntryOrder(boolean byDate, boolean descending) {
        this.byDate = byDate;
        this.descending = descending;
    }

    /** Returns whether the order is by date; else it is by amount. */
    public boolean isByDate() {
        return byDate;
    }

    /** Returns whether the greatest comes first. */
    public boolean isDescending() {
        return descending;
    }

    /** Returns what the entry is ordered by: days since 1970 or minor units. */
    public long keyOf(Entry entry) {
        return byDate ? entry.date().toEpochDay() : entry.amount().minorUnits();
    }

    /** Returns the order as a comparator. */
    public Comparator<Entry> comparator() {
        Comparator<Entry> ascending =
                Comparator.<Entry>comparingLong(this::keyOf).thenComparingLong(Entry::id);
        return descending ? ascending.reversed() : ascending;
    }
}
