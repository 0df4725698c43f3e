package dev.payweek.discovery;

import dev.payweek.ledger.Entry;
import dev.payweek.ledger.Expense;
import dev.payweek.ledger.Income;
import dev.payweek.money.Money;
import dev.payweek.period.DateSpan;
import dev.payweek.plan.Bill;
import dev.payweek.plan.BudgetPlan;
import dev.payweek.plan.PaySource;
import java.util.List;
import java.util.function.Predicate;

/** What somebody has decided already is not suggested once more. Immutable. */
final class Decided {

    private final BudgetPlan plan;

    Decided(BudgetPlan plan) {
        this.plan = plan;
    }

    /** Whether at least half of the samples belong to one source or bill that is there. */
    boolean isDecided(Found one, List<Entry> samples) {
        return plan.sources().stream().anyMatch(source -> half(samples, entry -> takes(source, entry)))
                || plan.bills().stream().anyMatch(bill -> half(samples, entry -> takes(bill, entry)));
    }

    private static boolean half(List<Entry> samples, Predicate<Entry> which) {
        return samples.stream().filter(which).count() * 2 >= samples.size();
    }

    private static boolean takes(PaySource source, Entry entry) {
        if (!(entry instanceof Income)) {
            return false;
        }
        if (source.match().isPresent()) {
            return source.match().get().holds(entry.details(), entry.kind());
        }
        if (source.isIrregular()) {
            return true;
        }
        int tolerance = source.toleranceDays();
        DateSpan near = DateSpan.ofDays(entry.date().minusDays(tolerance), 2L * tolerance + 1);
        var version = source.versionOn(entry.date());
        boolean enough = version.expected()
                .map(Money::minorUnits)
                .filter(expected -> entry.amount().minorUnits() * 2 < expected)
                .isEmpty();
        return enough && !version.schedule().planned(near).isEmpty();
    }

    private static boolean takes(Bill bill, Entry entry) {
        if (!(entry instanceof Expense expense)) {
            return false;
        }
        if (bill.match().isPresent()) {
            return bill.match().get().holds(entry.details(), entry.kind());
        }
        return expense.category().isWithin(bill.category())
                && bill.amount()
                        .map(Money::minorUnits)
                        .filter(amount -> Math.abs(amount - entry.amount().minorUnits()) * 4 > amount)
                        .isEmpty();
    }
}
