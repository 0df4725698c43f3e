package dev.payweek.budget;

import static dev.payweek.rule.When.share;
import static dev.payweek.rule.When.when;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.payweek.ledger.Entry;
import dev.payweek.ledger.EntryDraft;
import dev.payweek.ledger.EntryKind;
import dev.payweek.ledger.Expense;
import dev.payweek.ledger.Provenance;
import dev.payweek.money.Money;
import dev.payweek.period.PaySchedule;
import dev.payweek.plan.Per;
import dev.payweek.plan.SetAside;
import dev.payweek.refusal.FieldError;
import dev.payweek.refusal.LedgerException;
import dev.payweek.refusal.Reason;
import dev.payweek.rule.CategoryRule;
import dev.payweek.rule.Condition;
import dev.payweek.rule.RuleAction;
import dev.payweek.rule.RuleChange;
import dev.payweek.rule.RuleDiff;
import dev.payweek.rule.RuleDraft;
import dev.payweek.rule.RuleFinding;
import dev.payweek.rule.When;
import dev.payweek.statement.ImportOptions;
import dev.payweek.store.Change;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RuleReviewTest {

    private final Budget budget = Budget.inMemory(Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC));

    @BeforeEach
    void payEveryOtherFriday() {
        budget.paidOn(PaySchedule.everyTwoWeeks(LocalDate.of(2026, 11, 20)));
    }

    private static Money usd(String amount) {
        return Money.of(amount, "USD");
    }

    private void take(String... lines) {
        budget.importStatement(RowsFormat.file("bank.rows", List.of(lines)), ImportOptions.NONE);
    }

    private Expense expense(long id) {
        return (Expense) budget.<Entry>read(view -> view.getEntry(EntryKind.EXPENSE, id));
    }

    private List<Expense> expenses() {
        return LedgerDump.entries(budget, EntryKind.EXPENSE).stream()
                .map(Expense.class::cast)
                .toList();
    }

    private static RuleChange adding(When.Sentence sentence) {
        return new RuleChange.Add(RuleDraft.of("new", sentence));
    }

    private static List<String> flows(List<RuleDiff.Flow> flows) {
        return flows.stream()
                .map(flow -> flow.category() + " +" + flow.arriving() + " -" + flow.leaving() + " " + flow.change())
                .toList();
    }

    private RuleDiff both(RuleChange change, boolean force) {
        RuleDiff told = budget.dryRun(change, force);
        RuleDiff done = budget.applyRules(change, force);
        assertEquals(told.moves(), done.moves());
        assertEquals(told.byCategory(), done.byCategory());
        assertEquals(told.byPayPeriod(), done.byPayPeriod());
        return done;
    }

    @Test
    void what_moves_is_told_by_category_and_by_pay_period() {
        take("2026-11-21;-4.50;COFFEE 1", "2026-11-20;-2.00;COFFEE 2", "2026-11-19;-1.00;COFFEE 3", "2026-11-19;-9;X");
        RuleDiff diff =
                both(adding(when().title().contains("coffee").thenSplit(share(50, "Fun"), share(50, "Other"))), false);
        assertEquals(List.of("Fun +3 -0 3.75 USD", "Other +3 -3 -3.75 USD"), flows(diff.byCategory()));
        assertEquals(
                List.of("2026-11-20", "2026-11-06"),
                diff.byPayPeriod().stream()
                        .map(one -> one.period().startInclusive().toString())
                        .toList());
        assertEquals(
                List.of("Fun +2 -0 3.25 USD", "Other +2 -2 -3.25 USD"),
                flows(diff.byPayPeriod().get(0).byCategory()));
        assertEquals(
                List.of("Fun +1 -0 0.50 USD", "Other +1 -1 -0.50 USD"),
                flows(diff.byPayPeriod().get(1).byCategory()));
        assertEquals(
                List.of("COFFEE 1 Other -> Optional[Fun] Optional[new]"),
                diff.moves().stream()
                        .limit(1)
                        .map(move -> move.title() + " " + move.from() + " -> " + move.to() + " " + move.by())
                        .toList());
    }

    @Test
    void the_list_of_moves_is_bounded_and_the_totals_are_not() {
        budget.write("local", edit -> {
            for (int i = 0; i < 130; i++) {
                edit.add(EntryDraft.expense(usd("1.00"), "Coffee " + i));
            }
            return edit.version();
        });
        RuleDiff diff = budget.dryRun(adding(when().title().contains("coffee").then("Fun")), false);
        assertEquals(130, diff.moved());
        assertEquals(100, diff.moves().size());
        assertEquals(List.of("Fun +130 -0 130.00 USD", "Other +0 -130 -130.00 USD"), flows(diff.byCategory()));
    }

    @Test
    void a_person_is_overruled_only_by_force() {
        Entry chosen = budget.add(EntryDraft.expense(usd("1"), "Coffee").category("Fun:Treats"));
        RuleChange change = adding(when().title().contains("coffee").then("Fun:Coffee"));
        RuleDiff kept = both(change, false);
        assertEquals(List.of(0L, 1L), List.of(kept.moved(), kept.kept()));
        assertEquals(Provenance.MANUAL, expense(chosen.id()).provenance());
        RuleDiff forced = both(RuleChange.NONE, true);
        assertEquals(List.of(1L, 0L), List.of(forced.moved(), forced.kept()));
        assertEquals("Fun:Coffee", expense(chosen.id()).category().name());
        assertEquals(2, expense(chosen.id()).version());
        assertEquals(
                List.of("apply rule new to 0 expenses", "apply the rules to 1 expenses"),
                budget.read(view -> view.changesAfter(view.version() - 2, 2)).stream()
                        .map(Change::what)
                        .toList());
    }

    @Test
    void a_change_moves_nothing_it_has_nothing_to_do_with() {
        CategoryRule old = budget.rule("old", when().title().contains("tea").then("Fun:Tea"));
        Entry tea = budget.spend(usd("1"), "Tea", LocalDate.of(2026, 11, 20));
        budget.write("local", edit -> {
            edit.removeRule(old.id());
            return edit.version();
        });
        Entry late = budget.spend(usd("1"), "Milk", LocalDate.of(2026, 11, 20));
        budget.rule("milk", when().title().contains("milk").then("Fun:Milk"));
        RuleDiff diff = both(adding(when().title().contains("coffee").then("Fun")), false);
        assertEquals(0, diff.moved());
        assertEquals("Fun:Tea", expense(tea.id()).category().name());
        RuleDiff all = both(RuleChange.NONE, false);
        assertEquals(1, all.moved());
        assertEquals("Fun:Tea", expense(tea.id()).category().name());
        assertEquals("Fun:Milk", expense(late.id()).category().name());
        assertEquals(0, both(RuleChange.NONE, false).moved());
    }

    @Test
    void what_a_removed_rule_had_decided_goes_to_the_next_or_to_nobody() {
        CategoryRule coffee =
                budget.rule("coffee", when().title().contains("coffee").then("Fun:Coffee"));
        budget.rule("corner", when().title().contains("corner").then("Fun:Corner"));
        Entry corner = budget.spend(usd("1"), "Corner Coffee", LocalDate.of(2026, 11, 20));
        Entry other = budget.spend(usd("2"), "Coffee", LocalDate.of(2026, 11, 20));
        RuleDiff diff = both(new RuleChange.Remove(coffee.id()), false);
        assertEquals(2, diff.moved());
        assertEquals("Fun:Corner", expense(corner.id()).category().name());
        assertEquals("Other", expense(other.id()).category().name());
        assertEquals(Provenance.DEFAULT, expense(other.id()).provenance());
        assertEquals(Optional.empty(), diff.rule());
    }

    @Test
    void a_changed_rule_moves_what_it_decides_otherwise_now() {
        CategoryRule rule = budget.rule("shop", when().title().contains("shop").then("Fun:Shops"));
        Entry both = budget.spend(usd("1"), "Tea shop", LocalDate.of(2026, 11, 20));
        Entry one = budget.spend(usd("2"), "Book shop", LocalDate.of(2026, 11, 20));
        RuleDiff diff = both(
                new RuleChange.Replace(
                        rule.id(),
                        RuleDraft.of("shop", when().title().contains("tea").then("Fun:Shops"))),
                false);
        assertEquals(Optional.of(rule.id()), diff.rule());
        assertEquals(1, diff.moved());
        assertEquals("Fun:Shops", expense(both.id()).category().name());
        assertEquals("Other", expense(one.id()).category().name());
        assertEquals(
                rule.priority(), budget.read(view -> view.getRule(rule.id())).priority());
        assertEquals(
                Reason.NOT_FOUND,
                assertThrows(LedgerException.class, () -> budget.dryRun(new RuleChange.Remove(99), false))
                        .reason());
    }

    @Test
    void an_imported_expense_becomes_a_transfer_and_comes_back() {
        take("2026-11-20;-80;CARD PAYMENT");
        budget.spend(usd("80"), "card payment by hand", LocalDate.of(2026, 11, 20));
        String before = LedgerDump.of(budget);
        RuleDiff diff = both(adding(when().title().contains("card payment").thenTransfer()), false);
        assertEquals(1, diff.moved());
        assertEquals(Optional.empty(), diff.moves().get(0).to());
        assertEquals(List.of("Other +0 -1 -80.00 USD"), flows(diff.byCategory()));
        assertEquals(
                List.of("80.00 USD"),
                LedgerDump.entries(budget, EntryKind.TRANSFER).stream()
                        .map(entry -> entry.amount().toString())
                        .toList());
        budget.write("local", edit -> {
            edit.undo(edit.version());
            return edit.version();
        });
        assertEquals(before, LedgerDump.of(budget));
    }

    @Test
    void a_hint_of_the_file_stays_where_no_rule_matches() {
        take("2026-11-20;-8;Y;;;Fun:Hinted");
        CategoryRule rule = budget.rule("x", when().title().is("x").then("Fun"));
        assertEquals(0, both(new RuleChange.Remove(rule.id()), false).moved());
        assertEquals("Fun:Hinted", expenses().get(0).category().name());
        assertEquals(
                1, both(adding(when().title().is("y").then("Fun:Ruled")), false).moved());
    }

    @Test
    void imported_titles_are_renamed_and_those_a_person_wrote_are_not() {
        budget.rule(
                "shell",
                when().title().startsWith("shell").then("Fun").renaming("Shell").tagging("car"));
        take("2026-11-20;-8;SHELL 12", "2026-11-20;-9;ESSO 12", "2026-11-20;-7;ESSO 13");
        assertEquals("Shell", expenses().get(0).details().title());
        assertEquals(Optional.of("SHELL 12"), expenses().get(0).details().bankText());
        assertEquals(List.of("car"), expenses().get(0).details().tags());
        Entry byHand = budget.spend(usd("3"), "Shell at home", LocalDate.of(2026, 11, 20));
        assertEquals("Shell at home", byHand.details().title());
        assertEquals(List.of("car"), byHand.details().tags());
        long written = expenses().get(1).id();
        budget.write("local", edit -> edit.replace(written, EntryDraft.expense(usd("9"), "My own words")));
        both(adding(when().title().startsWith("esso").then("Fun").renaming("Esso")), false);
        assertEquals("My own words", expense(written).details().title());
        assertEquals("Fun", expense(written).category().name());
        assertEquals("Esso", expenses().get(2).details().title());
        CategoryRule esso = budget.read(view -> view.rules().inOrder().get(1));
        both(
                new RuleChange.Replace(
                        esso.id(),
                        RuleDraft.of(
                                "e",
                                when().title().startsWith("esso").then("Fun").renaming("Esso AG"))),
                false);
        assertEquals("Esso AG", expenses().get(2).details().title());
        assertEquals("My own words", expense(written).details().title());
    }

    @Test
    void rules_of_amounts_mean_what_was_spent_when_a_file_is_imported() {
        budget.rule("big", when().amount().atLeast(usd("50")).then("Fun:Big"));
        budget.rule(
                "refund",
                when().amount().lessThan(usd("0")).title().contains("shop").then("Fun:Back"));
        take("2026-11-20;-60;TV", "2026-11-20;-6;Milk", "2026-11-20;1500;ACME", "2026-11-20;20;Shop");
        assertEquals(
                List.of("Fun:Big 60.00 USD", "Other 6.00 USD", "Fun:Back -20.00 USD"),
                expenses().stream()
                        .map(one -> one.category() + " " + one.amount())
                        .toList());
        assertEquals(1, LedgerDump.entries(budget, EntryKind.INCOME).size());
    }

    @Test
    void parts_made_by_a_rule_follow_the_amount_and_parts_a_person_makes_are_theirs() {
        budget.rule("food", when().title().is("food").thenSplit(share(75, "Fun:Food"), share(25, "Other:Home")));
        Entry food = budget.spend(usd("10.00"), "food", LocalDate.of(2026, 11, 20));
        assertEquals(
                List.of("7.50 USD", "2.50 USD"),
                expense(food.id()).splits().stream()
                        .map(part -> part.amount().toString())
                        .toList());
        var parts =
                List.of(new EntryDraft.Part("Fun:Food", usd("7.50")), new EntryDraft.Part("Other:Home", usd("2.50")));
        budget.write("local", edit -> edit.replace(food.id(), draft("20.00", parts)));
        assertEquals(
                List.of("15.00 USD", "5.00 USD"),
                expense(food.id()).splits().stream()
                        .map(part -> part.amount().toString())
                        .toList());
        assertEquals(Provenance.Origin.RULE, expense(food.id()).provenance().origin());
        budget.write("local", edit -> edit.replace(food.id(), draft("10.00", parts)));
        assertEquals(Provenance.MANUAL, expense(food.id()).provenance());
        budget.write("local", edit -> edit.replace(food.id(), draft("10.00", List.of())));
        assertEquals(List.of(), expense(food.id()).splits());
        assertEquals("Fun:Food", expense(food.id()).category().name());
    }

    private static EntryDraft draft(String amount, List<EntryDraft.Part> parts) {
        EntryDraft plain = EntryDraft.expense(usd(amount), "food");
        return new EntryDraft(
                plain.kind(),
                plain.date(),
                plain.amount(),
                plain.title(),
                plain.bankText(),
                plain.category(),
                plain.account(),
                plain.note(),
                plain.tags(),
                parts,
                plain.refundOf(),
                plain.toAccount());
    }

    @Test
    void a_moved_expense_is_its_owners_and_the_rule_for_its_like_is_offered() {
        take("2026-11-20;-8;CORNER COFFEE 12 BERLIN", "2026-11-20;-9;77");
        Expense before = expenses().get(0);
        Expense moved = budget.write("local", edit -> edit.move(before.id(), "Fun:Coffee"));
        assertEquals(Provenance.MANUAL, moved.provenance());
        assertEquals(2, moved.version());
        RuleDraft offered = budget.read(view -> view.suggestRule(moved)).orElseThrow();
        assertEquals("CORNER COFFEE", offered.name());
        assertEquals("title starts_with \"CORNER COFFEE\"", offered.when().toString());
        assertEquals("category Fun:Coffee", offered.then().toString());
        assertEquals(Optional.empty(), offered.priority());
        budget.write("local", edit -> edit.add(offered));
        assertEquals(Optional.empty(), budget.read(view -> view.suggestRule(moved)));
        Expense again = budget.write("local", edit -> edit.move(before.id(), "Other"));
        assertEquals(
                Optional.of(9),
                budget.read(view -> view.suggestRule(again)).orElseThrow().priority());
        assertEquals(
                Optional.empty(),
                budget.read(view -> view.suggestRule(expenses().get(1))));
    }

    @Test
    void blanks_within_a_banks_words_do_not_mislead_the_offer() {
        take("2026-11-20;-8;X;CORNER   COFFEE 12");
        Expense moved =
                budget.write("local", edit -> edit.move(expenses().get(0).id(), "Fun:Coffee"));
        RuleDraft offered = budget.read(view -> view.suggestRule(moved)).orElseThrow();
        assertEquals("title contains \"CORNER\"", offered.when().toString());
    }

    @Test
    void a_rule_is_refused_with_all_its_problems() {
        budget.rule("first", when().title().is("a").then("Fun"));
        RuleDraft taken = new RuleDraft(
                "second",
                Optional.of(10),
                true,
                Optional.empty(),
                Condition.parse("title is \"b\""),
                RuleAction.category("Fun"));
        LedgerException conflict =
                assertThrows(LedgerException.class, () -> budget.write("local", edit -> edit.add(taken)));
        assertEquals(Reason.CONFLICT, conflict.reason());
        assertEquals("The rule \"first\" already has the priority 10.", conflict.getMessage());
        RuleDraft wrong = new RuleDraft(
                " ", Optional.of(10), true, Optional.of(LocalDate.of(1800, 1, 1)), taken.when(), taken.then());
        for (LedgerException refusal : List.of(
                assertThrows(LedgerException.class, () -> budget.write("local", edit -> edit.add(wrong))),
                assertThrows(LedgerException.class, () -> budget.dryRun(new RuleChange.Add(wrong), false)))) {
            assertEquals(Reason.INVALID, refusal.reason());
            assertEquals(
                    List.of("name", "valid_from", "priority"),
                    refusal.problems().stream().map(FieldError::field).toList());
        }
    }

    @Test
    void lint_tells_dead_categories_and_idle_limits() {
        budget.write("local", edit -> {
            edit.category("Fun:Dead");
            edit.category("Fun:Limited:Below");
            return edit.version();
        });
        budget.limit("Fun:Idle", usd("5"), Per.WEEK);
        budget.write(
                "local", edit -> edit.put(SetAside.of("Car", usd("50")).forCategory(edit.category("Fun:Put aside"))));
        budget.add(EntryDraft.expense(usd("1"), "x").category("Fun:Used"));
        List<String> told =
                budget.lintRules().stream().map(RuleFinding::message).toList();
        assertEquals(
                List.of(
                        "The category \"Fun:Dead\" is used by nothing.",
                        "The category \"Fun:Idle\" has a limit, but no expense and no rule uses it.",
                        "The category \"Fun:Limited:Below\" is used by nothing."),
                told);
        budget.rule("r", when().title().is("x").thenSplit(share(50, "Fun:Dead"), share(50, "Fun:Idle")));
        assertEquals(1, budget.lintRules().size());
    }
}
