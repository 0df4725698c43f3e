package dev.payweek.rule;

import dev.payweek.ledger.EntryDetails;
import dev.payweek.ledger.EntryKind;
import dev.payweek.ledger.Expense;
import dev.payweek.ledger.Provenance.Origin;
import dev.payweek.rule.Explanation.Asked;
import dev.payweek.rule.Explanation.Compared;
import dev.payweek.rule.Explanation.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Asks each rule about one expense and notes what becomes of it. */
final class Explainer {

    private final RuleSet rules;
    private final Expense expense;
    private final EntryDetails details;
    private final Optional<CategoryRule> winner;

    Explainer(RuleSet rules, Expense expense) {
        this.rules = rules;
        this.expense = expense;
        this.details = expense.details();
        this.winner = rules.inOrder().stream()
                .filter(rule -> rule.matches(details, EntryKind.EXPENSE))
                .findFirst();
    }

    Explanation explanation() {
        return new Explanation(
                expense.id(),
                expense.category(),
                expense.provenance(),
                rules.version(),
                winner,
                rules.inOrder().stream().map(this::asked).toList());
    }

    private Asked asked(CategoryRule rule) {
        Verdict verdict = verdict(rule);
        List<Compared> compared = new ArrayList<>();
        compare(rule.when(), "", compared);
        return new Asked(
                rule,
                verdict,
                hasDecided(rule),
                winner.filter(first -> verdict == Verdict.SHADOWED).map(CategoryRule::id),
                compared);
    }

    private Verdict verdict(CategoryRule rule) {
        if (!rule.enabled()) {
            return Verdict.DISABLED;
        }
        if (!rule.then().fits(EntryKind.EXPENSE)) {
            return Verdict.OTHER_KIND;
        }
        if (!rule.isValidOn(details.date())) {
            return Verdict.NOT_YET_VALID;
        }
        if (!rule.when().holds(details, EntryKind.EXPENSE)) {
            return Verdict.NOT_MATCHED;
        }
        if (winner.filter(first -> first.id() == rule.id()).isEmpty()) {
            return Verdict.SHADOWED;
        }
        if (hasDecided(rule)) {
            return Verdict.DECIDED;
        }
        return expense.provenance().origin() == Origin.MANUAL ? Verdict.OVERRULED : Verdict.WOULD_DECIDE;
    }

    private boolean hasDecided(CategoryRule rule) {
        return expense.provenance().origin() == Origin.RULE
                && expense.provenance().ruleId() == rule.id();
    }

    private void compare(Condition condition, String path, List<Compared> compared) {
        if (condition instanceof Comparison comparison) {
            compared.add(new Compared(
                    path,
                    comparison,
                    comparison.field().actual(details, EntryKind.EXPENSE),
                    comparison.holds(details, EntryKind.EXPENSE)));
        } else if (condition instanceof Condition.All all) {
            compareEach(all.parts(), path, "all", compared);
        } else if (condition instanceof Condition.Any any) {
            compareEach(any.parts(), path, "any", compared);
        } else if (condition instanceof Condition.Not not) {
            compare(not.part(), within(path, "not"), compared);
        }
    }

    private void compareEach(List<Condition> parts, String path, String word, List<Compared> compared) {
        for (int i = 0; i < parts.size(); i++) {
            compare(parts.get(i), within(path, word + "[" + i + "]"), compared);
        }
    }

    private static String within(String path, String step) {
        return path.isEmpty() ? step : path + "." + step;
    }
}
