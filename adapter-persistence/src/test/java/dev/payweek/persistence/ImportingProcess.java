package dev.payweek.persistence;

import dev.payweek.budget.Budget;
import dev.payweek.refusal.LedgerException;
import dev.payweek.statement.ImportOptions;
import dev.payweek.statement.ImportReport;
import dev.payweek.store.StoreProvider.Access;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

/**
 * A process that imports a file: {@code URL moment first last}. It says {@code part} after each part and waits for a
 * line before it goes on, and at last {@code done} with the counts, or {@code refused} with the sentence.
 */
public final class ImportingProcess {

    private ImportingProcess() {}

    /** Runs the process. */
    public static void main(String[] arguments) {
        Clock clock = Clock.fixed(Instant.parse(arguments[1]), ZoneOffset.UTC);
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        try (Budget budget = Budget.open(arguments[0], Access.READ_WRITE, clock)) {
            ImportReport report = budget.importStatement(
                    CountedRows.file(Integer.parseInt(arguments[2]), Integer.parseInt(arguments[3])),
                    ImportOptions.NONE.onProgress(progress -> {
                        if (progress.rows() > 0) {
                            out.println("part");
                            waitForLine(in);
                        }
                    }));
            var batch = report.accounts().get(0).batch();
            out.println("done " + batch.inserted() + " new, " + batch.duplicates() + " known");
        } catch (LedgerException refusal) {
            out.println("refused " + refusal.getMessage());
        }
    }

    private static void waitForLine(BufferedReader in) {
        try {
            if (in.readLine() == null) {
                throw new IllegalStateException("nobody is there any more");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
