package dev.payweek.persistence.ledger;

import static dev.payweek.testkit.Samples.LEDGER;
import static dev.payweek.testkit.Samples.expense;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.payweek.ledger.EntryKind;
import dev.payweek.period.DateSpan;
import dev.payweek.persistence.migration.Migrations;
import dev.payweek.persistence.sqlite.SqliteStore;
import dev.payweek.refusal.LedgerException;
import dev.payweek.store.EntryQuery;
import dev.payweek.store.LedgerReader;
import dev.payweek.store.LedgerStore;
import dev.payweek.store.LedgerWriter;
import dev.payweek.store.StoreProvider.Access;
import dev.payweek.testkit.Samples;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That writes which share a commit see what the one before them did, unless it was taken back. */
class WriteCacheTest {

    private static final int TOGETHER = 12;

    @TempDir
    Path folder;

    @Test
    void what_is_taken_back_is_forgotten_by_the_next_write_of_the_group() throws Exception {
        try (LedgerStore store =
                Samples.withLedger(SqliteStore.open(folder.resolve("a.db"), Access.READ_WRITE, Migrations.CURRENT))) {
            CountDownLatch begun = new CountDownLatch(1);
            CountDownLatch all = new CountDownLatch(1);
            List<FutureTask<Long>> writes = new ArrayList<>();
            writes.add(started(store, writer -> {
                begun.countDown();
                await(all);
            }));
            begun.await();
            for (int i = 0; i < TOGETHER; i++) {
                boolean fails = i % 3 == 1;
                writes.add(started(store, writer -> {
                    if (fails) {
                        throw LedgerException.conflict("on purpose");
                    }
                }));
            }
            all.countDown();
            for (int i = 0; i <= TOGETHER; i++) {
                FutureTask<Long> write = writes.get(i);
                if (i > 0 && (i - 1) % 3 == 1) {
                    assertInstanceOf(
                            LedgerException.class,
                            assertThrows(ExecutionException.class, write::get).getCause());
                } else {
                    write.get();
                }
            }
            assertEquals(List.of(), store.check().findings());
            Long kept = 1L + TOGETHER - TOGETHER / 3;
            assertEquals(
                    kept, store.<Long>read(LEDGER, reader -> reader.countEntries(EntryQuery.all(EntryKind.EXPENSE))));
            assertEquals(kept, store.<Long>read(LEDGER, LedgerReader::lastId));
        }
    }

    /** Begins a write in the background, which adds an entry, has all sums written, and then does more. */
    private static FutureTask<Long> started(LedgerStore store, Consumer<LedgerWriter> more)
            throws InterruptedException {
        FutureTask<Long> task = new FutureTask<>(() -> store.write(LEDGER, writer -> {
            long id = writer.nextId();
            writer.put(expense(id, "2026-11-20", "1.00", "Fun"));
            writer.dayTotals(DateSpan.ALWAYS);
            more.accept(writer);
            return id;
        }));
        Thread thread = new Thread(task);
        thread.start();
        while (thread.getState() != Thread.State.WAITING && thread.isAlive()) {
            Thread.sleep(1);
        }
        return task;
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
