package dev.payweek.discovery;

import java.util.ArrayList;
import java.util.List;

/** Rows of one amount with an account, apart by whether money left or came. For one thread. */
abstract class EqualRows implements ByNumber.Numbered {

    private final long number;
    private final List<Row> left = new ArrayList<>(1);
    private final List<Row> came = new ArrayList<>(0);
    private int newest = Integer.MIN_VALUE;
    private boolean unordered;

    EqualRows(long amount) {
        this.number = number(amount);
    }

    /** The number of an amount: many are whole hundreds, so that their last bits are alike until they are mixed. */
    static long number(long amount) {
        return Long.reverse(amount * 0x9E3779B97F4A7C15L);
    }

    @Override
    public long number() {
        return number;
    }

    void add(Row row) {
        if (row.in()) {
            came.add(row);
            return;
        }
        unordered |= row.day() <= newest;
        newest = Math.max(newest, row.day());
        left.add(row);
    }

    void remove(Row row) {
        (row.in() ? came : left).remove(row);
    }

    boolean isEmpty() {
        return left.isEmpty() && came.isEmpty();
    }

    /** What left the accounts, the oldest first; most comes so. */
    List<Row> left() {
        if (unordered) {
            left.sort(Row.BY_DAY);
            unordered = false;
        }
        return left;
    }

    /** What came to the accounts. */
    List<Row> came() {
        return came;
    }
}
