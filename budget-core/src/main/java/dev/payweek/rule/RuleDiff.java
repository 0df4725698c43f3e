package dev.payweek.rule;

import dev.payweek.category.CategoryPath;
import dev.payweek.money.Money;
import dev.payweek.period.DateSpan;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What a change of the rules moves, in expenses and in money. The totals are complete, however many moves are listed.
 *
 * <p>Immutable and safe for use by any number of threads.
 *
 * <pre>{@code
 * budget.spend(Money.of("4.50", "USD"), "Corner Coffee", LocalDate.of(2026, 11, 21));
 * var coffee = RuleDraft.of("coffee", when().title().contains("coffee").then("Fun:Coffee"));
 * RuleDiff diff = budget.dryRun(new RuleChange.Add(coffee), false);
 * diff.moved();                          // 1
 * diff.byCategory().get(1).change();     // -4.50 USD
 * }</pre>
 *
 * @param rule the rule added or changed; absent while it has no number, and when no rule or all are meant
 * @param looked how many expenses were looked at
 * @param moved how many change their category, parts, title or tags, or become a transfer
 * @param kept how many would, had a person not chosen for them
 * @param byCategory what arrives in and leaves each category, by path; categories nothing changes for are absent
 * @param byPayPeriod the same for each pay period, the newest first
 * @param moves the first of the moves, the newest first, at most {@link #MOST_LISTED}
 */
public record RuleDiff(
        Optional<Long> rule,
        long looked,
        long moved,
        long kept,
        List<Flow> byCategory,
        List<PeriodFlows> byPayPeriod,
        List<Move> moves) {

    /** The most moves that are listed one by one, inclusive. */
    public static final int MOST_LISTED = 100;

    /**
     * What changes for a category, itself without those below it.
     *
     * @param category the category
     * @param arriving how many expenses, or parts of them, come into it
     * @param leaving how many go out of it
     * @param change how much more it holds then; negative when it holds less
     */
    public record Flow(CategoryPath category, long arriving, long leaving, Money change) {}

    /**
     * What changes in a pay period.
     *
     * @param period its days
     * @param byCategory what arrives in and leaves each category, by path
     */
    public record PeriodFlows(DateSpan period, List<Flow> byCategory) {}

    /**
     * An expense that moves.
     *
     * @param expense its id
     * @param date its day
     * @param title its title before
     * @param amount how much
     * @param from its category before
     * @param to its category after; absent when it becomes a transfer
     * @param by the name of the rule that decides it now; absent when none does
     */
    public record Move(
            long expense,
            LocalDate date,
            String title,
            Money amount,
            CategoryPath from,
            Optional<CategoryPath> to,
            Optional<String> by) {}
}
