package dev.payweek.budget;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.payweek.ledger.Account;
import dev.payweek.ledger.Entry;
import dev.payweek.ledger.EntryDraft;
import dev.payweek.ledger.EntryKind;
import dev.payweek.money.Money;
import dev.payweek.refusal.LedgerException;
import dev.payweek.refusal.Reason;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class AccountsTest {

    private static final Account OLD_CARD = new Account("card", true, new TreeMap<>(Map.of("date_format", "D/M/Y")));

    private final Budget budget = Budget.inMemory(Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC));

    private void write(Consumer<BudgetEdit> changes) {
        budget.write("ann", edit -> {
            changes.accept(edit);
            return edit.version();
        });
    }

    private Entry spendOn(String account) {
        EntryDraft plain = EntryDraft.expense(Money.of("4.50", "USD"), "Coffee");
        return budget.add(new EntryDraft(
                plain.kind(),
                plain.date(),
                plain.amount(),
                plain.title(),
                plain.bankText(),
                plain.category(),
                Optional.of(account),
                plain.note(),
                plain.tags(),
                plain.parts(),
                plain.refundOf(),
                plain.toAccount()));
    }

    private List<Account> accounts() {
        return budget.read(BudgetView::accounts);
    }

    @Test
    void an_account_comes_into_being_with_its_first_entry() {
        spendOn("card");
        spendOn("card");
        spendOn("cash");
        assertEquals(List.of(Account.of("card"), Account.of("cash")), accounts());
    }

    @Test
    void an_account_comes_into_being_and_stays_with_what_came_to_it() {
        EntryDraft saved = EntryDraft.transfer(Money.of("200.00", "USD"), "Saved");
        budget.add(saved.to("Savings"));
        budget.add(saved.onAccount("Giro").to("Pot"));
        assertEquals(List.of(Account.of("Giro"), Account.of("Pot"), Account.of("Savings")), accounts());
        LedgerException refusal = assertThrows(LedgerException.class, () -> write(edit -> edit.removeAccount("Pot")));
        assertEquals("The account \"Pot\" has entries; close it instead.", refusal.getMessage());
        budget.add(saved.onAccount("Pot").to("Savings"));
        write(edit -> edit.undo(2));
        assertEquals(List.of(Account.of("Pot"), Account.of("Savings")), accounts(), "Pot is still named");
    }

    @Test
    void an_entry_adds_to_its_accounts_and_to_no_other() {
        Money five = Money.of("5.00", "USD");
        Entry pay = budget.add(EntryDraft.income(five, "Pay").onAccount("Giro"));
        Entry saved =
                budget.add(EntryDraft.transfer(five, "Saved").onAccount("Giro").to("Pot"));
        assertEquals(List.of(five, five.minus(five)), List.of(pay.addedTo("Giro"), pay.addedTo("Pot")));
        assertEquals(List.of(five.negated(), five), List.of(saved.addedTo("Giro"), saved.addedTo("Pot")));
        assertEquals(five.minus(five), saved.addedTo("Card"));
        assertEquals(List.of("Giro", "Pot"), saved.accounts());
        assertEquals(List.of(), budget.add(EntryDraft.expense(five, "Tea")).accounts());
    }

    @Test
    void an_account_that_is_described_stays_as_described_when_an_entry_names_it() {
        assertEquals(OLD_CARD, budget.write("ann", edit -> edit.put(OLD_CARD)));
        spendOn("card");
        assertEquals(List.of(OLD_CARD), accounts());
    }

    @Test
    void only_an_account_that_no_entry_names_is_removed() {
        write(edit -> {
            edit.put(OLD_CARD);
            edit.put(Account.of("cash"));
        });
        Entry coffee = spendOn("card");
        LedgerException refusal = assertThrows(LedgerException.class, () -> write(edit -> edit.removeAccount("card")));
        assertEquals(Reason.CONFLICT, refusal.reason());
        assertEquals("The account \"card\" has entries; close it instead.", refusal.getMessage());
        write(edit -> edit.removeAccount("cash"));
        assertEquals(List.of(OLD_CARD), accounts());
        write(edit -> edit.delete(EntryKind.EXPENSE, coffee.id()));
        write(edit -> edit.removeAccount("card"));
        assertEquals(List.of(), accounts());
    }

    @Test
    void an_account_that_is_not_there_is_not_found() {
        write(edit -> edit.put(OLD_CARD));
        LedgerException refusal = assertThrows(LedgerException.class, () -> write(edit -> edit.removeAccount("Card")));
        assertEquals(Reason.NOT_FOUND, refusal.reason());
        assertEquals("There is no account \"Card\".", refusal.getMessage());
    }

    @Test
    void what_was_done_to_an_account_is_taken_back() {
        write(edit -> edit.put(Account.of("card")));
        write(edit -> edit.put(OLD_CARD));
        write(edit -> edit.undo(2));
        assertEquals(List.of(Account.of("card")), accounts());
        write(edit -> edit.undo(3));
        assertEquals(List.of(OLD_CARD), accounts());
        write(edit -> edit.removeAccount("card"));
        write(edit -> edit.undo(5));
        assertEquals(List.of(OLD_CARD), accounts());
    }

    @Test
    void an_account_goes_with_the_entry_that_brought_it_unless_another_names_it() {
        spendOn("card");
        write(edit -> edit.undo(1));
        assertEquals(List.of(), accounts());
        spendOn("cash");
        Entry second = spendOn("cash");
        write(edit -> edit.undo(3));
        assertEquals(List.of(Account.of("cash")), accounts());
        assertEquals(List.of(second), LedgerDump.entries(budget, EntryKind.EXPENSE));
    }

    @Test
    void the_letters_of_an_account_tell_it_from_another() {
        write(edit -> {
            edit.put(Account.of("card"));
            edit.put(Account.of("Card"));
        });
        write(edit -> edit.undo(1));
        assertEquals(List.of(), accounts());
    }
}
