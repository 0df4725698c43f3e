package dev.payweek.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.payweek.budget.Budget;
import dev.payweek.budget.BudgetView;
import dev.payweek.ledger.EntryKind;
import dev.payweek.period.DateSpan;
import dev.payweek.statement.ImportBatch;
import dev.payweek.statement.ImportOptions;
import dev.payweek.store.EntryQuery;
import dev.payweek.store.StoreProvider.Access;
import dev.payweek.testkit.SettableClock;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Processes that remove an import of many rows, or bring it back, and are killed after any of the pieces. */
class KilledRemovalTest {

    private static final int ROWS = 2_500;

    @TempDir
    private Path folder;

    private final List<Process> started = new ArrayList<>();
    private Instant now = Instant.parse("2026-11-22T12:00:00Z");

    @AfterEach
    void endAll() throws Exception {
        for (Process process : started) {
            process.destroyForcibly().waitFor();
        }
    }

    private Budget opened(String url) {
        // What another process has left behind is known after a minute.
        now = now.plusSeconds(61);
        return Budget.open(url, Access.READ_WRITE, new SettableClock(now, ZoneOffset.UTC));
    }

    private void killed(String url, int pieces, String what, long number) throws IOException, InterruptedException {
        Process process = ChildJvm.start(MovingProcess.class, url, now.toString(), what, Long.toString(number));
        started.add(process);
        var out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        var in = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
        for (int piece = 1; piece <= pieces; piece++) {
            assertEquals("piece", out.readLine());
            if (piece < pieces) {
                in.println("go on");
            }
        }
        process.destroyForcibly().waitFor();
    }

    private static String said(Budget budget) {
        return budget.read(view -> view.countEntries(EntryQuery.all(EntryKind.EXPENSE)) + " "
                + view.imports().stream().map(ImportBatch::state).toList() + " "
                + view.summary(DateSpan.ALWAYS).totalCount() + " "
                + view.changedSinceImport(1));
    }

    private void survives(String url, int... kills) throws Exception {
        long last;
        try (Budget budget = opened(url)) {
            budget.importStatement(CountedRows.file(1, ROWS), ImportOptions.NONE);
            budget.change("ann", edit -> edit.move(7, "Fun:Treats"));
            assertEquals("2500 [COMPLETE] 2500 1", said(budget));
        }
        for (int pieces : kills) {
            killed(url, pieces, "remove", 1);
            try (Budget budget = opened(url)) {
                assertEquals("0 [] 0 0", said(budget));
                assertEquals(List.of(), budget.check().findings());
                last = budget.read(BudgetView::version);
            }
            killed(url, pieces, "undo", last);
            try (Budget budget = opened(url)) {
                assertEquals("2500 [COMPLETE] 2500 1", said(budget));
                assertEquals(List.of(), budget.check().findings());
            }
        }
    }

    @Test
    void on_sqlite_whoever_opens_the_ledger_next_goes_on() throws Exception {
        survives("jdbc:sqlite:" + folder.resolve("budget.db"), 1, 2, 3);
    }

    @Test
    void on_postgres_whoever_opens_the_ledger_a_minute_later_goes_on() throws Exception {
        survives(TestPostgres.freshUrl(), 1, 3);
    }
}
