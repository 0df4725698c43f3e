package dev.payweek.report;

import dev.payweek.ledger.Income;
import dev.payweek.period.PayPeriod;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * What one pay period comes to.
 *
 * @param carriedIn what the one before left over or overdrew
 * @param income what came in, is to come and is expected
 * @param letGo the due days that counted until the next one came in this period
 * @param potsOfBills the set-aside that each bill's category belongs to, by bill
 * @param spreadPayments the payments of the period that count by days
 * @param stillDue bills due or late, and what is left of set-asides less what their pots pay
 * @param left the one law
 * @param nextPots what is in the pots when the next period begins, without those that end
 * @param givenBack what the pots give back that end with the period
 */
record PeriodState(
        PayPeriod period,
        PeriodFlow flow,
        long carriedIn,
        long income,
        List<BillRow> bills,
        List<BillRow> letGo,
        List<SetAsideRow> setAsides,
        Map<String, String> potsOfBills,
        List<Income> spreadPayments,
        long stillDue,
        long left,
        Map<String, Long> nextPots,
        long givenBack) {

    /** Returns what bills ask for after a day: all of them, or those of a set-aside's category. */
    long dueAfter(LocalDate day, String setAside) {
        return bills.stream()
                .filter(row -> row.state().isOwed() && row.due().isAfter(day))
                .filter(row -> setAside.isEmpty() || setAside.equals(potsOfBills.getOrDefault(row.bill(), "")))
                .mapToLong(row -> row.amount().minorUnits())
                .reduce(0, Math::addExact);
    }

    /** Returns what of the period's income after a day are payments that count by days. */
    long spreadAfter(LocalDate day) {
        return spreadPayments.stream()
                .filter(payment -> payment.date().isAfter(day))
                .mapToLong(payment -> payment.amount().minorUnits())
                .reduce(0, Math::addExact);
    }
}
