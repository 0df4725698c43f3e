package dev.payweek.report;

import dev.payweek.category.CategoryPath;
import dev.payweek.money.Money;
import dev.payweek.money.Ratio;
import dev.payweek.plan.LimitStatus;
import java.util.List;
import java.util.Optional;

/**
 * One category in a report, with what lies below it: for the week and for the pay period.
 *
 * <pre>{@code
 * Entry coffee = budget.spend(Money.of("4.50", "USD"), "Coffee", LocalDate.of(2026, 11, 22));
 * var plan = BudgetPlan.of(Money.currency("USD"));
 * var day = LocalDate.of(2026, 11, 22);
 * List<CategoryRow> rows = Answer.of(plan, Books.of(List.of(coffee)), day, day).categories();
 * CategoryRow other = rows.get(rows.size() - 1);
 * other.count();           // 1
 * other.week().spent();    // 4.50 USD
 * }</pre>
 *
 * <p>Immutable and safe for use by any number of threads.
 *
 * @param category the category
 * @param discretionary whether what is spent in it counts as discretionary
 * @param count how many expenses of the period lie in it or below, up to and with the day
 * @param share its part of everything paid in the period; only of a group. The shares of the groups sum to 100 %
 * @param week its week
 * @param period its pay period
 * @param children the categories directly below in which there is something
 */
public record CategoryRow(
        CategoryPath category,
        boolean discretionary,
        long count,
        Optional<Ratio> share,
        Stretch week,
        Stretch period,
        List<CategoryRow> children) {

    /** Creates a row. */
    public CategoryRow {
        children = List.copyOf(children);
    }

    /**
     * A category in a stretch of days: {@code new Stretch(spent, committed, Optional.empty(),
     * Optional.of(LimitStatus.NO_LIMIT))} where it has no limit.
     *
     * <p>Immutable and safe for use by any number of threads.
     *
     * @param spent what was paid up to and with the day; negative when refunds outweigh
     * @param committed what of it is bills, set-asides or not discretionary. Over all groups of the period the rest
     *     is what {@link PeriodFigures#spent()} says
     * @param limit what it may spend
     * @param status how it stands to its limit; absent in the stretch that the limit is not stated for
     */
    public record Stretch(Money spent, Money committed, Optional<Limit> limit, Optional<LimitStatus> status) {

        /** Returns what is left of limit and carry-in. */
        public Optional<Money> left() {
            return limit.map(own -> own.amount().plus(own.carryIn()).minus(spent));
        }
    }

    /**
     * What a category may spend: {@code new Limit(Money.of("50.00", "USD"), Money.of("-10.00", "USD"))}.
     *
     * <p>Immutable and safe for use by any number of threads.
     *
     * @param amount the limit
     * @param carryIn what earlier stretches left over or overdrew
     */
    public record Limit(Money amount, Money carryIn) {}
}
