package dev.payweek.benchmarks;

import dev.payweek.budget.Budget;
import dev.payweek.budget.BudgetEdit;
import dev.payweek.category.CategoryPath;
import dev.payweek.ledger.EntryDraft;
import dev.payweek.money.Money;
import dev.payweek.period.PaySchedule;
import dev.payweek.plan.Bill;
import dev.payweek.plan.Per;
import dev.payweek.plan.Rollover;
import dev.payweek.rule.RuleDraft;
import dev.payweek.rule.When;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Currency;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * A household's ledger of ten years, the same each time it is made: pay every two weeks, 2,000 merchants of which few
 * are visited often, rules, bills, and limits that roll over.
 */
final class SampleLedger {

    static final Currency USD = Money.currency("USD");

    private static final int DAYS = 3_650;
    private static final int MERCHANTS = 2_000;
    private static final int CATEGORIES = 20;
    private static final int BILLS = 40;
    private static final int AT_A_TIME = 5_000;

    private final LocalDate today;
    private final SplittableRandom dice = new SplittableRandom(17);
    private final double[] upTo = new double[MERCHANTS];

    SampleLedger(LocalDate today) {
        this.today = today;
        double sum = 0;
        for (int i = 0; i < MERCHANTS; i++) {
            sum += 1.0 / (i + 1);
            upTo[i] = sum;
        }
    }

    /** Fills an empty budget with so many expenses and rules. */
    void fill(Budget budget, int expenses, int rules) {
        budget.change("benchmark", edit -> plan(edit, rules));
        for (int done = 0; done < expenses; done += AT_A_TIME) {
            int from = done;
            int count = Math.min(AT_A_TIME, expenses - done);
            budget.change("benchmark", edit -> {
                for (int i = from; i < from + count; i++) {
                    edit.add(expense(today.minusDays((long) i * DAYS / expenses)));
                }
            });
        }
    }

    private void plan(BudgetEdit edit, int rules) {
        edit.paidOn(PaySchedule.everyTwoWeeks(today.minusDays(2)));
        for (int i = 0; i < CATEGORIES; i++) {
            edit.limit(category(i), usd(20_000), Per.WEEK, today.minusDays(DAYS), Rollover.of(Rollover.Policy.BOTH));
        }
        for (int i = 0; i < rules; i++) {
            edit.add(RuleDraft.of(
                    "rule " + i, When.when().title().contains(merchant(i)).then(category(i))));
        }
        for (int i = 0; i < BILLS; i++) {
            edit.put(Bill.of("Bill " + i, CategoryPath.of("Other:Bill " + i), PaySchedule.monthly(1 + i % 28))
                    .costing(usd(1_000 + 100L * i)));
        }
        for (int week = 0; week < DAYS / 7; week += 2) {
            edit.add(EntryDraft.income(usd(180_000), "Paycheck").on(today.minusDays(2 + 7L * week)));
        }
    }

    private EntryDraft expense(LocalDate day) {
        int merchant = merchant();
        return EntryDraft.expense(usd(100 + dice.nextInt(9_900)), merchant(merchant) + " " + dice.nextInt(100))
                .category(category(merchant))
                .on(day);
    }

    private int merchant() {
        double place = dice.nextDouble() * upTo[MERCHANTS - 1];
        int found = Arrays.binarySearch(upTo, place);
        return Math.min(MERCHANTS - 1, found < 0 ? -found - 1 : found);
    }

    static String merchant(int number) {
        return "Merchant " + Integer.toString(number + 1_296, 36).toUpperCase(Locale.ROOT) + "x";
    }

    static String category(int number) {
        return (number % 2 == 0 ? "Fun:Place " : "Other:Place ") + number % CATEGORIES;
    }

    private static Money usd(long cents) {
        return Money.ofMinor(cents, USD);
    }
}
