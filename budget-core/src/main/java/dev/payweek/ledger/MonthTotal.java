package dev.payweek.ledger;

import dev.payweek.category.CategoryPath;
import java.time.YearMonth;

/**
 * What one month holds of the expenses in one category.
 *
 * @param month the calendar month
 * @param category the category
 * @param minorUnits the sum of the amounts in the ledger's currency
 * @param count how many portions of expenses
 */
public record MonthTotal(YearMonth month, CategoryPath category, long minorUnits, long count) {}
