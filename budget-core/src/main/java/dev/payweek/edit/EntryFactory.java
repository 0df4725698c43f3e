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
        Optional<Long> batch = before.flatMap(Entry::importBatch);
        var checks = new Validation();
        edit.checkCurrency(checks, "amount", draft.amount());
        Optional<EntryDetails> details = checks.tried(() -> details(draft, before));
        if (draft.kind() == EntryKind.EXPENSE) {
            Optional<Expense> other = before.map(Expense.class::cast);
            Chosen chosen = chosen(checks, draft, other);
            details.map(plain -> Expense.of(id, version, plain, Categories.OTHER, Provenance.DEFAULT))
                    .flatMap(plain -> draft.refundOf().map(plain::refunding).or(() -> Optional.of(plain)))
                    .ifPresent(plain -> new Refunds(edit.writer()).check(checks, other, plain));
            checks.refuseIfAny();
            EntryDetails said = details.orElseThrow();
            Classified classified = classified(chosen, said, other);
            if (classified.by().origin() == Provenance.Origin.DEFAULT && !chosen.isAny(other)) {
                classified = asRefunded(draft, said, other).orElse(classified);
            }
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
        checks.refuseIfAny();
        return draft.kind() == EntryKind.INCOME
                ? new Income(id, version, details.orElseThrow(), batch)
                : new Transfer(id, version, details.orElseThrow(), draft.toAccount(), batch);
    }

    private EntryDetails details(EntryDraft draft, Optional<Entry> before) {
        draft.account().ifPresent(edit::requireAccount);
        draft.toAccount().ifPresent(edit::requireAccount);
        return new EntryDetails(
                draft.date().or(() -> before.map(Entry::date)).orElse(edit.today()),
                draft.amount(),
                draft.title(),
                draft.bankText()
                        .or(() -> before.flatMap(entry -> entry.details().bankText())),
                draft.account(),
                draft.note(),
                draft.tags());
    }

    /** What a person says of where an expense belongs. */
    private record Chosen(Optional<CategoryPath> category, List<Split> splits) {
        boolean isAny(Optional<Expense> before) {
            return category.isPresent()
                    || !splits.equals(before.map(Expense::splits).orElse(List.of()));
        }
    }

    private record Classified(CategoryPath category, Provenance by, List<Split> splits, EntryDetails details) {}

    private Chosen chosen(Validation checks, EntryDraft draft, Optional<Expense> before) {
        Optional<List<Split>> splits = checks.tried(() -> splits(draft, before));
        Optional<CategoryPath> category = draft.category().flatMap(name -> checks.tried(() -> open(name, before)));
        return new Chosen(category, splits.orElse(List.of()));
    }

    /** A title typed by a person is never renamed by a rule, but a rule's tags are added. */
    private Classified classified(Chosen chosen, EntryDetails details, Optional<Expense> before) {
        List<Split> splits = chosen.splits();
        if (chosen.category().isPresent()) {
            return new Classified(chosen.category().get(), Provenance.MANUAL, splits, details);
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
                byRule && !details.amount().equals(before.amount()) ? inProportion(splits, details) : splits;
        return new Classified(before.category(), before.provenance(), parts, details);
    }

    private static List<Split> inProportion(List<Split> splits, EntryDetails details) {
        List<Split> parts = Refunds.inProportion(splits, details.amount());
        return parts.size() > 1 ? parts : List.of();
    }

    /** What neither a person nor a rule has placed belongs where the expense went that it newly gives back. */
    private Optional<Classified> asRefunded(EntryDraft draft, EntryDetails details, Optional<Expense> before) {
        return draft.refundOf()
                .filter(id -> before.filter(known -> known.refundOf().equals(draft.refundOf()))
                        .isEmpty())
                .flatMap(new Refunds(edit.writer())::find)
                .map(purchase ->
                        Refunds.placed(Expense.of(0, 1, details, Categories.OTHER, Provenance.DEFAULT), purchase))
                .filter(placed -> placed.portions().stream()
                        .noneMatch(part -> edit.categories().isArchived(part.category())))
                .map(placed -> new Classified(placed.category(), placed.provenance(), placed.splits(), details));
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
}
