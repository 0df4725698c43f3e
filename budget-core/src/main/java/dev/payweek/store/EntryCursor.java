package dev.payweek.store;

import dev.payweek.ledger.Entry;

/**
 * The place in a list after which the next page begins.
 *
 * <pre>{@code
 * Entry coffee = budget.spend(Money.of("4.50", "USD"), "Corner Coffee", LocalDate.of(2026, 11, 21));
 * EntryCursor.after(coffee, EntryOrder.LARGEST_FIRST);    // EntryCursor[key=450, id=1]
 * }</pre>
 *
 * <p>Immutable and safe for use by any number of threads.
 *
 * @param key what the last entry seen is ordered by; see {@link EntryOrder#keyOf}
 * @param id the last entry seen
 */
public record EntryCursor(long key, long id) {

    /** Returns the place after an entry in an order. */
    public static EntryCursor after(Entry entry, EntryOrder order) {
        return new EntryCursor(order.keyOf(entry), entry.id());
    }
}
