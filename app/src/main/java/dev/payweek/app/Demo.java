package dev.payweek.app;

import dev.payweek.budget.Budget;
import dev.payweek.budget.BudgetEdit;
import dev.payweek.category.Category;
import dev.payweek.category.CategoryPath;
import dev.payweek.ledger.EntryDraft;
import dev.payweek.money.Money;
import dev.payweek.period.DateSpan;
import dev.payweek.period.PaySchedule;
import dev.payweek.period.Payday;
import dev.payweek.plan.Bill;
import dev.payweek.plan.PaySource;
import dev.payweek.plan.PayVersion;
import dev.payweek.plan.Per;
import dev.payweek.plan.SetAside;
import dev.payweek.rule.Condition;
import dev.payweek.rule.RuleDraft;
import dev.payweek.rule.When;
import dev.payweek.store.MemoryStore;
import dev.payweek.store.StoreProvider.Access;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
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

    static Budget budget(Clock clock) {
        return budget(clock, Access.READ_WRITE);
    }

    /** Returns a budget with the year in it, which may be for looking at only. */
    static Budget budget(Clock clock, Access access) {
        MemoryStore store = new MemoryStore();
        Budget filled = filled(Budget.on(store, Access.READ_WRITE, clock));
        return access == Access.READ_WRITE ? filled : Budget.on(new ReadOnlyStore(store), access, clock);
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
        edit.put(PaySource.of("Acme", PaySchedule.everyTwoWeeks(aFriday))
                .with(List.of(PayVersion.of(PaySchedule.everyTwoWeeks(aFriday)).expecting(usd(168_000))))
                .matching(Condition.parse("title contains \"payroll\""))
                .primary());
        edit.put(PaySource.of("Lessons", PaySchedule.monthly(10))
                .with(List.of(PayVersion.of(PaySchedule.monthly(10)).expecting(usd(15_000))))
                .matching(Condition.parse("title contains \"lessons\"")));
        edit.put(new Category(edit.category("Other:Housing"), false, false));
        edit.put(new Category(edit.category("Other:Insurance"), false, false));
        edit.put(Bill.of("Rent", CategoryPath.of("Other:Housing"), PaySchedule.monthly(1))
                .costing(usd(145_000)));
        edit.put(Bill.of("Internet", CategoryPath.of("Predictable Necessities:Internet"), PaySchedule.monthly(22))
                .costing(usd(3_900))
                .matching(Condition.parse("title contains \"fibre\"")));
        edit.put(Bill.of("Phone", CategoryPath.of("Predictable Necessities:Phone"), PaySchedule.monthly(12))
                .costing(usd(2_900))
                .matching(Condition.parse("title contains \"telecom\"")));
        edit.put(
                Bill.of("Insurance", CategoryPath.of("Other:Insurance"), PaySchedule.everyMonths(3, begin.plusDays(40)))
                        .costing(usd(18_000)));
        edit.put(SetAside.of("Rent", usd(67_000)).forCategory(CategoryPath.of("Other:Housing")));
        edit.put(SetAside.of("Insurance", usd(0))
                .with(List.of(new SetAside.Amount(Optional.empty(), usd(72_000), true)))
                .forCategory(CategoryPath.of("Other:Insurance")));
        edit.put(SetAside.of("Savings", usd(15_000)));
        edit.limit("Fun", usd(9_000), Per.WEEK, begin);
        edit.limit("Predictable Necessities", usd(14_500), Per.WEEK, begin);
        edit.limit("Unpredictable Necessities", usd(6_000), Per.PERIOD, begin);
        rules(edit);
    }

    private static void rules(BudgetEdit edit) {
        rule(edit, "coffee", "coffee", "Fun:Coffee");
        rule(edit, "noodles", "noodle", "Fun:Dining");
        rule(edit, "pizza", "pizz", "Fun:Dining");
        rule(edit, "cinema", "cinema", "Fun:Entertainment");
        rule(edit, "books", "bookshop", "Fun:Books");
        rule(edit, "groceries", "grocer", "Predictable Necessities:Groceries");
        rule(edit, "transit", "transit", "Predictable Necessities:Transport");
        rule(edit, "fuel", "fuel", "Predictable Necessities:Transport");
        rule(edit, "phone", "telecom", "Predictable Necessities:Phone");
        rule(edit, "internet", "fibre", "Predictable Necessities:Internet");
        rule(edit, "pharmacy", "pharmacy", "Unpredictable Necessities:Medicine");
        rule(edit, "repairs", "workshop", "Unpredictable Necessities:Repairs");
    }

    private static void rule(BudgetEdit edit, String name, String words, String category) {
        edit.add(RuleDraft.of(name, When.when().title().contains(words).then(category)));
    }

    private static void year(BudgetEdit edit) {
        Random random = new Random(SEED);
        DateSpan year = new DateSpan(edit.today().minusYears(1), edit.today().plusDays(1));
        income(edit, "Acme", usd(168_000), "Payroll Acme");
        income(edit, "Lessons", usd(15_000), "Guitar lessons");
        for (Bill bill : edit.bills()) {
            Money amount = bill.amount().orElseThrow();
            String title = switch (bill.name()) {
                case "Phone" -> "Green Telecom";
                case "Internet" -> "Fibre Net";
                default -> bill.name();
            };
            for (Payday due : bill.schedule().planned(year)) {
                edit.add(EntryDraft.expense(amount, title)
                        .category(bill.category().name())
                        .on(due.date()));
            }
        }
        for (LocalDate day = year.startInclusive(); year.contains(day); day = day.plusDays(1)) {
            for (Habit habit : HABITS) {
                int cents = habit.leastCents() + random.nextInt(habit.mostCents() - habit.leastCents());
                if (random.nextInt(1_000) < habit.perMille()) {
                    edit.add(EntryDraft.expense(usd(cents), habit.title()).on(day));
                }
            }
        }
    }

    private static void income(BudgetEdit edit, String source, Money amount, String title) {
        DateSpan year = new DateSpan(edit.today().minusYears(1), edit.today().plusDays(1));
        for (Payday payday : edit.paydays(source, year)) {
            edit.add(EntryDraft.income(amount, title).on(payday.date()));
        }
    }

    private static Money usd(int cents) {
        return Money.ofMinor(cents, USD);
    }
}
