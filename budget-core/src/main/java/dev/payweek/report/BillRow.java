package dev.payweek.report;

import dev.payweek.category.CategoryPath;
import dev.payweek.money.Money;
import java.time.LocalDate;
import java.util.OptionalLong;

/**
 * One due day of a bill and how it stands.
 *
 * <pre>{@code
 * var rent = new BillRow("Rent", LocalDate.of(2026, 1, 5), Money.of("900.00", "USD"), BillRow.State.LATE,
 *         CategoryPath.of("Home"), OptionalLong.empty());
 * rent.state().isOwed();    // true
 * }</pre>
 *
 * <p>Immutable and safe for use by any number of threads.
 *
 * @param bill the bill's name
 * @param due the due day
 * @param amount what was paid, or what it is expected to come to
 * @param state how it stands
 * @param category the bill's category
 * @param entry the expense that pays it; absent while there is none
 */
public record BillRow(
        String bill, LocalDate due, Money amount, State state, CategoryPath category, OptionalLong entry) {

    /** How a due day of a bill stands. */
    public enum State {
        /** It is paid. */
        PAID,
        /** An expense entered for a day still to come pays it. */
        PLANNED,
        /** It is not paid and not past. */
        DUE,
        /** It is past and not paid, until its next due day. */
        LATE,
        /** Its next due day has come; it counts no more. */
        LET_GO,
        /** A person decided that it is not to be paid. */
        SKIPPED;

        /** Returns whether it is still to be paid. */
        public boolean isOwed() {
            return this == DUE || this == LATE;
        }
    }
}
