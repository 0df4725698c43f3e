package dev.payweek.query;

import static dev.payweek.testkit.ForAll.forAll;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.payweek.ledger.Entry;
import dev.payweek.ledger.Expense;
import dev.payweek.ledger.Income;
import dev.payweek.ledger.LedgerId;
import dev.payweek.ledger.LedgerSettings;
import dev.payweek.money.Money;
import dev.payweek.plan.BudgetPlan;
import dev.payweek.report.Answer;
import dev.payweek.report.AnswerBuilder;
import dev.payweek.report.RandomLedger;
import dev.payweek.store.Change;
import dev.payweek.store.Edit;
import dev.payweek.store.Kinds;
import dev.payweek.store.LedgerWriter;
import dev.payweek.store.MemoryStore;
import dev.payweek.testkit.Dice;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** After any change of entries, the answer from what is kept is the one that the whole ledger gives. */
class KeptAnswersPropertiesTest {

    private static final LedgerId LEDGER = LedgerId.FIRST;

    @Test
    void an_answer_after_changes_is_the_one_that_the_whole_ledger_gives() {
        forAll(500, dice -> {
            RandomLedger made = new RandomLedger(dice);
            BudgetPlan plan = made.plan();
            LocalDate today = made.day();
            List<Entry> absent = new ArrayList<>(dice.shuffled(made.entries()));
            List<Entry> present = new ArrayList<>();
            MemoryStore store = new MemoryStore();
            store.create(LEDGER, () -> LedgerSettings.fresh(Money.currency("USD"), ZoneOffset.UTC));
            KeptPoint kept = new KeptPoint();
            int steps = Math.min(absent.size(), 12);
            for (Entry entry : List.copyOf(absent.subList(steps, absent.size()))) {
                store.<Boolean>write(LEDGER, writer -> put(writer, entry));
                present.add(entry);
            }
            absent.subList(steps, absent.size()).clear();
            for (int step = 0; step < steps; step++) {
                Edit<Entry> edit = edit(dice, absent, present);
                store.<Boolean>write(LEDGER, writer -> make(writer, edit));
                LocalDate on = dice.percent(70) ? today : today.minusDays(dice.between(1, 20));
                Answer expected = store.read(LEDGER, reader -> Answer.of(plan, new LedgerBooks(reader), on, today));
                Answer given = store.read(
                        LEDGER,
                        reader ->
                                kept.answer(reader, () -> plan, kept.books(reader), new AnswerBuilder.Days(on, today)));
                assertEquals(expected, given, () -> "on " + on + " today " + today + " after " + edit);
            }
        });
    }

    private static boolean put(LedgerWriter writer, Entry entry) {
        writer.put(entry);
        return true;
    }

    private static boolean make(LedgerWriter writer, Edit<Entry> edit) {
        edit.before().ifPresent(entry -> writer.removeEntry(entry.id()));
        edit.after().ifPresent(writer::put);
        writer.append(new Change(writer.version() + 1, Instant.EPOCH, "ann", "something", List.of(edit)));
        return true;
    }

    /** Adds an entry, removes one, or makes one like another. */
    private static Edit<Entry> edit(Dice dice, List<Entry> absent, List<Entry> present) {
        if (present.isEmpty() || (!absent.isEmpty() && dice.percent(50))) {
            Entry added = absent.remove(0);
            present.add(added);
            return edit(Optional.empty(), Optional.of(added));
        }
        Entry one = present.remove(dice.between(0, present.size() - 1));
        Optional<Entry> other = present.isEmpty() || dice.percent(40)
                ? Optional.empty()
                : like(one, present.get(dice.between(0, present.size() - 1)));
        other.ifPresent(present::add);
        return edit(Optional.of(one), other);
    }

    private static Edit<Entry> edit(Optional<Entry> before, Optional<Entry> after) {
        String key = Kinds.ENTRY.key(before.or(() -> after).orElseThrow());
        return new Edit<>(Kinds.ENTRY, key, before, after);
    }

    private static Optional<Entry> like(Entry one, Entry other) {
        if (one instanceof Income && other instanceof Income) {
            return Optional.of(new Income(one.id(), one.version() + 1, other.details(), Optional.empty()));
        }
        if (one instanceof Expense && other instanceof Expense expense) {
            return Optional.of(new Expense(
                    one.id(),
                    one.version() + 1,
                    expense.details(),
                    expense.category(),
                    expense.provenance(),
                    expense.splits(),
                    expense.refundOf().filter(id -> id != one.id()),
                    Optional.empty()));
        }
        return Optional.empty();
    }
}
