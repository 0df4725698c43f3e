package dev.payweek.ledger;

import java.util.Optional;

/**
 * Money that came in.
 *
 * <pre>{@code
 * var pay = (Income) budget.paycheck(Money.of("1500.00", "USD"), LocalDate.of(2026, 11, 20));
 * pay.paycheck();    // true
 * }</pre>
 *
 * <p>Immutable and safe for use by any number of threads.
 *
 * @param id the number that names it within its ledger
 * @param version how often it has been written
 * @param details when, how much and in which words
 * @param paycheck whether it is pay, so that it can begin a pay period
 * @param opensPeriod whether it begins a pay period even far from any planned payday; only a paycheck can
 * @param importBatch the import that brought it
 */
public record Income(
        long id, int version, EntryDetails details, boolean paycheck, boolean opensPeriod, Optional<Long> importBatch)
        implements Entry {

    /** Creates an income; one that is no paycheck opens no period, whatever is asked. */
    public Income {
        opensPeriod = opensPeriod && paycheck;
    }

    /** Returns an income that is no paycheck, entered by a person. */
    public static Income of(long id, int version, EntryDetails details) {
        return new Income(id, version, details, false, false, Optional.empty());
    }

    /** Returns the same income as pay, which begins a pay period if it comes near a planned payday. */
    public Income asPaycheck() {
        return new Income(id, version, details, true, opensPeriod, importBatch);
    }

    /** Returns the same income as pay that begins a pay period whenever it comes. */
    public Income openingPeriod() {
        return new Income(id, version, details, true, true, importBatch);
    }

    /** Returns the same income as brought by an import. */
    public Income importedBy(long batch) {
        return new Income(id, version, details, paycheck, opensPeriod, Optional.of(batch));
    }

    @Override
    public EntryKind kind() {
        return EntryKind.INCOME;
    }

    @Override
    public Income withVersion(int other) {
        return new Income(id, other, details, paycheck, opensPeriod, importBatch);
    }
}
