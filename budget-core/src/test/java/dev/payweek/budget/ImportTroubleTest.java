package dev.payweek.budget;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.payweek.ledger.EntryKind;
import dev.payweek.refusal.LedgerException;
import dev.payweek.refusal.Reason;
import dev.payweek.statement.ImportBatch.State;
import dev.payweek.statement.ImportOptions;
import dev.payweek.statement.ImportProgress;
import dev.payweek.statement.ImportReport;
import dev.payweek.store.EntryQuery;
import dev.payweek.store.MemoryStore;
import dev.payweek.store.StoreProvider.Access;
import dev.payweek.testkit.SettableClock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Imports of several pieces, here of ten rows, that meet a failure, a removal, or another process. */
class ImportTroubleTest {

    private static final int PIECE = 10;

    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC);
    private final MemoryStore memory = new MemoryStore();
    private final AtomicBoolean full = new AtomicBoolean();

    private Budget open() {
        return Budget.on(new SharedMemory(memory, full), Access.READ_WRITE, clock);
    }

    private static List<String> rows(int count) {
        return new ArrayList<>(IntStream.rangeClosed(1, count)
                .mapToObj(i -> "2026-11-20;-" + i + ".00;Shop " + i)
                .toList());
    }

    private static ImportReport take(
            Budget budget,
            List<String> rows,
            Consumer<ImportProgress> listener,
            BiConsumer<BudgetEdit, ImportReport> last) {
        return budget.importStatement(
                "ann", RowsFormat.file("bank.rows", rows), ImportOptions.NONE.onProgress(listener), last, PIECE);
    }

    private static ImportReport take(Budget budget, List<String> rows, Consumer<ImportProgress> listener) {
        return take(budget, rows, listener, (edit, report) -> {});
    }

    private static long count(Budget budget) {
        return budget.read(view -> view.countEntries(EntryQuery.all(EntryKind.EXPENSE)));
    }

    @Test
    void a_file_that_cannot_be_read_to_its_end_leaves_nothing() {
        Budget budget = open();
        List<String> rows = rows(25);
        rows.add("disk");
        LedgerException refusal = assertThrows(LedgerException.class, () -> take(budget, rows, progress -> {}));
        assertEquals(Reason.INVALID, refusal.reason());
        assertEquals("bank.rows cannot be read.", refusal.getMessage());
        assertEquals(0, count(budget));
        assertEquals(List.of(), budget.read(BudgetView::imports));
    }

    @Test
    void what_cannot_be_taken_back_at_once_is_told_and_taken_back_at_the_next_opening() {
        Budget budget = open();
        List<String> rows = rows(25);
        rows.add("fail");
        LedgerException refusal = assertThrows(
                LedgerException.class,
                () -> take(budget, rows, progress -> {
                    if (progress.rows() > 20) {
                        full.set(true);
                    }
                }));
        assertEquals("The file breaks off.", refusal.getMessage());
        assertEquals("There is no room.", refusal.getSuppressed()[0].getMessage());
        assertEquals(20, count(budget));
        full.set(false);
        clock.set(Instant.parse("2026-11-22T12:01:00.001Z"));
        assertEquals(0, count(open()));
    }

    @Test
    void what_another_process_imports_counts_as_left_behind_after_a_minute() {
        Budget budget = open();
        List<String> seen = new ArrayList<>();
        assertThrows(
                LedgerException.class,
                () -> take(budget, rows(25), progress -> {
                    if (progress.rows() == 11) {
                        seen.add("at once " + count(open()));
                        clock.set(Instant.parse("2026-11-22T12:01:00Z"));
                        seen.add("after a minute " + count(open()));
                        clock.set(Instant.parse("2026-11-22T12:01:00.001Z"));
                        seen.add("and a moment " + count(open()));
                    }
                }));
        assertEquals(List.of("at once 10", "after a minute 10", "and a moment 0"), seen);
    }

    @Test
    void an_import_of_a_live_process_that_nothing_comes_of_for_long_stays_when_it_is_tended() {
        Budget budget = open();
        Budget other = open();
        List<String> seen = new ArrayList<>();
        take(budget, rows(25), progress -> {
            if (progress.rows() == 11) {
                for (int seconds = 0; seconds < 300; seconds += 20) {
                    clock.set(clock.instant().plusSeconds(20));
                    budget.tendImports();
                    other.tendImports();
                }
                seen.add(count(other) + " "
                        + other.read(view -> view.getImport(1)).at());
            }
        });
        assertEquals(List.of("10 2026-11-22T12:05:00Z"), seen.stream().limit(1).toList());
        assertEquals(25, count(other));
    }

    @Test
    void an_import_left_behind_is_noticed_by_whoever_has_the_ledger_open() {
        Budget other = open();
        Budget budget = open();
        List<String> rows = rows(25);
        rows.add("fail");
        assertThrows(LedgerException.class, () -> take(budget, rows, progress -> full.set(progress.rows() > 20)));
        full.set(false);
        clock.set(Instant.parse("2026-11-22T12:01:00Z"));
        other.tendImports();
        assertEquals(20, count(other));
        clock.set(Instant.parse("2026-11-22T12:01:00.001Z"));
        other.tendImports();
        assertEquals(0, count(other));
        assertEquals(List.of(), other.read(BudgetView::imports));
    }

    @Test
    void what_this_process_could_not_revert_it_reverts_later_itself() {
        Budget budget = Budget.on(new SharedMemory(memory, full), Access.READ_WRITE, clock);
        List<String> rows = rows(25);
        rows.add("fail");
        assertThrows(LedgerException.class, () -> take(budget, rows, progress -> full.set(progress.rows() > 20)));
        full.set(false);
        clock.set(Instant.parse("2026-11-22T12:01:00.001Z"));
        budget.tendImports();
        assertEquals(0, count(budget));
    }

    @Test
    void an_import_that_somebody_is_removing_goes_no_further() {
        Budget budget = Budget.on(memory, Access.READ_WRITE, clock);
        List<State> seen = new ArrayList<>();
        LedgerException refusal = assertThrows(
                LedgerException.class,
                () -> take(budget, rows(25), progress -> {
                    if (progress.rows() == 11) {
                        budget.write("bob", edit -> {
                            edit.session().writer().put(edit.getImport(1).withState(State.REVERTING, clock.instant()));
                            return edit.version();
                        });
                        seen.add(budget.read(view -> view.getImport(1)).state());
                    }
                }));
        assertEquals(List.of(State.REVERTING), seen);
        assertEquals("The import 1 was reverted before it was done.", refusal.getMessage());
        assertEquals(0, count(budget));
    }

    @Test
    void an_import_left_behind_while_it_was_removed_is_removed_at_the_next_opening() {
        Budget budget = Budget.on(memory, Access.READ_WRITE, clock);
        take(budget, rows(25), progress -> {});
        budget.write("bob", edit -> {
            edit.session().writer().put(edit.getImport(1).withState(State.REVERTING, clock.instant()));
            return edit.version();
        });
        assertEquals(0, count(Budget.on(memory, Access.READ_WRITE, clock)));
        assertEquals(List.of(), budget.read(BudgetView::imports));
    }

    @Test
    void a_long_file_of_which_the_end_is_known_is_done_nevertheless() {
        Budget budget = open();
        take(budget, rows(25).subList(20, 25), progress -> {});
        take(budget, rows(25), progress -> {});
        assertEquals(
                List.of(State.COMPLETE, State.COMPLETE),
                budget.read(BudgetView::imports).stream()
                        .map(batch -> batch.state())
                        .toList());
        assertEquals(25, count(budget));
    }

    @Test
    void what_is_to_happen_at_the_end_happens_once_in_the_write_that_completes_the_import() {
        Budget budget = open();
        List<String> told = new ArrayList<>();
        ImportReport report = take(budget, rows(25), progress -> {}, (edit, all) -> {
            told.add(all.accounts().get(0).batch().inserted() + " "
                    + edit.getImport(1).state());
            edit.category("Fun:New");
        });
        assertEquals(List.of("25 COMPLETE"), told);
        assertEquals(25, report.accounts().get(0).batch().inserted());
        assertEquals(
                "Fun:New",
                budget.read(view -> view.categories().resolve("fun:new")).name());
        budget.removeImport("ann", 1);
        IllegalStateException planned = new IllegalStateException("planned");
        assertSame(
                planned,
                assertThrows(
                        IllegalStateException.class,
                        () -> take(budget, rows(25), progress -> {}, (edit, all) -> {
                            throw planned;
                        })));
        assertEquals(0, count(budget));
    }

    @Test
    void nothing_happens_at_the_end_of_a_rehearsal() {
        Budget budget = open();
        List<ImportReport> told = new ArrayList<>();
        budget.importStatement(
                "ann",
                RowsFormat.file("bank.rows", rows(5)),
                ImportOptions.NONE.asDryRun(),
                (edit, report) -> told.add(report));
        assertEquals(List.of(), told);
    }

    @Test
    void rows_that_are_turned_away_count_as_read() {
        List<String> rows = rows(25);
        rows.add(0, "reject;date;bad_date;no day");
        rows.add(0, "2026-11-20;1e30;too much");
        List<Long> seen = new ArrayList<>();
        take(open(), rows, progress -> seen.add(progress.rows()));
        assertEquals(List.of(13L, 23L), seen.stream().filter(read -> read > 0).toList());
    }

    @Test
    void of_very_many_lines_that_are_no_movements_the_first_are_told_and_the_number_of_the_others() {
        Budget budget = open();
        List<String> lines = new ArrayList<>();
        IntStream.rangeClosed(1, 10_000).forEach(i -> lines.add("skip;no movement " + i));
        assertEquals(10_000, take(budget, lines, progress -> {}).skipped().size());
        lines.add("skip;one more");
        lines.add("skip;and another");
        ImportReport report = take(budget, lines, progress -> {});
        assertEquals(10_001, report.skipped().size());
        assertEquals(
                new ImportReport.SkippedLine(10_001, "no movement 10000"),
                report.skipped().get(9_999));
        assertEquals(
                new ImportReport.SkippedLine(10_001, "and 2 more lines below"),
                report.skipped().get(10_000));
    }

    @Test
    void what_was_left_behind_goes_when_the_next_file_comes_and_not_for_a_rehearsal() {
        Budget budget = Budget.on(memory, Access.READ_WRITE, clock);
        take(budget, rows(25), progress -> {});
        Budget other = Budget.on(memory, Access.READ_WRITE, clock);
        other.write("bob", edit -> {
            edit.session().writer().put(edit.getImport(1).withState(State.IN_PROGRESS, clock.instant()));
            return edit.version();
        });
        ImportOptions rehearsal = ImportOptions.NONE.asDryRun();
        budget.importStatement(RowsFormat.file("next.rows", List.of("2026-11-21;-1.00;X")), rehearsal);
        assertEquals(25, count(budget));
        budget.importStatement(RowsFormat.file("next.rows", List.of("2026-11-21;-1.00;X")), ImportOptions.NONE);
        assertEquals(1, count(budget));
    }

    @Test
    void nobody_imports_without_a_name_not_even_to_rehearse() {
        Budget budget = open();
        LedgerException refusal = assertThrows(
                LedgerException.class,
                () -> budget.importStatement(
                        " ", RowsFormat.file("bank.rows", rows(1)), ImportOptions.NONE.asDryRun()));
        assertEquals("who", refusal.problems().get(0).field());
    }

    @Test
    void what_a_change_did_is_told_in_200_letters_and_never_half_a_character() {
        Budget budget = open();
        String smile = "\uD83D\uDE00";
        assertEquals("import " + "x".repeat(193), what(budget, "x".repeat(193)));
        assertEquals("import " + "y".repeat(193) + "…", what(budget, "y".repeat(194)));
        assertEquals("import " + "z".repeat(192) + "…", what(budget, "z".repeat(192) + smile));
    }

    private static String what(Budget budget, String file) {
        String row = "2026-11-20;-1.00;" + file.charAt(0);
        budget.importStatement(RowsFormat.file(file, List.of(row)), ImportOptions.NONE);
        return budget.read(view -> view.changesAfter(view.version() - 1, 1))
                .get(0)
                .what();
    }
}
