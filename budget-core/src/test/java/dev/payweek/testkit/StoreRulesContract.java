package dev.payweek.testkit;

import static dev.payweek.rule.When.share;
import static dev.payweek.rule.When.when;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.payweek.budget.Budget;
import dev.payweek.budget.BudgetView;
import dev.payweek.ledger.Entry;
import dev.payweek.ledger.EntryDraft;
import dev.payweek.ledger.EntryKind;
import dev.payweek.ledger.Expense;
import dev.payweek.ledger.Provenance;
import dev.payweek.money.Money;
import dev.payweek.period.DateSpan;
import dev.payweek.rule.Explanation;
import dev.payweek.rule.RuleAction;
import dev.payweek.rule.RuleChange;
import dev.payweek.rule.RuleDiff;
import dev.payweek.rule.RuleDraft;
import dev.payweek.rule.RuleFinding;
import dev.payweek.rule.When;
import dev.payweek.store.EntryQuery;
import dev.payweek.store.Kinds;
import dev.payweek.store.StoreProvider.Access;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** That rules decide, explain and move the same on whatever the ledger is kept. */
public interface StoreRulesContract extends FreshStore {

    private Budget budget() {
        Clock noon = Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC);
        return Budget.on(newStore(), Access.READ_WRITE, noon);
    }

    private static Money usd(String amount) {
        return Money.of(amount, "USD");
    }

    private static LocalDate day(int day) {
        return LocalDate.of(2026, 11, day);
    }

    private static RuleDraft draft(String name, When.Sentence sentence) {
        return RuleDraft.of(name, sentence);
    }

    private static String picture(Budget budget) {
        return budget.read(view -> {
            StringBuilder picture = new StringBuilder();
            for (EntryKind kind : EntryKind.values()) {
                view.forEachEntry(
                        EntryQuery.all(kind),
                        entry -> picture.append(Kinds.ENTRY.text(entry.withVersion(0)))
                                .append('\n'));
            }
            view.rules().inOrder().forEach(rule -> picture.append(Kinds.RULE.text(rule.withVersion(0))));
            return picture.append(view.summary(DateSpan.ALWAYS)).toString();
        });
    }

    @Test
    default void rules_come_back_as_they_were_made() {
        try (Budget budget = budget()) {
            When.Sentence sentence = when().amount()
                    .between(usd("1"), usd("2.50"))
                    .title()
                    .matches("^\"shell\\\\\" \\d{2,4}")
                    .kind(EntryKind.EXPENSE, EntryKind.INCOME)
                    .not(when().tag().oneOf("a", "ß"))
                    .thenSplit(share(60, "Fun:Coffee, tea"), share(40, "Other"))
                    .renaming("50% \"off\"")
                    .tagging("x, y");
            long id = budget.rule("r", sentence).id();
            var rule = budget.read(view -> view.getRule(id));
            assertEquals(sentence.when(), rule.when());
            assertEquals(sentence.then(), rule.then());
        }
    }

    @Test
    default void a_dry_run_tells_what_applying_moves_and_writes_nothing() {
        try (Budget budget = budget()) {
            budget.rule("tea", when().title().contains("tea").then("Fun:Tea"));
            Entry coffee = budget.spend(usd("4.50"), "Corner Coffee", day(20));
            Entry tea = budget.spend(usd("3.00"), "Tea House", day(9));
            Entry chosen = budget.add(EntryDraft.expense(usd("5.00"), "Coffee beans")
                    .category("Predictable Necessities")
                    .on(day(20)));
            String before = picture(budget);
            long version = budget.read(BudgetView::version);
            var split = when().title().contains("coffee").thenSplit(share(70, "Fun:Coffee"), share(30, "Other"));
            RuleChange change = new RuleChange.Add(draft("coffee", split.tagging("hot")));
            RuleDiff told = budget.dryRun(change, false);
            assertEquals(before, picture(budget));
            assertEquals(version, budget.read(BudgetView::version));
            RuleDiff done = budget.applyRules(change, false);
            assertEquals(
                    done,
                    new RuleDiff(
                            done.rule(),
                            told.looked(),
                            told.moved(),
                            told.kept(),
                            told.byCategory(),
                            told.byPayPeriod(),
                            told.moves()));
            assertEquals(List.of(3L, 1L, 1L), List.of(done.looked(), done.moved(), done.kept()));
            Expense moved = (Expense) budget.read(view -> view.getEntry(EntryKind.EXPENSE, coffee.id()));
            assertEquals("Fun:Coffee", moved.category().name());
            assertEquals(
                    List.of("3.15 USD", "1.35 USD"),
                    moved.splits().stream()
                            .map(part -> part.amount().toString())
                            .toList());
            assertEquals(List.of("hot"), moved.details().tags());
            assertEquals(Provenance.rule(done.rule().orElseThrow(), 1), moved.provenance());
            assertEquals(version + 1, budget.read(BudgetView::version));
            assertEquals(tea, budget.read(view -> view.getEntry(EntryKind.EXPENSE, tea.id())));
            assertEquals(chosen, budget.read(view -> view.getEntry(EntryKind.EXPENSE, chosen.id())));
            budget.write("local", edit -> {
                edit.undo(version + 1);
                return edit.version();
            });
            assertEquals(before, picture(budget));
        }
    }

    @Test
    default void explains_and_finds_rules_that_do_nothing() {
        try (Budget budget = budget()) {
            long coffee = budget.rule(
                            "coffee", when().title().contains("coffee").then("Fun:Coffee"))
                    .id();
            long corner = budget.rule(
                            "corner", when().title().contains("corner").then("Fun:Corner"))
                    .id();
            long never = budget.rule(
                            "never", when().title().startsWith("coffee").then("Fun:Beans"))
                    .id();
            long nothing =
                    budget.rule("nothing", when().title().is("x").then("Fun:X")).id();
            Entry entry = budget.spend(usd("4.50"), "Corner Coffee", day(20));
            Explanation explanation = budget.explain(entry.id());
            assertEquals(
                    List.of("DECIDED", "SHADOWED", "NOT_MATCHED", "NOT_MATCHED"),
                    explanation.rules().stream()
                            .map(asked -> asked.verdict().name())
                            .toList());
            List<RuleFinding> findings = budget.lintRules();
            assertEquals(
                    List.of(
                            corner + " NEVER_FIRST Optional[" + coffee + "]",
                            never + " UNREACHABLE Optional[" + coffee + "]",
                            nothing + " MATCHES_NOTHING Optional.empty"),
                    findings.stream()
                            .map(one -> one.rule().orElseThrow() + " " + one.kind() + " " + one.other())
                            .toList());
            budget.write(
                    "local",
                    edit -> edit.replaceRule(
                            nothing,
                            new RuleDraft(
                                    "off",
                                    Optional.empty(),
                                    false,
                                    Optional.empty(),
                                    when().title().is("x").then("Fun").when(),
                                    RuleAction.category("Fun"))));
            assertEquals(
                    List.of("The rule \"off\" is switched off.", "The category \"Fun:X\" is used by nothing."),
                    budget.lintRules().stream()
                            .map(RuleFinding::message)
                            .skip(2)
                            .toList());
        }
    }
}
