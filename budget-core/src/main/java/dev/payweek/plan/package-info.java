/**
 * What a person means to do with the money.
 *
 * <p>Start at {@link dev.payweek.plan.BudgetPlan}, which holds all of it: {@link dev.payweek.plan.PaySource}s, {@link
 * dev.payweek.plan.Bill}s, {@link dev.payweek.plan.SetAside}s, {@link dev.payweek.plan.SoftLimit}s, and what is {@link
 * dev.payweek.plan.Carry carried} from period to period. Knows nothing of what was really spent.
 */
@NullMarked
package dev.payweek.plan;

import org.jspecify.annotations.NullMarked;
