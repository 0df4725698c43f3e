/**
 * How the core says no.
 *
 * <p>Start at {@link dev.payweek.refusal.LedgerException}: the one exception, with a {@link dev.payweek.refusal.Reason}
 * for the edge to translate and a list of {@link dev.payweek.refusal.FieldError}s for the person to mend. {@link
 * dev.payweek.refusal.Validation} collects problems so that all are reported at once. This package knows nothing of
 * money, stores or HTTP.
 */
@NullMarked
package dev.payweek.refusal;

import org.jspecify.annotations.NullMarked;
