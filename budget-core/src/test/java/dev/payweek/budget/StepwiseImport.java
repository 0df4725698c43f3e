package dev.payweek.budget;

import dev.payweek.refusal.LedgerException;
import dev.payweek.statement.ImportOptions;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** An import on a thread of its own that waits after each part of its file until it may go on. */
final class StepwiseImport {

    private final ExecutorService threads;
    private final Budget budget;
    private final List<String> rows;
    private final int part;
    private final Semaphore mayGoOn = new Semaphore(0);
    private final Semaphore waits = new Semaphore(0);
    private final CompletableFuture<Boolean> acknowledged = new CompletableFuture<>();
    private boolean begun;
    private long seen;

    StepwiseImport(ExecutorService threads, Budget budget, List<String> rows, int part) {
        this.threads = threads;
        this.budget = budget;
        this.rows = rows;
        this.part = part;
    }

    boolean hasBegun() {
        return begun;
    }

    boolean isOver() {
        return acknowledged.isDone();
    }

    boolean isAcknowledged() {
        return acknowledged.isDone() && acknowledged.join();
    }

    /** Lets the import go on by one part, and returns when it waits again or is over. */
    void goOn() {
        if (begun) {
            mayGoOn.release();
        } else {
            begun = true;
            threads.execute(this::run);
        }
        take(waits);
    }

    void toTheEnd() {
        while (!isOver()) {
            goOn();
        }
    }

    private void run() {
        try {
            budget.importStatement(
                    "ann",
                    RowsFormat.file("bank.rows", rows),
                    ImportOptions.NONE.onProgress(progress -> pause(progress.rows())),
                    (edit, report) -> {},
                    part);
            acknowledged.complete(true);
        } catch (LedgerException refused) {
            acknowledged.complete(false);
        } catch (RuntimeException | Error failure) {
            acknowledged.completeExceptionally(failure);
        } finally {
            waits.release();
        }
    }

    private void pause(long rowsRead) {
        if (rowsRead > seen) {
            seen = rowsRead;
            waits.release();
            take(mayGoOn);
        }
    }

    private static void take(Semaphore one) {
        try {
            if (!one.tryAcquire(1, TimeUnit.MINUTES)) {
                throw new AssertionError("the other side is stuck");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
