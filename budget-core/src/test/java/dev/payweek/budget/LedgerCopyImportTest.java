package dev.payweek.budget;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.payweek.ledger.EntryDraft;
import dev.payweek.ledger.EntryKind;
import dev.payweek.ledger.LedgerId;
import dev.payweek.money.Money;
import dev.payweek.plan.Per;
import dev.payweek.refusal.LedgerException;
import dev.payweek.refusal.Reason;
import dev.payweek.statement.ImportBatch;
import dev.payweek.statement.ImportOptions;
import dev.payweek.statement.ImportReport;
import dev.payweek.statement.StatementFile;
import dev.payweek.store.MemoryStore;
import dev.payweek.store.StoreProvider.Access;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LedgerCopyImportTest {

    private static final Clock NOON = Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC);

    private final Budget budget = Budget.inMemory(NOON);
    private final Budget other = Budget.inMemory(NOON);

    private static Money usd(String amount) {
        return Money.of(amount, "USD");
    }

    private StatementFile copy() {
        budget.paycheck(usd("100.00"), LocalDate.of(2026, 11, 22));
        budget.spend(usd("4.50"), "Coffee", LocalDate.of(2026, 11, 21));
        budget.spend(usd("-1.00"), "Deposit back", LocalDate.of(2026, 11, 19));
        budget.add(EntryDraft.transfer(usd("20.00"), "To savings").on(LocalDate.of(2026, 11, 20)));
        return file();
    }

    private StatementFile file() {
        StringWriter out = new StringWriter();
        budget.export("words", out);
        return StatementFile.of("copy.words", out.toString().getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void a_copy_is_taken_into_a_ledger_whose_service_has_looked_for_news() {
        StatementFile copy = copy();

        assertEquals(List.of(), other.notice());
        other.importStatement(copy, ImportOptions.NONE);
        assertEquals(LedgerDump.entries(budget, EntryKind.EXPENSE), LedgerDump.entries(other, EntryKind.EXPENSE));
        assertEquals(1, other.notice().size());
    }

    @Test
    void a_copy_comes_back_as_the_same_entries_and_is_told_as_one_import_of_them() {
        StatementFile copy = copy();
        ImportReport report = other.importStatement(copy, ImportOptions.NONE);
        for (EntryKind kind : EntryKind.values()) {
            assertEquals(LedgerDump.entries(budget, kind), LedgerDump.entries(other, kind));
        }
        assertFalse(report.dryRun());
        assertEquals("words", report.format());
        assertEquals(List.of(), report.skipped());
        ImportReport.AccountPart part = report.accounts().get(0);
        assertEquals(
                ImportBatch.begun(0, NOON.instant(), "copy.words", "words", "")
                        .withCounts(4, 0, 0, 0)
                        .withDays(LocalDate.of(2026, 11, 19), LocalDate.of(2026, 11, 22))
                        .completed(),
                part.batch());
        assertEquals(Map.of("USD", usd("76.50").decimal()), part.sums());
        assertEquals("USD", part.currency());
        assertEquals(4, part.rowsOmitted());
    }

    @Test
    void a_rehearsal_tells_the_same_and_writes_nothing() {
        StatementFile copy = copy();
        ImportReport rehearsed = other.importStatement(copy, ImportOptions.NONE.asDryRun());
        assertTrue(rehearsed.dryRun());
        assertEquals(List.of(), LedgerDump.entries(other, EntryKind.EXPENSE));
        assertEquals(
                rehearsed.accounts(),
                other.importStatement(copy, ImportOptions.NONE).accounts());
    }

    @Test
    void what_is_to_happen_at_the_end_happens_within_the_same_write() {
        StatementFile copy = copy();
        IllegalStateException planned = new IllegalStateException("planned");
        assertEquals(
                planned,
                assertThrows(
                        IllegalStateException.class,
                        () -> other.importStatement("local", copy, ImportOptions.NONE, (edit, report) -> {
                            assertEquals(4, report.accounts().get(0).batch().inserted());
                            throw planned;
                        })));
        assertEquals(List.of(), LedgerDump.entries(other, EntryKind.EXPENSE));
    }

    @Test
    void a_ledger_that_has_been_used_takes_no_copy() {
        StatementFile copy = copy();
        other.limit("Fun", usd("1.00"), Per.WEEK);
        LedgerException refusal =
                assertThrows(LedgerException.class, () -> other.importStatement(copy, ImportOptions.NONE));
        assertEquals(Reason.CONFLICT, refusal.reason());
        assertEquals("The copy of a ledger is only taken into one that has never been used.", refusal.getMessage());
        MemoryStore numbered = new MemoryStore();
        Budget third = Budget.on(numbered, Access.READ_WRITE, NOON);
        numbered.write(LedgerId.FIRST, writer -> writer.nextId());
        assertThrows(LedgerException.class, () -> third.importStatement(copy, ImportOptions.NONE));
    }

    @Test
    void a_copy_that_breaks_off_while_it_is_taken_leaves_nothing() {
        StatementFile copy = copy();
        AtomicInteger opened = new AtomicInteger();
        StatementFile failing = new StatementFile() {
            @Override
            public String name() {
                return "copy.words";
            }

            @Override
            public InputStream open() throws IOException {
                if (opened.incrementAndGet() > 1) {
                    throw new IOException("disk");
                }
                try (InputStream in = copy.open()) {
                    return new ByteArrayInputStream(in.readAllBytes());
                }
            }
        };
        LedgerException refusal =
                assertThrows(LedgerException.class, () -> other.importStatement(failing, ImportOptions.NONE));
        assertEquals(Reason.INVALID, refusal.reason());
        assertEquals("copy.words cannot be read.", refusal.getMessage());
        assertEquals(2, opened.get());
        assertEquals(List.of(), LedgerDump.entries(other, EntryKind.EXPENSE));
    }
}
