package dev.payweek.ledger;

/**
 * The number that names one household's ledger in a store: {@code new LedgerId(1)} is {@link #FIRST}.
 *
 * <p>Immutable and safe for use by any number of threads.
 *
 * @param number from 1; a store that has no such ledger refuses it
 */
public record LedgerId(long number) {

    /** The only ledger of a store that serves one household. */
    public static final LedgerId FIRST = new LedgerId(1);
}
