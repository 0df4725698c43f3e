package dev.payweek.budget;

import static dev.payweek.rule.When.share;
import static dev.payweek.rule.When.when;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.payweek.ledger.Entry;
import dev.payweek.ledger.EntryDraft;
import dev.payweek.ledger.EntryKind;
import dev.payweek.ledger.Expense;
import dev.payweek.ledger.Provenance;
import dev.payweek.money.Money;
import dev.payweek.rule.CategoryRule;
import dev.payweek.rule.RuleChange;
import dev.payweek.rule.RuleDiff;
import dev.payweek.rule.RuleDraft;
import dev.payweek.rule.When;
import dev.payweek.statement.ImportOptions;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which rule holds an expense as rules come and go, and what becomes of the smallest amounts. */
class RuleOutcomesTest {

    private final Budget budget = Budget.inMemory(Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC));

    private static Money usd(String amount) {
        return Money.of(amount, "USD");
    }

    private static RuleChange adding(When.Sentence sentence) {
        return new RuleChange.Add(RuleDraft.of("new", sentence));
    }

    private RuleDiff applied(RuleChange change) {
        RuleDiff supposed = budget.dryRun(change, false);
        RuleDiff done = budget.applyRules(change, false);
        assertEquals(supposed.moves(), done.moves());
        return done;
    }

    private CategoryRule made(RuleDiff diff) {
        return budget.read(view -> view.getRule(diff.rule().orElseThrow()));
    }

    private Expense expense(Entry entry) {
        return (Expense) budget.<Entry>read(view -> view.getEntry(entry.id()));
    }

    private List<Expense> expenses() {
        return LedgerDump.entries(budget, EntryKind.EXPENSE).stream()
                .map(Expense.class::cast)
                .toList();
    }

    private void take(String... lines) {
        budget.importStatement(RowsFormat.file("bank.rows", List.of(lines)), ImportOptions.NONE);
    }

    @Test
    void an_expense_goes_on_to_the_rule_that_took_over_and_leaves_with_the_last_that_holds_it() {
        RuleChange first = adding(when().title().contains("coffee").then("Fun:Coffee"));
        Entry coffee = budget.spend(usd("2"), "Corner Coffee", LocalDate.of(2026, 11, 20));
        CategoryRule one = made(applied(first));
        CategoryRule two = made(applied(new RuleChange.Add(
                RuleDraft.of("other", when().title().contains("corner").then("Fun:Coffee"))
                        .withPriority(one.priority() - 1))));
        assertEquals(two.provenance(), expense(coffee).provenance());
        applied(new RuleChange.Remove(one.id()));
        assertEquals("Fun:Coffee", expense(coffee).category().name());
        assertEquals(1, applied(new RuleChange.Remove(two.id())).moved());
        assertEquals("Other", expense(coffee).category().name());
        assertEquals(Provenance.DEFAULT, expense(coffee).provenance());
    }

    @Test
    void no_amount_is_too_small_for_a_rule_that_splits_and_no_part_is_nothing() {
        Entry before = budget.spend(usd("0.09"), "food", LocalDate.of(2026, 11, 20));
        budget.spend(usd("0.00"), "food", LocalDate.of(2026, 11, 20));
        budget.spend(usd("0.01"), "food", LocalDate.of(2026, 11, 20));
        applied(adding(when().title().contains("food").thenSplit(share(75, "Fun:Food"), share(25, "Other:Home"))));
        for (int cents = 8; cents > 0; cents--) {
            Money amount = Money.ofMinor(cents, Money.currency("USD"));
            budget.spend(amount, "food", LocalDate.of(2026, 11, 20));
            budget.spend(amount.negated(), "food", LocalDate.of(2026, 11, 20));
            take("2026-11-20;" + amount.negated().decimal() + ";food");
            budget.write(
                    "ann",
                    edit -> edit.replace(
                            before.id(), EntryDraft.expense(amount, "food").on(LocalDate.of(2026, 11, 20))));
            for (Expense one : expenses()) {
                assertEquals("Fun:Food", one.category().name());
                assertTrue(one.splits().stream().noneMatch(part -> part.amount().isZero()), one.toString());
                assertTrue(one.splits().size() != 1, one.toString());
            }
            assertEquals(3 + 3 * (9 - cents), expenses().size());
        }
    }
}
