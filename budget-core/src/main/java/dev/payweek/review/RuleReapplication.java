package dev.payweek.review;

import dev.payweek.category.Categories;
import dev.payweek.category.CategoryPath;
import dev.payweek.ledger.Entry;
import dev.payweek.ledger.EntryDetails;
import dev.payweek.ledger.EntryKind;
import dev.payweek.ledger.Expense;
import dev.payweek.ledger.Provenance;
import dev.payweek.ledger.Provenance.Origin;
import dev.payweek.ledger.Split;
import dev.payweek.ledger.Transfer;
import dev.payweek.period.DateSpan;
import dev.payweek.rule.CategoryRule;
import dev.payweek.rule.RuleAction;
import dev.payweek.rule.RuleDiff;
import dev.payweek.rule.RuleDiff.Move;
import dev.payweek.rule.RuleSet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Decides expenses again after the rules have changed.
 *
 * <p>An expense is decided again only where the old rules and the new ones disagree on what to make of it, so that a
 * change moves nothing it has nothing to do with. A person's choice stays unless forced. Where a rule that decided is
 * gone and no other matches, the expense is nobody's again; a hint from the imported file stays where no rule matches.
 * An imported expense can become a transfer; income is not decided again. Payments that were booked as one and sorted
 * one by one when they came stay as they are unless forced.
 *
 * <pre>{@code
 * var coffee = (Expense) budget.spend(Money.of("4.50", "USD"), "Corner Coffee", LocalDate.of(2026, 11, 21));
 * budget.rule("coffee", when().title().contains("coffee").then("Fun:Coffee"));
 * var review = new RuleReapplication(Optional.empty(), budget.read(view -> view.rules()), false, DateSpan::of);
 * review.look(coffee).isPresent();            // true
 * review.diff(Optional.empty()).moved();      // 1
 * }</pre>
 *
 * <p>Not safe for use by several threads.
 */
public final class RuleReapplication {

    private final Optional<RuleSet> before;
    private final RuleSet after;
    private final boolean force;
    private final Set<String> titlesByRules;
    private final CategoryFlows flows;
    private Predicate<CategoryPath> archived = path -> false;
    private final List<Move> moves = new ArrayList<>();
    private long looked;
    private long moved;
    private long kept;

    /**
     * Begins with no expense.
     *
     * @param before the rules as they were; none to decide everything again that the new ones match
     * @param after the rules as they are to be
     * @param force whether a person's choice is decided again too
     * @param periodOf gives the pay period of a day
     */
    public RuleReapplication(
            Optional<RuleSet> before, RuleSet after, boolean force, Function<LocalDate, DateSpan> periodOf) {
        this.before = before;
        this.after = after;
        this.force = force;
        this.flows = new CategoryFlows(periodOf);
        this.titlesByRules = Stream.concat(before.stream(), Stream.of(after))
                .map(RuleSet::inOrder)
                .flatMap(Collection::stream)
                .flatMap(rule -> rule.then().rename().stream())
                .collect(Collectors.toSet());
    }

    /** Lets nothing move into these categories, which take no new entries; what lies there stays. */
    public RuleReapplication closing(Predicate<CategoryPath> categories) {
        archived = categories;
        return this;
    }

    /** Counts expenses as looked at for which the rules are certain to say what they did before. */
    void passOver(long others) {
        looked += others;
    }

    /** Looks at an expense; returns what becomes of it, with its version as it was, if anything changes for it. */
    public Optional<Entry> look(Expense expense) {
        looked++;
        Optional<CategoryRule> old = before.flatMap(rules -> rules.decide(expense.details(), EntryKind.EXPENSE));
        Optional<CategoryRule> rule = after.decide(expense.details(), EntryKind.EXPENSE);
        if (old.map(CategoryRule::then).equals(rule.map(CategoryRule::then))) {
            return rule.filter(winner ->
                            isHeldBy(expense, old) && !expense.provenance().equals(winner.provenance()))
                    .map(winner -> expense.withCategory(expense.category(), winner.provenance()));
        }
        Entry other = rule.map(one -> byRule(expense, one)).orElseGet(() -> byNone(expense, old));
        if (isSame(expense, other) || entersArchived(expense, other)) {
            return Optional.empty();
        }
        if (expense.provenance().origin() == Origin.MANUAL && !force) {
            kept++;
            return Optional.empty();
        }
        note(expense, other, rule);
        return Optional.of(other);
    }

    private boolean entersArchived(Expense expense, Entry other) {
        Set<CategoryPath> there =
                expense.portions().stream().map(Split::category).collect(Collectors.toSet());
        return other instanceof Expense moved
                && moved.portions().stream()
                        .map(Split::category)
                        .anyMatch(path -> archived.test(path) && !there.contains(path));
    }

    private Entry byRule(Expense expense, CategoryRule rule) {
        if (isBundle(expense) && !force) {
            return expense;
        }
        RuleAction then = rule.then();
        EntryDetails details = then.apply(expense.details(), hasOwnTitle(expense));
        if (then.outcome() instanceof RuleAction.MarkTransfer) {
            return expense.importBatch().isPresent()
                    ? new Transfer(expense.id(), expense.version(), details, Optional.empty(), expense.importBatch())
                    : expense;
        }
        return expense.withCategory(then.category().orElse(expense.category()), rule.provenance())
                .with(details)
                .withParts(then.parts(details.amount()));
    }

    /**
     * Returns whether the rules once sorted the parts of an expense one by one. The words of its parts are gone, and
     * judged by those of the whole it would all go to the first rule that knows one of them.
     */
    private boolean isBundle(Expense expense) {
        return expense.importBatch().isPresent()
                && !expense.splits().isEmpty()
                && expense.provenance().origin() == Origin.RULE
                && Stream.concat(before.stream(), Stream.of(after))
                        .flatMap(rules -> rules.find(expense.provenance().ruleId()).stream())
                        .filter(rule -> rule.provenance().equals(expense.provenance()))
                        .anyMatch(rule -> rule.then().parts(expense.amount()).isEmpty());
    }

    /** A title may be replaced that came with the import or from a rule; any other a person has written. */
    private boolean hasOwnTitle(Expense expense) {
        return expense.importBatch().isPresent()
                && (expense.version() == 1
                        || titlesByRules.contains(expense.details().title()));
    }

    /** Returns whether the old winner, or a rule that is gone since, is what put the expense where it is. */
    private boolean isHeldBy(Expense expense, Optional<CategoryRule> old) {
        long holder = expense.provenance().ruleId();
        return expense.provenance().origin() == Origin.RULE
                && old.filter(rule -> rule.id() == holder || after.find(holder).isEmpty())
                        .isPresent();
    }

    private Entry byNone(Expense expense, Optional<CategoryRule> old) {
        return isHeldBy(expense, old)
                ? expense.withCategory(Categories.OTHER, Provenance.DEFAULT).withParts(List.of())
                : expense;
    }

    private static boolean isSame(Expense expense, Entry other) {
        return other instanceof Expense same
                && same.category().equals(expense.category())
                && same.splits().equals(expense.splits())
                && same.details().equals(expense.details());
    }

    private void note(Expense expense, Entry other, Optional<CategoryRule> rule) {
        moved++;
        expense.portions().forEach(part -> flows.leave(expense.date(), part));
        if (other instanceof Expense still) {
            still.portions().forEach(part -> flows.arrive(still.date(), part));
        }
        if (moves.size() < RuleDiff.MOST_LISTED) {
            moves.add(new Move(
                    expense.id(),
                    expense.date(),
                    expense.details().title(),
                    expense.amount(),
                    expense.category(),
                    other instanceof Expense still ? Optional.of(still.category()) : Optional.empty(),
                    rule.map(CategoryRule::name)));
        }
    }

    /**
     * Returns what has moved of the expenses looked at.
     *
     * @param rule the rule added or changed, if it has a number
     */
    public RuleDiff diff(Optional<Long> rule) {
        return new RuleDiff(rule, looked, moved, kept, flows.byCategory(), flows.byPayPeriod(), List.copyOf(moves));
    }
}
