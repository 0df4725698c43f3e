package dev.payweek.plan;

import dev.payweek.period.DateSpan;
import java.time.LocalDate;

/**
 * What a person decided of one income: that it is the pay of a payday, or that it is no pay. It outranks what would be
 * recognised.
 *
 * <pre>{@code
 * PayDecision is = new PayDecision.PayOf("Acme", LocalDate.of(2026, 12, 31));
 * PayDecision not = new PayDecision.NoPay();
 * }</pre>
 *
 * <p>Immutable and safe for use by any number of threads.
 */
public sealed interface PayDecision {

    /**
     * It is the pay of that payday.
     *
     * @param source the pay source's name; of a name that is no source's, nothing is decided
     * @param payday the planned payday; the nearest one when the source has none on that day
     */
    record PayOf(String source, LocalDate payday) implements PayDecision {
        /** Creates the decision; refuses a day outside 1900 to 2200. */
        public PayOf {
            DateSpan.requireUsable("payday", payday);
        }
    }

    /** It is no pay. */
    record NoPay() implements PayDecision {}
}
