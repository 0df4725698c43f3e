package dev.payweek.report;

import static dev.payweek.testkit.ForAll.forAll;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.payweek.category.CategoryPath;
import dev.payweek.ledger.Expense;
import dev.payweek.ledger.MonthTotal;
import dev.payweek.money.Money;
import dev.payweek.money.Ratio;
import dev.payweek.testkit.Samples;
import java.time.YearMonth;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExpenseSummaryTest {

    private static final Currency USD = Money.currency("USD");

    private static MonthTotal total(String month, String category, long cents, long count) {
        return new MonthTotal(YearMonth.parse(month), CategoryPath.of(category), cents, count);
    }

    @Test
    void expenses_are_added_up_in_all_by_category_and_by_month() {
        ExpenseSummary summary = ExpenseSummary.of(
                List.of(
                        total("2026-11", "Fun", 1_000, 2),
                        total("2026-11", "Other", 500, 1),
                        total("2026-10", "Fun", 2_000, 3),
                        total("2026-10", "Home", -700, 1),
                        total("2026-12", "Eat", 500, 4)),
                List.of(),
                USD);
        assertEquals(11, summary.totalCount());
        assertEquals(Money.ofMinor(3_300, USD), summary.totalAmount());
        assertEquals(
                List.of(
                        "Fun 5 30.00 USD 75.00 %",
                        "Eat 4 5.00 USD 12.50 %", "Other 1 5.00 USD 12.50 %", "Home 1 -7.00 USD 0.00 %"),
                summary.byCategory().stream()
                        .map(one -> one.category() + " " + one.count() + " " + one.amount() + " " + one.share())
                        .toList());
        assertEquals(
                List.of("2026-10 4 13.00 USD", "2026-11 3 15.00 USD", "2026-12 4 5.00 USD"),
                summary.byMonth().stream()
                        .map(one -> one.month() + " " + one.count() + " " + one.amount())
                        .toList());
    }

    @Test
    void an_expense_that_is_split_counts_once_in_all_in_its_month_and_in_each_category() {
        Expense split = Samples.split(1, "2026-11-20", "Fun", "7.00", "Fun", "3.00");
        Expense other = Samples.split(2, "2026-11-21", "Fun", "1.00", "Home", "2.00");
        List<MonthTotal> totals = List.of(total("2026-11", "Fun", 1_100, 3), total("2026-11", "Home", 200, 1));
        ExpenseSummary summary = ExpenseSummary.of(totals, List.of(split, other), USD);
        assertEquals(2, summary.totalCount());
        assertEquals(
                List.of("Fun 2", "Home 1"),
                summary.byCategory().stream()
                        .map(one -> one.category() + " " + one.count())
                        .toList());
        assertEquals(2, summary.byMonth().get(0).count());
    }

    @Test
    void nothing_spent_has_no_shares() {
        ExpenseSummary none = ExpenseSummary.of(List.of(), List.of(), USD);
        assertEquals(new ExpenseSummary(0, Money.zero(USD), List.of(), List.of()), none);
        ExpenseSummary credit = ExpenseSummary.of(List.of(total("2026-11", "Fun", -5, 1)), List.of(), USD);
        assertEquals(Ratio.ZERO, credit.byCategory().get(0).share());
        assertEquals(Money.ofMinor(-5, USD), credit.totalAmount());
    }

    @Test
    void categories_and_months_sum_to_the_total_and_shares_to_one() {
        forAll(2_000, dice -> {
            List<MonthTotal> totals = dice.listOf(
                    0,
                    30,
                    () -> total(
                            "2026-0" + dice.between(1, 9),
                            dice.oneOf("Fun", "Fun:Bars", "Other", "Home"),
                            dice.between(-10_000L, 1_000_000L),
                            dice.between(1L, 9L)));
            ExpenseSummary summary = ExpenseSummary.of(totals, List.of(), USD);
            Money byCategory = summary.byCategory().stream()
                    .map(ExpenseSummary.CategoryAmount::amount)
                    .reduce(Money.zero(USD), Money::plus);
            Money byMonth = summary.byMonth().stream()
                    .map(ExpenseSummary.MonthAmount::amount)
                    .reduce(Money.zero(USD), Money::plus);
            assertEquals(summary.totalAmount(), byCategory);
            assertEquals(summary.totalAmount(), byMonth);
            boolean any =
                    summary.byCategory().stream().anyMatch(one -> one.amount().isPositive());
            assertEquals(
                    any ? 10_000 : 0,
                    summary.byCategory().stream()
                            .mapToLong(one -> one.share().tenThousandths())
                            .sum());
        });
    }
}
