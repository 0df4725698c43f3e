package dev.payweek.budget;

import static dev.payweek.testkit.ForAll.forAll;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.payweek.ledger.Entry;
import dev.payweek.ledger.EntryDraft;
import dev.payweek.ledger.EntryKind;
import dev.payweek.ledger.Expense;
import dev.payweek.ledger.Provenance;
import dev.payweek.money.Money;
import dev.payweek.rule.CategoryRule;
import dev.payweek.rule.Comparison;
import dev.payweek.rule.Condition;
import dev.payweek.rule.Field;
import dev.payweek.rule.Operator;
import dev.payweek.rule.RuleAction;
import dev.payweek.rule.RuleChange;
import dev.payweek.rule.RuleDiff;
import dev.payweek.rule.RuleDraft;
import dev.payweek.statement.ImportOptions;
import dev.payweek.testkit.Dice;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RuleReviewPropertiesTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 1);

    private static RuleDraft draft(Dice dice) {
        Condition when = Comparison.of(Field.TITLE, Operator.CONTAINS, dice.oneOf("a", "b", "ab", "c"));
        RuleAction then = RuleAction.parse(dice.oneOf(
                "category Fun",
                "category Fun:A",
                "tag \"t\" category Other:B",
                "rename \"R\" category Fun:A",
                "split 60% \"Fun\", 40% \"Other\"",
                "transfer"));
        return new RuleDraft(
                "r",
                Optional.empty(),
                dice.percent(80),
                Optional.empty(),
                dice.percent(20) ? new Condition.Not(when) : when,
                then);
    }

    private static Budget filled(Dice dice) {
        Budget budget = Budget.inMemory(Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC));
        dice.listOf(0, 3, () -> draft(dice)).forEach(one -> budget.write("local", edit -> edit.add(one)));
        List<String> rows = dice.listOf(
                0,
                6,
                () -> DAY.plusDays(dice.between(0, 20)) + ";" + -dice.between(0, 9) + ";"
                        + dice.oneOf("a", "b", "ab", "d") + dice.between(1, 99));
        budget.importStatement(RowsFormat.file("bank.rows", rows), ImportOptions.NONE);
        dice.listOf(0, 4, () -> dice.oneOf("a", "ab", "c")).forEach(title -> {
            EntryDraft plain = EntryDraft.expense(Money.of(Integer.toString(dice.between(-3, 9)), "USD"), title);
            budget.add(dice.percent(40) ? plain.category("Fun:Chosen") : plain);
        });
        return budget;
    }

    private static RuleChange change(Dice dice, Budget budget) {
        List<CategoryRule> rules = budget.read(view -> view.rules().inOrder());
        return switch (rules.isEmpty() ? dice.between(0, 1) : dice.between(0, 3)) {
            case 0 -> RuleChange.NONE;
            case 1 -> new RuleChange.Add(draft(dice));
            case 2 -> new RuleChange.Replace(dice.oneOf(rules).id(), draft(dice));
            default -> new RuleChange.Remove(dice.oneOf(rules).id());
        };
    }

    private static Money spent(Budget budget) {
        Money sum = Money.zero(Money.currency("USD"));
        for (Entry entry : LedgerDump.entries(budget, EntryKind.EXPENSE)) {
            sum = sum.plus(entry.amount());
        }
        return sum;
    }

    @Test
    void applying_does_what_the_dry_run_told_and_can_be_taken_back() {
        forAll(400, dice -> {
            try (Budget budget = filled(dice)) {
                RuleChange change = change(dice, budget);
                boolean force = dice.percent(30);
                String before = LedgerDump.of(budget);
                long version = budget.read(BudgetView::version);
                Money spentBefore = spent(budget);
                RuleDiff told = budget.dryRun(change, force);
                assertEquals(before, LedgerDump.of(budget));
                RuleDiff done = budget.applyRules(change, force);
                assertEquals(told.moves(), done.moves());
                assertEquals(told.byCategory(), done.byCategory());
                assertEquals(told.byPayPeriod(), done.byPayPeriod());
                assertEquals(told.kept(), done.kept());
                assertEquals(told.moved(), done.moved());
                assertEquals(told.looked(), done.looked());
                Money flowed = Money.zero(Money.currency("USD"));
                for (RuleDiff.Flow flow : done.byCategory()) {
                    flowed = flowed.plus(flow.change());
                }
                assertEquals(spent(budget).minus(spentBefore), flowed);
                if (budget.<Long>read(BudgetView::version) > version) {
                    budget.write("local", edit -> {
                        edit.undo(version + 1);
                        return edit.version();
                    });
                }
                assertEquals(
                        before.replaceAll("path=.*\n.*\n.*\n", ""),
                        LedgerDump.of(budget).replaceAll("path=.*\n.*\n.*\n", ""));
            }
        });
    }

    @Test
    void without_force_nothing_a_person_chose_moves_and_applying_again_moves_nothing() {
        forAll(400, dice -> {
            try (Budget budget = filled(dice)) {
                List<Entry> chosen = new ArrayList<>(LedgerDump.entries(budget, EntryKind.EXPENSE).stream()
                        .filter(entry -> ((Expense) entry).provenance().equals(Provenance.MANUAL))
                        .toList());
                budget.applyRules(change(dice, budget), false);
                budget.applyRules(RuleChange.NONE, false);
                assertEquals(0, budget.dryRun(RuleChange.NONE, false).moved());
                List<Entry> after = LedgerDump.entries(budget, EntryKind.EXPENSE);
                chosen.forEach(entry -> assertEquals(true, after.contains(entry)));
            }
        });
    }
}
