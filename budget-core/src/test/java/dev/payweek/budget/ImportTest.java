package dev.payweek.budget;

import static dev.payweek.rule.When.when;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.payweek.ledger.Entry;
import dev.payweek.ledger.EntryDraft;
import dev.payweek.ledger.EntryKind;
import dev.payweek.ledger.Expense;
import dev.payweek.money.Money;
import dev.payweek.refusal.LedgerException;
import dev.payweek.refusal.Reason;
import dev.payweek.statement.ImportBatch;
import dev.payweek.statement.ImportOptions;
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
    void another_row_is_new_whatever_is_known_already() {
        take("2026-11-20;-4.50;Coffee", "2026-11-20;-4.50;Tea");
        ImportReport report = take("2026-11-20;-4.50;Tea", "2026-11-20;-4.50;Beer");
        assertEquals(List.of("DUPLICATE imported before as entry 3", "INSERTED no rule matched"), outcomes(report));
        assertEquals("Tea", report.accounts().get(0).rows().get(0).title());
    }

    @Test
    void an_account_without_a_name_is_the_main_one() {
        take("account; ", "2026-11-20;-1.00;A");
        assertEquals("main", budget.read(BudgetView::imports).get(0).account());
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
            edit.delete(EntryKind.EXPENSE, id);
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
                        EntryDraft.expense(usd("5.00"), "Breakfast")
                                .on(LocalDate.of(2026, 11, 19))
                                .category("Fun")));
        take("2026-11-20;-4.50;Coffee;CORNER");
        Expense edited = (Expense) entries(EntryKind.EXPENSE).get(0);
        assertEquals(1, entries(EntryKind.EXPENSE).size());
        assertEquals(Optional.of("CORNER"), edited.details().bankText());
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
        LedgerException refusal = assertThrows(
                LedgerException.class,
                () -> budget.write("ann", edit -> {
                    edit.removeImport(batch);
                    return batch;
                }));
        assertEquals(Reason.NOT_FOUND, refusal.reason());
        assertEquals("There is no import 1.", refusal.getMessage());
    }

    @Test
    void a_twin_with_another_candidate_on_either_side_is_not_told() {
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
                        "INSERTED no rule matched",
                        "INSERTED no rule matched",
                        "INSERTED no rule matched",
                        "INSERTED no rule matched"),
                outcomes(report));
        ImportBatch batch = report.accounts().get(0).batch();
        assertEquals(4, batch.inserted());
        assertEquals(0, batch.needsReview());
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
                        "REJECTED The amount must be between -10000000000.00 USD and 10000000000.00 USD."),
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
                ImportOptions.NONE.answering(Map.of("date_format", "this")));
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
                Optional.of("giro"), entries(EntryKind.EXPENSE).get(0).details().account());
        budget.importStatement(one, ImportOptions.NONE.into("  "));
        assertEquals("DE12", budget.read(BudgetView::imports).get(0).account());
        StatementFile two =
                RowsFormat.file("two", List.of("account;a", "2026-11-20;-1.00;A", "account;b", "2026-11-20;-1.00;B"));
        LedgerException several =
                assertThrows(LedgerException.class, () -> budget.importStatement(two, ImportOptions.NONE.into("giro")));
        assertEquals("two holds several accounts; they cannot all be \"giro\".", several.getMessage());
        LedgerException tooLong = assertThrows(
                LedgerException.class, () -> budget.importStatement(one, ImportOptions.NONE.into("x".repeat(81))));
        assertEquals("account", tooLong.problems().get(0).field());
    }

    @Test
    void a_file_that_cannot_be_read_is_refused_as_a_whole() {
        assertEquals(
                "letter.txt: this is none of the bank files known here (rows, shrug). Ask the bank for one of"
                        + " these.",
                assertThrows(
                                LedgerException.class,
                                () -> budget.importStatement(
                                        StatementFile.of("letter.txt", "Dear Sir".getBytes(StandardCharsets.UTF_8)),
                                        ImportOptions.NONE))
                        .getMessage());
        assertEquals(
                "The file is broken.",
                assertThrows(LedgerException.class, () -> take("2026-11-20;-1.00;A", "broken"))
                        .getMessage());
        LedgerException unreadable = assertThrows(
                LedgerException.class, () -> budget.importStatement(new UnreadableFile(), ImportOptions.NONE));
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
