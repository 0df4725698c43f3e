package dev.payweek.budget;

import static dev.payweek.rule.When.when;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.payweek.category.Category;
import dev.payweek.category.CategoryPath;
import dev.payweek.ledger.Entry;
import dev.payweek.ledger.EntryDraft;
import dev.payweek.ledger.EntryKind;
import dev.payweek.ledger.Expense;
import dev.payweek.ledger.LedgerSettings;
import dev.payweek.money.Money;
import dev.payweek.period.PaySchedule;
import dev.payweek.plan.Bill;
import dev.payweek.plan.BillDecision;
import dev.payweek.plan.Carry;
import dev.payweek.plan.DecidedPay;
import dev.payweek.plan.PayDecision;
import dev.payweek.plan.PaySource;
import dev.payweek.plan.Per;
import dev.payweek.plan.Rollover;
import dev.payweek.plan.SetAside;
import dev.payweek.refusal.LedgerException;
import dev.payweek.refusal.Reason;
import dev.payweek.rule.CategoryRule;
import dev.payweek.rule.RuleChange;
import dev.payweek.rule.RuleDraft;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class UndoTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);

    private final Budget budget = Budget.inMemory(Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC));

    private static Money usd(String amount) {
        return Money.of(amount, "USD");
    }

    private static EntryDraft coffee() {
        return EntryDraft.expense(usd("4.50"), "Corner Coffee").on(DAY).category("Fun:Coffee");
    }

    private long write(Consumer<BudgetEdit> changes) {
        budget.write("ann", edit -> {
            changes.accept(edit);
            return edit.version();
        });
        return budget.read(BudgetView::version);
    }

    private long undo(long version) {
        return write(edit -> edit.undo(version));
    }

    private String conflict(long version) {
        String before = LedgerDump.of(budget);
        LedgerException refusal = assertThrows(LedgerException.class, () -> undo(version));
        assertEquals(Reason.CONFLICT, refusal.reason());
        assertEquals(before, LedgerDump.of(budget));
        return refusal.getMessage();
    }

    static Stream<Consumer<BudgetEdit>> changes() {
        return Stream.of(
                edit -> edit.add(coffee()),
                edit -> edit.add(EntryDraft.income(usd("9.00"), "Pay")),
                edit -> edit.add(EntryDraft.transfer(usd("9.00"), "Move")),
                edit -> edit.replace(1, coffee()),
                edit -> edit.delete(EntryKind.EXPENSE, 1),
                edit -> edit.put(Category.of("Fun:Bars:Gin")),
                edit -> edit.put(new Category(CategoryPath.of("Fun"), false, true)),
                edit -> edit.removeCategory(CategoryPath.of("Unpredictable Necessities")),
                edit -> edit.add(RuleDraft.of("new", when().title().is("y").then("Fun:New"))),
                edit -> edit.replaceRule(
                        2, RuleDraft.of("changed", when().title().is("z").thenTransfer())),
                edit -> edit.removeRule(2),
                edit -> edit.limit("Fun:Limited", usd("7.00"), Per.PERIOD, DAY),
                edit -> edit.limit("Fun", usd("7.00"), Per.PERIOD, DAY),
                edit -> edit.removeLimits(CategoryPath.of("Fun")),
                edit -> edit.put(SetAside.of("Savings", usd("7.00"))),
                edit -> edit.put(SetAside.of("Car", usd("7.00")).forCategory(CategoryPath.of("Other:Car"))),
                edit -> edit.removeSetAside("Car"),
                edit -> edit.put(Bill.of("Rent", CategoryPath.of("Other:Housing"), PaySchedule.monthly(5))),
                edit -> edit.carry(Carry.of(Rollover.Policy.BOTH)),
                edit -> edit.paidOn(PaySchedule.monthly(1)),
                edit -> edit.put(PaySource.of("Acme", PaySchedule.monthly(1))),
                edit -> {
                    Entry pay = edit.add(EntryDraft.income(usd("9.00"), "Pay").on(DAY));
                    edit.put(PaySource.of("Acme", PaySchedule.monthly(20)));
                    edit.decide(new DecidedPay(pay.id(), new PayDecision.PayOf("Acme", DAY)));
                    edit.decide(new DecidedPay(pay.id(), new PayDecision.NoPay()));
                },
                edit -> {
                    edit.put(Bill.of("Rent", CategoryPath.of("Other:Housing"), PaySchedule.monthly(20)));
                    edit.decide(BillDecision.skipped("Rent", DAY));
                    edit.decide(BillDecision.paid("Rent", DAY, 1));
                },
                edit -> edit.change(new LedgerSettings(
                        "Home", edit.settings().currency(), edit.settings().zone(), 75)),
                edit -> edit.moveCategory(CategoryPath.of("Fun"), CategoryPath.of("Joy:Fun")),
                edit -> {
                    edit.add(coffee());
                    edit.put(Category.of("Fun:Coffee:Beans"));
                    edit.moveCategory(CategoryPath.of("Fun:Coffee"), CategoryPath.of("Other:Drinks"));
                },
                edit -> {
                    edit.add(coffee());
                    edit.put(Category.of("Fun:Coffee:Beans"));
                    edit.put(Category.of("Other:Beans"));
                    edit.put(Bill.of("Beans", CategoryPath.of("Fun:Coffee:Beans"), PaySchedule.monthly(20)));
                    edit.put(SetAside.of("Beans", usd("7.00")).forCategory(CategoryPath.of("Fun:Coffee")));
                    edit.mergeCategory(CategoryPath.of("Fun:Coffee"), CategoryPath.of("Other"));
                },
                edit -> edit.apply(
                        new RuleChange.Add(RuleDraft.of(
                                "all", when().title().contains("before").then("Fun:Before"))),
                        false),
                edit -> edit.apply(new RuleChange.Remove(2), true),
                edit -> {
                    edit.add(coffee());
                    edit.delete(EntryKind.EXPENSE, 1);
                    edit.removeRule(2);
                });
    }

    @ParameterizedTest
    @MethodSource("changes")
    void any_change_can_be_undone_and_the_undoing_too(Consumer<BudgetEdit> change) {
        budget.add(EntryDraft.expense(usd("1.00"), "Before").on(DAY));
        budget.rule("before", when().title().is("x").then("Other"));
        write(edit -> edit.limit("Fun", usd("1.00"), Per.WEEK, DAY));
        write(edit -> edit.put(SetAside.of("Car", usd("1.00"))));
        String before = LedgerDump.of(budget);
        long version = write(change);
        assertEquals(5, version);
        String after = LedgerDump.of(budget);
        assertFalse(before.equals(after));
        assertEquals(6, undo(5));
        assertEquals(before, LedgerDump.of(budget));
        undo(6);
        assertEquals(after, LedgerDump.of(budget));
        undo(7);
        assertEquals(before, LedgerDump.of(budget));
        // Back where the change before it stood, that one can be taken back as well.
        for (long earlier = 4; earlier >= 1; earlier--) {
            undo(earlier);
        }
        assertEquals(LedgerDump.of(Budget.inMemory(budget.clock())), LedgerDump.of(budget));
    }

    @Test
    void taking_back_is_recorded_as_a_change() {
        budget.add(coffee());
        undo(1);
        var change = budget.read(view -> view.changesAfter(1, 1)).get(0);
        assertEquals("undo 1: add expense 1 and 1 more", change.what());
        assertEquals("ann", change.who());
        for (int i = 2; i < 60; i++) {
            undo(i);
        }
        assertEquals(
                201, budget.read(view -> view.changesAfter(59, 1)).get(0).what().length());
    }

    @Test
    void what_was_changed_again_is_not_taken_back() {
        budget.add(coffee());
        write(edit -> edit.replace(1, coffee().category("Other")));
        assertEquals("The entry 1 has been changed since; undo that change first.", conflict(1));
        undo(2);
        undo(1);
        assertEquals(List.of(), LedgerDump.entries(budget, EntryKind.EXPENSE));
    }

    @Test
    void an_unknown_change_cannot_be_taken_back() {
        budget.add(coffee());
        for (long version : new long[] {0, -1, 2, 99}) {
            LedgerException refusal = assertThrows(LedgerException.class, () -> undo(version));
            assertEquals(Reason.NOT_FOUND, refusal.reason());
            assertEquals("There is no change " + version + ".", refusal.getMessage());
        }
    }

    @Test
    void what_goes_back_gets_a_version_of_its_own() {
        budget.add(coffee());
        write(edit -> edit.replace(1, coffee().category("Other")));
        undo(2);
        assertEquals(3, budget.read(view -> view.getEntry(EntryKind.EXPENSE, 1)).version());
        CategoryRule rule = budget.rule("a", when().title().is("x").then("Fun"));
        long replaced = write(edit -> edit.replaceRule(
                rule.id(), RuleDraft.of("b", when().title().is("x").then("Fun"))));
        undo(replaced);
        CategoryRule back = budget.read(BudgetView::rules).inOrder().get(0);
        assertEquals("a", back.name());
        assertEquals(3, back.version());
    }

    @Test
    void a_category_that_came_to_be_used_stays() {
        budget.add(coffee());
        budget.add(coffee());
        undo(1);
        assertTrue(budget.read(BudgetView::categories)
                .find(CategoryPath.of("Fun:Coffee"))
                .isPresent());
        undo(2);
        long put = write(edit -> edit.put(Category.of("Fun:Bars")));
        budget.limit("Fun:Bars", usd("1.00"), Per.WEEK);
        assertEquals("What change " + put + " added has come to be used since.", conflict(put));
    }

    @Test
    void what_comes_back_finds_its_category_again() {
        budget.add(coffee());
        long deleted = write(edit -> edit.delete(EntryKind.EXPENSE, 1));
        write(edit -> edit.removeCategory(CategoryPath.of("Fun:Coffee")));
        undo(deleted);
        assertEquals(
                "Fun:Coffee",
                ((Expense) LedgerDump.entries(budget, EntryKind.EXPENSE).get(0))
                        .category()
                        .name());
        assertTrue(budget.read(BudgetView::categories)
                .find(CategoryPath.of("Fun:Coffee"))
                .isPresent());
        budget.limit("Fun:Limited", usd("1.00"), Per.WEEK);
        long unlimited = write(edit -> edit.removeLimits(CategoryPath.of("Fun:Limited")));
        write(edit -> edit.removeCategory(CategoryPath.of("Fun:Limited")));
        undo(unlimited);
        assertTrue(budget.read(BudgetView::categories)
                .find(CategoryPath.of("Fun:Limited"))
                .isPresent());
        CategoryRule rule = budget.rule("r", when().title().is("x").then("Fun:Ruled"));
        long unruled = write(edit -> edit.removeRule(rule.id()));
        write(edit -> edit.removeCategory(CategoryPath.of("Fun:Ruled")));
        undo(unruled);
        assertTrue(budget.read(BudgetView::categories)
                .find(CategoryPath.of("Fun:Ruled"))
                .isPresent());
    }

    @Test
    void the_parts_of_what_comes_back_find_their_categories_again() {
        EntryDraft whole = EntryDraft.expense(usd("2.00"), "Market").on(DAY);
        EntryDraft split = new EntryDraft(
                EntryKind.EXPENSE,
                whole.date(),
                whole.amount(),
                whole.title(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(new EntryDraft.Part("Fun", usd("1.00")), new EntryDraft.Part("Fun:Part", usd("1.00"))),
                Optional.empty(),
                Optional.empty());
        budget.add(split);
        long deleted = write(edit -> edit.delete(EntryKind.EXPENSE, 1));
        write(edit -> edit.removeCategory(CategoryPath.of("Fun:Part")));
        undo(deleted);
        assertTrue(budget.read(BudgetView::categories)
                .find(CategoryPath.of("Fun:Part"))
                .isPresent());
    }

    @Test
    void a_rule_that_was_changed_again_is_not_taken_back() {
        CategoryRule rule = budget.rule("a", when().title().is("x").then("Fun"));
        write(edit -> edit.replaceRule(
                rule.id(), RuleDraft.of("b", when().title().is("x").then("Fun"))));
        assertEquals("The rule 1 has been changed since; undo that change first.", conflict(1));
    }

    @Test
    void a_currency_does_not_go_back_under_amounts() {
        long changed = write(edit -> edit.change(edit.settings().withCurrency(Money.currency("EUR"))));
        budget.add(EntryDraft.expense(Money.of("1.00", "EUR"), "Kaffee"));
        assertEquals(
                "The currency cannot change while the ledger holds amounts; undo first what brought them.",
                conflict(changed));
    }

    @Test
    void an_amount_does_not_come_back_into_another_currency() {
        budget.add(EntryDraft.expense(usd("1.00"), "x"));
        budget.limit("Fun", usd("1.00"), Per.WEEK);
        budget.setAside(SetAside.of("Car", usd("1.00")));
        long entry = write(edit -> edit.delete(EntryKind.EXPENSE, 1));
        long limit = write(edit -> edit.removeLimits(CategoryPath.of("Fun")));
        long reserved = write(edit -> edit.removeSetAside("Car"));
        write(edit -> edit.change(edit.settings().withCurrency(Money.currency("EUR"))));
        for (long version : new long[] {entry, limit, reserved}) {
            assertEquals("The ledger is no longer in USD.", conflict(version));
        }
    }

    @Test
    void a_rule_does_not_come_back_to_a_priority_that_was_taken() {
        CategoryRule first = budget.rule("first", when().title().is("x").then("Fun"));
        long removed = write(edit -> edit.removeRule(first.id()));
        budget.rule("second", when().title().is("y").then("Fun"));
        assertEquals("The rule \"second\" has taken the priority of the rule \"first\".", conflict(removed));
    }
}
