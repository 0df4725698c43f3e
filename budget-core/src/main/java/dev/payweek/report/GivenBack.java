package dev.payweek.report;

import dev.payweek.category.CategoryPath;
import dev.payweek.ledger.Expense;
import dev.payweek.ledger.Split;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What refunds give back of expenses, part by part. */
final class GivenBack {

    private final Map<Long, List<Expense>> refunds;
    private final Map<Long, Map<Integer, Long>> byPart = new HashMap<>();

    GivenBack(Collection<Expense> expenses, Collection<Expense> refunds) {
        this.refunds = refunds.stream()
                .collect(Collectors.groupingBy(refund -> refund.refundOf().orElseThrow()));
        for (Expense expense : expenses) {
            for (Expense refund : of(expense)) {
                for (Split given : refund.portions()) {
                    byPart.computeIfAbsent(expense.id(), id -> new HashMap<>())
                            .merge(
                                    partOf(expense, given.category()),
                                    -given.amount().minorUnits(),
                                    Math::addExact);
                }
            }
        }
    }

    /** Returns the refunds of an expense. */
    List<Expense> of(Expense expense) {
        return refunds.getOrDefault(expense.id(), List.of());
    }

    /** Returns whether nothing is left of the expense, or of the parts that pay the amount. */
    boolean isAllOf(Expense expense, List<Integer> parts, long amount) {
        Map<Integer, Long> given = byPart.getOrDefault(expense.id(), Map.of());
        if (sum(given.values()) >= expense.amount().minorUnits()) {
            return true;
        }
        List<Long> ofParts =
                parts.stream().map(part -> given.getOrDefault(part, 0L)).toList();
        return amount > 0 && sum(ofParts) >= amount;
    }

    private static long sum(Collection<Long> amounts) {
        return amounts.stream().reduce(0L, Math::addExact);
    }

    /** Returns which part a refund of the category gives back: the one of its category, else the largest. */
    static int partOf(Expense original, CategoryPath category) {
        List<Split> parts = original.portions();
        int largest = 0;
        for (int i = 0; i < parts.size(); i++) {
            if (parts.get(i).category().equals(category)) {
                return i;
            }
            if (parts.get(i).amount().compareTo(parts.get(largest).amount()) > 0) {
                largest = i;
            }
        }
        return largest;
    }
}
