package dev.payweek.store;

import dev.payweek.ledger.Entry;
import dev.payweek.ledger.EntryKind;
import java.time.LocalDate;
import java.util.Optional;

/**
 * An entry that a person made and no bank has confirmed yet, as far as it takes to find the bank's row of it: {@code
 * new ManualEntry(901, EntryKind.EXPENSE, LocalDate.of(2026, 11, 21), 450, Optional.of("Card"))} is a
 * coffee of 4.50.
 *
 * <p>Immutable and safe for use by any number of threads.
 *
 * @param id the entry
 * @param kind what kind of movement
 * @param date its day
 * @param minorUnits its amount in the ledger's currency; for an expense positive means spent
 * @param account the account it names
 */
public record ManualEntry(long id, EntryKind kind, LocalDate date, long minorUnits, Optional<String> account) {

    /** How many days before and after it the bank's row of it may lie. */
    public static final int MOST_DAYS_APART = 3;

    /** Returns whether an imported entry may be the same movement; what two named accounts hold is two. */
    public boolean resembles(Entry imported) {
        Optional<String> other = imported.details().account();
        return kind == imported.kind()
                && minorUnits == imported.amount().minorUnits()
                && Math.abs(date.toEpochDay() - imported.date().toEpochDay()) <= MOST_DAYS_APART
                && (account.isEmpty() || other.isEmpty() || account.equals(other));
    }
}
