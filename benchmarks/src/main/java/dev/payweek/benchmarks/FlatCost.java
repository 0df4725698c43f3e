package dev.payweek.benchmarks;

import dev.payweek.budget.Budget;
import dev.payweek.budget.BudgetEdit;
import dev.payweek.budget.BudgetView;
import dev.payweek.category.CategoryPath;
import dev.payweek.ledger.Entry;
import dev.payweek.ledger.EntryDetails;
import dev.payweek.ledger.EntryDraft;
import dev.payweek.ledger.EntryKind;
import dev.payweek.money.Money;
import dev.payweek.period.PaySchedule;
import dev.payweek.plan.Bill;
import dev.payweek.plan.Carry;
import dev.payweek.plan.PaySource;
import dev.payweek.plan.Per;
import dev.payweek.plan.Rollover;
import dev.payweek.rule.Comparison;
import dev.payweek.rule.Field;
import dev.payweek.rule.Operator;
import dev.payweek.store.EntryQuery;
import dev.payweek.store.LedgerStore;
import dev.payweek.store.StoreProvider;
import dev.payweek.store.StoreProvider.Access;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * What a report costs with five pay sources, forty bills, twenty limits that roll over both ways and a carried
 * leftover: in a ledger of 1,000 entries over one year, and in one of many more over ten. Reads by themselves, and the
 * first one after a write and after a change of the plan, on SQLite; and the first one of a process.
 */
public final class FlatCost {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final Clock NOON =
            Clock.fixed(TODAY.atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC), ZoneOffset.UTC);
    private static final int SOURCES = 5;
    private static final int BILLS = 40;
    private static final int LIMITS = 20;
    private static final int AT_A_TIME = 5_000;
    private static final int ROUNDS = 9;
    private static final int CALLS = 40;

    private FlatCost() {}

    /**
     * Runs the comparison.
     *
     * @param arguments how many entries the large ledger has, and over how many years; 1,000,000 and 10 by default
     */
    public static void main(String[] arguments) throws IOException {
        int many = arguments.length < 1 ? 1_000_000 : Integer.parseInt(arguments[0]);
        int years = arguments.length < 2 ? 10 : Integer.parseInt(arguments[1]);
        Path folder = Files.createTempDirectory("payweek-benchmark");
        String small = "jdbc:sqlite:" + folder.resolve("small.db");
        String large = "jdbc:sqlite:" + folder.resolve("large.db");
        fill(small, 1_000, 1);
        fill(large, many, years);
        try (Budget one = open(small);
                Budget other = open(large)) {
            System.out.printf("first answer of a process: %d us CPU, %d us%n", first(one), first(other));
            compare("report", one, other, FlatCost::report);
            compare("report after a write", one, other, FlatCost::reportAfterWrite);
            compare("report after pay", one, other, FlatCost::reportAfterPay);
            afterPlan("a limit", one, other, FlatCost::reportAfterLimit);
            afterPlan("a bill", one, other, FlatCost::reportAfterBill);
            one.keepPoint();
            other.keepPoint();
        }
        try (Budget one = open(small);
                Budget other = open(large)) {
            System.out.printf("first answer from the kept point: %d us CPU, %d us%n", first(one), first(other));
        }
    }

    private static Budget open(String url) {
        return Budget.open(url, Access.READ_WRITE, NOON);
    }

    private static void fill(String url, int entries, int years) {
        try (Budget budget = open(url)) {
            budget.change("benchmark", FlatCost::plan);
        }
        try (LedgerStore store = StoreProvider.of(url).open(url, Access.READ_WRITE)) {
            Random random = new Random(1);
            List<Entry> planned = new ArrayList<>();
            for (int day = 0; day < years * 365; day++) {
                regular(TODAY.minusDays(day), planned);
            }
            int done = planned.size();
            PlainEntries.add(store, planned);
            while (done < entries) {
                List<Entry> some = new ArrayList<>();
                for (int i = 0; i < Math.min(AT_A_TIME, entries - done); i++) {
                    LocalDate day = TODAY.minusDays(random.nextInt(years * 365));
                    some.add(expense(
                            day,
                            100 + random.nextInt(9_900),
                            "Merchant " + random.nextInt(2_000),
                            "Fun:Place " + random.nextInt(LIMITS)));
                }
                PlainEntries.add(store, some);
                done += some.size();
            }
        }
    }

    private static void plan(BudgetEdit edit) {
        LocalDate begin = LocalDate.of(2016, 1, 1);
        for (int i = 0; i < SOURCES; i++) {
            PaySource source = PaySource.of(
                            "job " + i,
                            i == 0 ? PaySchedule.everyTwoWeeks(LocalDate.of(2026, 11, 20)) : PaySchedule.monthly(5 * i))
                    .matching(Comparison.of(Field.TITLE, Operator.IS, "Employer " + i));
            edit.put(i == 0 ? source.primaryFrom(begin) : source);
        }
        for (int i = 0; i < BILLS; i++) {
            Bill bill = Bill.of("bill " + i, CategoryPath.of("Bills:Kind " + i), PaySchedule.monthly(1 + i % 28));
            edit.put(i % 2 == 0 ? bill : bill.matching(Comparison.of(Field.TITLE, Operator.IS, "Utility " + i)));
        }
        for (int i = 0; i < LIMITS; i++) {
            Per per = i % 2 == 0 ? Per.WEEK : Per.PERIOD;
            edit.limit("Fun:Place " + i, Money.of("50.00", "USD"), per, begin, Rollover.of(Rollover.Policy.BOTH));
        }
        edit.carry(Carry.of(Rollover.Policy.BOTH));
    }

    /** Pay and bills of one day. */
    private static void regular(LocalDate day, List<Entry> entries) {
        for (int i = 0; i < SOURCES; i++) {
            boolean payday = i == 0
                    ? (LocalDate.of(2026, 11, 20).toEpochDay() - day.toEpochDay()) % 14 == 0
                    : day.getDayOfMonth() == 5 * i;
            if (payday) {
                entries.add(PlainEntries.income(EntryDetails.of(day, Money.of("1000.00", "USD"), "Employer " + i)));
            }
        }
        for (int i = 0; i < BILLS; i++) {
            if (day.getDayOfMonth() == 1 + i % 28) {
                entries.add(expense(day, 4_000 + i, "Utility " + i, "Bills:Kind " + i));
            }
        }
    }

    private static Entry expense(LocalDate day, int minorUnits, String title, String category) {
        return PlainEntries.expense(
                EntryDetails.of(day, Money.ofMinor(minorUnits, SampleLedger.USD), title), CategoryPath.of(category));
    }

    /** Some work whose cost is counted. */
    private interface Work {
        /** Does it and returns what it cost in nanoseconds. */
        long cost(Budget budget);
    }

    private static long report(Budget budget) {
        long before = cpu();
        budget.answer(TODAY);
        return cpu() - before;
    }

    private static long first(Budget budget) {
        return report(budget) / 1_000;
    }

    private static long reportAfterWrite(Budget budget) {
        budget.add(EntryDraft.expense(Money.of("1.00", "USD"), "Merchant 7")
                .category("Fun:Place 7")
                .on(TODAY));
        return report(budget);
    }

    private static long reportAfterPay(Budget budget) {
        Entry pay =
                budget.add(EntryDraft.income(Money.of("1.00", "USD"), "Gift").on(TODAY));
        long cost = report(budget);
        budget.change("benchmark", edit -> edit.delete(pay.kind(), pay.id()));
        return cost;
    }

    private static long reportAfterLimit(Budget budget) {
        int amount = Math.toIntExact(budget.version() % 1_000);
        budget.limit("Fun:Place 0", Money.ofMinor(5_000 + amount, SampleLedger.USD), Per.WEEK);
        return report(budget);
    }

    private static long reportAfterBill(Budget budget) {
        int day = 1 + Math.toIntExact(budget.version() % 28);
        budget.bill(Bill.of("bill 1", CategoryPath.of("Bills:Kind 1"), PaySchedule.monthly(day)));
        return report(budget);
    }

    /** What a report costs after the plan has changed, so that the past is reckoned again. */
    private static void afterPlan(String what, Budget small, Budget large, Work work) {
        long[] ofSmall = new long[ROUNDS];
        long[] ofLarge = new long[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            ofSmall[round] = work.cost(small);
            ofLarge[round] = work.cost(large);
        }
        System.out.printf(
                "report after %s changed: %d us CPU, %d us%n", what, median(ofSmall) / 1_000, median(ofLarge) / 1_000);
    }

    private static void compare(String what, Budget small, Budget large, Work work) {
        long[] ofSmall = new long[ROUNDS];
        long[] ofLarge = new long[ROUNDS];
        for (int round = -3; round < ROUNDS; round++) {
            long one = rounds(small, work);
            long other = rounds(large, work);
            if (round >= 0) {
                ofSmall[round] = one;
                ofLarge[round] = other;
            }
        }
        System.out.printf(
                "%s: %d us CPU at 1,000 entries over a year, %d us at %d, ratio %.2f%n",
                what,
                median(ofSmall) / 1_000,
                median(ofLarge) / 1_000,
                large.<Long>read(FlatCost::expenses),
                (double) median(ofLarge) / median(ofSmall));
    }

    private static long expenses(BudgetView view) {
        return view.countEntries(EntryQuery.all(EntryKind.EXPENSE));
    }

    private static long rounds(Budget budget, Work work) {
        long sum = 0;
        for (int i = 0; i < CALLS; i++) {
            sum += work.cost(budget);
        }
        return sum / CALLS;
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static long median(long[] values) {
        long[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
