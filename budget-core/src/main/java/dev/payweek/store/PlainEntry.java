package dev.payweek.store;

import dev.payweek.ledger.Entry;
import dev.payweek.ledger.EntryKind;
import dev.payweek.ledger.Expense;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a bank knows of an entry, for who looks at all of a long ledger: {@code new PlainEntry(901,
 * EntryKind.EXPENSE, 20778, 450, Optional.of("Card"), "Corner Coffee", OptionalLong.empty())} is a coffee of 4.50 on
 * 21 November 2026.
 *
 * <p>Immutable and safe for use by any number of threads.
 *
 * @param id the entry
 * @param kind what kind of movement
 * @param epochDay its day, counted from 1970-01-01
 * @param minorUnits its amount in the ledger's currency; for an expense positive means spent
 * @param account the account it names
 * @param text the words to judge by, as {@link dev.payweek.ledger.EntryDetails#originalText} gives them
 * @param refundOf the expense it gives back
 */
public record PlainEntry(
        long id,
        EntryKind kind,
        int epochDay,
        long minorUnits,
        Optional<String> account,
        String text,
        OptionalLong refundOf) {

    /** Returns what a bank knows of an entry. */
    public static PlainEntry of(Entry entry) {
        Optional<Long> refundOf = entry instanceof Expense spent ? spent.refundOf() : Optional.empty();
        return new PlainEntry(
                entry.id(),
                entry.kind(),
                Math.toIntExact(entry.date().toEpochDay()),
                entry.amount().minorUnits(),
                entry.details().account(),
                entry.details().originalText(),
                refundOf.map(OptionalLong::of).orElse(OptionalLong.empty()));
    }
}
