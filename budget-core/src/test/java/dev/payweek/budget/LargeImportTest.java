package dev.payweek.budget;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.payweek.ledger.EntryKind;
import dev.payweek.money.Money;
import dev.payweek.refusal.LedgerException;
import dev.payweek.refusal.Reason;
import dev.payweek.statement.ImportBatch;
import dev.payweek.statement.ImportBatch.State;
import dev.payweek.statement.ImportOptions;
import dev.payweek.statement.ImportProgress;
import dev.payweek.statement.ImportReport;
import dev.payweek.statement.RowOutcome.Outcome;
import dev.payweek.statement.StatementFile;
import dev.payweek.store.Change;
import dev.payweek.store.EntryQuery;
import dev.payweek.store.MemoryStore;
import dev.payweek.store.StoreProvider.Access;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Files of more rows than one transaction takes. */
class LargeImportTest {

    private static final Clock NOON = Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC);
    private static final int ROWS = 25_000;

    private final MemoryStore store = new MemoryStore();
    private final Budget budget = Budget.on(store, Access.READ_WRITE, NOON);

    private static List<String> rows() {
        List<String> rows = new ArrayList<>();
        LocalDate day = LocalDate.of(2020, 1, 1);
        for (int i = 0; i < ROWS; i++) {
            // Each row twice, half a file apart, so that its second occurrence comes in another piece.
            int which = i % (ROWS / 2);
            rows.add(day.plusDays(which / 10) + ";-" + (which % 7 + 1) + ".00;Shop " + which % 100);
        }
        return rows;
    }

    private ImportReport take(List<String> rows, Consumer<ImportProgress> listener) {
        return budget.importStatement(RowsFormat.file("long.rows", rows), ImportOptions.NONE.onProgress(listener));
    }

    private long count() {
        return budget.read(view -> view.countEntries(EntryQuery.all(EntryKind.EXPENSE)));
    }

    @Test
    void a_long_file_arrives_in_pieces_and_is_one_import_in_the_end() {
        List<String> seen = new ArrayList<>();
        ImportReport report = take(rows(), progress -> {
            if (progress.rows() > 0) {
                ImportBatch batch = budget.read(BudgetView::imports).get(0);
                seen.add(progress.rows() + " " + batch.state() + " " + batch.inserted() + " " + count());
            }
        });
        assertEquals(
                List.of(
                        "10001 IN_PROGRESS 4000 4000",
                        "10001 IN_PROGRESS 8000 8000",
                        "12001 IN_PROGRESS 12000 12000",
                        "16001 IN_PROGRESS 16000 16000",
                        "20001 IN_PROGRESS 20000 20000",
                        "24001 IN_PROGRESS 24000 24000"),
                seen);
        ImportBatch batch = budget.read(BudgetView::imports).get(0);
        assertEquals(State.COMPLETE, batch.state());
        assertEquals(ROWS, batch.inserted());
        assertEquals(ROWS, count());
        assertEquals(report.accounts().get(0).batch(), batch);
        List<Change> changes = budget.read(view -> view.changesAfter(0, 10));
        assertEquals(
                List.of(
                        "import long.rows",
                        "import long.rows, 8000 new rows so far",
                        "import long.rows, 12000 new rows so far",
                        "import long.rows, 16000 new rows so far",
                        "import long.rows, 20000 new rows so far",
                        "import long.rows, 24000 new rows so far",
                        "import long.rows, 25000 new rows so far"),
                changes.stream().map(Change::what).toList());
    }

    @Test
    void rows_are_counted_all_and_listed_as_far_as_there_is_room() {
        List<String> rows = rows();
        rows.add(20_000, "reject;date;bad_date;no day");
        rows.add("2026-11-20;-1.005;Rounded");
        rows.add("skip;a balance");
        ImportReport.AccountPart part = take(rows, progress -> {}).accounts().get(0);
        assertEquals(10_000, part.rows().size());
        assertEquals(ROWS + 2 - 10_000, part.rowsOmitted());
        assertEquals(Outcome.REJECTED, part.rows().get(9_998).outcome());
        assertEquals(20_001, part.rows().get(9_998).row());
        assertEquals(Outcome.NEEDS_REVIEW, part.rows().get(9_999).outcome());
        assertEquals(ROWS + 2, part.rows().get(9_999).row());
        assertEquals(9_998, part.rows().get(9_997).row());
        assertEquals(1, part.batch().rejected());
        assertEquals(ROWS + 1, part.batch().inserted());
    }

    @Test
    void importing_a_long_file_twice_changes_nothing() {
        take(rows(), progress -> {});
        long version = budget.read(BudgetView::version);
        ImportReport again = take(rows(), progress -> {});
        assertEquals(ROWS, again.accounts().get(0).batch().duplicates());
        assertEquals(version, budget.read(BudgetView::version));
        assertEquals(1, budget.read(BudgetView::imports).size());
    }

    @Test
    void a_rehearsal_of_a_long_file_tells_what_then_happens_even_where_nothing_may_be_written() {
        Budget readOnly = Budget.on(store, Access.READ_ONLY, NOON);
        StatementFile file = RowsFormat.file("long.rows", rows());
        ImportReport rehearsed = readOnly.importStatement(file, ImportOptions.NONE.asDryRun());
        assertEquals(0, budget.read(BudgetView::version));
        ImportReport real = budget.importStatement(file, ImportOptions.NONE);
        assertEquals(real.accounts().get(0).sums(), rehearsed.accounts().get(0).sums());
        assertEquals(
                real.accounts().get(0).batch().inserted(),
                rehearsed.accounts().get(0).batch().inserted());
        assertEquals(
                real.accounts().get(0).rows().stream().map(row -> row.outcome()).toList(),
                rehearsed.accounts().get(0).rows().stream()
                        .map(row -> row.outcome())
                        .toList());
    }

    @Test
    void what_fails_on_the_way_is_taken_back_whole() {
        budget.spend(Money.of("1.00", "USD"), "Before", LocalDate.of(2026, 11, 1));
        budget.write("ann", edit -> edit.put(dev.payweek.ledger.Account.of("main")));
        String before = LedgerDump.of(budget);
        List<String> rows = rows();
        rows.add("fail");
        LedgerException refusal = assertThrows(LedgerException.class, () -> take(rows, progress -> {}));
        assertEquals("The file breaks off.", refusal.getMessage());
        assertEquals(before, LedgerDump.of(budget));
        assertEquals(List.of(), budget.read(BudgetView::imports));
        assertEquals(
                ROWS, take(rows(), progress -> {}).accounts().get(0).batch().inserted());
    }

    @Test
    void what_a_process_that_ended_left_half_done_is_taken_back_at_the_next_opening() {
        // The listener is called between two pieces: what is in the store then is what a kill would leave behind.
        List<String> left = new ArrayList<>();
        LedgerException refusal = assertThrows(
                LedgerException.class,
                () -> take(rows(), progress -> {
                    if (progress.rows() > 0 && left.isEmpty()) {
                        left.add("before " + count());
                        Budget next = Budget.on(store, Access.READ_WRITE, NOON);
                        left.add("after " + count() + " " + next.read(BudgetView::imports));
                    }
                }));
        assertEquals(List.of("before 4000", "after 0 []"), left);
        assertEquals(Reason.CONFLICT, refusal.reason());
        assertEquals("The import 1 was reverted before it was done.", refusal.getMessage());
        assertEquals(0, count());
    }

    @Test
    void an_import_that_arrives_is_ended_by_removing_it() {
        LedgerException refusal = assertThrows(
                LedgerException.class,
                () -> take(rows(), progress -> {
                    if (progress.rows() > 10_001) {
                        budget.removeImport("ann", 1);
                    }
                }));
        assertEquals("The import 1 was reverted before it was done.", refusal.getMessage());
        assertEquals(0, count());
        assertEquals(List.of(), budget.read(BudgetView::imports));
    }

    @Test
    void another_import_may_run_at_the_same_time_and_is_not_taken_for_left_behind() {
        take(rows(), progress -> {
            if (progress.rows() == 10_001) {
                budget.importStatement(RowsFormat.file("short.rows", rows().subList(0, 5)), ImportOptions.NONE);
            }
        });
        assertEquals(ROWS, count());
        // Its rows were there, of an import that could still have been reverted; so they are its own too.
        assertEquals(
                List.of("short.rows 0 5 COMPLETE", "long.rows 25000 0 COMPLETE"),
                budget.read(BudgetView::imports).stream()
                        .sorted(Comparator.comparing(ImportBatch::inserted))
                        .map(batch ->
                                batch.file() + " " + batch.inserted() + " " + batch.duplicates() + " " + batch.state())
                        .toList());
    }

    @Test
    void rows_that_another_import_met_stay_when_the_one_that_brought_them_fails() {
        List<String> rows = rows();
        rows.add("fail");
        StatementFile others = RowsFormat.file("short.rows", rows().subList(0, 5));
        List<Integer> known = new ArrayList<>();
        assertThrows(
                LedgerException.class,
                () -> take(rows, progress -> {
                    if (progress.rows() > 0 && known.isEmpty()) {
                        known.add(budget.importStatement(others, ImportOptions.NONE)
                                .accounts()
                                .get(0)
                                .batch()
                                .duplicates());
                    }
                }));
        assertEquals(List.of(5), known);
        assertEquals(5, count());
        ImportBatch left = budget.read(BudgetView::imports).get(0);
        assertEquals("short.rows 5 0", left.file() + " " + left.inserted() + " " + left.duplicates());
        budget.removeImport("ann", left.id());
        assertEquals(0, count());
    }

    @Test
    void undoing_any_part_of_an_import_undoes_the_whole() {
        for (int part = 1; part <= 7; part += 3) {
            long before = budget.read(BudgetView::version);
            take(rows(), progress -> {});
            long undone = before + part;
            budget.change("ann", edit -> edit.undo(undone));
            assertEquals(0, count());
        }
        assertEquals(
                ROWS, take(rows(), progress -> {}).accounts().get(0).batch().inserted());
    }

    @Test
    void twins_are_told_across_pieces() {
        budget.spend(Money.of("77.00", "USD"), "By hand", LocalDate.of(2026, 11, 20));
        budget.spend(Money.of("88.00", "USD"), "By hand", LocalDate.of(2026, 11, 20));
        List<String> rows = rows();
        rows.add(0, "2026-11-20;-77.00;One");
        rows.add(1, "2026-11-20;-88.00;Two");
        rows.add("2026-11-21;-88.00;Two again");
        ImportReport.AccountPart part = take(rows, progress -> {}).accounts().get(0);
        assertEquals(1, part.batch().needsReview());
        assertEquals(Outcome.NEEDS_REVIEW, part.rows().get(0).outcome());
        assertEquals(Optional.of(1L), part.rows().get(0).twin());
        assertEquals("looks like entry 1, entered by hand", part.rows().get(0).reason());
        assertEquals(Outcome.INSERTED, part.rows().get(1).outcome());
    }
}
