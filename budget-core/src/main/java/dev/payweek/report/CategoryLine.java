package dev.payweek.report;

import dev.payweek.category.CategoryPath;
import dev.payweek.money.Money;
import dev.payweek.money.Ratio;
import dev.payweek.plan.LimitStatus;
import java.util.List;
import java.util.Optional;

/**
 * One category of a report, with what lies below it.
 *
 * <pre>{@code
 * budget.limit("Fun", Money.of("120.00", "USD"), Per.WEEK);
 * budget.add(EntryDraft.expense(Money.of("110.00", "USD"), "Concert").category("Fun"));
 * CategoryLine fun = budget.weekOf(LocalDate.of(2026, 11, 22)).categories().get(0);
 * fun.remaining();    // Optional[10.00 USD]
 * fun.status();       // NEAR
 * }</pre>
 *
 * <p>Immutable and safe for use by any number of threads.
 *
 * @param category the category
 * @param discretionary whether its spending counts as discretionary
 * @param spent what was spent in it and below; negative when refunds outweigh
 * @param limit the soft limit of exactly this category, for the report's stretch
 * @param carryIn what earlier stretches left over, or overdrew when it is negative; zero without a limit
 * @param remaining limit and carry-in less what was spent; present with a limit
 * @param share its part of all that was spent, zero where refunds outweigh; the shares of the groups sum to exactly
 *     100.00 % unless nothing was spent
 * @param count how many expenses, or parts of split ones
 * @param status how it stands to its limit
 * @param children the categories directly below that have spending or a limit
 */
public record CategoryLine(
        CategoryPath category,
        boolean discretionary,
        Money spent,
        Optional<Money> limit,
        Money carryIn,
        Optional<Money> remaining,
        Ratio share,
        long count,
        LimitStatus status,
        List<CategoryLine> children) {

    /** Returns limit and carry-in together: what may be spent; present with a limit. */
    public Optional<Money> available() {
        return limit.map(carryIn::plus);
    }

    /** Creates a line. */
    public CategoryLine {
        children = List.copyOf(children);
    }
}
