package dev.payweek.budget;

import static dev.payweek.rule.When.when;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.payweek.ledger.EntryKind;
import dev.payweek.ledger.Expense;
import dev.payweek.ledger.Income;
import dev.payweek.ledger.Provenance.Origin;
import dev.payweek.ledger.Transfer;
import dev.payweek.rule.RuleChange;
import dev.payweek.statement.ImportOptions;
import dev.payweek.statement.ImportReport;
import dev.payweek.statement.RowOutcome.Outcome;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a file tells in parts becomes an expense with splits where that is clear, and is never lost. */
class ImportPartsTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final String BILL = "2026-11-20;-30.00;Market;Market;;;;;-22.00||Food+-8.00||Fun";
    private static final String BUNDLE =
            "2026-11-20;-30.00;Alpha;Alpha rent Beta club Gamma;;;;;-22.00|Alpha rent|+-5.00|Beta club|+-3.00|Gamma|";

    private final Budget budget = Budget.inMemory(Clock.fixed(NOON, ZoneOffset.UTC));

    private ImportReport take(String... lines) {
        return budget.importStatement(RowsFormat.file("bank.rows", List.of(lines)), ImportOptions.NONE);
    }

    private Expense expense() {
        return (Expense) LedgerDump.entries(budget, EntryKind.EXPENSE).get(0);
    }

    private static String splits(Expense expense) {
        return expense.splits().stream()
                .map(split -> split.category() + " " + split.amount().decimal())
                .collect(Collectors.joining(", "));
    }

    @Test
    void parts_with_categories_are_splits() {
        ImportReport report = take(BILL);
        assertEquals("Other:Food 22.00, Fun 8.00", splits(expense()));
        assertEquals("Other:Food", expense().category().name());
        assertEquals(Origin.IMPORT_HINT, expense().provenance().origin());
        assertEquals("the file's parts", report.accounts().get(0).rows().get(0).reason());
        assertTrue(expense().details().note().isEmpty());
    }

    @Test
    void a_part_of_nothing_is_no_split_and_gives_the_whole_no_category() {
        take("2026-11-20;-30.00;Market;;;;;;-22.00||Food+0.00||Fun+-8.00||Home");
        assertEquals("Other:Food 22.00, Other:Home 8.00", splits(expense()));
        assertEquals("Other:Food", expense().category().name());
        budget.change("ann", edit -> edit.delete(EntryKind.EXPENSE, expense().id()));
        take("2026-11-21;-30.00;Market;;;;;;-30.00||+0.00||Fun");
        assertEquals("", splits(expense()));
        assertEquals("Other", expense().category().name());
    }

    @Test
    void what_the_file_says_of_each_part_is_kept_in_the_note() {
        take("2026-11-20;-30.00;Market;;;;;;-22.00|bread|Food+-8.00||Fun");
        assertEquals("22.00 Food bread; 8.00 Fun", expense().details().note().orElseThrow());
    }

    @Test
    void a_rule_that_knows_the_row_outranks_the_categories_of_its_parts() {
        budget.rule("market", when().title().contains("market").then("Predictable Necessities"));
        take(BILL);
        assertEquals("", splits(expense()));
        assertEquals("Predictable Necessities", expense().category().name());
        assertEquals("22.00 Food; 8.00 Fun", expense().details().note().orElseThrow());
    }

    @Test
    void the_payments_of_a_bundle_are_sorted_by_the_rules_one_by_one() {
        budget.rule("rent", when().title().contains("rent").then("Predictable Necessities:Rent"));
        budget.rule("club", when().title().contains("club").then("Fun"));
        ImportReport report = take(BUNDLE);
        assertEquals("Predictable Necessities:Rent 22.00, Fun 5.00, Other 3.00", splits(expense()));
        assertEquals("Predictable Necessities:Rent", expense().category().name());
        assertEquals(Origin.RULE, expense().provenance().origin());
        assertEquals(
                "its parts by the rules, the largest by rule 1 rent",
                report.accounts().get(0).rows().get(0).reason());
        assertEquals(
                "22.00 Alpha rent; 5.00 Beta club; 3.00 Gamma",
                expense().details().note().orElseThrow());
    }

    @Test
    void a_bundle_that_was_sorted_stays_sorted_when_rules_are_applied_anew() {
        budget.rule("rent", when().title().contains("rent").then("Predictable Necessities:Rent"));
        take(BUNDLE);
        assertEquals(0, budget.applyRules(RuleChange.NONE, false).moved());
        assertEquals("Predictable Necessities:Rent 22.00, Other 8.00", merged(expense()));
        assertEquals(1, budget.applyRules(RuleChange.NONE, true).moved());
        assertEquals("", splits(expense()));
    }

    private static String merged(Expense expense) {
        return splits(expense).replace("Other 5.00, Other 3.00", "Other 8.00");
    }

    @Test
    void a_bundle_of_which_nothing_is_known_is_one_expense_without_a_category() {
        take(BUNDLE);
        assertTrue(expense().isUncategorised());
        assertEquals(
                "22.00 Alpha rent; 5.00 Beta club; 3.00 Gamma",
                expense().details().note().orElseThrow());
    }

    @Test
    void parts_of_one_category_need_no_splits() {
        take("2026-11-20;-30.00;Market;;;;;;-22.00||Fun+-8.00||Fun");
        assertEquals("", splits(expense()));
        assertEquals("Fun", expense().category().name());
    }

    @Test
    void parts_that_do_not_come_to_the_amount_stand_in_the_note() {
        take(
                "2026-11-20;-30.00;Market;;;Fun;;;-22.00||Food+-7.00||Post",
                "2026-11-20;-31.00;Market;;;Fun;;;||Food+-7.00||Post",
                "2026-11-20;-32.00;Market;;;Fun;;;-22.005||Food+-9.995||Post");
        List<Expense> all = LedgerDump.entries(budget, EntryKind.EXPENSE).stream()
                .map(Expense.class::cast)
                .toList();
        assertEquals(
                List.of("", "", ""), all.stream().map(ImportPartsTest::splits).toList());
        assertEquals(
                List.of("Fun", "Fun", "Fun"),
                all.stream().map(one -> one.category().name()).toList());
        assertEquals(
                List.of("22.00 Food; 7.00 Post", "22.005 Food; 9.995 Post", "Food; 7.00 Post"),
                all.stream()
                        .map(one -> one.details().note().orElseThrow())
                        .sorted()
                        .toList());
    }

    @Test
    void income_and_transfers_have_no_splits_and_keep_their_parts_in_the_note() {
        take(
                "2026-11-20;30.00;Wage;;;;;;35.00||Salary+-5.00||Tax",
                "2026-11-20;-30.00;Move;;;;;yes;-10.00|[A]|+-20.00|[B]|");
        Income income = assertInstanceOf(
                Income.class, LedgerDump.entries(budget, EntryKind.INCOME).get(0));
        assertEquals("35.00 Salary; -5.00 Tax", income.details().note().orElseThrow());
        Transfer transfer = assertInstanceOf(
                Transfer.class, LedgerDump.entries(budget, EntryKind.TRANSFER).get(0));
        assertEquals("10.00 [A]; 20.00 [B]", transfer.details().note().orElseThrow());
    }

    @Test
    void a_row_imported_before_without_parts_is_known_with_them() {
        take("2026-11-20;-30.00;Market;Market");
        assertEquals(
                Outcome.DUPLICATE, take(BILL).accounts().get(0).rows().get(0).outcome());
    }

    @Test
    void a_bundle_of_very_many_payments_has_one_split_for_each_category() {
        String parts = IntStream.range(0, 150)
                .mapToObj(i -> "-1.00||" + (i % 2 == 0 ? "Fun" : "Food"))
                .collect(Collectors.joining("+"));
        take("2026-11-20;-150.00;Many;;;;;;" + parts);
        assertEquals("Fun 75.00, Other:Food 75.00", splits(expense()));
    }

    @Test
    void a_rehearsal_tells_the_category_and_writes_nothing() {
        ImportReport report =
                budget.importStatement(RowsFormat.file("bank.rows", List.of(BILL)), ImportOptions.NONE.asDryRun());
        assertEquals(
                "Other:Food", report.accounts().get(0).rows().get(0).category().orElseThrow());
        assertTrue(LedgerDump.entries(budget, EntryKind.EXPENSE).isEmpty());
    }
}
