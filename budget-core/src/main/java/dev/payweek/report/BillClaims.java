package dev.payweek.report;

import dev.payweek.category.CategoryPath;
import dev.payweek.ledger.EntryKind;
import dev.payweek.ledger.Expense;
import dev.payweek.plan.Bill;
import dev.payweek.rule.CategoryRule;
import dev.payweek.rule.RuleAction;
import dev.payweek.rule.RuleSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which expenses the matches of bills hold of. Asked often, it is compiled as rules are, so that an expense costs the
 * same however many bills there are.
 *
 * <pre>{@code
 * var power = Bill.of("power", CategoryPath.of("Home:Power"), PaySchedule.monthly(3))
 *         .matching(Comparison.of(Field.TITLE, Operator.CONTAINS, "utility"));
 * var claims = new BillClaims(List.of(power));
 * Expense paid = (Expense) budget.spend(Money.of("40.00", "USD"), "City Utility", LocalDate.of(2026, 11, 3));
 * claims.of(paid);        // [power]
 * claims.mayPay(paid);    // true
 * }</pre>
 *
 * <p>Safe for use by any number of threads.
 */
public final class BillClaims {

    /** What a rule does with what it matches does not matter here. */
    private static final RuleAction ANY = RuleAction.category("Other");

    private final Set<CategoryPath> categories = new HashSet<>();
    private final RuleSet matches;

    /** Takes the bills of a plan. */
    public BillClaims(Collection<Bill> bills) {
        List<CategoryRule> rules = new ArrayList<>();
        for (Bill bill : bills) {
            int number = rules.size() + 1;
            bill.match()
                    .ifPresentOrElse(
                            match -> rules.add(new CategoryRule(
                                    number, 1, bill.name(), number, true, Optional.empty(), match, ANY)),
                            () -> categories.add(bill.category()));
        }
        this.matches = new RuleSet(rules);
    }

    /** Returns the names of the bills whose match holds. */
    public Set<String> of(Expense expense) {
        return matches.matching(expense.details(), EntryKind.EXPENSE).stream()
                .map(CategoryRule::name)
                .collect(Collectors.toSet());
    }

    /** Returns whether one of the bills may be paid by the expense, as far as words and categories say. */
    public boolean mayPay(Expense expense) {
        return matches.decide(expense.details(), EntryKind.EXPENSE).isPresent()
                || expense.portions().stream().anyMatch(part -> isOfABill(part.category()));
    }

    private boolean isOfABill(CategoryPath path) {
        return categories.contains(path)
                || path.parent().filter(this::isOfABill).isPresent();
    }
}
