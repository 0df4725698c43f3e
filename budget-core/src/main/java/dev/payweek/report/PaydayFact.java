package dev.payweek.report;

import dev.payweek.ledger.Income;
import dev.payweek.plan.PaySource;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalLong;

/**
 * One payday of a source and what came of it.
 *
 * @param payday the planned day, moved off weekends; of an irregular source the day of the first payment
 * @param nominal the day before it was moved
 * @param stands whether the plan expects pay on it: not before the first version, not after the source's end
 * @param expected how much is expected, as far as known
 * @param payments what came: at most one, or all of one payday of an irregular source
 */
record PaydayFact(
        PaySource source,
        LocalDate payday,
        LocalDate nominal,
        boolean stands,
        OptionalLong expected,
        List<Income> payments) {

    boolean isPaid() {
        return !payments.isEmpty();
    }

    /** Returns the day it counts from: the real one of a payment that came. */
    LocalDate day() {
        return isPaid() && !source.isIrregular() ? payments.get(0).date() : payday;
    }
}
