package dev.payweek.edit;

import dev.payweek.category.Categories;
import dev.payweek.category.CategoryPath;
import dev.payweek.ledger.Entry;
import dev.payweek.ledger.EntryDetails;
import dev.payweek.ledger.EntryDraft;
import dev.payweek.ledger.EntryKind;
import dev.payweek.ledger.Expense;
import dev.payweek.ledger.Income;
import dev.payweek.ledger.Provenance;
import dev.payweek.ledger.Split;
import dev.payweek.ledger.Transfer;
import dev.payweek.money.Money;
import dev.payweek.refusal.LedgerException;
import dev.payweek.refusal.Validation;
import dev.payweek.rule.CategoryRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * Makes an entry of a draft: gives it a date and, if it is an expense, a category: {@code
 * new EntryFactory(session).entry(draft, 901, 1, Optional.empty())}. For one thread, with its session.
 */
public final class EntryFactory {

    private final LedgerSession edit;

    /** Creates the factory of a ledger. */
    public EntryFactory(LedgerSession edit) {
        this.edit = edit;
    }

    /** Returns the entry that the draft makes, in place of another one or as a new one. */
    public Entry entry(EntryDraft draft, long id, int version, Optional<Entry> before) {
        edit.requireCurrency("amount", draft.amount());
        draft.account().ifPresent(edit::requireAccount);
        EntryDetails details = new EntryDetails(
                draft.date().or(() -> before.map(Entry::date)).orElse(edit.today()),
                draft.amount(),
                draft.title(),
                draft.bankText()
                        .or(() -> before.flatMap(entry -> entry.details().bankText())),
                draft.account(),
                draft.note(),
                draft.tags());
        Optional<Long> batch = before.flatMap(Entry::importBatch);
        return switch (draft.kind()) {
            case EXPENSE -> expense(draft, details, id, version, before.map(Expense.class::cast), batch);
            case INCOME -> new Income(id, version, details, batch);
            case TRANSFER -> new Transfer(id, version, details, draft.toAccount(), batch);
        };
    }

    private Expense expense(
            EntryDraft draft,
            EntryDetails details,
            long id,
            int version,
            Optional<Expense> before,
            Optional<Long> batch) {
        // What was refunded may have been deleted since; that must not keep the refund from being changed.
        Optional<Long> refundedBefore = before.flatMap(Expense::refundOf);
        draft.refundOf()
                .filter(refunded -> !refundedBefore.equals(Optional.of(refunded)))
                .ifPresent(refunded -> requireOtherExpense(refunded, id));
        Classified classified = classified(draft, details, before);
        return new Expense(
                id,
                version,
                classified.details(),
                classified.category(),
                classified.by(),
                classified.splits(),
                draft.refundOf(),
                batch);
    }

    private record Classified(CategoryPath category, Provenance by, List<Split> splits, EntryDetails details) {}

    /** A title typed by a person is never renamed by a rule, but a rule's tags are added. */
    private Classified classified(EntryDraft draft, EntryDetails details, Optional<Expense> before) {
        List<Split> splits = splits(draft, before);
        if (draft.category().isPresent()) {
            return new Classified(open(draft.category().get(), before), Provenance.MANUAL, splits, details);
        }
        if (before.isPresent()) {
            return kept(before.get(), splits, details);
        }
        return splits.isEmpty()
                ? decided(details)
                : new Classified(splits.get(0).category(), Provenance.MANUAL, splits, details);
    }

    /** Who changes the parts has chosen; parts that a rule made follow the amount in the proportion they have. */
    private static Classified kept(Expense before, List<Split> splits, EntryDetails details) {
        if (!splits.equals(before.splits())) {
            return new Classified(before.category(), Provenance.MANUAL, splits, details);
        }
        boolean byRule = before.provenance().origin() == Provenance.Origin.RULE;
        List<Split> parts =
                byRule && !details.amount().equals(before.amount()) ? inProportion(before, details) : splits;
        return new Classified(before.category(), before.provenance(), parts, details);
    }

    private static List<Split> inProportion(Expense before, EntryDetails details) {
        long[] weights = before.splits().stream()
                .mapToLong(split -> split.amount().abs().minorUnits())
                .toArray();
        if (LongStream.of(weights).sum() == 0) {
            return before.splits();
        }
        List<Money> amounts = details.amount().allocate(weights);
        return IntStream.range(0, weights.length)
                .mapToObj(i -> new Split(before.splits().get(i).category(), amounts.get(i)))
                .toList();
    }

    private Classified decided(EntryDetails details) {
        Optional<CategoryRule> rule = edit.openRules().decide(details, EntryKind.EXPENSE);
        return rule.flatMap(one -> one.then()
                        .category()
                        .map(category -> new Classified(
                                category,
                                one.provenance(),
                                one.then().parts(details.amount()),
                                one.then().apply(details, false))))
                .orElseGet(() -> new Classified(Categories.OTHER, Provenance.DEFAULT, List.of(), details));
    }

    /** What lies in an archived category already may be changed there. */
    private CategoryPath open(String category, Optional<Expense> before) {
        CategoryPath path = edit.category(category);
        boolean kept = before.filter(expense -> expense.category().equals(path)
                        || expense.portions().stream()
                                .anyMatch(part -> part.category().equals(path)))
                .isPresent();
        return kept ? path : edit.openCategory(category);
    }

    private List<Split> splits(EntryDraft draft, Optional<Expense> before) {
        var checks = new Validation();
        List<Split> splits = new ArrayList<>();
        for (int i = 0; i < draft.parts().size(); i++) {
            EntryDraft.Part part = draft.parts().get(i);
            try {
                edit.requireCurrency("amount", part.amount());
                requireSomething(part.amount());
                splits.add(new Split(open(part.category(), before), part.amount()));
            } catch (LedgerException refusal) {
                checks.add("splits/" + i, refusal);
            }
        }
        checks.refuseIfAny();
        return splits;
    }

    private static void requireSomething(Money amount) {
        if (amount.isZero()) {
            throw LedgerException.invalid("amount", "zero", "A part of a split cannot be nothing.");
        }
    }

    private void requireOtherExpense(long refunded, long id) {
        if (refunded == id) {
            throw LedgerException.invalid("refund_of", "itself", "An expense cannot be its own refund.");
        }
        try {
            edit.getEntry(EntryKind.EXPENSE, refunded);
        } catch (LedgerException refusal) {
            throw LedgerException.invalid("refund_of", "not_found", "There is no expense " + refunded + " to refund.");
        }
    }
}
