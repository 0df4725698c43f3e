package dev.payweek.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import dev.payweek.category.CategoryPath;
import dev.payweek.ledger.Entry;
import dev.payweek.ledger.EntryDetails;
import dev.payweek.ledger.Expense;
import dev.payweek.ledger.LedgerId;
import dev.payweek.ledger.LedgerSettings;
import dev.payweek.ledger.Provenance;
import dev.payweek.money.Money;
import dev.payweek.statement.ImportKey;
import dev.payweek.store.LedgerStore;
import dev.payweek.store.LedgerWriter;
import dev.payweek.store.StoreProvider;
import dev.payweek.store.StoreProvider.Access;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What the store alone costs: rows written in bulk with the memory of their keys, the same looked up again, how long a
 * small write waits meanwhile, and what 64 writers get out of common commits.
 */
public final class StoreCost {

    private static final Currency USD = Money.currency("USD");
    private static final LocalDate FIRST = LocalDate.of(2016, 11, 22);
    private static final int DAYS = 3_650;
    private static final int AT_A_TIME = 4_000;
    private static final int PLACES = 20;
    private static final int WARM_UP = 300;
    private static final int MANY_WRITERS = 64;
    private static final int ROUNDS = 11;
    private static final long TURN_NANOS = 700_000_000L;

    private final LedgerStore store;
    private final Random random = new Random(1);
    private final List<CategoryPath> places = new ArrayList<>();
    private final AtomicLong acknowledged = new AtomicLong();

    private StoreCost(LedgerStore store) {
        this.store = store;
        for (int i = 0; i < PLACES; i++) {
            places.add(CategoryPath.of("Fun:Place " + i));
        }
    }

    /**
     * Runs the measurements.
     *
     * @param arguments how many rows are written in bulk; 1,000,000 by default
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        int rows = arguments.length == 0 ? 1_000_000 : Integer.parseInt(arguments[0]);
        Path file = Files.createTempDirectory("payweek-benchmark").resolve("store.db");
        String url = "jdbc:sqlite:" + file;
        try (LedgerStore store = StoreProvider.of(url).open(url, Access.READ_WRITE)) {
            store.create(LedgerId.FIRST, () -> LedgerSettings.fresh(USD, ZoneOffset.UTC));
            StoreCost cost = new StoreCost(store);
            cost.bulk(rows);
            cost.commits();
        }
        long begin = System.nanoTime();
        try (LedgerStore store = StoreProvider.of(url).open(url, Access.READ_WRITE)) {
            System.out.printf(
                    "opening the file of %d MB, version %d: %d ms%n",
                    Files.size(file) >> 20,
                    store.read(LedgerId.FIRST, reader -> reader.version()),
                    (System.nanoTime() - begin) / 1_000_000);
        }
    }

    private void bulk(int rows) throws InterruptedException {
        for (int i = 0; i < WARM_UP; i++) {
            single();
        }
        AtomicBoolean going = new AtomicBoolean(true);
        ConcurrentLinkedQueue<Long> waits = new ConcurrentLinkedQueue<>();
        Thread beside = new Thread(() -> {
            while (going.get()) {
                long begin = System.nanoTime();
                single();
                waits.add((System.nanoTime() - begin) / 1_000_000);
                sleep();
            }
        });
        beside.start();
        long made = 0;
        long asked = 0;
        long before = cpuNanos();
        for (int done = 0; done < rows; done += AT_A_TIME) {
            int from = done;
            long making = cpuNanos();
            List<ImportKey> keys = keys(from, rows);
            List<String> names = keys.stream().map(ImportKey::key).toList();
            made += cpuNanos() - making;
            store.write(LedgerId.FIRST, writer -> add(writer, from, rows, keys, names));
            long asking = cpuNanos();
            int known = store.read(
                    LedgerId.FIRST, reader -> reader.importKeys("Giro", names).size());
            asked += cpuNanos() - asking;
            if (known != names.size()) {
                throw new IllegalStateException("only " + known + " rows are remembered");
            }
        }
        long all = cpuNanos() - before;
        going.set(false);
        beside.join();
        System.out.printf(
                "bulk of %d: %.2f us CPU a row with keys and lookup of new ones, %.2f for looking up known ones%n",
                rows, (all - made - asked) / 1e3 / rows, asked / 1e3 / rows);
        long[] sorted = waits.stream().mapToLong(Long::longValue).sorted().toArray();
        System.out.printf(
                "%d small writes meanwhile: median %d ms, p99 %d ms%n",
                sorted.length, sorted[sorted.length / 2], sorted[sorted.length * 99 / 100]);
    }

    private int add(LedgerWriter writer, int from, int rows, List<ImportKey> keys, List<String> names) {
        int known = writer.importKeys("Giro", names).size();
        List<Entry> entries = new ArrayList<>(AT_A_TIME);
        List<ImportKey> remembered = new ArrayList<>(AT_A_TIME);
        for (int i = 0; i < AT_A_TIME; i++) {
            long id = writer.nextId();
            entries.add(entry(id, from + i, rows));
            ImportKey key = keys.get(i);
            remembered.add(new ImportKey(key.account(), key.key(), key.occurrence(), id, key.batch()));
        }
        writer.add(entries);
        writer.putImportKeys(remembered);
        return known;
    }

    private List<ImportKey> keys(int from, int rows) {
        List<ImportKey> keys = new ArrayList<>(AT_A_TIME);
        for (int i = 0; i < AT_A_TIME; i++) {
            String key = String.format("%08d%022d", day(from + i, rows).toEpochDay(), random.nextLong() >>> 1);
            keys.add(new ImportKey("Giro", key, 1, 0, 1));
        }
        return keys;
    }

    private static LocalDate day(int row, int rows) {
        return FIRST.plusDays((long) row * DAYS / rows);
    }

    private Entry entry(long id, int row, int rows) {
        String text = "MERCHANT SHOP " + random.nextInt(2_000) + " CITY OF X CARD 4711";
        EntryDetails details = new EntryDetails(
                day(row, rows),
                Money.ofMinor(100 + random.nextInt(9_900), USD),
                text,
                Optional.of(text),
                Optional.of("Giro"),
                Optional.empty(),
                List.of());
        return new Expense(
                id,
                1,
                details,
                places.get(random.nextInt(PLACES)),
                Provenance.rule(7, 3),
                List.of(),
                Optional.empty(),
                Optional.of(1L));
    }

    private long single() {
        return store.write(LedgerId.FIRST, writer -> {
            long id = writer.nextId();
            writer.put(entry(id, 9, 10));
            return id;
        });
    }

    /** Short turns of both by turns, so that what else the machine does meets both alike. */
    private void commits() throws InterruptedException {
        commitsPerSecond(1);
        commitsPerSecond(MANY_WRITERS);
        double[] single = new double[ROUNDS];
        double[] together = new double[ROUNDS];
        double[] ratios = new double[ROUNDS];
        long cpu = 0;
        long count = 0;
        for (int round = 0; round < ROUNDS; round++) {
            single[round] = commitsPerSecond(1);
            long cpuBefore = cpuNanos();
            long countBefore = acknowledged.get();
            together[round] = commitsPerSecond(MANY_WRITERS);
            cpu += cpuNanos() - cpuBefore;
            count += acknowledged.get() - countBefore;
            ratios[round] = together[round] / single[round];
        }
        System.out.printf(
                "commits a second: %.0f by one writer, %.0f acknowledged by %d, %.0f us CPU each (medians of %d)%n",
                median(single), median(together), MANY_WRITERS, cpu / 1e3 / count, ROUNDS);
        System.out.printf(
                "%d writers against single commits: %.1f times (median; %.1f to %.1f)%n",
                MANY_WRITERS, median(ratios), ratios[0], ratios[ROUNDS - 1]);
    }

    /** Sorts the values and returns the one in the middle. */
    private static double median(double[] values) {
        Arrays.sort(values);
        return values[values.length / 2];
    }

    private double commitsPerSecond(int threads) throws InterruptedException {
        long before = acknowledged.get();
        long begin = System.nanoTime();
        List<Thread> all = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            Thread thread = new Thread(() -> {
                while (System.nanoTime() - begin < TURN_NANOS) {
                    single();
                    acknowledged.incrementAndGet();
                }
            });
            thread.start();
            all.add(thread);
        }
        for (Thread thread : all) {
            thread.join();
        }
        return (acknowledged.get() - before) / ((System.nanoTime() - begin) / 1e9);
    }

    private static void sleep() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static long cpuNanos() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }
}
