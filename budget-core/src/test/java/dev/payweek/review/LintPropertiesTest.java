package dev.payweek.review;

import static dev.payweek.testkit.ForAll.forAll;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.payweek.budget.Budget;
import dev.payweek.edit.OpenLedger;
import dev.payweek.ledger.EntryDraft;
import dev.payweek.ledger.EntryKind;
import dev.payweek.ledger.LedgerId;
import dev.payweek.money.Money;
import dev.payweek.rule.Comparison;
import dev.payweek.rule.Condition;
import dev.payweek.rule.Field;
import dev.payweek.rule.Operator;
import dev.payweek.rule.RuleAction;
import dev.payweek.rule.RuleDraft;
import dev.payweek.rule.RuleFinding;
import dev.payweek.store.EntryQuery;
import dev.payweek.store.MemoryStore;
import dev.payweek.store.StoreProvider.Access;
import dev.payweek.testkit.Dice;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is found of rules without looking at every entry is what is found by looking at every one. */
class LintPropertiesTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 1);
    private static final Clock NOON = Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC);

    private static RuleDraft draft(Dice dice) {
        Condition when = Comparison.of(Field.TITLE, Operator.CONTAINS, dice.oneOf("a", "b", "ab", "C", "d", "x"));
        return new RuleDraft(
                "r",
                Optional.empty(),
                dice.percent(90),
                Optional.empty(),
                dice.percent(10) ? new Condition.Not(when) : when,
                RuleAction.parse(dice.oneOf("category Fun", "category Fun:A", "tag \"t\" category Other:B")));
    }

    private static List<RuleFinding> byEveryEntry(OpenLedger ledger) {
        return ledger.read(view -> {
            RuleLinter linting = new RuleLinter(view.rules()).closing(view.categories()::isArchived);
            for (EntryKind kind : EntryKind.values()) {
                view.reader().forEachEntry(EntryQuery.all(kind), linting::look);
            }
            return linting.ofRules();
        });
    }

    @Test
    void what_is_found_by_few_entries_is_what_is_found_by_all() {
        forAll(400, dice -> {
            MemoryStore store = new MemoryStore();
            try (Budget budget = Budget.on(store, Access.READ_WRITE, NOON)) {
                dice.listOf(0, 5, () -> draft(dice)).forEach(one -> budget.write("local", edit -> edit.add(one)));
                dice.listOf(0, 8, () -> dice.oneOf("a", "ab", "Cb", "d", "BA")).forEach(title -> {
                    Money amount = Money.of("3.00", "USD");
                    EntryDraft draft =
                            dice.percent(70) ? EntryDraft.expense(amount, title) : EntryDraft.income(amount, title);
                    budget.add(draft.on(DAY.plusDays(dice.between(0, 20))));
                });
                OpenLedger ledger = new OpenLedger(store, LedgerId.FIRST, NOON);
                int newest = dice.between(0, 3);
                List<RuleFinding> found = ledger.read(view -> new RuleReview(view).lint(newest));
                assertEquals(
                        byEveryEntry(ledger),
                        found.stream().filter(one -> one.rule().isPresent()).toList());
            }
        });
    }
}
