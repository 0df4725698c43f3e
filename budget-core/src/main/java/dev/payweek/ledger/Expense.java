package dev.payweek.ledger;

import dev.payweek.category.CategoryPath;
import dev.payweek.money.Money;
import dev.payweek.refusal.Validation;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Money spent. A refund is a negative expense.
 *
 * <pre>{@code
 * var draft = EntryDraft.expense(Money.of("4.50", "USD"), "Corner Coffee").category("Fun:Coffee");
 * var coffee = (Expense) budget.add(draft);
 * coffee.provenance();         // MANUAL
 * coffee.portions().size();    // 1
 * }</pre>
 *
 * <p>Immutable and safe for use by any number of threads.
 *
 * @param id the number that names it within its ledger
 * @param version how often it has been written
 * @param details when, how much and in which words
 * @param category where it belongs; its parts have their own, and then this is the person's word for the whole, else
 *     the first part's, or of a rule's split that of the largest share
 * @param provenance who decided on the category
 * @param splits parts with categories of their own; none, or 2 to 100 that sum exactly to the amount
 * @param refundOf the expense that this one gives back in part or whole
 * @param importBatch the import that brought it
 */
public record Expense(
        long id,
        int version,
        EntryDetails details,
        CategoryPath category,
        Provenance provenance,
        List<Split> splits,
        Optional<Long> refundOf,
        Optional<Long> importBatch)
        implements Entry {

    /**
     * Creates an expense.
     *
     * @throws dev.payweek.refusal.LedgerException with problem {@code sum} if the splits do not sum to the amount,
     *     {@code too_few}, {@code too_many}, or {@code out_of_range} at {@code splits/0/amount} and so on
     */
    public Expense {
        splits = List.copyOf(splits);
        if (!splits.isEmpty()) {
            refuseUnlessWhole(splits, details.amount());
        }
    }

    /** Returns an expense in one part, entered by a person. */
    public static Expense of(long id, int version, EntryDetails details, CategoryPath category, Provenance provenance) {
        return new Expense(id, version, details, category, provenance, List.of(), Optional.empty(), Optional.empty());
    }

    private static void refuseUnlessWhole(List<Split> splits, Money amount) {
        var checks = new Validation();
        checks.that(splits.size() != 1, "splits", "too_few", "An expense is split into at least two parts.");
        checks.that(splits.size() <= 100, "splits", "too_many", "An expense is split into at most 100 parts.");
        for (int i = 0; i < Math.min(splits.size(), 100); i++) {
            checks.that(
                    splits.get(i).amount().isInRange(),
                    "splits/" + i + "/amount",
                    "out_of_range",
                    "The amount of a split is beyond the range of one entry.");
        }
        checks.refuseIfAny();
        Money sum = splits.stream().map(Split::amount).reduce(Money.zero(amount.currency()), Money::plus);
        checks.that(
                sum.equals(amount),
                "splits",
                "sum",
                "The splits sum to " + sum + ", not to the amount of " + amount + ".");
        checks.refuseIfAny();
    }

    @Override
    public EntryKind kind() {
        return EntryKind.EXPENSE;
    }

    @Override
    public Expense withVersion(int other) {
        return new Expense(id, other, details, category, provenance, splits, refundOf, importBatch);
    }

    @Override
    public Expense withImport(long other) {
        return new Expense(id, version, details, category, provenance, splits, refundOf, Optional.of(other));
    }

    /** Returns the same expense in another category. */
    public Expense withCategory(CategoryPath other, Provenance by) {
        return new Expense(id, version, details, other, by, splits, refundOf, importBatch);
    }

    /** Returns the same expense, one version on, where categories have been moved. */
    public Expense moved(UnaryOperator<CategoryPath> where) {
        List<Split> parts = splits.stream()
                .map(split -> new Split(where.apply(split.category()), split.amount()))
                .toList();
        return new Expense(id, version + 1, details, where.apply(category), provenance, parts, refundOf, importBatch);
    }

    /** Returns the same expense in other parts: none, or 2 to 100 that sum exactly to the amount; else refuses. */
    public Expense withParts(List<Split> parts) {
        return new Expense(id, version, details, category, provenance, parts, refundOf, importBatch);
    }

    /** Returns the same expense as a refund of another. */
    public Expense refunding(long expense) {
        return new Expense(id, version, details, category, provenance, splits, Optional.of(expense), importBatch);
    }

    /** Returns the same expense as a refund of nothing. */
    public Expense refundingNothing() {
        return new Expense(id, version, details, category, provenance, splits, Optional.empty(), importBatch);
    }

    /** Returns the same expense as brought by an import. */
    public Expense importedBy(long batch) {
        return new Expense(id, version, details, category, provenance, splits, refundOf, Optional.of(batch));
    }

    /** Returns the same expense with other details; refuses an amount that its parts do not sum to. */
    public Expense with(EntryDetails other) {
        return new Expense(id, version, other, category, provenance, splits, refundOf, importBatch);
    }

    /** Returns the parts by category: the splits, or the whole as its only part. They sum to the amount. */
    public List<Split> portions() {
        return splits.isEmpty() ? List.of(new Split(category, details.amount())) : splits;
    }

    /** Returns whether nobody has decided on a category. */
    public boolean isUncategorised() {
        return splits.isEmpty() && provenance.origin() == Provenance.Origin.DEFAULT;
    }
}
