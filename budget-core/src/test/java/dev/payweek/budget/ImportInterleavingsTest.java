package dev.payweek.budget;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.payweek.edit.ImportMoves;
import dev.payweek.edit.OpenLedger;
import dev.payweek.ledger.Entry;
import dev.payweek.ledger.EntryKind;
import dev.payweek.ledger.LedgerId;
import dev.payweek.statement.ImportBatch;
import dev.payweek.statement.ImportBatch.State;
import dev.payweek.store.MemoryStore;
import dev.payweek.store.StoreProvider.Access;
import dev.payweek.testkit.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Two processes import files that overlap into one ledger, a part at a time; either may be killed between any two
 * parts, and a third one comes at any moment to revert what it takes for left behind, or is killed while it does so.
 * Every order of these is gone through. What was acknowledged is there in the end, whole and once, and nothing else.
 */
class ImportInterleavingsTest {

    private static final List<String> FIRST = rows("Tea", "Tea", "Bread", "Milk", "Salt");
    private static final List<String> SAME = FIRST;
    private static final List<String> OVERLAPPING = rows("Milk", "Tea", "Bread", "Bread", "Jam");
    private static final int PART = 2;
    private static final Duration LONG = Duration.ofSeconds(61);

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private int orders;

    @AfterEach
    void end() {
        threads.shutdownNow();
    }

    private static List<String> rows(String... titles) {
        return List.of(titles).stream()
                .map(title -> "2026-11-20;-1.00;" + title)
                .toList();
    }

    @Test
    void the_same_file_sent_twice_in_every_order() {
        everyOrder(SAME);
        assertTrue(orders > 500, () -> orders + " orders");
    }

    @Test
    void files_that_overlap_in_every_order() {
        everyOrder(OVERLAPPING);
        assertTrue(orders > 500, () -> orders + " orders");
    }

    private void everyOrder(List<String> second) {
        List<Integer> choices = new ArrayList<>();
        List<Integer> widths = new ArrayList<>();
        do {
            widths.clear();
            new Run(second, choices, widths).toTheEnd();
            orders++;
        } while (next(choices, widths));
    }

    /** Counts up the choices like the digits of a number, the last one first. */
    private static boolean next(List<Integer> choices, List<Integer> widths) {
        int last = widths.size() - 1;
        while (last >= 0 && choices.get(last) + 1 >= widths.get(last)) {
            last--;
        }
        if (last < 0) {
            return false;
        }
        choices.set(last, choices.get(last) + 1);
        choices.subList(last + 1, choices.size()).clear();
        return true;
    }

    /** One order of what happens. */
    private final class Run {
        private final SettableClock clock = new SettableClock(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC);
        private final MemoryStore memory = new MemoryStore();
        private final List<Integer> choices;
        private final List<Integer> widths;
        private final List<String> done = new ArrayList<>();
        private final Importer first;
        private final Importer second;
        private int visits = 1;

        Run(List<String> other, List<Integer> choices, List<Integer> widths) {
            this.choices = choices;
            this.widths = widths;
            this.first = new Importer("first", FIRST);
            this.second = new Importer("second", other);
        }

        private Budget open(AtomicBoolean dead) {
            return Budget.on(new SharedMemory(memory, dead), Access.READ_WRITE, clock);
        }

        /** What one process does: a part of its file whenever it may, until it is done or killed. */
        private final class Importer {
            private final String name;
            private final List<String> rows;
            private final AtomicBoolean dead = new AtomicBoolean();
            private final StepwiseImport work;

            Importer(String name, List<String> rows) {
                this.name = name;
                this.rows = rows;
                this.work = new StepwiseImport(threads, open(dead), rows, PART);
            }

            void offer(Map<String, Runnable> possible) {
                if (!work.isOver()) {
                    possible.put(name + " goes on", work::goOn);
                    if (work.hasBegun()) {
                        possible.put(name + " is killed", this::kill);
                    }
                }
            }

            private void kill() {
                dead.set(true);
                while (!work.isOver()) {
                    work.goOn();
                }
            }
        }

        void toTheEnd() {
            Map<String, Runnable> possible = possible();
            while (!possible.isEmpty()) {
                int step = widths.size();
                widths.add(possible.size());
                if (step == choices.size()) {
                    choices.add(0);
                }
                String name = List.copyOf(possible.keySet()).get(choices.get(step));
                done.add(name);
                Objects.requireNonNull(possible.get(name)).run();
                possible = possible();
            }
            clock.set(clock.instant().plus(LONG));
            Budget last = open(new AtomicBoolean());
            check(last, "at last");
            // Nothing remembered is missing, and nothing is remembered that is not there.
            new StepwiseImport(threads, last, FIRST, PART).toTheEnd();
            assertEquals(counted(acknowledged(true)), counted(last), () -> done + ", then the first file again");
        }

        private Map<String, Runnable> possible() {
            Map<String, Runnable> possible = new LinkedHashMap<>();
            first.offer(possible);
            second.offer(possible);
            if (visits > 0 && !possible.isEmpty() && first.work.hasBegun()) {
                possible.put("a third starts a minute later", () -> {
                    visits--;
                    clock.set(clock.instant().plus(LONG));
                    open(new AtomicBoolean());
                });
                possible.put("a third starts and is killed", () -> {
                    visits--;
                    clock.set(clock.instant().plus(LONG));
                    revertOnePart();
                });
            }
            return possible;
        }

        /** What a process has done that is killed after the first part of what it reverts. */
        private void revertOnePart() {
            Budget third = Budget.on(new SharedMemory(memory, new AtomicBoolean()), Access.READ_ONLY, clock);
            Optional<ImportBatch> left = third.read(BudgetView::imports).stream()
                    .filter(batch -> batch.state() != State.COMPLETE)
                    .reduce((newer, older) -> older);
            left.ifPresent(batch -> new OpenLedger(new BoundedMemory(memory, 1), LedgerId.FIRST, clock)
                    .write("third", session -> {
                        new ImportMoves(session).remove(batch);
                        return true;
                    }));
        }

        private List<List<String>> acknowledged(boolean firstToo) {
            List<List<String>> files = new ArrayList<>();
            if (firstToo || first.work.isAcknowledged()) {
                files.add(first.rows);
            }
            if (second.work.isAcknowledged()) {
                files.add(second.rows);
            }
            return files;
        }

        private void check(Budget budget, String when) {
            assertEquals(counted(acknowledged(false)), counted(budget), () -> done + " " + when);
            List<ImportBatch> imports = budget.read(BudgetView::imports);
            assertTrue(imports.stream().allMatch(batch -> batch.state() == State.COMPLETE), () -> done + " " + imports);
            List<Long> ids = imports.stream().map(ImportBatch::id).toList();
            for (Entry entry : LedgerDump.entries(budget, EntryKind.EXPENSE)) {
                assertTrue(ids.contains(entry.importBatch().orElseThrow()), () -> done + " " + entry);
            }
        }

        private static Map<String, Integer> counted(Budget budget) {
            Map<String, Integer> counts = new HashMap<>();
            LedgerDump.entries(budget, EntryKind.EXPENSE)
                    .forEach(entry -> counts.merge(entry.details().title(), 1, Integer::sum));
            return counts;
        }

        /** Files that overlap give their union. */
        private static Map<String, Integer> counted(List<List<String>> files) {
            Map<String, Integer> union = new HashMap<>();
            for (List<String> file : files) {
                Map<String, Integer> counts = new HashMap<>();
                file.forEach(row -> counts.merge(row.substring(row.lastIndexOf(';') + 1), 1, Integer::sum));
                counts.forEach((title, count) -> union.merge(title, count, Math::max));
            }
            return union;
        }
    }
}
