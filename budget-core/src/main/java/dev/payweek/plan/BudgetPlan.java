package dev.payweek.plan;

import dev.payweek.category.Categories;
import dev.payweek.money.Money;
import java.util.Collection;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Map;

/**
 * All that a household has planned and decided: pay sources, bills, set-asides, limits, what is carried over, the
 * categories, and decisions by hand. Together with the entries it is all that a report is made from.
 *
 * <pre>{@code
 * var usd = Money.currency("USD");
 * var main = PaySource.of("Acme", PaySchedule.monthly(1)).primary();
 * BudgetPlan plan = BudgetPlan.of(usd).withSources(List.of(main));
 * plan.sources().size();    // 1
 * plan.carry().mode();      // NONE
 * }</pre>
 *
 * <p>Immutable and safe for use by any number of threads.
 *
 * @param currency the currency of every amount
 * @param nearPercent from which share of a limit on it counts as near
 * @param sources the pay sources, by name
 * @param bills the bills, by name
 * @param setAsides the set-asides, by name
 * @param limits the soft limits
 * @param carry what is carried from period to period
 * @param categories the categories
 * @param payDecisions what was decided of incomes, by their ids
 * @param billDecisions what was decided of due days
 */
public record BudgetPlan(
        Currency currency,
        int nearPercent,
        List<PaySource> sources,
        List<Bill> bills,
        List<SetAside> setAsides,
        Plan limits,
        Carry carry,
        Categories categories,
        Map<Long, PayDecision> payDecisions,
        List<BillDecision> billDecisions) {

    private static final int DEFAULT_NEAR_PERCENT = 90;

    /** Creates a plan. */
    public BudgetPlan {
        sources = sources.stream().sorted(Comparator.comparing(PaySource::name)).toList();
        bills = bills.stream().sorted(Comparator.comparing(Bill::name)).toList();
        setAsides =
                setAsides.stream().sorted(Comparator.comparing(SetAside::name)).toList();
        payDecisions = Map.copyOf(payDecisions);
        billDecisions = List.copyOf(billDecisions);
    }

    /** Returns the plan of somebody who has planned nothing yet. */
    public static BudgetPlan of(Currency currency) {
        return new BudgetPlan(
                currency,
                DEFAULT_NEAR_PERCENT,
                List.of(),
                List.of(),
                List.of(),
                new Plan(List.of()),
                Carry.NONE,
                new Categories(Categories.STANDARD),
                Map.of(),
                List.of());
    }

    /** Returns an amount of minor units in the plan's currency. */
    public Money money(long minorUnits) {
        return Money.ofMinor(minorUnits, currency);
    }

    /** Returns this plan with another share from which a limit is near. */
    public BudgetPlan withNearPercent(int others) {
        return new BudgetPlan(
                currency, others, sources, bills, setAsides, limits, carry, categories, payDecisions, billDecisions);
    }

    /** Returns this plan with other pay sources. */
    public BudgetPlan withSources(List<PaySource> others) {
        return new BudgetPlan(
                currency,
                nearPercent,
                others,
                bills,
                setAsides,
                limits,
                carry,
                categories,
                payDecisions,
                billDecisions);
    }

    /** Returns this plan with other bills. */
    public BudgetPlan withBills(List<Bill> others) {
        return new BudgetPlan(
                currency,
                nearPercent,
                sources,
                others,
                setAsides,
                limits,
                carry,
                categories,
                payDecisions,
                billDecisions);
    }

    /** Returns this plan with other set-asides. */
    public BudgetPlan withSetAsides(List<SetAside> others) {
        return new BudgetPlan(
                currency, nearPercent, sources, bills, others, limits, carry, categories, payDecisions, billDecisions);
    }

    /** Returns this plan with another carry. */
    public BudgetPlan withCarry(Carry others) {
        return new BudgetPlan(
                currency,
                nearPercent,
                sources,
                bills,
                setAsides,
                limits,
                others,
                categories,
                payDecisions,
                billDecisions);
    }

    /** Returns this plan with other categories. */
    public BudgetPlan withCategories(Categories others) {
        return new BudgetPlan(
                currency, nearPercent, sources, bills, setAsides, limits, carry, others, payDecisions, billDecisions);
    }

    /** Returns this plan with other decisions on incomes. */
    public BudgetPlan withPayDecisions(Map<Long, PayDecision> others) {
        return new BudgetPlan(
                currency, nearPercent, sources, bills, setAsides, limits, carry, categories, others, billDecisions);
    }

    /** Returns this plan with other decisions on due days. */
    public BudgetPlan withBillDecisions(List<BillDecision> others) {
        return new BudgetPlan(
                currency, nearPercent, sources, bills, setAsides, limits, carry, categories, payDecisions, others);
    }

    /** Returns this plan with other limits. */
    public BudgetPlan withLimits(Collection<SoftLimit> others) {
        return new BudgetPlan(
                currency,
                nearPercent,
                sources,
                bills,
                setAsides,
                new Plan(others),
                carry,
                categories,
                payDecisions,
                billDecisions);
    }
}
