package dev.payweek.report;

import static dev.payweek.testkit.ForAll.forAll;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.payweek.category.CategoryPath;
import dev.payweek.ledger.Entry;
import dev.payweek.ledger.EntryDetails;
import dev.payweek.ledger.Expense;
import dev.payweek.ledger.Provenance;
import dev.payweek.money.Money;
import dev.payweek.plan.BudgetPlan;
import dev.payweek.testkit.Dice;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** A made-up ledger, a day and the day it is asked on; {@code -Dseed=…} repeats one that fails. */
record LedgerDay(Dice dice, BudgetPlan plan, List<Entry> entries, LocalDate on, LocalDate today) {

    static final int LEDGERS = 2_500;
    private static final int DAYS = 4;

    /** What must hold on each of them. */
    interface Law {
        void holds(LedgerDay of);
    }

    /** Holds the law on each of 10,000 days. */
    static void forEach(Law law) {
        forAll(LEDGERS, dice -> {
            RandomLedger ledger = new RandomLedger(dice);
            BudgetPlan plan = ledger.plan();
            for (int i = 0; i < DAYS; i++) {
                LocalDate on = ledger.day();
                LocalDate today = dice.percent(50) ? on : ledger.day();
                law.holds(new LedgerDay(dice, plan, ledger.entries(), on, today));
            }
        });
    }

    Answer answer() {
        return answer(entries);
    }

    Answer answer(List<Entry> others) {
        return Answer.of(plan, Books.of(others), on, today);
    }

    boolean isVisible(LocalDate day) {
        return !day.isAfter(on) || day.isAfter(today);
    }

    boolean isAfterFirst(LocalDate day) {
        return entries.stream().map(Entry::date).anyMatch(other -> isVisible(other) && !other.isAfter(day));
    }

    static String titleOf(BudgetPlan plan, String name) {
        boolean matched = plan.sources().stream()
                .anyMatch(source -> source.name().equals(name) && source.match().isPresent());
        return matched ? "pay" + name.charAt(name.length() - 1) : "wage";
    }

    static boolean wasPaidBefore(LedgerDay of, PayRow row) {
        Reckoning reckoning = new Reckoning(of.plan(), Books.of(of.entries()), of.on(), of.today(), FoldPoint.START);
        return reckoning.facts().stream()
                .anyMatch(fact -> fact.source().name().equals(row.source())
                        && fact.isPaid()
                        && fact.payday().isBefore(row.payday())
                        && fact.day().isBefore(row.payday()));
    }

    static Expense expense(LocalDate day, String title, CategoryPath category, Money amount, long id) {
        return new Expense(
                id,
                1,
                EntryDetails.of(day, amount, title),
                category,
                Provenance.MANUAL,
                List.of(),
                Optional.empty(),
                Optional.empty());
    }

    static void assertEnough(int tried, int least) {
        assertTrue(
                tried >= least || System.getProperty("seed") != null || System.getProperty("tries") != null,
                "only " + tried + " cases were to the point");
    }
}
