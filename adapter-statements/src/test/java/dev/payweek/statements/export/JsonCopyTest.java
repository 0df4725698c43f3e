package dev.payweek.statements.export;

import static dev.payweek.testkit.Samples.LEDGER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.payweek.budget.Budget;
import dev.payweek.budget.BudgetView;
import dev.payweek.ledger.EntryDraft;
import dev.payweek.money.Money;
import dev.payweek.period.DateSpan;
import dev.payweek.refusal.LedgerException;
import dev.payweek.refusal.Reason;
import dev.payweek.statement.ImportOptions;
import dev.payweek.statement.ImportReport;
import dev.payweek.statement.StatementFile;
import dev.payweek.statement.TwinPair;
import dev.payweek.store.LedgerReader;
import dev.payweek.store.LedgerStore;
import dev.payweek.store.MemoryStore;
import dev.payweek.testkit.ForAll;
import dev.payweek.testkit.NastyTexts;
import dev.payweek.testkit.Samples;
import dev.payweek.testkit.WholeLedger;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonCopyTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);

    private static StatementFile file(String text) {
        return StatementFile.of("copy.json", text.getBytes(StandardCharsets.UTF_8));
    }

    private static String copied(LedgerReader ledger) {
        try {
            StringWriter out = new StringWriter();
            new JsonCopy().write(ledger, DateSpan.ALWAYS, out);
            return out.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void restore(String copy, LedgerStore store) {
        Samples.write(store, writer -> {
            try {
                new JsonCopy().restore(file(copy), writer);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    @Test
    void a_ledger_restored_from_its_copy_is_the_same_ledger() {
        ForAll.forAll(150, dice -> {
            try (LedgerStore first = Samples.withLedger(new MemoryStore());
                    LedgerStore second = Samples.withLedger(new MemoryStore())) {
                Samples.write(first, writer -> WholeLedger.scribble(dice, dice.between(0, 60), writer));
                String copy = first.read(LEDGER, JsonCopyTest::copied);
                restore(copy, second);
                assertEquals(first.read(LEDGER, WholeLedger::told), second.read(LEDGER, WholeLedger::told));
                assertEquals(copy, second.read(LEDGER, JsonCopyTest::copied));
                assertEquals(first.read(LEDGER, LedgerReader::lastId), second.read(LEDGER, LedgerReader::lastId));
            }
        });
    }

    @Test
    void a_copy_knows_what_was_merged_and_carries_it_when_the_import_is_removed_before_or_after() {
        StatementFile bank = StatementFile.of(
                "bank.csv",
                "Date,Description,Amount\n2026-11-20,Corner Coffee,-4.50\n".getBytes(StandardCharsets.UTF_8));
        for (boolean before : new boolean[] {true, false}) {
            try (Budget budget = Budget.inMemory();
                    Budget other = Budget.inMemory()) {
                budget.spend(Money.of("4.50", "USD"), "Coffee", DAY);
                long batch = budget.importStatement(bank, ImportOptions.NONE)
                        .accounts()
                        .get(0)
                        .batch()
                        .id();
                TwinPair pair = budget.read(BudgetView::twins).get(0);
                budget.change(
                        "ann",
                        edit -> edit.merge(pair.imported().id(), pair.handMade().id()));
                if (before) {
                    budget.removeImport("ann", batch);
                }
                StringWriter copy = new StringWriter();
                budget.export("json", copy);
                other.importStatement(file(copy.toString()), ImportOptions.NONE);
                if (!before) {
                    other.removeImport("ann", batch);
                }
                ImportReport again = other.importStatement(bank, ImportOptions.NONE);
                assertEquals(1, again.accounts().get(0).batch().duplicates());
                other.change("ann", edit -> edit.undo(edit.version()));
                assertEquals(1, other.read(view -> view.getImport(batch)).inserted());
                assertEquals(1, other.<Long>read(view -> view.mergedFromImport(batch)));
            }
        }
    }

    @Test
    void the_strangest_words_come_back_as_they_were() {
        ForAll.forAll(150, dice -> {
            try (Budget budget = Budget.inMemory();
                    Budget other = Budget.inMemory()) {
                budget.add(EntryDraft.expense(Money.of("1.00", "USD"), "x" + NastyTexts.any(dice) + "x")
                        .on(DAY));
                StringWriter copy = new StringWriter();
                budget.export("json", copy);
                other.importStatement(file(copy.toString()), ImportOptions.NONE);
                StringWriter again = new StringWriter();
                other.export("json", again);
                assertEquals(copy.toString(), again.toString());
            }
        });
    }

    @Test
    void a_copy_is_taken_by_the_import_and_told_as_one() {
        try (Budget budget = Budget.inMemory();
                Budget other = Budget.inMemory()) {
            budget.spend(Money.of("4.50", "USD"), "Coffee", DAY);
            budget.paycheck(Money.of("100.00", "USD"), DAY.plusDays(1));
            StringWriter copy = new StringWriter();
            budget.export("json", copy);
            ImportReport rehearsed = other.importStatement(file(copy.toString()), ImportOptions.NONE.asDryRun());
            assertTrue(rehearsed.dryRun());
            assertEquals(0L, other.read(BudgetView::version));
            ImportReport report = other.importStatement(file(copy.toString()), ImportOptions.NONE);
            assertEquals("json", report.format());
            ImportReport.AccountPart part = report.accounts().get(0);
            assertEquals(2, part.batch().inserted());
            assertEquals("{USD=95.50}", part.sums().toString());
            assertEquals(Optional.of(DAY), part.batch().firstDate());
            assertEquals(Optional.of(DAY.plusDays(1)), part.batch().lastDate());
            assertEquals(2L, other.read(BudgetView::version));
            other.write("ann", edit -> {
                edit.undo(2);
                return edit.version();
            });
            LedgerException again = assertThrows(
                    LedgerException.class, () -> other.importStatement(file(copy.toString()), ImportOptions.NONE));
            assertEquals(Reason.CONFLICT, again.reason());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"payweek\":1| The file is no JSON",
                "{\"payweek\":12}| is of form 12",
                "{\"payweek\":1,\"more\":[]}| holds \"more\", which this version does not know",
                "{\"payweek\":1,\"event\":[{\"retracted\":\"x\"}]}| lacks its",
                "{\"payweek\":1,\"rows\":[[\"a\"]]}| has a row of 1 parts",
                "{\"payweek\":1,\"last_id\":\"x\"}| holds something that cannot be in \"last_id\"",
                "{\"payweek\":1,\"entry\":[{\"kind\":\"EXPENSE\"}]}| lacks its",
            })
    void a_copy_that_is_broken_is_refused_and_nothing_is_taken(String text, String words) {
        try (Budget budget = Budget.inMemory()) {
            LedgerException refusal =
                    assertThrows(LedgerException.class, () -> budget.importStatement(file(text), ImportOptions.NONE));
            assertTrue(refusal.getMessage().contains(words), refusal.getMessage());
            assertEquals(4, budget.read(BudgetView::categories).all().size());
        }
    }

    @Test
    void one_thing_is_on_each_line() {
        try (Budget budget = Budget.inMemory()) {
            budget.spend(Money.of("4.50", "USD"), "Coffee", DAY);
            StringWriter copy = new StringWriter();
            budget.export("json", copy);
            String entry = copy.toString()
                    .lines()
                    .filter(line -> line.contains("EXPENSE") && line.contains("\"id\""))
                    .findFirst()
                    .orElseThrow();
            assertEquals(
                    "{\"kind\":\"EXPENSE\",\"id\":\"1\",\"version\":\"1\",\"date\":\"2026-11-20\","
                            + "\"amount\":\"4.50 USD\",\"title\":\"Coffee\",\"category\":\"Other\","
                            + "\"provenance\":\"DEFAULT\"}]",
                    entry);
        }
    }
}
