package dev.payweek.store;

/**
 * What a store has done since it was opened, for whoever watches over it.
 *
 * <pre>{@code
 * budget.state().figures().writes();     // 0
 * }</pre>
 *
 * <p>Immutable and safe for use by any number of threads.
 *
 * @param commits how many commits were made; several writes may share one
 * @param writes how many writes were made lasting by them
 */
public record StoreFigures(long commits, long writes) {
    /** Those of a store that does not count. */
    public static final StoreFigures NONE = new StoreFigures(0, 0);
}
