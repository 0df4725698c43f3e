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
import dev.payweek.money.Money;
import dev.payweek.refusal.Checks;
import dev.payweek.refusal.Refusal;
import dev.payweek.rule.CategoryRule;
import dev.payweek.rule.RuleAction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

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
        Placed placed = placed(draft, facts, before);
        return new Expense(
                id, version, placed.facts(), placed.category(), placed.by(), placed.splits(), draft.refundOf(), batch);
    }

    private record Placed(CategoryPath category, Provenance by, List<Split> splits, Facts facts) {}

    /** A title typed by a person is never renamed by a rule, but a rule's tags are added. */
    private Placed placed(EntryDraft draft, Facts facts, Optional<Expense> before) {
        List<Split> splits = splits(draft);
        if (draft.category().isPresent()) {
            return new Placed(edit.category(draft.category().get()), Provenance.MANUAL, splits, facts);
        }
        if (before.isPresent()) {
            return kept(before.get(), splits, facts);
        }
        return splits.isEmpty()
                ? decided(facts)
                : new Placed(splits.get(0).category(), Provenance.MANUAL, splits, facts);
    }

    /** Who changes the parts has chosen; parts that a rule made follow the amount in the proportion they have. */
    private static Placed kept(Expense before, List<Split> splits, Facts facts) {
        if (!splits.equals(before.splits())) {
            return new Placed(before.category(), Provenance.MANUAL, splits, facts);
        }
        boolean byRule = before.provenance().origin() == Provenance.Origin.RULE;
        List<Split> parts = byRule && !facts.amount().equals(before.amount()) ? inProportion(before, facts) : splits;
        return new Placed(before.category(), before.provenance(), parts, facts);
    }

    private static List<Split> inProportion(Expense before, Facts facts) {
        long[] weights = before.splits().stream()
                .mapToLong(split -> split.amount().abs().minorUnits())
                .toArray();
        if (LongStream.of(weights).sum() == 0) {
            return before.splits();
        }
        List<Money> amounts = facts.amount().allocate(weights);
        return IntStream.range(0, weights.length)
                .mapToObj(i -> new Split(before.splits().get(i).category(), amounts.get(i)))
                .toList();
    }

    private Placed decided(Facts facts) {
        Optional<CategoryRule> rule = edit.rules().decide(facts, EntryKind.EXPENSE);
        return rule.flatMap(one -> one.then()
                        .category()
                        .map(category -> new Placed(
                                category,
                                one.provenance(),
                                one.then().parts(facts.amount()),
                                one.then().apply(facts, false))))
                .orElseGet(() -> new Placed(Categories.OTHER, Provenance.DEFAULT, List.of(), facts));
    }

    /** Asked of new entries only: a person who changes one says what it is. */
    private boolean isPaycheckByRule(Facts facts) {
        return edit.rules()
                .decide(facts, EntryKind.INCOME)
                .filter(rule -> rule.then().outcome() instanceof RuleAction.MarkPaycheck)
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
