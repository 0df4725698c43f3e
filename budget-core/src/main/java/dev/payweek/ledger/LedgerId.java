package dev.payweek.ledger;

/**
 * The number that names one household's ledger in a store.
 *
 * @param number from 1
 */
public record LedgerId(long number) {

    /** The only ledger of a store that serves one household. */
    public static final LedgerId FIRST = new LedgerId(1);
}
