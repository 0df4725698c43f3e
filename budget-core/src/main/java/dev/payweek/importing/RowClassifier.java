package dev.payweek.importing;

import dev.payweek.category.Categories;
import dev.payweek.category.Category;
import dev.payweek.category.CategoryPath;
import dev.payweek.ledger.Entry;
import dev.payweek.ledger.EntryDetails;
import dev.payweek.ledger.EntryKind;
import dev.payweek.ledger.Expense;
import dev.payweek.ledger.Income;
import dev.payweek.ledger.PrintableText;
import dev.payweek.ledger.Provenance;
import dev.payweek.ledger.Split;
import dev.payweek.ledger.Transfer;
import dev.payweek.money.Money;
import dev.payweek.refusal.LedgerException;
import dev.payweek.rule.CategoryRule;
import dev.payweek.rule.RuleAction;
import dev.payweek.rule.RuleSet;
import dev.payweek.statement.StatementRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes an entry of a bank's row. Money out is an expense, money in an income, unless a rule or the file says
 * otherwise; money in whose words a category rule knows is a refund. Money out that the file gives in parts is an
 * expense with splits.
 *
 * <p>All rows of a file are judged by the rules as they stood when its import began. A category that a file names and
 * the ledger lacks is only named here; whoever writes the entry makes it.
 */
final class RowClassifier {

    /** An entry and why it is what it is. */
    record Classified(Entry entry, String reason) {}

    private static final String NO_WORDS = "(no text)";

    private final RuleSet rules;
    private Categories categories;
    private final Map<String, Optional<CategoryPath>> hints = new HashMap<>();
    private final Map<Long, String> reasons = new HashMap<>();
    private final Map<String, Optional<String>> accounts = new HashMap<>();

    RowClassifier(RuleSet rules, Categories categories) {
        this.rules = rules;
        this.categories = categories;
    }

    /** The amount is signed as in the bank's books: money out negative. */
    Classified place(String account, StatementRow row, Money amount, long id, Optional<Long> batch) {
        EntryDetails spent = details(account, row, amount.negated());
        Optional<CategoryRule> rule = rules.decide(spent, EntryKind.EXPENSE);
        if (!row.parts().isEmpty()) {
            return ofParts(new RowSplits(row), rule, row, amount, spent, id, batch);
        }
        return whole(rule, row, amount, spent, id, batch);
    }

    /** What the parts do not say is decided by the whole; what is not kept in splits is kept in the note. */
    private Classified ofParts(
            RowSplits parts,
            Optional<CategoryRule> rule,
            StatementRow row,
            Money amount,
            EntryDetails spent,
            long id,
            Optional<Long> batch) {
        boolean decided = !amount.isNegative() || row.transfer() || (parts.areNamed() && rule.isPresent());
        Optional<RowSplits.Sorted> sorted = decided ? Optional.empty() : parts.sorted(spent, rules, this::hinted);
        boolean kept = sorted.filter(splits -> !splits.splits().isEmpty()).isPresent() && parts.areMereSplits();
        EntryDetails noted = kept ? spent : noted(spent, parts);
        return sorted.map(found -> new Classified(
                        expense(noted, id, batch, found.main(), found.by()).withParts(found.splits()), found.reason()))
                .orElseGet(() -> whole(rule, row, amount, noted, id, batch));
    }

    private static EntryDetails noted(EntryDetails details, RowSplits parts) {
        return new EntryDetails(
                details.date(),
                details.amount(),
                details.title(),
                details.bankText(),
                details.account(),
                parts.note(EntryDetails.MAX_NOTE),
                details.tags());
    }

    private Classified whole(
            Optional<CategoryRule> rule,
            StatementRow row,
            Money amount,
            EntryDetails spent,
            long id,
            Optional<Long> batch) {
        if (amount.isNegative()) {
            return rule.isPresent() ? byRule(rule.get(), spent, id, batch) : moneyOut(row, spent, id, batch);
        }
        EntryDetails received = new EntryDetails(
                spent.date(), amount, spent.title(), spent.bankText(), spent.account(), spent.note(), spent.tags());
        return first(rule, rules.decide(received, EntryKind.INCOME))
                .map(decided -> byRule(decided, spent, id, batch))
                .orElseGet(() -> row.transfer()
                        ? transfer(spent, id, batch)
                        : new Classified(new Income(id, 1, received, batch), ""));
    }

    private static Optional<CategoryRule> first(Optional<CategoryRule> one, Optional<CategoryRule> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return one.or(() -> other);
        }
        return one.get().priority() <= other.get().priority() ? one : other;
    }

    private Classified moneyOut(StatementRow row, EntryDetails spent, long id, Optional<Long> batch) {
        if (row.transfer()) {
            return transfer(spent, id, batch);
        }
        Optional<CategoryPath> hinted = row.categoryHint().flatMap(this::hinted);
        return hinted.isPresent()
                ? new Classified(expense(spent, id, batch, hinted.get(), Provenance.IMPORT_HINT), "the file's category")
                : new Classified(expense(spent, id, batch, Categories.OTHER, Provenance.DEFAULT), why(row));
    }

    private String why(StatementRow row) {
        return row.categoryHint().filter(this::isArchived).isPresent()
                ? "the file's category is archived"
                : "no rule matched";
    }

    private boolean isArchived(String hint) {
        try {
            return categories.isArchived(categories.resolve(hint.strip()));
        } catch (LedgerException unusable) {
            return false;
        }
    }

    private static Classified transfer(EntryDetails spent, long id, Optional<Long> batch) {
        return new Classified(new Transfer(id, 1, spent, Optional.empty(), batch), "the file says it is a transfer");
    }

    private Classified byRule(CategoryRule rule, EntryDetails spent, long id, Optional<Long> batch) {
        String reason = reasons.computeIfAbsent(rule.id(), number -> "rule " + number + " " + rule.name());
        RuleAction then = rule.then();
        if (then.outcome() instanceof RuleAction.MarkTransfer) {
            return new Classified(new Transfer(id, 1, then.apply(spent, true), Optional.empty(), batch), reason);
        }
        EntryDetails details = then.apply(spent, true);
        List<Split> parts = then.parts(spent.amount());
        Provenance by = rule.provenance();
        return new Classified(
                new Expense(id, 1, details, then.category().orElseThrow(), by, parts, Optional.empty(), batch), reason);
    }

    private static Expense expense(
            EntryDetails details, long id, Optional<Long> batch, CategoryPath category, Provenance by) {
        return new Expense(id, 1, details, category, by, List.of(), Optional.empty(), batch);
    }

    /** A file repeats its category names; each is looked up only once. */
    private Optional<CategoryPath> hinted(String hint) {
        Optional<CategoryPath> known = hints.get(hint);
        if (known == null) {
            known = named(hint.strip());
            hints.put(hint, known);
        }
        return known;
    }

    private Optional<CategoryPath> named(String name) {
        try {
            CategoryPath path = categories.resolve(name);
            if (categories.isArchived(path)) {
                return Optional.empty();
            }
            List<Category> more = new ArrayList<>(categories.all());
            for (Optional<CategoryPath> level = Optional.of(path);
                    level.isPresent() && categories.find(level.get()).isEmpty();
                    level = level.get().parent()) {
                more.add(new Category(level.get(), true, false));
            }
            categories = new Categories(more);
            return Optional.of(path);
        } catch (LedgerException unusable) {
            return Optional.empty();
        }
    }

    private EntryDetails details(String account, StatementRow row, Money amount) {
        String words = row.text().isBlank() ? row.title() : row.text();
        String title = PrintableText.line(row.title().isBlank() ? row.text() : row.title(), EntryDetails.MAX_TITLE);
        String kept = PrintableText.kept(words, EntryDetails.MAX_BANK_TEXT);
        return new EntryDetails(
                row.date(),
                amount,
                title.isEmpty() ? NO_WORDS : title,
                kept.isBlank() ? Optional.empty() : Optional.of(kept),
                accounts.computeIfAbsent(account, Optional::of),
                Optional.empty(),
                List.of());
    }

    static Optional<String> categoryOf(Entry entry) {
        return entry instanceof Expense expense ? Optional.of(expense.category().name()) : Optional.empty();
    }
}
