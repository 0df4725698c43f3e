package dev.payweek.benchmarks;

import dev.payweek.budget.Budget;
import dev.payweek.ledger.EntryDraft;
import dev.payweek.money.Money;
import dev.payweek.period.DateSpan;
import dev.payweek.period.PaySchedule;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Currency;
import java.util.Random;
import java.util.function.Consumer;

/**
 * What a report and a summary cost in a ledger of 1,000 expenses and in one of many more, over the same ten years and
 * the same eight categories. The sums of days and months should make the ratio one.
 */
public final class ReportCost {

    private static final Currency USD = Money.currency("USD");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final int MONTHS = 120;
    private static final int PLACES = 8;
    private static final int AT_A_TIME = 5_000;
    private static final int ROUNDS = 15;
    private static final int CALLS = 200;

    private ReportCost() {}

    /**
     * Runs the comparison.
     *
     * @param arguments how many expenses the large ledger has; 1,000,000 by default
     */
    public static void main(String[] arguments) throws IOException {
        int many = arguments.length == 0 ? 1_000_000 : Integer.parseInt(arguments[0]);
        Path folder = Files.createTempDirectory("payweek-benchmark");
        try (Budget small = filled(folder.resolve("small.db"), 1_000);
                Budget large = filled(folder.resolve("large.db"), many)) {
            compare("report", small, large, many, budget -> budget.answer(TODAY));
            compare("summary of a month", small, large, many, budget -> budget.summary(DateSpan.ofDays(TODAY, 30)));
            compare("summary of everything", small, large, many, budget -> budget.summary(DateSpan.ALWAYS));
        }
    }

    private static Budget filled(Path file, int expenses) {
        Budget budget = Budget.open("jdbc:sqlite:" + file);
        budget.paidOn(PaySchedule.everyTwoWeeks(LocalDate.of(2026, 11, 20)));
        Random random = new Random(1);
        for (int done = 0; done < expenses; done += AT_A_TIME) {
            int count = Math.min(AT_A_TIME, expenses - done);
            int from = done;
            budget.write("benchmark", edit -> {
                for (int i = 0; i < count; i++) {
                    Money amount = Money.ofMinor(100 + random.nextInt(9_900), USD);
                    int month = (from + i) % MONTHS;
                    LocalDate day = TODAY.minusMonths(month).minusDays(random.nextInt(14));
                    String place = "Fun:Place " + (from + i) / MONTHS % PLACES;
                    edit.add(EntryDraft.expense(amount, "Merchant " + random.nextInt(2_000))
                            .category(place)
                            .on(day));
                }
                return count;
            });
        }
        return budget;
    }

    private static void compare(String what, Budget small, Budget large, int many, Consumer<Budget> work) {
        long[] ofSmall = new long[ROUNDS];
        long[] ofLarge = new long[ROUNDS];
        for (int round = -3; round < ROUNDS; round++) {
            long one = cpuNanos(small, work);
            long other = cpuNanos(large, work);
            if (round >= 0) {
                ofSmall[round] = one;
                ofLarge[round] = other;
            }
        }
        System.out.printf(
                "%s: %d us CPU at 1000 expenses, %d us at %d, ratio %.2f%n",
                what,
                median(ofSmall) / 1_000,
                median(ofLarge) / 1_000,
                many,
                (double) median(ofLarge) / median(ofSmall));
    }

    private static long cpuNanos(Budget budget, Consumer<Budget> work) {
        long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        for (int i = 0; i < CALLS; i++) {
            work.accept(budget);
        }
        return (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before) / CALLS;
    }

    private static long median(long[] values) {
        long[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
