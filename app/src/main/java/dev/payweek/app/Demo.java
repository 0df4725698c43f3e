package dev.payweek.app;

import dev.payweek.budget.Budget;
import dev.payweek.budget.BudgetEdit;
import dev.payweek.category.Category;
import dev.payweek.ledger.EntryDraft;
import dev.payweek.money.Money;
import dev.payweek.period.DateSpan;
import dev.payweek.period.PaySchedule;
import dev.payweek.period.Payday;
import dev.payweek.plan.Per;
import dev.payweek.rule.RuleDraft;
import dev.payweek.rule.When;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.Currency;
import java.util.List;
import java.util.Random;

/** A year of made-up data, so that a newcomer sees a full page at once. The same every day but for its dates. */
final class Demo {

    private static final long SEED = 20_261_120L;
    private static final Currency USD = Money.currency("USD");

    /**
     * A habit of spending.
     *
     * @param perMille how many days of a thousand it happens on
     */
    private record Habit(String title, int perMille, int leastCents, int mostCents) {}

    private static final List<Habit> HABITS = List.of(
            new Habit("Corner Coffee", 430, 350, 620),
            new Habit("Noodle Bar", 130, 1_150, 2_400),
            new Habit("Pizzeria Vesuvio", 60, 1_800, 4_600),
            new Habit("Cinema Lumen", 30, 1_200, 2_800),
            new Habit("Bookshop Page One", 25, 900, 3_400),
            new Habit("Green Grocer", 290, 1_400, 7_800),
            new Habit("City Transit", 180, 275, 550),
            new Habit("Fuel Stop 24", 90, 2_800, 5_600),
            new Habit("Pharmacy Linden", 30, 600, 3_900),
            new Habit("Bike Workshop", 8, 3_500, 14_000),
            new Habit("Hardware Store", 20, 800, 6_500),
            new Habit("Gift for a friend", 14, 1_500, 6_000));

    private Demo() {}

    static Budget budget() {
        return filled(Budget.inMemory(Clock.system(ZoneId.systemDefault())));
    }

    /** Fills an empty budget with the year up to its today. */
    static Budget filled(Budget budget) {
        budget.write("demo", edit -> {
            plan(edit);
            year(edit);
            return edit.version();
        });
        return budget;
    }

    private static void plan(BudgetEdit edit) {
        LocalDate begin = edit.today().minusYears(1);
        LocalDate aFriday = begin.with(TemporalAdjusters.nextOrSame(DayOfWeek.FRIDAY));
        edit.paidOn(PaySchedule.everyTwoWeeks(aFriday).expecting(usd(168_000)));
        edit.put(new Category(edit.category("Other:Housing"), false, false));
        edit.reserve("Rent and savings", usd(102_000), begin);
        edit.limit("Fun", usd(9_000), Per.WEEK, begin);
        edit.limit("Predictable Necessities", usd(14_500), Per.WEEK, begin);
        edit.limit("Unpredictable Necessities", usd(6_000), Per.PERIOD, begin);
        rule(edit, "coffee", "coffee", "Fun:Coffee");
        rule(edit, "noodles", "noodle", "Fun:Dining");
        rule(edit, "pizza", "pizz", "Fun:Dining");
        rule(edit, "cinema", "cinema", "Fun:Entertainment");
        rule(edit, "books", "bookshop", "Fun:Books");
        rule(edit, "groceries", "grocer", "Predictable Necessities:Groceries");
        rule(edit, "transit", "transit", "Predictable Necessities:Transport");
        rule(edit, "fuel", "fuel", "Predictable Necessities:Transport");
        rule(edit, "pharmacy", "pharmacy", "Unpredictable Necessities:Medicine");
        rule(edit, "repairs", "workshop", "Unpredictable Necessities:Repairs");
    }

    private static void rule(BudgetEdit edit, String name, String words, String category) {
        edit.add(RuleDraft.of(name, When.when().title().contains(words).then(category)));
    }

    private static void year(BudgetEdit edit) {
        Random random = new Random(SEED);
        DateSpan year = new DateSpan(edit.today().minusYears(1), edit.today().plusDays(1));
        for (Payday payday : edit.paydays(year)) {
            edit.add(EntryDraft.paycheck(usd(168_000), "Paycheck").on(payday.date()));
        }
        for (LocalDate day = year.startInclusive(); year.contains(day); day = day.plusDays(1)) {
            if (day.getDayOfMonth() == 1) {
                edit.add(EntryDraft.expense(usd(145_000), "Rent")
                        .category("Other:Housing")
                        .on(day));
            }
            for (Habit habit : HABITS) {
                int cents = habit.leastCents() + random.nextInt(habit.mostCents() - habit.leastCents());
                if (random.nextInt(1_000) < habit.perMille()) {
                    edit.add(EntryDraft.expense(usd(cents), habit.title()).on(day));
                }
            }
        }
    }

    private static Money usd(int cents) {
        return Money.ofMinor(cents, USD);
    }
}
