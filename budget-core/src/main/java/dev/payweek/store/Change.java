package dev.payweek.store;

import java.time.Instant;
import java.util.List;

/**
 * One write to a ledger: all its edits were made together.
 *
 * <pre>{@code
 * budget.spend(Money.of("4.50", "USD"), "Corner Coffee", LocalDate.of(2026, 11, 21));
 * Change change = budget.read(view -> view.changesAfter(0, 1)).get(0);
 * change.what();       // "add expense 1"
 * change.version();    // 1
 * }</pre>
 *
 * <p>Immutable and safe for use by any number of threads.
 *
 * @param version the ledger's version that it made; the first change makes version 1
 * @param at when, to the millisecond
 * @param who who made it, 1 to 80 characters: {@code "local"}, a token's name
 * @param what a sentence for people: {@code "add expense 901"}
 * @param edits what it changed, in order, at least one
 */
public record Change(long version, Instant at, String who, String what, List<Edit<?>> edits) {

    /** Creates a change. */
    public Change {
        edits = List.copyOf(edits);
    }
}
