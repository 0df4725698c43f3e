package dev.payweek.budget;

import static dev.payweek.rule.When.when;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.payweek.category.Category;
import dev.payweek.ledger.Entry;
import dev.payweek.ledger.EntryKind;
import dev.payweek.ledger.Expense;
import dev.payweek.ledger.Income;
import dev.payweek.ledger.Provenance;
import dev.payweek.ledger.Transfer;
import dev.payweek.money.Money;
import dev.payweek.statement.ImportBatch;
import dev.payweek.statement.ImportOptions;
import dev.payweek.statement.ImportReport;
import dev.payweek.statement.RowOutcome;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ImportRowsTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private final Budget budget = Budget.inMemory(Clock.fixed(NOON, ZoneOffset.UTC));

    private static Money usd(String amount) {
        return Money.of(amount, "USD");
    }

    private ImportReport take(String... lines) {
        return budget.importStatement(RowsFormat.file("bank.rows", List.of(lines)), ImportOptions.NONE);
    }

    private ImportReport rehearse(String... lines) {
        return budget.importStatement(RowsFormat.file("bank.rows", List.of(lines)), ImportOptions.NONE.asDryRun());
    }

    private static List<String> outcomes(ImportReport report) {
        return report.accounts().stream()
                .flatMap(part -> part.rows().stream())
                .map(row -> row.outcome() + (row.reason().isEmpty() ? "" : " " + row.reason()))
                .toList();
    }

    private List<Entry> entries(EntryKind kind) {
        return LedgerDump.entries(budget, kind);
    }

    @Test
    void a_title_is_never_cut_within_a_character() {
        take(
                "2026-11-20;-1.00;" + "t".repeat(199) + "\uD83D\uDE00",
                "2026-11-20;-2.00;" + "t".repeat(198) + "\uD83D\uDE00",
                "2026-11-20;-3.00;" + "t".repeat(198) + "\uD83D\uDE00more");
        List<Entry> expenses = entries(EntryKind.EXPENSE);
        assertEquals("t".repeat(199), expenses.get(0).details().title());
        assertEquals("t".repeat(198) + "\uD83D\uDE00", expenses.get(1).details().title());
        assertEquals("t".repeat(198) + "\uD83D\uDE00", expenses.get(2).details().title());
    }

    @Test
    void rows_in_another_currency_are_rejected_one_by_one() {
        budget.spend(usd("1.00"), "Something", LocalDate.of(2026, 1, 1));
        ImportReport report = take("account;abroad;EUR", "2026-11-20;-4.50;Kaffee", "2026-11-20;-4.50;Coffee;;;;USD");
        assertEquals(
                List.of("REJECTED The row is in EUR, the ledger in USD.", "INSERTED no rule matched"),
                outcomes(report));
        assertEquals(
                Map.of("EUR", usd("-4.50").decimal(), "USD", usd("-4.50").decimal()),
                report.accounts().get(0).sums());
        assertEquals("EUR", report.accounts().get(0).currency());
        assertTrue(report.hasRejects());
    }

    @Test
    void the_first_file_decides_the_currency_of_an_empty_ledger() {
        ImportReport rehearsed = rehearse("account;konto;EUR", "2026-11-20;-4.50;Kaffee");
        assertEquals(List.of("INSERTED no rule matched"), outcomes(rehearsed));
        assertEquals("USD", budget.read(BudgetView::settings).currency().getCurrencyCode());
        take("account;konto;EUR", "2026-11-20;-4.50;Kaffee");
        assertEquals("EUR", budget.read(BudgetView::settings).currency().getCurrencyCode());
        assertEquals(Money.of("4.50", "EUR"), entries(EntryKind.EXPENSE).get(0).amount());
    }

    @Test
    void a_file_without_currencies_decides_nothing_and_one_of_several_by_most_of_its_rows() {
        take("2026-11-20;-4.50;Coffee");
        assertEquals("USD", budget.read(BudgetView::settings).currency().getCurrencyCode());
        Budget other = Budget.inMemory(budget.clock());
        ImportReport report = other.importStatement(
                RowsFormat.file(
                        "three",
                        List.of("2026-11-20;-4.50;A;;;;EUR", "2026-11-20;-4.50;B;;;;GBP", "2026-11-20;-1.00;C;;;;GBP")),
                ImportOptions.NONE);
        assertEquals("GBP", other.read(BudgetView::settings).currency().getCurrencyCode());
        assertEquals(
                List.of(
                        "REJECTED The row is in EUR, the ledger in GBP.",
                        "INSERTED no rule matched",
                        "INSERTED no rule matched"),
                outcomes(report));
    }

    @Test
    void monstrous_numbers_and_days_are_rejected_and_the_rest_is_taken() {
        ImportReport report = take(
                "2026-11-20;1e999999999;A",
                "2026-11-20;-1e-999999999;B",
                "2026-11-20;0e99;Nothing, oddly told",
                "+999999999-12-31;-1.00;C",
                "1899-12-31;-1.00;D",
                "2026-11-20;123456789012345678901;E",
                "2026-11-20;0.123456789012345678901;F",
                "2026-11-20;99999999999999999999;G",
                "2026-11-20;0.00000000000000000001;H",
                "2026-11-20;-1.00;Fine");
        assertEquals(
                List.of(
                        "REJECTED",
                        "REJECTED",
                        "REJECTED",
                        "REJECTED",
                        "REJECTED",
                        "REJECTED",
                        "REJECTED",
                        "REJECTED",
                        "NEEDS_REVIEW",
                        "INSERTED"),
                outcomes(report).stream().map(text -> text.split(" ")[0]).toList());
        assertEquals(
                "REJECTED out_of_range, amount: The amount must be between -1000000000000"
                        + " and 1000000000000 minor units.",
                outcomes(report).get(0));
        assertEquals(
                "REJECTED out_of_range, date: The date 1899-12-31 is not between 1900-01-01 and 2200-12-31.",
                outcomes(report).get(4));
    }

    @Test
    void rounding_is_half_to_even_and_told() {
        assertEquals(
                List.of(
                        "NEEDS_REVIEW rounded from -1.005",
                        "NEEDS_REVIEW rounded from -1.015",
                        "INSERTED no rule matched"),
                outcomes(take("2026-11-20;-1.005;A", "2026-11-20;-1.015;B", "2026-11-20;-1.010;C")));
        assertEquals(
                List.of(usd("1.00"), usd("1.02"), usd("1.01")),
                entries(EntryKind.EXPENSE).stream().map(Entry::amount).toList());
    }

    @Test
    void rules_decide_what_rows_are() {
        budget.rule("savings", when().title().contains("savings").thenTransfer());
        budget.rule("coffee", when().bankText().contains("coffee").then("Fun:Coffee"));
        take(
                "2026-11-20;1500.00;Payroll",
                "2026-11-20;-1500.00;Payroll fee",
                "2026-11-20;-100.00;To Savings",
                "2026-11-20;40.00;From Savings",
                "2026-11-20;-4.50;X;COFFEE",
                "2026-11-20;4.50;X;COFFEE refund",
                "2026-11-20;-20.00;Own;;;;;yes",
                "2026-11-20;0.00;Nothing");
        Income pay = (Income) entries(EntryKind.INCOME).get(0);
        assertEquals(usd("1500.00"), pay.amount());
        assertEquals("Nothing", entries(EntryKind.INCOME).get(1).details().title());
        assertEquals(
                List.of(usd("100.00"), usd("-40.00"), usd("20.00")),
                entries(EntryKind.TRANSFER).stream().map(Entry::amount).toList());
        assertEquals(Optional.empty(), ((Transfer) entries(EntryKind.TRANSFER).get(0)).toAccount());
        List<Entry> expenses = entries(EntryKind.EXPENSE);
        assertEquals(
                List.of(usd("1500.00"), usd("4.50"), usd("-4.50")),
                expenses.stream().map(Entry::amount).toList());
        assertEquals(Provenance.rule(2, 1), ((Expense) expenses.get(1)).provenance());
        assertEquals("Fun:Coffee", ((Expense) expenses.get(2)).category().name());
    }

    @Test
    void a_category_in_the_file_is_a_hint() {
        ImportReport report = take(
                "2026-11-20;-1.00;A;;;groceries",
                "2026-11-20;-2.00;B;;; Groceries ",
                "2026-11-20;-3.00;C;;;a:b:c:d:e",
                "2026-11-20;-4.00;D;;;fun");
        assertEquals(
                List.of("Other:groceries", "Other:groceries", "Other", "Fun"),
                report.accounts().get(0).rows().stream()
                        .map(row -> row.category().orElseThrow())
                        .toList());
        assertEquals(
                List.of("the file's category", "the file's category", "no rule matched", "the file's category"),
                report.accounts().get(0).rows().stream().map(RowOutcome::reason).toList());
        assertEquals(
                Provenance.IMPORT_HINT, ((Expense) entries(EntryKind.EXPENSE).get(0)).provenance());
        assertTrue(budget.read(BudgetView::categories).all().contains(Category.of("Other:groceries")));
    }

    @Test
    void words_no_store_takes_are_mended() {
        take(
                "2026-11-20;-1.00;a\0b\tc;x\0y\u000Bz\uFFFD",
                "2026-11-20;-2.00",
                "2026-11-20;-3.00;" + "t".repeat(300) + ";" + "w".repeat(3000));
        List<Entry> expenses = entries(EntryKind.EXPENSE);
        assertEquals("a b c", expenses.get(0).details().title());
        assertEquals(Optional.of("x\uFFFDy z\uFFFD"), expenses.get(0).details().bankText());
        assertEquals("(no text)", expenses.get(1).details().title());
        assertEquals(Optional.empty(), expenses.get(1).details().bankText());
        assertEquals(200, expenses.get(2).details().title().length());
        assertEquals(2000, expenses.get(2).details().bankText().orElseThrow().length());
    }

    @Test
    void money_out_is_an_expense_and_money_in_an_income() {
        ImportReport report = take("2026-11-20;-4.50;Coffee;CORNER COFFEE 12", "2026-11-21;1500.00;ACME Payroll");
        Expense coffee = (Expense) entries(EntryKind.EXPENSE).get(0);
        assertEquals(usd("4.50"), coffee.amount());
        assertEquals("Coffee", coffee.details().title());
        assertEquals(Optional.of("CORNER COFFEE 12"), coffee.details().bankText());
        assertEquals(Optional.of("main"), coffee.details().account());
        assertEquals("Other", coffee.category().name());
        assertEquals(Provenance.DEFAULT, coffee.provenance());
        Income pay = (Income) entries(EntryKind.INCOME).get(0);
        assertEquals(usd("1500.00"), pay.amount());
        assertEquals(Optional.of("ACME Payroll"), pay.details().bankText());
        var part = report.accounts().get(0);
        assertEquals(Map.of("USD", usd("1495.50").decimal()), part.sums());
        assertEquals("USD", part.currency());
        assertEquals(
                ImportBatch.begun(part.batch().id(), NOON, "bank.rows", "rows", "main")
                        .withCounts(2, 0, 0, 0)
                        .withDays(LocalDate.of(2026, 11, 20), LocalDate.of(2026, 11, 21))
                        .completed(),
                part.batch());
        assertEquals(List.of(part.batch()), budget.read(BudgetView::imports));
        RowOutcome first = part.rows().get(0);
        assertEquals(1, first.row());
        assertEquals(2, first.line());
        assertEquals(Optional.of(coffee.id()), first.entryId());
        assertEquals(Optional.of(EntryKind.EXPENSE), first.kind());
        assertEquals(Optional.of("Other"), first.category());
        assertEquals("no rule matched", first.reason());
        assertEquals(Optional.of(usd("-4.50").decimal()), first.amount());
        assertFalse(report.hasRejects());
        assertFalse(report.dryRun());
        assertEquals("rows", report.format());
    }

    @Test
    void names_from_a_file_are_made_fit_to_be_kept() {
        budget.importStatement(
                RowsFormat.file(
                        "evil\0\n" + "x".repeat(300),
                        List.of("account;\u0007a\tb" + "y".repeat(90), "2026-11-20;-1.00;A")),
                ImportOptions.NONE);
        ImportBatch batch = budget.read(BudgetView::imports).get(0);
        assertEquals("evil " + "x".repeat(195), batch.file());
        assertEquals("a b" + "y".repeat(77), batch.account());
        budget.importStatement(RowsFormat.file(" ", List.of("2026-11-20;-1.00;A")), ImportOptions.NONE);
        assertEquals("(no name)", budget.read(BudgetView::imports).get(0).file());
    }

    @Test
    void each_row_is_told_with_its_words_its_amount_and_the_entry_made_of_it() {
        String[] file = {"2026-11-20;-4.50;Coffee", "2026-11-21;-1.005;Rounded", "2026-11-22;-9e99;Too much"};
        assertEquals(
                List.of(
                        "1 line 2 Optional.empty Coffee -4.50 Optional[2026-11-20] Optional[Other]",
                        "2 line 3 Optional.empty Rounded -1.005 Optional[2026-11-21] Optional[Other]",
                        "3 line 4 Optional.empty  nothing Optional.empty Optional.empty"),
                told(rehearse(file)));
        ImportReport real = take(file);
        List<Entry> made = entries(EntryKind.EXPENSE);
        assertEquals(
                List.of(
                        "1 line 2 Optional[" + made.get(0).id() + "] Coffee -4.50 Optional[2026-11-20] Optional[Other]",
                        "2 line 3 Optional[" + made.get(1).id()
                                + "] Rounded -1.005 Optional[2026-11-21] Optional[Other]",
                        "3 line 4 Optional.empty  nothing Optional.empty Optional.empty"),
                told(real));
        ImportBatch batch = real.accounts().get(0).batch();
        assertEquals(2, batch.inserted());
        assertEquals(1, batch.needsReview());
        assertEquals(1, batch.rejected());
    }

    private static List<String> told(ImportReport report) {
        return report.accounts().get(0).rows().stream()
                .map(row -> row.row() + " line " + row.line() + " " + row.entryId() + " " + row.title() + " "
                        + row.amount().map(Object::toString).orElse("nothing") + " " + row.date() + " "
                        + row.category())
                .toList();
    }

    @Test
    void an_amount_of_twenty_digits_is_reckoned_with_and_one_more_is_not() {
        List<Optional<LocalDate>> days = take("2026-11-20;99999999999999999999;A", "2026-11-20;100000000000000000000;B")
                .accounts()
                .get(0)
                .rows()
                .stream()
                .map(RowOutcome::date)
                .toList();
        assertEquals(List.of(Optional.of(LocalDate.of(2026, 11, 20)), Optional.empty()), days);
    }

    @Test
    void of_rules_for_money_out_and_for_money_in_the_first_by_priority_says_what_money_in_is() {
        budget.rule("shop", when().title().contains("shop").then("Fun"));
        budget.rule(
                "pay", when().title().contains("payroll").kind(EntryKind.INCOME).thenTransfer());
        budget.rule("club", when().title().contains("club").then("Fun:Club"));
        take("2026-11-20;10.00;Shop payroll", "2026-11-20;20.00;Club payroll");
        assertEquals(
                List.of(usd("-10.00")),
                entries(EntryKind.EXPENSE).stream().map(Entry::amount).toList());
        assertEquals(
                List.of(usd("-20.00")),
                entries(EntryKind.TRANSFER).stream().map(Entry::amount).toList());
    }

    @Test
    void the_largest_amount_is_taken_to_the_cent_and_no_larger_one() {
        assertEquals(
                List.of("INSERTED no rule matched", "REJECTED"),
                outcomes(take("2026-11-20;-10000000000.00;A", "2026-11-20;-10000000000.01;B")).stream()
                        .map(told -> told.startsWith("REJECTED") ? "REJECTED" : told)
                        .toList());
        assertEquals(
                List.of(usd("10000000000.00")),
                entries(EntryKind.EXPENSE).stream().map(Entry::amount).toList());
    }

    @Test
    void an_entry_made_by_hand_between_two_rows_is_the_twin_of_neither_that_lies_too_far_off() {
        budget.spend(usd("4.50"), "Coffee", LocalDate.of(2026, 11, 15));
        assertEquals(
                List.of("INSERTED no rule matched", "INSERTED no rule matched"),
                outcomes(take("2026-11-01;-4.50;A", "2026-11-30;-1.00;B")));
    }
}
