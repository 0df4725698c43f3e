package dev.payweek.budget;

import dev.payweek.category.Categories;
import dev.payweek.category.CategoryPath;
import dev.payweek.ledger.Entry;
import dev.payweek.ledger.EntryKind;
import dev.payweek.ledger.Expense;
import dev.payweek.ledger.Facts;
import dev.payweek.ledger.Income;
import dev.payweek.ledger.Provenance;
import dev.payweek.ledger.Split;
import dev.payweek.ledger.Transfer;
import dev.payweek.refusal.Checks;
import dev.payweek.refusal.Refusal;
import dev.payweek.rule.CategoryRule;
import dev.payweek.rule.RuleAction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes an entry of a draft: gives it a date and, if it is an expense, a category. */
final class Placing {

    private final BudgetEdit edit;

    Placing(BudgetEdit edit) {
        this.edit = edit;
    }

    Entry entry(EntryDraft draft, long id, int version, Optional<Entry> before) {
        edit.requireCurrency("amount", draft.amount());
        draft.account().ifPresent(edit::requireAccount);
        Facts facts = new Facts(
                draft.date().or(() -> before.map(Entry::date)).orElse(edit.today()),
                draft.amount(),
                draft.title(),
                draft.bankText().or(() -> before.flatMap(entry -> entry.facts().bankText())),
                draft.account(),
                draft.note(),
                draft.tags());
        Optional<Long> batch = before.flatMap(Entry::importBatch);
        return switch (draft.kind()) {
            case EXPENSE -> expense(draft, facts, id, version, before.map(Expense.class::cast), batch);
            case INCOME -> {
                boolean paycheck = draft.paycheck() || (before.isEmpty() && isPaycheckByRule(facts));
                yield new Income(id, version, facts, paycheck, draft.opensPeriod(), batch);
            }
            case TRANSFER -> new Transfer(id, version, facts, draft.toAccount(), batch);
        };
    }

    private Expense expense(
            EntryDraft draft, Facts facts, long id, int version, Optional<Expense> before, Optional<Long> batch) {
        // What was refunded may have been deleted since; that must not keep the refund from being changed.
        Optional<Long> refundedBefore = before.flatMap(Expense::refundOf);
        draft.refundOf()
                .filter(refunded -> !refundedBefore.equals(Optional.of(refunded)))
                .ifPresent(refunded -> requireOtherExpense(refunded, id));
        List<Split> splits = splits(draft);
        Placed placed = draft.category()
                .map(name -> new Placed(edit.category(name), Provenance.MANUAL))
                .or(() -> before.map(expense -> new Placed(expense.category(), expense.provenance())))
                .or(() -> splits.stream().findFirst().map(split -> new Placed(split.category(), Provenance.MANUAL)))
                .orElseGet(() -> decided(facts));
        return new Expense(id, version, facts, placed.category(), placed.by(), splits, draft.refundOf(), batch);
    }

    private record Placed(CategoryPath category, Provenance by) {}

    private Placed decided(Facts facts) {
        Optional<CategoryRule> rule = edit.rules().decide(facts, EntryKind.EXPENSE);
        if (rule.isPresent() && rule.get().then() instanceof RuleAction.Categorise to) {
            return new Placed(
                    to.category(), Provenance.rule(rule.get().id(), rule.get().version()));
        }
        return new Placed(Categories.OTHER, Provenance.DEFAULT);
    }

    /** Asked of new entries only: a person who changes one says what it is. */
    private boolean isPaycheckByRule(Facts facts) {
        return edit.rules()
                .decide(facts, EntryKind.INCOME)
                .filter(rule -> rule.then() instanceof RuleAction.MarkPaycheck)
                .isPresent();
    }

    private List<Split> splits(EntryDraft draft) {
        var checks = new Checks();
        List<Split> splits = new ArrayList<>();
        for (int i = 0; i < draft.parts().size(); i++) {
            EntryDraft.Part part = draft.parts().get(i);
            try {
                edit.requireCurrency("amount", part.amount());
                splits.add(new Split(edit.category(part.category()), part.amount()));
            } catch (Refusal refusal) {
                checks.add("splits/" + i, refusal);
            }
        }
        checks.refuseIfAny();
        return splits;
    }

    private void requireOtherExpense(long refunded, long id) {
        if (refunded == id) {
            throw Refusal.invalid("refund_of", "itself", "An expense cannot be its own refund.");
        }
        try {
            edit.getEntry(EntryKind.EXPENSE, refunded);
        } catch (Refusal refusal) {
            throw Refusal.invalid("refund_of", "not_found", "There is no expense " + refunded + " to refund.");
        }
    }
}
