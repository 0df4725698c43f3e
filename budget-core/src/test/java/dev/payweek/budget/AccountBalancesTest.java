package dev.payweek.budget;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.payweek.ledger.EntryDraft;
import dev.payweek.ledger.EntryKind;
import dev.payweek.money.Money;
import dev.payweek.report.AccountBalance;
import dev.payweek.statement.ImportOptions;
import dev.payweek.statement.ImportReport;
import dev.payweek.store.EntryQuery;
import dev.payweek.store.Kinds;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Bank and ledger agree day by day, or it is known from which day on they do not and which entries may be why. */
class AccountBalancesTest {

    private static final List<String> JANUARY = List.of(
            "account;checking;USD",
            "opening;2026-01-05;100.00",
            "2026-01-05;-10.00;Books",
            "held;2026-01-05;90.00",
            "2026-01-09;1000.00;Pay",
            "held;2026-01-09;1090.00",
            "2026-01-12;-40.00;Groceries",
            "held;2026-01-12;1050.00");

    private final Budget budget = Budget.inMemory(Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC));

    private ImportReport take(String name, List<String> lines) {
        return budget.importStatement(RowsFormat.file(name, lines), ImportOptions.NONE);
    }

    private List<AccountBalance> balances() {
        return budget.read(BudgetView::accountBalances);
    }

    private String said() {
        AccountBalance one = balances().get(0);
        return one.day() + " bank " + one.bank().decimal() + " ledger "
                + one.ledger().decimal() + " reconciled "
                + one.reconciledUntil().map(Object::toString).orElse("never")
                + one.parting()
                        .map(part ->
                                " parts " + part.day() + " bank " + part.bank().decimal() + " ledger "
                                        + part.ledger().decimal() + " "
                                        + part.entries().stream()
                                                .map(entry -> entry.details().title())
                                                .toList())
                        .orElse("");
    }

    private long idOf(EntryKind kind, String title) {
        long[] id = new long[1];
        budget.use(view -> view.forEachEntry(EntryQuery.all(kind).containing(title), entry -> id[0] = entry.id()));
        return id[0];
    }

    @Test
    void an_import_that_is_complete_is_reconciled_up_to_its_last_balance() {
        take("january", JANUARY);
        assertEquals("2026-01-12 bank 1050.00 ledger 1050.00 reconciled 2026-01-12", said());
    }

    @Test
    void what_came_to_an_account_is_held_there_and_not_where_it_left() {
        take("january", JANUARY);
        take("savings", List.of("account;savings;USD", "held;2026-01-05;500.00", "held;2026-01-12;530.00"));
        EntryDraft saved = EntryDraft.transfer(Money.of("30.00", "USD"), "Saved");
        budget.add(saved.on(LocalDate.of(2026, 1, 7)).onAccount("cash").to("savings"));
        assertEquals(
                List.of("checking 1050.00 1050.00", "savings 530.00 530.00"),
                balances().stream()
                        .map(one -> one.account() + " " + one.bank().decimal() + " "
                                + one.ledger().decimal())
                        .toList());
    }

    @Test
    void one_balance_alone_is_where_the_account_begins() {
        take("january", List.of("account;main", "2026-01-12;-3.00;A", "held;2026-01-12;100.00"));
        assertEquals("2026-01-12 bank 100.00 ledger 100.00 reconciled never", said());
    }

    @Test
    void the_first_day_on_which_they_part_is_named_with_the_entries_since_they_agreed() {
        take("january", JANUARY);
        long pay = idOf(EntryKind.INCOME, "Pay");
        budget.change(Budget.LOCAL, edit -> edit.delete(EntryKind.INCOME, pay));
        assertEquals(
                "2026-01-12 bank 1050.00 ledger 50.00 reconciled 2026-01-05"
                        + " parts 2026-01-09 bank 1090.00 ledger 90.00 []",
                said());
        budget.change(Budget.LOCAL, edit -> edit.undo(edit.version()));
        assertEquals("2026-01-12 bank 1050.00 ledger 1050.00 reconciled 2026-01-12", said());
    }

    @Test
    void an_entry_too_many_is_among_those_in_question() {
        take("january", JANUARY);
        take("more", List.of("account;checking;USD", "2026-01-08;-3.00;Odd"));
        assertEquals(
                "2026-01-12 bank 1050.00 ledger 1047.00 reconciled 2026-01-05"
                        + " parts 2026-01-09 bank 1090.00 ledger 1087.00 [Odd, Pay]",
                said());
    }

    @Test
    void a_row_that_was_rejected_makes_them_part_where_it_is_missing() {
        take(
                "february",
                List.of(
                        "account;checking;USD",
                        "opening;2026-02-02;50.00",
                        "2026-02-02;-10.00;Books",
                        "reject;amount;bad_amount;no amount",
                        "held;2026-02-02;33.00"));
        assertEquals(
                "2026-02-02 bank 33.00 ledger 40.00 reconciled never parts 2026-02-02 bank 33.00 ledger 40.00 [Books]",
                said());
    }

    @Test
    void importing_again_changes_nothing_and_known_rows_may_bring_balances() {
        take("rows", List.of("account;checking;USD", "2026-01-05;-10.00;Books", "2026-01-09;1000.00;Pay"));
        assertTrue(balances().isEmpty());
        take("january", JANUARY.subList(0, 6));
        assertEquals("2026-01-09 bank 1090.00 ledger 1090.00 reconciled 2026-01-09", said());
        long version = budget.<Long>read(BudgetView::version);
        take("january", JANUARY.subList(0, 6));
        assertEquals(version, budget.<Long>read(BudgetView::version));
    }

    @Test
    void balances_go_with_their_import() {
        ImportReport report = take("january", JANUARY);
        assertEquals(1, budget.<Integer>read(view -> view.accountBalances().size()));
        budget.removeImport(Budget.LOCAL, report.accounts().get(0).batch().id());
        assertTrue(balances().isEmpty());
    }

    @Test
    void of_files_that_differ_about_a_day_the_one_that_goes_on_longer_knows() {
        take(
                "morning",
                List.of(
                        "account;checking;USD",
                        "opening;2026-01-05;100.00",
                        "2026-01-05;-10.00;Books",
                        "held;2026-01-05;90.00"));
        take(
                "whole",
                List.of(
                        "account;checking;USD",
                        "opening;2026-01-05;100.00",
                        "2026-01-05;-10.00;Books",
                        "2026-01-05;-5.00;Tea",
                        "held;2026-01-05;85.00",
                        "2026-01-06;-1.00;Gum",
                        "held;2026-01-06;84.00"));
        assertEquals("2026-01-06 bank 84.00 ledger 84.00 reconciled 2026-01-06", said());
        long version = budget.<Long>read(BudgetView::version);
        take(
                "morning",
                List.of(
                        "account;checking;USD",
                        "opening;2026-01-05;100.00",
                        "2026-01-05;-10.00;Books",
                        "held;2026-01-05;90.00"));
        assertEquals(version, budget.<Long>read(BudgetView::version));
    }

    @Test
    void a_file_that_begins_in_the_middle_of_a_day_does_not_outweigh_what_is_known_before() {
        take("january", JANUARY);
        take(
                "last rows",
                List.of(
                        "account;checking;USD",
                        "opening;2026-01-12;1070.00",
                        "2026-01-12;-20.00;Half",
                        "held;2026-01-12;1050.00"));
        assertEquals(
                "2026-01-09", balances().get(0).reconciledUntil().orElseThrow().toString());
    }

    @Test
    void what_a_card_issuer_says_is_owed_is_compared_as_such() {
        take(
                "card",
                List.of(
                        "account;card;USD",
                        "opening;2026-01-05;100.00",
                        "2026-01-05;-10.00;Books",
                        "held;2026-01-05;110.00",
                        "2026-01-09;60.00;Thanks",
                        "held;2026-01-09;50.00"));
        assertEquals("2026-01-09 bank -50.00 ledger -50.00 reconciled 2026-01-09", said());
    }

    @Test
    void a_ledger_in_another_currency_keeps_no_balance() {
        budget.add(EntryDraft.expense(Money.of("1.00", "USD"), "Gum"));
        take("euros", List.of("account;giro;EUR", "held;2026-01-05;90.00"));
        assertTrue(balances().isEmpty());
        assertEquals(0, budget.<Integer>read(view -> view.imports().size()));
        assertEquals("balances", Kinds.BALANCES.name());
    }
}
