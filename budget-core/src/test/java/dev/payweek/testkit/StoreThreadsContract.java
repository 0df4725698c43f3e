package dev.payweek.testkit;

import static dev.payweek.testkit.Samples.LEDGER;
import static dev.payweek.testkit.Samples.expense;
import static dev.payweek.testkit.Samples.split;
import static dev.payweek.testkit.Samples.write;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.payweek.ledger.DayTotal;
import dev.payweek.ledger.Entry;
import dev.payweek.ledger.EntryKind;
import dev.payweek.ledger.LedgerId;
import dev.payweek.money.Money;
import dev.payweek.period.DateSpan;
import dev.payweek.refusal.LedgerException;
import dev.payweek.store.Change;
import dev.payweek.store.EntryQuery;
import dev.payweek.store.LedgerReader;
import dev.payweek.store.LedgerStore;
import dev.payweek.store.LedgerWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** That many threads at once see and leave the same as if they had come one after the other. */
public interface StoreThreadsContract extends FreshStore {

    @Test
    default void no_update_is_lost_between_eight_writers() {
        try (LedgerStore store = newLedger()) {
            write(store, writer -> writer.put(expense(1, "2026-11-20", "0.00", "Fun")));
            eachOf(8, thread -> {
                for (int i = 0; i < 25; i++) {
                    write(store, thread % 2 == 0, writer -> {
                        Money before = writer.findEntry(1).orElseThrow().amount();
                        writer.put(expense(1, "2026-11-20", cents(before.minorUnits() + 1), "Fun"));
                    });
                }
                return true;
            });
            assertEquals(
                    200,
                    store.read(LEDGER, reader -> reader.findEntry(1).orElseThrow())
                            .amount()
                            .minorUnits());
            List<DayTotal> totals = store.read(LEDGER, reader -> reader.dayTotals(DateSpan.ALWAYS));
            assertEquals(1, totals.size());
            assertEquals(200, totals.get(0).minorUnits());
            assertEquals(1, totals.get(0).count());
        }
    }

    @Test
    default void ids_given_to_eight_writers_at_once_are_all_different() {
        try (LedgerStore store = newLedger()) {
            List<List<Long>> given = eachOf(8, thread -> {
                List<Long> ids = new ArrayList<>();
                for (int i = 0; i < 25; i++) {
                    ids.add(store.write(LEDGER, writer -> writer.nextId()));
                }
                return ids;
            });
            assertEquals(
                    LongStream.rangeClosed(1, 200).boxed().toList(),
                    given.stream().flatMap(List::stream).sorted().toList());
        }
    }

    @Test
    default void a_write_that_fails_harms_no_other_that_runs_beside_it() {
        try (LedgerStore store = newLedger()) {
            eachOf(8, thread -> {
                for (int i = 0; i < 20; i++) {
                    long id = thread * 100L + i + 1;
                    if (i % 4 == 0) {
                        assertThrows(
                                IllegalStateException.class,
                                () -> write(store, thread % 2 == 0, writer -> {
                                    writer.put(expense(id, "2026-11-20", "1.00", "Fun"));
                                    throw new IllegalStateException("bad");
                                }));
                    } else {
                        write(store, thread % 2 == 0, writer -> writer.put(expense(id, "2026-11-20", "1.00", "Fun")));
                    }
                }
                return true;
            });
            store.read(LEDGER, reader -> {
                assertEquals(120, reader.countEntries(EntryQuery.all(EntryKind.EXPENSE)));
                assertEquals(12_000, reader.dayTotals(DateSpan.ALWAYS).get(0).minorUnits());
                assertEquals(120, reader.dayTotals(DateSpan.ALWAYS).get(0).count());
                return true;
            });
        }
    }

    @Test
    default void readers_see_no_half_of_a_write() {
        try (LedgerStore store = newLedger()) {
            AtomicBoolean over = new AtomicBoolean();
            eachOf(4, thread -> {
                if (thread == 0) {
                    for (int i = 1; i <= 100; i++) {
                        String amount = i + ".00";
                        int id = i;
                        write(store, writer -> {
                            writer.put(split(1, "2026-11-20", "Fun", amount, "Other", "-" + amount));
                            writer.put(expense(100 + id, "2026-11-21", amount, "Fun"));
                            writer.put(expense(300 + id, "2026-11-21", "-" + amount, "Fun"));
                        });
                    }
                    over.set(true);
                    return 1;
                }
                int reads = 0;
                do {
                    store.read(LEDGER, reader -> {
                        assertEquals(0, sumOfTotals(reader));
                        assertEquals(0, sumOfEntries(reader));
                        return true;
                    });
                    reads++;
                } while (!over.get());
                return reads;
            });
        }
    }

    @Test
    default void the_version_is_never_less_than_what_was_acknowledged_or_seen() {
        try (LedgerStore store = newLedger()) {
            assertEquals(0, store.version(LEDGER));
            AtomicBoolean over = new AtomicBoolean();
            eachOf(4, thread -> {
                if (thread == 0) {
                    for (int version = 1; version <= 100; version++) {
                        write(store, version % 10 == 0, change(version));
                        assertEquals(version, store.version(LEDGER));
                    }
                    over.set(true);
                    return true;
                }
                while (!over.get()) {
                    long seen = store.<Long>read(LEDGER, LedgerReader::version);
                    long known = store.version(LEDGER);
                    assertTrue(known >= seen, () -> known + " after " + seen);
                }
                return true;
            });
            assertThrows(
                    IllegalStateException.class,
                    () -> write(store, writer -> {
                        change(101).accept(writer);
                        throw new IllegalStateException("bad");
                    }));
            assertEquals(100, store.version(LEDGER));
            assertThrows(LedgerException.class, () -> store.version(new LedgerId(2)));
        }
    }

    private static Consumer<LedgerWriter> change(long version) {
        return writer -> writer.append(
                new Change(version, Instant.parse("2026-11-22T12:00:00Z"), "Ann", "change nothing", List.of()));
    }

    @Test
    default void a_read_stays_at_its_moment_or_keeps_writers_waiting() {
        try (LedgerStore store = newLedger()) {
            write(store, writer -> writer.put(expense(1, "2026-11-20", "1.00", "Fun")));
            ExecutorService other = Executors.newSingleThreadExecutor();
            try {
                Future<?> written = store.read(LEDGER, reader -> {
                    Future<?> writing = other.submit(
                            () -> write(store, writer -> writer.put(expense(2, "2026-11-20", "2.00", "Fun"))));
                    for (int i = 0; i < 20; i++) {
                        assertEquals(1, reader.countEntries(EntryQuery.all(EntryKind.EXPENSE)));
                        assertEquals(1, reader.dayTotals(DateSpan.ALWAYS).get(0).count());
                    }
                    return writing;
                });
                finished(written);
                assertEquals(
                        Long.valueOf(2),
                        store.read(LEDGER, reader -> reader.countEntries(EntryQuery.all(EntryKind.EXPENSE))));
            } finally {
                other.shutdown();
            }
        }
    }

    /** Returns what each of so many threads running at once returns; fails if one of them does. */
    static <T> List<T> eachOf(int threads, ThreadWork<T> work) {
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try {
            List<Callable<T>> tasks = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                int thread = i;
                tasks.add(() -> work.run(thread));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> future : executor.invokeAll(tasks)) {
                results.add(finished(future));
            }
            assertTrue(results.size() == threads);
            return results;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        } finally {
            executor.shutdown();
        }
    }

    private static <T> T finished(Future<T> future) {
        try {
            return future.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        }
    }

    private static long sumOfTotals(LedgerReader reader) {
        return reader.dayTotals(DateSpan.ALWAYS).stream()
                .mapToLong(DayTotal::minorUnits)
                .sum();
    }

    private static long sumOfEntries(LedgerReader reader) {
        return StoreEntriesContract.entries(reader, EntryQuery.all(EntryKind.EXPENSE)).stream()
                .map(Entry::amount)
                .mapToLong(Money::minorUnits)
                .sum();
    }

    private static String cents(long minorUnits) {
        return Money.ofMinor(minorUnits, Money.currency("USD")).decimal().toPlainString();
    }

    /**
     * What one thread does.
     *
     * @param <T> what it finds out
     */
    @FunctionalInterface
    interface ThreadWork<T> {
        /** Does the work of the thread of that number, from 0. */
        T run(int thread) throws Exception;
    }
}
