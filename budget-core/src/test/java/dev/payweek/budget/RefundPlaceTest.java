package dev.payweek.budget;

import static dev.payweek.rule.When.when;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.payweek.category.Category;
import dev.payweek.category.CategoryPath;
import dev.payweek.ledger.EntryDraft;
import dev.payweek.ledger.EntryKind;
import dev.payweek.ledger.Expense;
import dev.payweek.money.Money;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is given back comes to where it was paid, unless a person or a rule says where it goes. */
class RefundPlaceTest {

    private final Budget budget = Budget.inMemory(Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC));

    private static Money usd(String amount) {
        return Money.of(amount, "USD");
    }

    private long paid(EntryDraft draft) {
        return budget.add(draft).id();
    }

    private static List<EntryDraft.Part> parts(String one, String amount, String other, String rest) {
        return List.of(new EntryDraft.Part(one, usd(amount)), new EntryDraft.Part(other, usd(rest)));
    }

    private long split() {
        return paid(EntryDraft.expense(usd("10.00"), "Shop").split(parts("Fun", "6.67", "Home", "3.33")));
    }

    private String refunded(EntryDraft draft, long purchase) {
        return place((Expense) budget.add(draft.refunding(purchase)));
    }

    private static String place(Expense expense) {
        return expense.category() + " "
                + expense.splits().stream()
                        .map(part -> part.category() + " " + part.amount().decimal())
                        .toList();
    }

    private static EntryDraft back(String amount) {
        return EntryDraft.expense(usd(amount), "Back");
    }

    @Test
    void a_refund_comes_to_the_category_of_the_purchase() {
        assertEquals(
                "Fun []",
                refunded(
                        back("-4.00"),
                        paid(EntryDraft.expense(usd("4.50"), "Tea").category("Fun"))));
    }

    @Test
    void of_a_split_purchase_each_category_gets_back_its_part_to_the_cent() {
        assertEquals("Fun [Fun -6.67, Other:Home -3.33]", refunded(back("-10.00"), split()));
        assertEquals("Fun [Fun -0.67, Other:Home -0.34]", refunded(back("-1.01"), split()));
        assertEquals("Fun []", refunded(back("-0.01"), split()));
    }

    @Test
    void what_a_person_says_goes_before() {
        assertEquals("Other:Home []", refunded(back("-5.00").category("Home"), split()));
        assertEquals(
                "Fun [Fun -1.00, Other:Home -4.00]",
                refunded(back("-5.00").split(parts("Fun", "-1.00", "Home", "-4.00")), split()));
    }

    @Test
    void a_rule_goes_before() {
        budget.rule("back", when().title().contains("back").then("Home"));
        assertEquals("Other:Home []", refunded(back("-5.00"), split()));
    }

    @Test
    void an_archived_category_gets_nothing_back() {
        long purchase = paid(EntryDraft.expense(usd("4.50"), "Tea").category("Old"));
        budget.change(Budget.LOCAL, edit -> edit.put(new Category(CategoryPath.of("Other:Old"), true, true)));
        assertEquals("Other []", refunded(back("-4.50"), purchase));
    }

    @Test
    void an_entry_that_nobody_placed_moves_once_it_is_said_what_it_gives_back() {
        long purchase = split();
        Expense plain = (Expense) budget.add(back("-5.00"));
        budget.change(
                Budget.LOCAL, edit -> edit.replace(plain.id(), back("-5.00").refunding(purchase)));
        Expense after = (Expense) budget.read(view -> view.getEntry(EntryKind.EXPENSE, plain.id()));
        assertEquals("Fun [Fun -3.34, Other:Home -1.66]", place(after));
    }
}
