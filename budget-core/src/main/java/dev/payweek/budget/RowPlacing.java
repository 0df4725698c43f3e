package dev.payweek.budget;

import dev.payweek.category.Categories;
import dev.payweek.category.CategoryPath;
import dev.payweek.ledger.Entry;
import dev.payweek.ledger.EntryKind;
import dev.payweek.ledger.Expense;
import dev.payweek.ledger.Facts;
import dev.payweek.ledger.Income;
import dev.payweek.ledger.Provenance;
import dev.payweek.ledger.Transfer;
import dev.payweek.money.Money;
import dev.payweek.refusal.Refusal;
import dev.payweek.rule.CategoryRule;
import dev.payweek.rule.RuleAction;
import dev.payweek.rule.RuleSet;
import dev.payweek.statement.StatementRow;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Makes an entry of a bank's row. Money out is an expense, money in an income, unless a rule or the file says
 * otherwise; money in whose words a category rule knows is a refund.
 */
final class RowPlacing {

    /** An entry and why it is what it is. */
    record Placed(Entry entry, String reason) {}

    private static final String NO_WORDS = "(no text)";

    private final BudgetEdit edit;
    private final String account;
    private final RuleSet rules;
    private final Map<String, Optional<CategoryPath>> hints = new HashMap<>();

    RowPlacing(BudgetEdit edit, String account) {
        this.edit = edit;
        this.account = account;
        this.rules = edit.rules();
    }

    /** The amount is signed as in the bank's books: money out negative. */
    Placed place(StatementRow row, Money amount, long id, Optional<Long> batch) {
        Facts facts = facts(row, amount);
        Optional<CategoryRule> rule = decide(facts, amount);
        if (rule.isPresent()) {
            return byRule(rule.get(), facts, amount, id, batch);
        }
        if (row.transfer()) {
            return new Placed(transfer(facts, amount, id, batch), "the file says it is a transfer");
        }
        if (!amount.isNegative()) {
            return new Placed(new Income(id, 1, facts, false, false, batch), "");
        }
        return row.categoryHint()
                .flatMap(this::hinted)
                .map(category -> new Placed(
                        expense(facts, amount, id, batch, category, Provenance.IMPORT_HINT), "the file's category"))
                .orElseGet(() -> new Placed(
                        expense(facts, amount, id, batch, Categories.OTHER, Provenance.DEFAULT), "no rule matched"));
    }

    /** Money out can only be spent; money in can be a refund, which is asked about first, or income. */
    private Optional<CategoryRule> decide(Facts facts, Money amount) {
        Optional<CategoryRule> asSpent = rules.decide(withAmount(facts, amount.negated()), EntryKind.EXPENSE);
        return amount.isNegative()
                ? asSpent
                : Stream.concat(asSpent.stream(), rules.decide(facts, EntryKind.INCOME).stream())
                        .min(Comparator.comparingInt(CategoryRule::priority));
    }

    private Placed byRule(CategoryRule rule, Facts facts, Money amount, long id, Optional<Long> batch) {
        String reason = "rule " + rule.id() + " " + rule.name();
        Facts told = rule.then().apply(facts, true);
        if (rule.then().outcome() instanceof RuleAction.MarkTransfer) {
            return new Placed(transfer(told, amount, id, batch), reason);
        }
        return rule.then()
                .category()
                .map(category -> expense(told, amount, id, batch, category, rule.provenance())
                        .withParts(rule.then().parts(amount.negated())))
                .map(expense -> new Placed(expense, reason))
                .orElseGet(() -> new Placed(new Income(id, 1, told, true, false, batch), reason));
    }

    /** A file repeats its category names; each is looked up, and created where it is new, only once. */
    private Optional<CategoryPath> hinted(String hint) {
        return hints.computeIfAbsent(hint.strip(), this::categoryNamed);
    }

    private Optional<CategoryPath> categoryNamed(String name) {
        try {
            return Optional.of(edit.category(name));
        } catch (Refusal unusable) {
            return Optional.empty();
        }
    }

    private static Expense expense(
            Facts facts, Money amount, long id, Optional<Long> batch, CategoryPath category, Provenance by) {
        Facts spent = withAmount(facts, amount.negated());
        return new Expense(id, 1, spent, category, by, List.of(), Optional.empty(), batch);
    }

    private static Transfer transfer(Facts facts, Money amount, long id, Optional<Long> batch) {
        return new Transfer(id, 1, withAmount(facts, amount.negated()), Optional.empty(), batch);
    }

    private static Facts withAmount(Facts facts, Money amount) {
        return new Facts(
                facts.date(), amount, facts.title(), facts.bankText(), facts.account(), facts.note(), facts.tags());
    }

    private Facts facts(StatementRow row, Money amount) {
        String words = row.text().isBlank() ? row.title() : row.text();
        String title = BankWords.line(row.title().isBlank() ? row.text() : row.title(), Facts.MAX_TITLE);
        return new Facts(
                row.date(),
                amount,
                title.isEmpty() ? NO_WORDS : title,
                Optional.of(BankWords.kept(words, Facts.MAX_BANK_TEXT)).filter(text -> !text.isBlank()),
                Optional.of(account),
                Optional.empty(),
                List.of());
    }

    static Optional<String> categoryOf(Entry entry) {
        return entry instanceof Expense expense ? Optional.of(expense.category().name()) : Optional.empty();
    }
}
