package dev.payweek.statement;

/**
 * What has become of an imported entry that was merged into its twin: the one made by hand stands for the bank's row
 * from then on, whatever becomes of the import.
 *
 * <pre>{@code
 * new MergedTwin(902, 901, 17).handMade();    // 901
 * }</pre>
 *
 * <p>Immutable and safe for use by any number of threads.
 *
 * @param imported the entry that the import brought, which is gone
 * @param handMade the entry made by hand, which may have been deleted since
 * @param batch the import
 */
public record MergedTwin(long imported, long handMade, long batch) {}
