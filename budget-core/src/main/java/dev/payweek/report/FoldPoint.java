package dev.payweek.report;

import dev.payweek.ledger.Expense;
import dev.payweek.period.DateSpan;
import dev.payweek.plan.BudgetPlan;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a report needs to know of the past, at the beginning of a pay period: a small value to keep, so that a report
 * costs the same however long the ledger is. Going on from it gives exactly what beginning with the first entry gives.
 *
 * <p>It holds until the plan changes or an entry is written that is dated up to {@link #settledBy}; whoever keeps it
 * drops it then. For reports before that day, and where a later refund or payment says something else of the past, it
 * is left aside by itself.
 *
 * <pre>{@code
 * var plan = BudgetPlan.of(Money.currency("USD"));
 * Entry coffee = budget.spend(Money.of("4.50", "USD"), "Coffee", LocalDate.of(2026, 1, 2));
 * var books = Books.of(List.of(coffee));
 * FoldPoint kept = FoldPoints.before(plan, books, LocalDate.of(2026, 11, 22), FoldPoint.START);
 * kept.day();    // 2026-11-01
 * FoldPoint.parse(kept.text(), plan, books).get().day();    // 2026-11-01
 * }</pre>
 *
 * <p>Immutable and safe for use by any number of threads.
 */
public final class FoldPoint {

    /** Nothing is known: begin with the first entry. */
    public static final FoldPoint START = new FoldPoint();

    private final LocalDate day;
    private final LocalDate settledBy;
    private final LocalDate firstPeriod;
    private final Past past;

    /**
     * What came of the days before.
     *
     * @param pay what recognising pay goes on from
     * @param bills what assigning payments to bills goes on from
     * @param into what comes into the period
     * @param limits what is carried of limits, by the names of their categories
     * @param assumedUnpaid the sources that count as never paid
     * @param borders the days on which the last periods began, its own the last
     */
    record Past(
            PayMemory pay,
            BillMemory bills,
            Inflow into,
            Map<String, CarriedLimit> limits,
            Set<String> assumedUnpaid,
            List<LocalDate> borders) {

        Past {
            limits = Map.copyOf(limits);
            assumedUnpaid = Set.copyOf(assumedUnpaid);
            borders = List.copyOf(borders);
        }

        Past with(BillMemory other) {
            return new Past(pay, other, into, limits, assumedUnpaid, borders);
        }
    }

    private FoldPoint() {
        this(
                DateSpan.EARLIEST,
                DateSpan.EARLIEST,
                DateSpan.EARLIEST,
                new Past(PayMemory.NONE, BillMemory.NONE, Inflow.NOTHING, Map.of(), Set.of(), List.of()));
    }

    FoldPoint(LocalDate day, LocalDate settledBy, LocalDate firstPeriod, Past past) {
        this.day = day;
        this.settledBy = settledBy;
        this.firstPeriod = firstPeriod;
        this.past = past;
    }

    /** Returns the first day of the pay period it stands before. */
    public LocalDate day() {
        return day;
    }

    /** Returns the last day that has to do with what it holds: it is true only of reports from that day on. */
    public LocalDate settledBy() {
        return settledBy;
    }

    /** Returns whether nothing is known yet. */
    public boolean isStart() {
        return this == START;
    }

    /** Returns it in text, to be kept beside the ledger; equal points give equal texts. */
    public String text() {
        return FoldPointText.of(this);
    }

    /**
     * Returns the point of a {@linkplain #text text}.
     *
     * @return empty if the text names what the plan or the books do not hold, or was written by another version
     */
    public static Optional<FoldPoint> parse(String text, BudgetPlan plan, Books books) {
        return FoldPointText.read(text, plan, books).map(point -> point.day.equals(DateSpan.EARLIEST) ? START : point);
    }

    /** Returns whether a report may go on from it: nothing later says something else of the days before it. */
    boolean isTrueFor(Books books, LocalDate on, LocalDate today) {
        if (isStart()) {
            return true;
        }
        if (settledBy.isAfter(on) || settledBy.isAfter(today)) {
            return false;
        }
        List<Expense> refunds = books.refunds(new DateSpan(day, DateSpan.ALWAYS.endExclusive()));
        List<Long> ids =
                refunds.stream().flatMap(refund -> refund.refundOf().stream()).toList();
        LocalDate oldest = past.borders().get(0);
        for (Expense original : books.expensesById(ids)) {
            boolean forgotten =
                    original.date().isBefore(oldest) || original.refundOf().isPresent();
            boolean paidABill =
                    original.date().isBefore(day) && past.bills().payers().containsKey(original.id());
            if (forgotten || paidABill) {
                return false;
            }
        }
        return true;
    }

    LocalDate firstPeriod() {
        return firstPeriod;
    }

    Past past() {
        return past;
    }
}
