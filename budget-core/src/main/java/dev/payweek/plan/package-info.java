/**
 * What a person means to do with the money.
 *
 * <p>Start at {@link dev.payweek.plan.SoftLimit} and {@link dev.payweek.plan.Reserved}; {@link dev.payweek.plan.Plan}
 * answers which of them hold on a day. Knows nothing of what was really spent.
 */
@NullMarked
package dev.payweek.plan;

import org.jspecify.annotations.NullMarked;
