package dev.payweek.ledger;

import java.util.Optional;

/**
 * Money that came in. Whether it is pay is not said here: that is recognised from the pay sources, or decided by hand.
 *
 * <pre>{@code
 * var pay = (Income) budget.paycheck(Money.of("1500.00", "USD"), LocalDate.of(2026, 11, 20));
 * pay.amount();    // 1500.00 USD
 * }</pre>
 *
 * <p>Immutable and safe for use by any number of threads.
 *
 * @param id the number that names it within its ledger
 * @param version how often it has been written
 * @param details when, how much and in which words
 * @param importBatch the import that brought it
 */
public record Income(long id, int version, EntryDetails details, Optional<Long> importBatch) implements Entry {

    /** Returns an income entered by a person. */
    public static Income of(long id, int version, EntryDetails details) {
        return new Income(id, version, details, Optional.empty());
    }

    /** Returns the same income as brought by an import. */
    public Income importedBy(long batch) {
        return new Income(id, version, details, Optional.of(batch));
    }

    @Override
    public EntryKind kind() {
        return EntryKind.INCOME;
    }

    @Override
    public Income withVersion(int other) {
        return new Income(id, other, details, importBatch);
    }

    @Override
    public Income withImport(long other) {
        return new Income(id, version, details, Optional.of(other));
    }
}
