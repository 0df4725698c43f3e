package dev.payweek.ledger;

import java.util.Optional;

/**
 * Money that came in.
 *
 * @param id the number that names it within its ledger
 * @param version how often it has been written
 * @param facts when, how much and in which words
 * @param paycheck whether it is pay, so that it can begin a pay period
 * @param opensPeriod whether it begins a pay period even far from any planned payday; only a paycheck can
 * @param importBatch the import that brought it
 */
public record Income(
        long id, int version, Facts facts, boolean paycheck, boolean opensPeriod, Optional<Long> importBatch)
        implements Entry {

    /** Creates an income. */
    public Income {
        opensPeriod = opensPeriod && paycheck;
    }

    @Override
    public EntryKind kind() {
        return EntryKind.INCOME;
    }

    @Override
    public Income withVersion(int other) {
        return new Income(id, other, facts, paycheck, opensPeriod, importBatch);
    }
}
