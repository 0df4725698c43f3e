package dev.payweek.report;

import dev.payweek.category.Categories;
import dev.payweek.ledger.DayTotal;
import dev.payweek.ledger.LedgerSettings;
import dev.payweek.period.Paycheck;
import dev.payweek.plan.Plan;
import java.util.List;

/**
 * All that a report is made from: a ledger at one moment, as far as one pay period needs it.
 *
 * @param settings the ledger's settings
 * @param paychecks the paychecks around the period, at least those within two months of it
 * @param categories the categories
 * @param plan limits and reservations
 * @param dayTotals the totals of at least the days of the pay period
 */
public record LedgerPicture(
        LedgerSettings settings,
        List<Paycheck> paychecks,
        Categories categories,
        Plan plan,
        List<DayTotal> dayTotals) {}
