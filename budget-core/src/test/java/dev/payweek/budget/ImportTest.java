package dev.payweek.budget;

import static dev.payweek.rule.When.when;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.payweek.category.Category;
import dev.payweek.ledger.Entry;
import dev.payweek.ledger.EntryKind;
import dev.payweek.ledger.Expense;
import dev.payweek.ledger.Income;
import dev.payweek.ledger.Provenance;
import dev.payweek.ledger.Transfer;
import dev.payweek.money.Money;
import dev.payweek.refusal.Reason;
import dev.payweek.refusal.Refusal;
import dev.payweek.statement.ImportBatch;
import dev.payweek.statement.ImportReport;
import dev.payweek.statement.ImportReport.SkippedLine;
import dev.payweek.statement.Question;
import dev.payweek.statement.RowOutcome;
import dev.payweek.statement.StatementFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ImportTest {

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
    void money_out_is_an_expense_and_money_in_an_income() {
        ImportReport report = take("2026-11-20;-4.50;Coffee;CORNER COFFEE 12", "2026-11-21;1500.00;ACME Payroll");
        Expense coffee = (Expense) entries(EntryKind.EXPENSE).get(0);
        assertEquals(usd("4.50"), coffee.amount());
        assertEquals("Coffee", coffee.facts().title());
        assertEquals(Optional.of("CORNER COFFEE 12"), coffee.facts().bankText());
        assertEquals(Optional.of("main"), coffee.facts().account());
        assertEquals("Other", coffee.category().name());
        assertEquals(Provenance.DEFAULT, coffee.provenance());
        Income pay = (Income) entries(EntryKind.INCOME).get(0);
        assertEquals(usd("1500.00"), pay.amount());
        assertEquals(Optional.of("ACME Payroll"), pay.facts().bankText());
        assertFalse(pay.paycheck());
        var part = report.accounts().get(0);
        assertEquals(Map.of("USD", usd("1495.50").decimal()), part.sums());
        assertEquals("USD", part.currency());
        assertEquals(
                new ImportBatch(
                        part.batch().id(),
                        NOON,
                        "bank.rows",
                        "rows",
                        "main",
                        2,
                        0,
                        0,
                        0,
                        Optional.of(LocalDate.of(2026, 11, 20)),
                        Optional.of(LocalDate.of(2026, 11, 21))),
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
    void importing_twice_changes_nothing() {
        String[] file = {"2026-11-20;-4.50;Coffee", "2026-11-20;-4.50;Coffee", "2026-11-21;9.00;Sale;;id7"};
        take(file);
        String before = LedgerDump.of(budget);
        ImportReport again = take(file);
        assertEquals(before, LedgerDump.of(budget));
        assertEquals(
                List.of(
                        "DUPLICATE imported before as entry 2",
                        "DUPLICATE imported before as entry 3",
                        "DUPLICATE imported before as entry 4"),
                outcomes(again));
        assertEquals(0, again.accounts().get(0).batch().inserted());
        assertEquals(3, again.accounts().get(0).batch().duplicates());
        assertEquals(Optional.of(2L), again.accounts().get(0).rows().get(0).entryId());
    }

    @Test
    void two_equal_coffees_on_a_day_stay_two() {
        take("2026-11-20;-4.50;Coffee");
        take("2026-11-20;-4.50;Coffee", "2026-11-20;-4.50;coffee ");
        assertEquals(2, entries(EntryKind.EXPENSE).size());
        take("2026-11-20;-4.50;Coffee", "2026-11-20;-4.50;Coffee", "2026-11-20;-4.50;Coffee");
        assertEquals(3, entries(EntryKind.EXPENSE).size());
    }

    @Test
    void the_same_id_with_another_amount_or_day_is_another_row() {
        take("2026-11-20;-4.50;Coffee;;id1");
        take("2026-11-20;-4.50;COFFEE SHOP;;id1", "2026-11-20;-4.51;Fee;;id1", "2026-11-21;-4.50;Coffee;;id1");
        assertEquals(3, entries(EntryKind.EXPENSE).size());
    }

    @Test
    void the_same_row_on_another_account_is_another_row() {
        take("account;one", "2026-11-20;-4.50;Coffee;;id1", "account;two", "2026-11-20;-4.50;Coffee;;id1");
        assertEquals(2, entries(EntryKind.EXPENSE).size());
        assertEquals(
                List.of("two", "one"),
                budget.read(BudgetView::imports).stream()
                        .map(ImportBatch::account)
                        .toList());
    }

    @Test
    void what_a_person_deleted_does_not_come_back() {
        take("2026-11-20;-4.50;Coffee");
        long id = entries(EntryKind.EXPENSE).get(0).id();
        budget.write("ann", edit -> {
            edit.delete(EntryKind.EXPENSE, id, Optional.empty());
            return id;
        });
        assertEquals(List.of("DUPLICATE imported before as entry " + id), outcomes(take("2026-11-20;-4.50;Coffee")));
        assertEquals(List.of(), entries(EntryKind.EXPENSE));
    }

    @Test
    void an_edited_row_is_still_known() {
        take("2026-11-20;-4.50;Coffee;CORNER");
        long id = entries(EntryKind.EXPENSE).get(0).id();
        budget.write(
                "ann",
                edit -> edit.replace(
                        id,
                        Optional.of(1),
                        EntryDraft.expense(usd("5.00"), "Breakfast")
                                .on(LocalDate.of(2026, 11, 19))
                                .in("Fun")));
        take("2026-11-20;-4.50;Coffee;CORNER");
        Expense edited = (Expense) entries(EntryKind.EXPENSE).get(0);
        assertEquals(1, entries(EntryKind.EXPENSE).size());
        assertEquals(Optional.of("CORNER"), edited.facts().bankText());
        assertEquals(Optional.of(1L), edited.importBatch());
    }

    @Test
    void a_removed_import_is_forgotten_and_can_come_again() {
        take("2026-11-20;-4.50;Coffee;;;Fun:Coffee");
        long batch = budget.read(BudgetView::imports).get(0).id();
        budget.write("ann", edit -> {
            edit.removeImport(batch);
            return batch;
        });
        assertEquals(List.of(), entries(EntryKind.EXPENSE));
        assertEquals(List.of(), budget.read(BudgetView::imports));
        assertEquals(
                "Fun:Coffee",
                take("2026-11-20;-4.50;Coffee;;;Fun:Coffee")
                        .accounts()
                        .get(0)
                        .rows()
                        .get(0)
                        .category()
                        .orElseThrow());
        assertEquals(1, entries(EntryKind.EXPENSE).size());
        Refusal refusal = assertThrows(
                Refusal.class,
                () -> budget.write("ann", edit -> {
                    edit.removeImport(batch);
                    return batch;
                }));
        assertEquals(Reason.NOT_FOUND, refusal.reason());
        assertEquals("There is no import 1.", refusal.getMessage());
    }

    @Test
    void a_hand_made_twin_is_told_and_not_merged() {
        budget.spend(usd("4.50"), "Coffee with Ann", LocalDate.of(2026, 11, 17));
        budget.spend(usd("8.00"), "Lunch", LocalDate.of(2026, 11, 20));
        budget.spend(usd("8.00"), "Lunch", LocalDate.of(2026, 11, 21));
        budget.spend(usd("3.00"), "Tea", LocalDate.of(2026, 11, 16));
        ImportReport report = take(
                "2026-11-20;-4.50;CORNER",
                "2026-11-20;-4.50;CORNER TWO",
                "2026-11-20;-8.00;BISTRO",
                "2026-11-20;-3.00;T");
        assertEquals(
                List.of(
                        "NEEDS_REVIEW looks like entry 1, entered by hand",
                        "INSERTED no rule matched",
                        "INSERTED no rule matched",
                        "INSERTED no rule matched"),
                outcomes(report));
        ImportBatch batch = report.accounts().get(0).batch();
        assertEquals(4, batch.inserted());
        assertEquals(1, batch.needsReview());
        assertEquals(8, entries(EntryKind.EXPENSE).size());
    }

    @Test
    void a_twin_lies_at_most_three_days_off_in_either_direction() {
        budget.spend(usd("4.50"), "Coffee", LocalDate.of(2026, 11, 23));
        budget.spend(usd("5.50"), "Coffee", LocalDate.of(2026, 11, 24));
        budget.add(EntryDraft.income(usd("6.50"), "Sale").on(LocalDate.of(2026, 11, 20)));
        assertEquals(
                List.of(
                        "NEEDS_REVIEW looks like entry 1, entered by hand",
                        "INSERTED no rule matched",
                        "INSERTED no rule matched"),
                outcomes(take("2026-11-20;-4.50;A", "2026-11-20;-5.50;B", "2026-11-20;-6.50;C")));
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
    void a_file_of_two_currencies_or_of_none_decides_nothing() {
        take("2026-11-20;-4.50;Coffee");
        assertEquals("USD", budget.read(BudgetView::settings).currency().getCurrencyCode());
        Budget other = Budget.inMemory(budget.clock());
        other.importStatement(
                RowsFormat.file("two", List.of("2026-11-20;-4.50;A;;;;EUR", "2026-11-20;-4.50;B;;;;GBP")),
                ImportOptions.NONE);
        assertEquals("USD", other.read(BudgetView::settings).currency().getCurrencyCode());
    }

    @Test
    void a_rehearsal_writes_nothing_and_says_what_the_real_run_then_does() {
        budget.rule("coffee", when().title().contains("coffee").then("Fun:Coffee"));
        budget.spend(usd("7.00"), "By hand", LocalDate.of(2026, 11, 20));
        take("2026-11-19;-1.00;Old");
        String before = LedgerDump.of(budget);
        long version = budget.read(BudgetView::version);
        String[] file = {
            "account;card",
            "2026-11-20;-4.50;Coffee",
            "2026-11-20;-4.50;Coffee",
            "2026-11-20;-7.00;Something",
            "2026-11-20;-1.005;Rounded;;;Groceries",
            "reject;date;bad_date;no day",
            "account;main",
            "2026-11-19;-1.00;Old",
            "2026-11-19;-99999999999.00;Too much",
            "skip;pending"
        };
        ImportReport rehearsed = rehearse(file);
        assertTrue(rehearsed.dryRun());
        assertEquals(before, LedgerDump.of(budget));
        assertEquals(version, budget.read(BudgetView::version));
        ImportReport real = take(file);
        assertEquals(outcomes(rehearsed), outcomes(real));
        assertEquals(rehearsed.skipped(), real.skipped());
        for (int i = 0; i < 2; i++) {
            ImportReport.AccountPart would = rehearsed.accounts().get(i);
            ImportReport.AccountPart did = real.accounts().get(i);
            assertEquals(0, would.batch().id());
            assertEquals(did.sums(), would.sums());
            assertEquals(did.batch().inserted(), would.batch().inserted());
            assertEquals(did.batch().needsReview(), would.batch().needsReview());
            assertEquals(
                    did.rows().stream().map(row -> row.category()).toList(),
                    would.rows().stream().map(row -> row.category()).toList());
        }
        assertEquals(
                List.of(
                        "INSERTED rule 1 coffee",
                        "INSERTED rule 1 coffee",
                        "NEEDS_REVIEW looks like entry 2, entered by hand",
                        "NEEDS_REVIEW rounded from -1.005",
                        "REJECTED bad_date, date: no day",
                        "DUPLICATE imported before as entry 4",
                        "REJECTED The amount must be between -1000000000000 and 1000000000000 minor units of USD."),
                outcomes(real));
        assertEquals(List.of(new SkippedLine(11, "pending")), real.skipped());
    }

    @Test
    void an_open_question_stores_nothing_and_is_answered_by_parameter() {
        String before = LedgerDump.of(budget);
        ImportReport asked = take("ask;date_format", "2026-11-20;-4.50;Coffee");
        assertEquals(
                List.of(new Question("what", "Which is it?", "date_format", List.of("this", "that"))),
                asked.questions());
        assertEquals(List.of(), asked.accounts());
        assertEquals(List.of(new SkippedLine(1, "asked first")), asked.skipped());
        assertFalse(asked.hasRejects());
        assertEquals(before, LedgerDump.of(budget));
        ImportReport answered = budget.importStatement(
                RowsFormat.file("x", List.of("ask;date_format", "2026-11-20;-4.50;Coffee")),
                new ImportOptions(false, Optional.empty(), Map.of("date_format", "this")));
        assertEquals(List.of(), answered.questions());
        assertEquals(1, entries(EntryKind.EXPENSE).size());
    }

    @Test
    void parts_of_a_file_on_one_account_are_one() {
        ImportReport report = take(
                "account; card ;USD",
                "2026-11-20;-1.00;A",
                "account;other",
                "2026-11-20;-2.00;B",
                "account;card",
                "2026-11-21;-3.00;C",
                "reject;;odd;strange row");
        assertEquals(
                List.of("card", "other"),
                report.accounts().stream().map(part -> part.batch().account()).toList());
        assertEquals(3, report.accounts().get(0).rows().size());
        assertEquals(1, report.accounts().get(0).batch().rejected());
        assertEquals("REJECTED odd, strange row", outcomes(report).get(2));
        assertEquals(
                List.of(1, 2, 3),
                report.accounts().get(0).rows().stream().map(RowOutcome::row).toList());
    }

    @Test
    void a_person_may_name_the_account_of_a_file_with_one() {
        StatementFile one = RowsFormat.file("one", List.of("account;DE12", "2026-11-20;-1.00;A"));
        budget.importStatement(one, ImportOptions.NONE.into(" giro "));
        assertEquals(
                Optional.of("giro"), entries(EntryKind.EXPENSE).get(0).facts().account());
        budget.importStatement(one, ImportOptions.NONE.into("  "));
        assertEquals("DE12", budget.read(BudgetView::imports).get(0).account());
        StatementFile two =
                RowsFormat.file("two", List.of("account;a", "2026-11-20;-1.00;A", "account;b", "2026-11-20;-1.00;B"));
        Refusal several =
                assertThrows(Refusal.class, () -> budget.importStatement(two, ImportOptions.NONE.into("giro")));
        assertEquals("two holds several accounts; they cannot all be \"giro\".", several.getMessage());
        Refusal tooLong =
                assertThrows(Refusal.class, () -> budget.importStatement(one, ImportOptions.NONE.into("x".repeat(81))));
        assertEquals("account", tooLong.problems().get(0).field());
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
                "REJECTED out_of_range, amount: The amount must be between -1000000000000 and 1000000000000 minor units.",
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
        budget.rule("pay", when().title().contains("payroll").thenPaycheck());
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
        assertTrue(pay.paycheck());
        assertEquals("Nothing", entries(EntryKind.INCOME).get(1).facts().title());
        assertEquals(
                List.of(usd("100.00"), usd("-40.00"), usd("20.00")),
                entries(EntryKind.TRANSFER).stream().map(Entry::amount).toList());
        assertEquals(Optional.empty(), ((Transfer) entries(EntryKind.TRANSFER).get(0)).toAccount());
        List<Entry> expenses = entries(EntryKind.EXPENSE);
        assertEquals(
                List.of(usd("1500.00"), usd("4.50"), usd("-4.50")),
                expenses.stream().map(Entry::amount).toList());
        assertEquals(Provenance.rule(3, 1), ((Expense) expenses.get(1)).provenance());
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
        assertEquals("a b c", expenses.get(0).facts().title());
        assertEquals(Optional.of("x\uFFFDy z\uFFFD"), expenses.get(0).facts().bankText());
        assertEquals("(no text)", expenses.get(1).facts().title());
        assertEquals(Optional.empty(), expenses.get(1).facts().bankText());
        assertEquals(200, expenses.get(2).facts().title().length());
        assertEquals(2000, expenses.get(2).facts().bankText().orElseThrow().length());
    }

    @Test
    void a_file_that_cannot_be_read_is_refused_as_a_whole() {
        assertEquals(
                "letter.txt: this is none of the bank files known here (rows, shrug).",
                assertThrows(
                                Refusal.class,
                                () -> budget.importStatement(
                                        StatementFile.of("letter.txt", "Dear Sir".getBytes(StandardCharsets.UTF_8)),
                                        ImportOptions.NONE))
                        .getMessage());
        assertEquals(
                "The file is broken.",
                assertThrows(Refusal.class, () -> take("2026-11-20;-1.00;A", "broken"))
                        .getMessage());
        Refusal unreadable =
                assertThrows(Refusal.class, () -> budget.importStatement(new UnreadableFile(), ImportOptions.NONE));
        assertEquals("gone.csv cannot be read.", unreadable.getMessage());
        assertEquals(Reason.INVALID, unreadable.reason());
        assertEquals(List.of(), entries(EntryKind.EXPENSE));
    }

    private static final class UnreadableFile implements StatementFile {
        @Override
        public String name() {
            return "gone.csv";
        }

        @Override
        public InputStream open() throws IOException {
            throw new IOException("disk");
        }
    }

    @Test
    void the_surest_format_reads_and_an_empty_file_changes_nothing() {
        ImportReport report = budget.importStatement(
                StatementFile.of("x", "#shrug".getBytes(StandardCharsets.UTF_8)), ImportOptions.NONE);
        assertEquals("shrug", report.format());
        assertEquals(List.of(), report.accounts());
        assertEquals(0, budget.read(BudgetView::version));
    }

    @Test
    void an_import_is_one_change_under_a_name() {
        budget.importStatement("ann", RowsFormat.file("bank.rows", List.of("2026-11-20;-1.00;A")), ImportOptions.NONE);
        var change = budget.read(view -> view.changesAfter(0, 10)).get(0);
        assertEquals("ann", change.who());
        assertEquals("import bank.rows", change.what());
        assertEquals(NOON, change.at());
    }
}
