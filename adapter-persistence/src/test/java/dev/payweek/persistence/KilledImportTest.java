package dev.payweek.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.payweek.budget.Budget;
import dev.payweek.budget.BudgetView;
import dev.payweek.ledger.EntryKind;
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

/** Processes that import a long file and are killed meanwhile, the same file sent again, and who comes after them. */
class KilledImportTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final int ROWS = 14_000;

    @TempDir
    private Path folder;

    private final List<Importer> started = new ArrayList<>();

    @AfterEach
    void endAll() throws Exception {
        for (Importer importer : started) {
            importer.kill();
        }
    }

    /** A process, spoken with. */
    private static final class Importer {
        private final Process process;
        private final BufferedReader out;
        private final PrintStream in;

        Importer(Process process) {
            this.process = process;
            this.out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
            this.in = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
        }

        String says() throws IOException {
            return String.valueOf(out.readLine());
        }

        /** Lets it go on with its file, and returns what it says next. */
        String goesOn() throws IOException {
            in.println("go on");
            return says();
        }

        String finishes() throws IOException {
            String line = goesOn();
            while (line.equals("part")) {
                line = goesOn();
            }
            return line;
        }

        void kill() throws InterruptedException {
            process.destroyForcibly().waitFor();
        }
    }

    private Importer process(String url, int seconds, int first, int last) throws IOException {
        Importer importer = new Importer(ChildJvm.start(
                ImportingProcess.class,
                url,
                NOON.plusSeconds(seconds).toString(),
                String.valueOf(first),
                String.valueOf(last)));
        started.add(importer);
        return importer;
    }

    /** Starts a process that imports the file and kills it when a part of the file is lasting. */
    private Importer killed(String url, int seconds) throws Exception {
        Importer importer = process(url, seconds, 1, ROWS);
        assertEquals("part", importer.says());
        importer.kill();
        return importer;
    }

    private static Budget opened(String url, int seconds) {
        return Budget.open(url, Access.READ_WRITE, new SettableClock(NOON.plusSeconds(seconds), ZoneOffset.UTC));
    }

    private static long count(Budget budget) {
        return budget.<Long>read(view -> view.countEntries(EntryQuery.all(EntryKind.EXPENSE)));
    }

    private static List<String> imports(Budget budget) {
        return budget.read(BudgetView::imports).stream()
                .map(batch -> batch.state() + " " + batch.inserted() + " " + batch.duplicates())
                .toList();
    }

    @Test
    void on_postgres_the_same_file_sent_again_within_the_minute_keeps_its_rows_when_a_third_starts_later()
            throws Exception {
        String url = TestPostgres.freshUrl();
        killed(url, 0);
        try (Budget second = opened(url, 20)) {
            second.importStatement(CountedRows.file(1, ROWS), ImportOptions.NONE);
            assertEquals(List.of("COMPLETE 10000 4000", "IN_PROGRESS 4000 0"), imports(second));
        }
        try (Budget third = opened(url, 90)) {
            assertEquals(ROWS, count(third));
            assertEquals(List.of("COMPLETE 14000 0"), imports(third));
            long version = third.read(BudgetView::version);
            third.importStatement(CountedRows.file(1, ROWS), ImportOptions.NONE);
            assertEquals(version, third.read(BudgetView::version));
            third.removeImport("ann", third.read(BudgetView::imports).get(0).id());
            assertEquals(0, count(third));
            assertEquals(List.of(), third.check().findings());
        }
    }

    @Test
    void on_postgres_a_service_that_runs_notices_what_another_left_behind() throws Exception {
        String url = TestPostgres.freshUrl();
        SettableClock clock = new SettableClock(NOON, ZoneOffset.UTC);
        try (Budget service = Budget.open(url, Access.READ_WRITE, clock)) {
            killed(url, 0);
            service.importStatement(CountedRows.file(3_001, 3_010), ImportOptions.NONE);
            clock.set(NOON.plusSeconds(60));
            service.tendImports();
            assertEquals(4_000, count(service));
            clock.set(NOON.plusSeconds(61));
            service.tendImports();
            assertEquals(10, count(service));
            assertEquals(List.of("COMPLETE 10 0"), imports(service));
        }
    }

    @Test
    void on_postgres_an_import_goes_on_that_another_process_relied_on_and_was_killed_before() throws Exception {
        String url = TestPostgres.freshUrl();
        Importer first = process(url, 0, 1, ROWS);
        assertEquals("part", first.says());
        Importer second = process(url, 1, 2_001, ROWS + 2_000);
        assertEquals("part", second.says());
        second.kill();
        assertEquals("done 12000 new, 2000 known", first.finishes());
        try (Budget later = opened(url, 100)) {
            assertEquals(ROWS, count(later));
            assertEquals(List.of("COMPLETE 14000 0"), imports(later));
        }
    }

    @Test
    void on_postgres_one_killed_after_the_other_leaves_the_third_what_it_sent() throws Exception {
        String url = TestPostgres.freshUrl();
        killed(url, 0);
        killed(url, 10);
        Importer third = process(url, 20, 1, ROWS);
        assertEquals("part", third.says());
        try (Budget meanwhile = opened(url, 65)) {
            assertEquals(4_000, count(meanwhile));
        }
        assertEquals("done 10000 new, 4000 known", third.finishes());
        try (Budget later = opened(url, 200)) {
            assertEquals(ROWS, count(later));
            assertEquals(List.of("COMPLETE 14000 0"), imports(later));
        }
    }

    @Test
    void on_sqlite_the_same_file_sent_again_is_there_whole_however_often_it_was_killed() throws Exception {
        String url = "jdbc:sqlite:" + folder.resolve("budget.db");
        killed(url, 0);
        killed(url, 1);
        Importer third = process(url, 2, 1, ROWS);
        assertEquals("part", third.says());
        assertEquals("done 14000 new, 0 known", third.finishes());
        assertEquals("null", third.says());
        try (Budget later = opened(url, 100)) {
            assertEquals(ROWS, count(later));
            assertEquals(List.of("COMPLETE 14000 0"), imports(later));
        }
    }
}
