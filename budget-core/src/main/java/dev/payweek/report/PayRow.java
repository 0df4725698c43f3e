package dev.payweek.report;

import dev.payweek.money.Money;
import java.time.LocalDate;
import java.util.OptionalLong;

/**
 * Pay of a pay period: what came, or what is still expected in it.
 *
 * <pre>{@code
 * var row = new PayRow("Acme", LocalDate.of(2026, 1, 31), LocalDate.of(2026, 1, 30), Money.of("2000.00", "USD"),
 *         PayRow.State.RECEIVED, OptionalLong.of(812), false);
 * row.state().isAwaited();    // false
 * }</pre>
 *
 * <p>Immutable and safe for use by any number of threads.
 *
 * @param source the pay source's name
 * @param payday the planned payday it is the pay of
 * @param date the day it came; the payday while it has not come
 * @param amount what came or is expected; of a spread payment the period's share
 * @param state whether it has come
 * @param entry the income; absent while none has come
 * @param spread whether it counts by days, and is in hand throughout
 */
public record PayRow(
        String source,
        LocalDate payday,
        LocalDate date,
        Money amount,
        State state,
        OptionalLong entry,
        boolean spread) {

    /** Whether pay has come. */
    public enum State {
        /** It has come. */
        RECEIVED,
        /** It is entered for a day still to come. */
        PLANNED,
        /** It is expected and counts. */
        EXPECTED,
        /** It is overdue and counts until the period ends, but is not in hand. */
        MISSING;

        /** Returns whether no income stands behind it. */
        public boolean isAwaited() {
            return this == EXPECTED || this == MISSING;
        }
    }
}
