package dev.payweek.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.payweek.budget.Budget;
import dev.payweek.budget.BudgetView;
import dev.payweek.ledger.EntryKind;
import dev.payweek.refusal.LedgerException;
import dev.payweek.statement.ImportBatch;
import dev.payweek.statement.ImportOptions;
import dev.payweek.store.EntryQuery;
import dev.payweek.store.StoreProvider.Access;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real command, killed in the middle of a long file. */
class ImportProcessTest {

    private static final int ROWS = 150_000;

    @TempDir
    private Path folder;

    @Test
    void a_long_import_that_is_killed_leaves_nothing_behind() throws Exception {
        Path file = bank();
        String url = "jdbc:sqlite:" + folder.resolve("budget.db");
        try (Budget budget = Budget.open(url)) {
            assertEquals(0, count(budget));
        }
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Payweek.class.getName(),
                        "import",
                        file.toString(),
                        "--db",
                        url)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("out.txt").toFile())
                .start();
        long seen = 0;
        while (process.isAlive() && seen == 0) {
            seen = arriving(url);
        }
        assertTrue(seen > 0, () -> "the import was over before it was seen: " + text());
        process.destroyForcibly().waitFor();
        try (Budget budget = Budget.open(url)) {
            assertEquals(0, count(budget));
            assertEquals(List.of(), budget.read(BudgetView::imports));
            assertEquals(
                    ROWS,
                    budget.importStatement(FileOnDisk.of(Caller.ofProcess(), file), ImportOptions.NONE)
                            .accounts()
                            .get(0)
                            .batch()
                            .inserted());
        }
    }

    private Path bank() throws IOException {
        StringBuilder csv = new StringBuilder("Date,Description,Amount\n");
        for (int i = 0; i < ROWS; i++) {
            csv.append("2026-").append(10 + i % 3).append('-').append(10 + i % 19);
            csv.append(",SHOP ").append(i).append(",-").append(1 + i % 90).append(".50\n");
        }
        return Files.writeString(folder.resolve("bank.csv"), csv);
    }

    /** Returns how many rows of an import that is under way are there. */
    private static long arriving(String url) {
        try (Budget budget = Budget.open(url, Access.READ_ONLY, Clock.systemUTC())) {
            boolean underWay = budget.read(BudgetView::imports).stream()
                    .anyMatch(batch -> batch.state() == ImportBatch.State.IN_PROGRESS);
            return underWay ? count(budget) : 0;
        } catch (LedgerException notYet) {
            return 0;
        }
    }

    private static long count(Budget budget) {
        return budget.<Long>read(view -> view.countEntries(EntryQuery.all(EntryKind.EXPENSE)));
    }

    private String text() {
        try {
            return Files.readString(folder.resolve("out.txt"));
        } catch (IOException e) {
            return e.toString();
        }
    }
}
