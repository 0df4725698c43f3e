package dev.payweek.store;

/**
 * Whether a store answers, and what it has done.
 *
 * <p>Immutable and safe for use by any number of threads.
 *
 * @param kind what it is: {@code "memory"}, {@code "sqlite"}, {@code "postgresql"}
 * @param ready whether it would do now what it was opened for: reading and, unless that is all, writing
 * @param writable whether it would take a write now
 * @param detail a sentence for the operator; holds no path, address or secret
 * @param figures what it has done since it was opened
 */
public record StoreState(String kind, boolean ready, boolean writable, String detail, StoreFigures figures) {
    /** Creates the state of a store that does not count. */
    public StoreState(String kind, boolean ready, boolean writable, String detail) {
        this(kind, ready, writable, detail, StoreFigures.NONE);
    }

    /** Returns this state of a store that has counted. */
    public StoreState with(StoreFigures counted) {
        return new StoreState(kind, ready, writable, detail, counted);
    }
}
