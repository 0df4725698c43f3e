package dev.payweek.plan;

import dev.payweek.period.DateSpan;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What a person decided of one due day of a bill: which expense pays it, or that it is skipped. It outranks what would
 * be recognised.
 *
 * <pre>{@code
 * BillDecision.paid("Rent", LocalDate.of(2026, 1, 5), 901).paidBy();      // Optional[901]
 * BillDecision.skipped("Rent", LocalDate.of(2026, 2, 5)).paidBy();        // Optional.empty
 * }</pre>
 *
 * <p>Immutable and safe for use by any number of threads.
 *
 * @param bill the bill's name
 * @param due the due day
 * @param paidBy the expense that pays it; absent when it is skipped
 */
public record BillDecision(String bill, LocalDate due, Optional<Long> paidBy) {

    /** Creates a decision; refuses a day outside 1900 to 2200. */
    public BillDecision {
        DateSpan.requireUsable("due", due);
    }

    /** Returns that the expense pays the bill of that day. */
    public static BillDecision paid(String bill, LocalDate due, long expense) {
        return new BillDecision(bill, due, Optional.of(expense));
    }

    /** Returns the same decision for another due day. */
    public BillDecision on(LocalDate day) {
        return new BillDecision(bill, day, paidBy);
    }

    /** Returns that the bill of that day is not to be paid. */
    public static BillDecision skipped(String bill, LocalDate due) {
        return new BillDecision(bill, due, Optional.empty());
    }
}
