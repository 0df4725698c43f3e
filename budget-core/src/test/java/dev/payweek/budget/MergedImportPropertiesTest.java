package dev.payweek.budget;

import static dev.payweek.testkit.ForAll.forAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.payweek.ledger.Entry;
import dev.payweek.ledger.EntryDraft;
import dev.payweek.ledger.EntryKind;
import dev.payweek.ledger.LedgerId;
import dev.payweek.money.Money;
import dev.payweek.refusal.LedgerException;
import dev.payweek.refusal.Reason;
import dev.payweek.statement.ImportBatch;
import dev.payweek.statement.ImportKey;
import dev.payweek.statement.ImportOptions;
import dev.payweek.statement.TwinPair;
import dev.payweek.store.Change;
import dev.payweek.store.Kinds;
import dev.payweek.store.MemoryStore;
import dev.payweek.store.StoreProvider.Access;
import dev.payweek.testkit.Dice;
import dev.payweek.testkit.SettableClock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/**
 * Entries made by hand are merged with imported ones, while files that overlap are taken, removed, taken again, and
 * changes of all these are undone, in any order. No movement of the bank is ever there twice unseen; with all files
 * taken it is there once, unless somebody has deleted it; what was made by hand stays; and undo restores exactly.
 */
class MergedImportPropertiesTest {

    /** A movement of the bank: of one day and amount, so many times over. */
    private record Movement(int number, LocalDate day, int times) {

        String words() {
            return "SHOP " + number;
        }

        Money amount() {
            return Money.of((100 + number) + ".00", "USD");
        }

        String row() {
            return day + ";-" + amount().decimal().toPlainString() + ";" + words() + ";" + words();
        }
    }

    @Test
    void whatever_the_order_each_movement_is_there_once_or_shown_as_twins() {
        forAll(300, dice -> new Run(dice).toTheEnd());
    }

    private static final class Run {
        private final Dice dice;
        private final MemoryStore memory = new MemoryStore();
        private final BoundedMemory store;
        private final List<Movement> movements = new ArrayList<>();
        private final List<List<String>> files = new ArrayList<>();
        private final List<Long> steps = new ArrayList<>();
        private final List<String> done = new ArrayList<>();
        private final boolean deletes;
        private boolean deleted;
        private Budget budget;

        Run(Dice dice) {
            this.dice = dice;
            this.deletes = dice.percent(50);
            this.store = new BoundedMemory(memory, dice.oneOf(2, 3, 10_000));
            this.budget = open();
            LocalDate first = LocalDate.of(2026, 11, 1);
            for (int i = 0; i < 3; i++) {
                movements.add(new Movement(i, first.plusDays(i * 2L), dice.oneOf(1, 2)));
            }
            for (int[] part : new int[][] {{0, 2}, {1, 3}, {1, 2}}) {
                files.add(movements.subList(part[0], part[1]).stream()
                        .flatMap(one -> Collections.nCopies(one.times(), one.row()).stream())
                        .toList());
            }
        }

        private Budget open() {
            return Budget.on(
                    store, Access.READ_WRITE, new SettableClock(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC));
        }

        void toTheEnd() {
            for (int step = 0; step < 20; step++) {
                Set<String> before = everything();
                long version = budget.version();
                step();
                check();
                if (budget.version() > version) {
                    steps.add(budget.version());
                    if (dice.percent(20)) {
                        goBackAndForth(before, version);
                    }
                }
            }
            files.forEach(rows -> take(rows, false));
            done.add("take all");
            check();
            movements.forEach(this::checkWhole);
        }

        private void step() {
            switch (dice.between(0, 11)) {
                case 0, 1 -> {
                    int which = dice.between(0, files.size() - 1);
                    boolean merging = dice.percent(20);
                    done.add("take " + which + (merging ? ", merging" : ""));
                    List<Entry> mine = handMade();
                    take(files.get(which), merging);
                    assertTrue(merging || mine.equals(handMade()), done::toString);
                }
                case 2, 3 -> add();
                case 4, 5 -> merge();
                case 6, 7 -> remove();
                case 8 -> edit();
                case 9, 10 -> undoAny();
                default -> delete();
            }
        }

        /** Merges what it proposes with the import's own change, or leaves it to later ones. */
        private void take(List<String> rows, boolean merging) {
            List<String> lines = new ArrayList<>(List.of("account;giro"));
            lines.addAll(rows);
            budget.importStatement("ann", RowsFormat.file("bank.rows", lines), ImportOptions.NONE, (edit, report) -> {
                if (merging) {
                    edit.twins().stream()
                            .findFirst()
                            .ifPresent(pair -> edit.merge(
                                    pair.imported().id(), pair.handMade().id()));
                }
            });
        }

        private void change(String what, Consumer<BudgetEdit> changes) {
            done.add(what);
            budget.change("ann", changes);
        }

        private void add() {
            Movement of = dice.oneOf(movements);
            long already = entries().stream().filter(entry -> isMine(of, entry)).count();
            if (already < of.times()) {
                change(
                        "add by hand " + of.number(),
                        edit -> edit.add(EntryDraft.expense(of.amount(), "Mine " + of.number())
                                .on(of.day().plusDays(dice.between(-1, 1)))));
            }
        }

        private void merge() {
            List<TwinPair> pairs = budget.read(BudgetView::twins);
            if (!pairs.isEmpty()) {
                TwinPair pair = dice.oneOf(pairs);
                long theirs = pair.imported().id();
                long mine = pair.handMade().id();
                change("merge " + theirs + " into " + mine, edit -> edit.merge(theirs, mine));
            }
        }

        private void remove() {
            List<ImportBatch> imports = budget.read(BudgetView::imports);
            if (!imports.isEmpty()) {
                long id = dice.oneOf(imports).id();
                List<Entry> mine = handMade();
                change("remove " + id, edit -> edit.removeImport(id));
                assertEquals(mine, handMade(), done::toString);
            }
        }

        /** What is changed of what no bank has confirmed is no longer its twin, so only what is merged is. */
        private void edit() {
            List<Entry> merged = entries().stream()
                    .filter(entry -> entry.details().bankText().isPresent())
                    .toList();
            if (!merged.isEmpty()) {
                Entry entry = dice.oneOf(merged);
                boolean mine = entry.importBatch().isEmpty();
                EntryDraft draft = EntryDraft.expense(
                                mine ? Money.of("7.77", "USD") : entry.amount(),
                                entry.details().title())
                        .on(mine ? entry.date().plusDays(20) : entry.date())
                        .category("Fun:Changed");
                change("edit " + entry.id(), edit -> edit.replace(entry.id(), draft));
            }
        }

        private void delete() {
            List<Entry> entries = entries();
            if (deletes && !entries.isEmpty()) {
                long id = dice.oneOf(entries).id();
                deleted = true;
                change("delete " + id, edit -> edit.delete(EntryKind.EXPENSE, id));
            } else {
                done.add("open again");
                budget = open();
            }
        }

        /** What no longer fits is refused and changes nothing. */
        private void undoAny() {
            if (!steps.isEmpty()) {
                long version = dice.oneOf(steps);
                Set<String> before = everything();
                try {
                    change("undo " + version, edit -> edit.undo(version));
                } catch (LedgerException refusal) {
                    assertEquals(Reason.CONFLICT, refusal.reason(), done::toString);
                    assertEquals(before, everything(), done::toString);
                    done.add("refused: " + refusal.getMessage());
                }
            }
        }

        private void goBackAndForth(Set<String> before, long from) {
            Set<String> after = everything();
            long last = from;
            for (int i = 0; i < 4; i++) {
                long undone = deciding(last);
                last = budget.version();
                change("undo " + undone, edit -> edit.undo(undone));
                assertEquals(i % 2 == 0 ? before : after, everything(), done::toString);
                check();
            }
        }

        /** Of the changes an import takes, the one that does more than bring or take rows. */
        private long deciding(long from) {
            List<Change> changes = budget.read(view -> view.changesAfter(from, 100));
            return changes.stream()
                    .filter(change ->
                            change.edits().stream().anyMatch(edit -> edit.kind().equals(Kinds.MERGED_TWIN)))
                    .findFirst()
                    .orElse(changes.get(changes.size() - 1))
                    .version();
        }

        private List<Entry> entries() {
            return LedgerDump.entries(budget, EntryKind.EXPENSE);
        }

        private List<Entry> handMade() {
            return entries().stream()
                    .filter(entry -> entry.importBatch().isEmpty())
                    .toList();
        }

        private static boolean isMine(Movement of, Entry entry) {
            return entry.details().title().equals("Mine " + of.number());
        }

        private Set<String> everything() {
            Set<String> all = new TreeSet<>();
            entries().forEach(entry -> all.add(Kinds.ENTRY.text(entry.withVersion(0))));
            memory.<Integer>read(LedgerId.FIRST, reader -> {
                reader.forEachImportKey(row -> all.add(row.toString()));
                reader.all(Kinds.MERGED_TWIN).forEach(merged -> all.add(merged.toString()));
                reader.imports().forEach(batch -> all.add(batch.toString()));
                return all.size();
            });
            return all;
        }

        /** At any moment. */
        private void check() {
            List<Entry> entries = entries();
            Set<Long> shown = new HashSet<>();
            budget.read(BudgetView::twins)
                    .forEach(pair -> shown.add(pair.handMade().id()));
            for (Movement one : movements) {
                long confirmed = entries.stream()
                        .filter(entry -> entry.details().bankText().equals(Optional.of(one.words())))
                        .count();
                assertTrue(confirmed <= one.times(), () -> one + " is there " + confirmed + " times: " + done);
                boolean brought = entries.stream()
                        .anyMatch(entry -> entry.importBatch().isPresent()
                                && entry.details().title().equals(one.words()));
                for (Entry entry : entries) {
                    boolean open =
                            isMine(one, entry) && entry.details().bankText().isEmpty() && brought;
                    assertTrue(!open || shown.contains(entry.id()), () -> entry + " is not shown: " + done);
                }
            }
        }

        /** Once all files have been taken. */
        private void checkWhole(Movement one) {
            Map<Integer, Set<Long>> rows = new TreeMap<>();
            List<ImportKey> keys = new ArrayList<>();
            memory.<Integer>read(LedgerId.FIRST, reader -> {
                reader.forEachImportKey(row -> {
                    if (row.batch() != row.entryId()
                            || reader.findEntry(row.entryId()).isPresent()) {
                        keys.add(row);
                    }
                });
                return keys.size();
            });
            keys.stream()
                    .filter(row -> row.key().startsWith(one.day().toString().replace("-", "")))
                    .forEach(row -> rows.computeIfAbsent(row.occurrence(), place -> new TreeSet<>())
                            .add(row.entryId()));
            assertEquals(one.times(), rows.size(), () -> one + " is remembered as " + rows + ": " + done);
            long there = entries().stream()
                    .filter(entry -> entry.details().bankText().equals(Optional.of(one.words())))
                    .count();
            assertTrue(deleted || there == one.times(), () -> one + " is there " + there + " times: " + done);
        }
    }
}
