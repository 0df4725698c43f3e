package dev.payweek.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.payweek.budget.Budget;
import dev.payweek.budget.BudgetView;
import dev.payweek.category.CategoryPath;
import dev.payweek.ledger.EntryDraft;
import dev.payweek.money.Money;
import dev.payweek.period.PaySchedule;
import dev.payweek.plan.LimitStatus;
import dev.payweek.plan.Per;
import dev.payweek.plan.Rollover;
import dev.payweek.plan.Rollover.Policy;
import dev.payweek.refusal.LedgerException;
import dev.payweek.testkit.ForAll;
import dev.payweek.testkit.SettableClock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pay comes every two weeks from 2026-10-02; Fun has 100.00 a week from then on. */
class RolloverTest {

    private static final LocalDate START = LocalDate.of(2026, 10, 2);

    private final Budget budget =
            Budget.inMemory(new SettableClock(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC));

    RolloverTest() {
        budget.paidOn(PaySchedule.everyTwoWeeks(START));
    }

    private static Money usd(String amount) {
        return Money.of(amount, "USD");
    }

    private void limit(String amount, Per per, LocalDate from, Rollover rollover) {
        budget.write("ann", edit -> edit.limit("Fun", usd(amount), per, from, rollover));
    }

    private void spend(String amount, String day) {
        budget.add(EntryDraft.expense(usd(amount), "Concert").category("Fun").on(LocalDate.parse(day)));
    }

    private CategoryLine fun(LocalDate day, ReportView view) {
        return budget.read(view1 -> view1.report(day, view)).categories().stream()
                .filter(line -> line.category().equals(CategoryPath.of("Fun")))
                .findFirst()
                .orElseThrow();
    }

    private List<String> carriedIntoWeeks(int count) {
        List<String> carried = new ArrayList<>();
        for (int week = 0; week < count; week++) {
            Money in = fun(START.plusDays(7L * week), ReportView.WEEK).carryIn();
            carried.add(in.decimal().toString());
        }
        return carried;
    }

    @ParameterizedTest
    @CsvSource({
        "NONE, 0.00 0.00 0.00 0.00",
        "SURPLUS, 0.00 70.00 0.00 100.00",
        "DEFICIT, 0.00 0.00 -80.00 0.00",
        "BOTH, 0.00 70.00 -10.00 90.00",
    })
    void the_four_policies_over_a_thrifty_a_wild_and_an_idle_week(Policy policy, String carried) {
        limit("100.00", Per.WEEK, START, Rollover.of(policy));
        spend("30.00", "2026-10-03");
        spend("180.00", "2026-10-10");
        assertEquals(List.of(carried.split(" ")), carriedIntoWeeks(4));
    }

    @Test
    void the_worked_example_of_the_documents() {
        limit("100.00", Per.WEEK, START, Rollover.of(Policy.BOTH).cappedAt(usd("50.00")));
        spend("30.00", "2026-10-03");
        spend("180.00", "2026-10-10");
        assertEquals(List.of("0.00", "50.00", "-30.00", "50.00"), carriedIntoWeeks(4));
        CategoryLine second = fun(LocalDate.of(2026, 10, 15), ReportView.WEEK);
        assertEquals(usd("100.00"), second.limit().orElseThrow());
        assertEquals(usd("-30.00"), second.remaining().orElseThrow());
        assertEquals(LimitStatus.OVER, second.status());
        CategoryLine third = fun(LocalDate.of(2026, 10, 16), ReportView.WEEK);
        assertEquals(usd("70.00"), third.remaining().orElseThrow());
        CategoryLine period = fun(LocalDate.of(2026, 10, 16), ReportView.PAY_PERIOD);
        assertEquals(usd("200.00"), period.limit().orElseThrow());
        assertEquals(usd("-30.00"), period.carryIn());
        assertEquals(usd("170.00"), period.remaining().orElseThrow());
    }

    @Test
    void what_is_carried_into_a_period_comes_to_its_weeks_by_days() {
        limit("200.00", Per.PAY_PERIOD, START, Rollover.of(Policy.SURPLUS));
        spend("99.99", "2026-10-03");
        assertEquals(
                usd("100.01"),
                fun(LocalDate.of(2026, 10, 16), ReportView.PAY_PERIOD).carryIn());
        assertEquals(List.of("0.00", "0.00", "50.01", "50.00", "150.01", "150.00"), carriedIntoWeeks(6));
    }

    @Test
    void a_limit_that_begins_anew_forgets_what_was_before_and_another_does_not() {
        Rollover both = Rollover.of(Policy.BOTH);
        limit("100.00", Per.WEEK, START, both);
        limit("60.00", Per.WEEK, LocalDate.of(2026, 10, 16), both);
        limit("10.00", Per.WEEK, LocalDate.of(2026, 11, 1), both.restarted());
        assertEquals(List.of("0.00", "100.00", "200.00", "260.00", "0.00", "10.00"), carriedIntoWeeks(6));
    }

    @Test
    void a_limit_without_rollover_in_between_stops_what_was_carried() {
        Rollover both = Rollover.of(Policy.BOTH);
        limit("100.00", Per.WEEK, START, both);
        limit("100.00", Per.WEEK, LocalDate.of(2026, 10, 9), Rollover.NONE);
        limit("100.00", Per.WEEK, LocalDate.of(2026, 10, 16), both);
        assertEquals(List.of("0.00", "100.00", "0.00", "100.00"), carriedIntoWeeks(4));
    }

    @Test
    void a_weekly_limit_follows_one_of_the_period() {
        Rollover both = Rollover.of(Policy.BOTH);
        limit("100.00", Per.PAY_PERIOD, START, both);
        limit("20.00", Per.WEEK, LocalDate.of(2026, 10, 16), both);
        assertEquals(List.of("0.00", "0.00", "100.00", "120.00"), carriedIntoWeeks(4));
        assertEquals(
                usd("100.00"),
                fun(LocalDate.of(2026, 10, 29), ReportView.PAY_PERIOD).carryIn());
    }

    @Test
    void days_before_the_first_limit_carry_nothing() {
        limit("100.00", Per.WEEK, START, Rollover.of(Policy.BOTH));
        spend("30.00", "2026-09-30");
        assertEquals(
                usd("0.00"), fun(LocalDate.of(2026, 9, 20), ReportView.WEEK).carryIn());
        assertEquals(usd("0.00"), fun(START, ReportView.WEEK).carryIn());
    }

    @Test
    void what_lies_below_a_category_counts_for_its_rollover() {
        limit("100.00", Per.WEEK, START, Rollover.of(Policy.BOTH));
        budget.add(EntryDraft.expense(usd("40.00"), "Bar").category("Fun:Bars").on(START));
        budget.add(EntryDraft.expense(usd("40.00"), "Rent").category("Other").on(START));
        assertEquals(usd("60.00"), fun(START.plusDays(7), ReportView.WEEK).carryIn());
    }

    @Test
    void what_is_carried_is_all_limits_less_all_that_was_spent() {
        ForAll.forAll(200, dice -> {
            try (Budget own =
                    Budget.inMemory(new SettableClock(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC))) {
                own.paidOn(PaySchedule.everyTwoWeeks(START));
                own.write("ann", edit -> edit.limit("Fun", usd("100.00"), Per.WEEK, START, Rollover.of(Policy.BOTH)));
                long spent = 0;
                int weeks = dice.between(1, 12);
                for (int i = dice.between(0, 10); i > 0; i--) {
                    long cents = dice.between(-5_000L, 20_000L);
                    spent += cents;
                    own.add(EntryDraft.expense(Money.ofMinor(cents, Money.currency("USD")), "x")
                            .category("Fun")
                            .on(START.plusDays(dice.between(0L, 7L * weeks - 1))));
                }
                BudgetReport report = own.weekOf(START.plusDays(7L * weeks));
                assertEquals(
                        Money.ofMinor(10_000L * weeks - spent, Money.currency("USD")),
                        report.categories().get(0).carryIn());
            }
        });
    }

    @Test
    void the_history_shows_each_week_as_of_its_last_day_the_newest_first() {
        limit("100.00", Per.WEEK, START, Rollover.of(Policy.BOTH));
        spend("30.00", "2026-10-08");
        spend("5.00", "2026-10-20");
        List<BudgetReport> weeks = budget.read(view -> view.history(LocalDate.of(2026, 10, 20), ReportView.WEEK, 4));
        assertEquals(
                List.of("2026-10-20", "2026-10-15", "2026-10-08", "2026-10-01"),
                weeks.stream().map(week -> week.asOf().toString()).toList());
        assertEquals(
                List.of("5.00", "0.00", "30.00", "0.00"),
                weeks.stream().map(week -> week.spent().decimal().toString()).toList());
        for (BudgetReport week : weeks) {
            assertEquals(budget.weekOf(week.asOf()), week);
        }
        List<BudgetReport> periods =
                budget.read(view -> view.history(LocalDate.of(2026, 10, 20), ReportView.PAY_PERIOD, 3));
        assertEquals(
                List.of("2026-10-20", "2026-10-15", "2026-10-01"),
                periods.stream().map(period -> period.asOf().toString()).toList());
        assertEquals(budget.payPeriodOf(LocalDate.of(2026, 10, 15)), periods.get(1));
    }

    @ParameterizedTest
    @CsvSource({"0", "601", "-1"})
    void a_history_has_a_bounded_length(int count) {
        LedgerException refusal = assertThrows(
                LedgerException.class,
                () -> budget.read((BudgetView view) -> view.history(START, ReportView.WEEK, count)));
        assertEquals("The history has 1 to 600 periods.", refusal.getMessage());
    }

    @Test
    void a_history_ends_where_the_days_begin() {
        assertEquals(
                2,
                budget.read(view -> view.history(LocalDate.of(1900, 1, 10), ReportView.WEEK, 600))
                        .size());
    }
}
