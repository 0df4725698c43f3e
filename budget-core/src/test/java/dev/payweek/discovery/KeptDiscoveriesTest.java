package dev.payweek.discovery;

import static dev.payweek.testkit.ForAll.forAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.payweek.budget.Budget;
import dev.payweek.budget.BudgetView;
import dev.payweek.ledger.Entry;
import dev.payweek.ledger.EntryDraft;
import dev.payweek.ledger.EntryKind;
import dev.payweek.plan.Discoveries;
import dev.payweek.plan.Discovery;
import dev.payweek.store.EntryQuery;
import dev.payweek.testkit.Dice;
import dev.payweek.testkit.SettableClock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeptDiscoveriesTest {

    private static final int CHANGES = 8;

    private static EntryDraft draft(Entry entry, LocalDate day) {
        return draft(entry, entry.kind(), day);
    }

    private static EntryDraft draft(Entry entry, EntryKind kind, LocalDate day) {
        String account = entry.details().account().orElse("checking");
        String text = entry.details().originalText();
        return (kind == EntryKind.INCOME
                        ? EntryDraft.income(entry.amount(), text)
                        : EntryDraft.expense(entry.amount(), text))
                .on(day)
                .onAccount(account);
    }

    private static List<Entry> entries(Budget budget) {
        List<Entry> found = new ArrayList<>();
        budget.use(view -> {
            view.forEachEntry(EntryQuery.all(EntryKind.EXPENSE), found::add);
            view.forEachEntry(EntryQuery.all(EntryKind.INCOME), found::add);
        });
        return found;
    }

    private static void change(Budget budget, List<Entry> made, Dice dice, SettableClock clock) {
        List<Entry> there = entries(budget);
        Entry one = there.get(dice.between(0, there.size() - 1));
        Entry other = made.get(dice.between(0, made.size() - 1));
        switch (dice.between(0, 8)) {
            case 0, 1 -> budget.add(draft(other, other.date().plusDays(dice.between(-3, 40))));
            case 2 -> budget.change(Budget.LOCAL, edit -> edit.delete(one.kind(), one.id()));
            case 3 -> budget.change(Budget.LOCAL, edit -> edit.replace(one.id(), draft(other, one.kind(), one.date())));
            case 4 ->
                budget.change(
                        Budget.LOCAL,
                        edit -> there.subList(0, there.size() / 3)
                                .forEach(entry -> edit.delete(entry.kind(), entry.id())));
            case 5 -> decide(budget, dice, true);
            case 6 -> decide(budget, dice, false);
            case 7 -> clock.advance(Duration.ofDays(dice.between(1, 30)));
            default ->
                budget.change(Budget.LOCAL, edit -> {
                    if (edit.version() > 1) {
                        edit.undo(edit.version());
                    }
                });
        }
    }

    private static void decide(Budget budget, Dice dice, boolean accept) {
        List<String> ids = budget.read(BudgetView::discover).discoveries().stream()
                .filter(one -> one.offer().isPresent())
                .map(Discovery::id)
                .toList();
        if (!ids.isEmpty()) {
            List<String> chosen = List.of(dice.oneOf(ids));
            budget.change(Budget.LOCAL, edit -> {
                if (accept) {
                    edit.accept(chosen);
                } else {
                    edit.decline(chosen);
                }
            });
        }
    }

    @Test
    void what_was_kept_and_looked_at_again_is_what_a_first_look_finds() {
        forAll(6, dice -> {
            Household house = new HouseholdMaker(dice.between(1, 1_000_000), 0.3).make();
            SettableClock clock =
                    new SettableClock(house.last().atTime(12, 0).toInstant(ZoneOffset.UTC), ZoneOffset.UTC);
            Budget budget = Budget.inMemory(clock);
            List<Entry> made = house.entries();
            budget.change(Budget.LOCAL, edit -> {
                edit.change(edit.settings().withCurrency(house.currency()));
                made.forEach(entry -> edit.add(draft(entry, entry.date())));
            });
            for (int i = 0; i < CHANGES; i++) {
                Discoveries kept = budget.read(BudgetView::discover);
                Discoveries fresh = budget.whatIf(edit -> edit.discover());
                assertEquals(fresh, kept);
                change(budget, made, dice, clock);
            }
        });
    }

    @Test
    void what_is_known_is_not_looked_for_again() {
        Budget budget = Budget.inMemory();
        assertSame(budget.read(BudgetView::discover), budget.read(BudgetView::discover));
    }
}
