package dev.payweek.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.payweek.category.Categories;
import dev.payweek.category.Category;
import dev.payweek.category.CategoryPath;
import dev.payweek.ledger.DayTotal;
import dev.payweek.ledger.EntryKind;
import dev.payweek.ledger.LedgerSettings;
import dev.payweek.money.Money;
import dev.payweek.period.DateSpan;
import dev.payweek.period.PaySchedule;
import dev.payweek.period.Paycheck;
import dev.payweek.plan.LimitStatus;
import dev.payweek.plan.Per;
import dev.payweek.plan.Plan;
import dev.payweek.plan.Reserved;
import dev.payweek.plan.SoftLimit;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BudgetReportTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    private PaySchedule schedule = PaySchedule.everyTwoWeeks(LocalDate.of(2026, 11, 20));
    private final List<Category> categories = new ArrayList<>(Categories.STANDARD);
    private final List<Paycheck> paychecks = new ArrayList<>();
    private final List<SoftLimit> limits = new ArrayList<>();
    private final List<Reserved> reserved = new ArrayList<>();
    private final List<DayTotal> totals = new ArrayList<>();

    private static LocalDate day(String day) {
        return LocalDate.parse(day);
    }

    private static Money usd(String amount) {
        return Money.of(amount, "USD");
    }

    private void paid(String day, String amount) {
        paychecks.add(new Paycheck(100 + paychecks.size(), day(day), usd(amount), false));
        came(day, amount);
    }

    private void came(String day, String amount) {
        totals.add(new DayTotal(
                day(day), EntryKind.INCOME, Optional.empty(), usd(amount).minorUnits(), 1, 0));
    }

    private void spent(String day, String category, String amount) {
        totals.add(new DayTotal(
                day(day),
                EntryKind.EXPENSE,
                Optional.of(CategoryPath.of(category)),
                usd(amount).minorUnits(),
                1,
                category.equals("Other") ? 1 : 0));
    }

    private void limit(String category, String amount, Per per) {
        limits.add(new SoftLimit(CategoryPath.of(category), usd(amount), per, day("2026-01-01")));
    }

    private BudgetReport report(LocalDate day, ReportView view) {
        LedgerSettings settings =
                LedgerSettings.fresh(Money.currency("USD"), ZoneOffset.UTC).with(schedule);
        return BudgetReport.of(
                new ReportInput(settings, paychecks, new Categories(categories), new Plan(limits, reserved), totals),
                day,
                view);
    }

    private BudgetReport week() {
        return report(TODAY, ReportView.WEEK);
    }

    private static CategoryLine line(BudgetReport report, String category) {
        return lines(report.categories()).stream()
                .filter(line -> line.category().name().equals(category))
                .findFirst()
                .orElseThrow();
    }

    private static List<CategoryLine> lines(List<CategoryLine> lines) {
        List<CategoryLine> all = new ArrayList<>(lines);
        lines.forEach(line -> all.addAll(lines(line.children())));
        return all;
    }

    @Test
    void without_a_paycheck_the_expected_one_is_used_and_named_so() {
        schedule = schedule.expecting(usd("1400.00"));
        came("2026-11-21", "60.00");
        BudgetReport week = week();
        assertEquals(new ReportPaycheck(Optional.empty(), day("2026-11-20"), usd("1400.00"), true), week.paycheck());
        assertEquals(usd("730.00"), week.income());
    }

    @Test
    void without_a_word_of_the_plan_the_last_paycheck_is_expected_again() {
        paid("2026-10-23", "1200.00");
        paid("2026-11-06", "1300.00");
        assertEquals(usd("1300.00"), week().paycheck().amount());
        assertTrue(week().paycheck().expected());
        assertEquals(usd("650.00"), week().income());
    }

    @Test
    void of_two_paychecks_on_the_last_day_the_later_entered_is_expected_again() {
        paid("2026-11-06", "1300.00");
        paid("2026-11-06", "200.00");
        assertEquals(usd("200.00"), week().paycheck().amount());
    }

    @Test
    void a_ledger_that_knows_nothing_reports_nothing() {
        BudgetReport week = week();
        assertEquals(usd("0.00"), week.income());
        assertEquals(usd("0.00"), week.safeToSpendPerDay());
        assertEquals("0.00 %", week.shareSpent().toString());
        assertEquals(usd("0.00"), week.pace().projected());
        assertEquals(4, week.categories().size());
        assertTrue(week.categories().stream().allMatch(line -> line.share().tenThousandths() == 0));
    }

    @Test
    void a_paycheck_that_lies_ahead_is_still_only_expected() {
        paid("2026-11-24", "1500.00");
        BudgetReport on22 = report(TODAY, ReportView.PAY_PERIOD);
        // The paycheck of the 24th replaces the planned 20th, so the 22nd still belongs to the period before.
        assertEquals(day("2026-11-24"), on22.period().span().endExclusive());
        assertTrue(on22.paycheck().expected());
        schedule = schedule.withTolerance(0);
        BudgetReport planned = report(TODAY, ReportView.PAY_PERIOD);
        assertTrue(planned.paycheck().expected());
        assertEquals(usd("0.00"), planned.income());
        assertFalse(report(day("2026-11-24"), ReportView.PAY_PERIOD).paycheck().expected());
    }

    @Test
    void all_paychecks_and_other_income_of_the_period_count() {
        paid("2026-11-20", "1500.00");
        paid("2026-11-22", "100.00");
        came("2026-11-21", "50.00");
        came("2026-11-23", "7.00");
        came("2026-11-19", "9.00");
        BudgetReport period = report(TODAY, ReportView.PAY_PERIOD);
        assertEquals(
                new ReportPaycheck(Optional.of(100L), day("2026-11-20"), usd("1600.00"), false), period.paycheck());
        assertEquals(usd("1650.00"), period.income());
        assertEquals(usd("825.00"), week().income());
    }

    @Test
    void spending_of_the_week_and_of_the_period_are_told_apart() {
        paid("2026-11-20", "1400.00");
        spent("2026-11-19", "Fun", "1.00");
        spent("2026-11-20", "Fun", "2.00");
        spent("2026-11-27", "Fun", "4.00");
        spent("2026-11-28", "Fun", "8.00");
        spent("2026-12-03", "Fun", "16.00");
        spent("2026-12-04", "Fun", "32.00");
        BudgetReport second = report(day("2026-11-28"), ReportView.WEEK);
        assertEquals(new DateSpan(day("2026-11-27"), day("2026-12-04")), second.span());
        assertEquals(usd("12.00"), second.spent());
        assertEquals(usd("16.00"), second.upcoming());
        assertEquals(usd("688.00"), second.remaining());
        assertEquals(6, second.daysLeft());
        assertEquals(usd("114.66"), second.safeToSpendPerDay());
        BudgetReport period = report(day("2026-11-28"), ReportView.PAY_PERIOD);
        assertEquals(usd("14.00"), period.spent());
        assertEquals(usd("16.00"), period.upcoming());
        assertEquals(usd("1386.00"), period.remaining());
        assertEquals(new DateSpan(day("2026-11-20"), day("2026-12-04")), period.span());
        assertEquals(day("2026-11-28"), period.asOf());
        // Day 9 of 14: 1400 × 9 ÷ 14, and 14 × 14 ÷ 9.
        assertEquals(new Pace(usd("900.00"), usd("-886.00"), usd("21.78")), period.pace());
    }

    @Test
    void upcoming_entries_are_not_yet_spent_and_in_no_category() {
        paid("2026-11-20", "1400.00");
        spent("2026-11-23", "Fun", "40.00");
        spent("2026-11-22", "Fun", "2.00");
        BudgetReport week = week();
        assertEquals(usd("2.00"), week.spent());
        assertEquals(usd("40.00"), week.upcoming());
        assertEquals(usd("2.00"), line(week, "Fun").spent());
    }

    @Test
    void overspent_leaves_less_than_nothing_and_nothing_safe_to_spend() {
        paid("2026-11-20", "100.00");
        spent("2026-11-20", "Fun", "80.00");
        BudgetReport week = week();
        assertEquals(usd("-30.00"), week.remaining());
        assertEquals(usd("0.00"), week.safeToSpendPerDay());
        assertEquals("160.00 %", week.shareSpent().toString());
    }

    @Test
    void spent_to_the_cent_leaves_nothing_safe() {
        paid("2026-11-20", "100.00");
        spent("2026-11-20", "Fun", "50.00");
        assertEquals(usd("0.00"), week().remaining());
        assertEquals(usd("0.00"), week().safeToSpendPerDay());
    }

    @Test
    void more_set_aside_than_came_leaves_nothing_to_take_a_share_of() {
        paid("2026-11-20", "100.00");
        reserved.add(new Reserved("Rent", usd("300.00"), day("2026-01-01")));
        spent("2026-11-20", "Fun", "1.00");
        BudgetReport period = report(TODAY, ReportView.PAY_PERIOD);
        assertEquals(usd("-200.00"), period.discretionary());
        assertEquals("0.00 %", period.shareSpent().toString());
        assertEquals(usd("-201.00"), period.remaining());
    }

    @Test
    void an_amount_set_aside_in_the_second_week_is_shared_by_both() {
        paid("2026-11-20", "1400.00");
        reserved.add(new Reserved("Rent", usd("900.00"), day("2026-11-29")));
        reserved.add(new Reserved("Later", usd("5.00"), day("2026-12-04")));
        assertEquals(usd("450.00"), week().reserved());
        assertEquals(usd("450.00"), report(day("2026-11-30"), ReportView.WEEK).reserved());
        assertEquals(usd("900.00"), report(TODAY, ReportView.PAY_PERIOD).reserved());
    }

    @Test
    void the_weeks_of_a_period_sum_to_it_stub_included() {
        schedule = PaySchedule.monthly(1);
        paid("2026-11-01", "1000.01");
        reserved.add(new Reserved("Rent", usd("333.33"), day("2026-11-20")));
        Money sum = usd("0.00");
        for (String day : List.of("2026-11-01", "2026-11-08", "2026-11-15", "2026-11-22", "2026-11-29")) {
            sum = sum.plus(report(day(day), ReportView.WEEK).discretionary());
        }
        assertEquals(usd("666.68"), sum);
        assertEquals(usd("666.68"), report(TODAY, ReportView.PAY_PERIOD).discretionary());
        BudgetReport stub = report(day("2026-11-30"), ReportView.WEEK);
        assertTrue(stub.week().isStub());
        assertEquals(new DateSpan(day("2026-11-29"), day("2026-12-01")), stub.span());
        assertEquals(1, stub.daysLeft());
        assertEquals(usd("44.45"), stub.discretionary());
    }

    @Test
    void what_is_not_discretionary_is_shown_and_not_counted() {
        categories.add(new Category(CategoryPath.of("Home"), false, false));
        paid("2026-11-20", "1400.00");
        spent("2026-11-20", "Home:Rent", "300.00");
        spent("2026-11-21", "Fun", "100.00");
        spent("2026-11-25", "Home", "9.00");
        BudgetReport week = week();
        assertEquals(usd("100.00"), week.spent());
        assertEquals(usd("0.00"), week.upcoming());
        assertFalse(line(week, "Home").discretionary());
        assertFalse(line(week, "Home:Rent").discretionary());
        assertEquals(usd("300.00"), line(week, "Home").spent());
        assertEquals("75.00 %", line(week, "Home").share().toString());
        assertEquals("25.00 %", line(week, "Fun").share().toString());
    }

    @Test
    void refunds_lower_what_was_spent_and_a_credit_has_no_share() {
        paid("2026-11-20", "1400.00");
        spent("2026-11-20", "Fun", "30.00");
        spent("2026-11-21", "Fun:Coffee", "-10.00");
        spent("2026-11-21", "Other", "-50.00");
        spent("2026-11-21", "Predictable Necessities", "40.00");
        limit("Other", "10.00", Per.WEEK);
        BudgetReport week = week();
        assertEquals(usd("10.00"), week.spent());
        assertEquals(usd("20.00"), line(week, "Fun").spent());
        assertEquals("33.33 %", line(week, "Fun").share().toString());
        assertEquals("66.67 %", line(week, "Predictable Necessities").share().toString());
        assertEquals("0.00 %", line(week, "Other").share().toString());
        assertEquals(usd("60.00"), line(week, "Other").remaining().orElseThrow());
        assertEquals(LimitStatus.WITHIN, line(week, "Other").status());
        assertEquals("0.00 %", line(week, "Fun:Coffee").share().toString());
    }

    @Test
    void shares_of_the_groups_sum_to_one() {
        for (String group : List.of("Fun", "Other", "Predictable Necessities")) {
            spent("2026-11-20", group, "10.00");
        }
        spent("2026-11-20", "Fun:Bars", "0.00");
        assertEquals(
                List.of("33.34 %", "33.33 %", "0.00 %", "33.33 %"),
                week().categories().stream()
                        .map(line -> line.share().toString())
                        .toList());
    }

    @Test
    void a_share_below_a_group_is_of_all_that_was_spent() {
        spent("2026-11-20", "Fun:Bars", "20.00");
        spent("2026-11-20", "Fun:Coffee", "10.00");
        spent("2026-11-20", "Other", "-50.00");
        spent("2026-11-20", "Predictable Necessities", "10.00");
        BudgetReport week = week();
        assertEquals("75.00 %", line(week, "Fun").share().toString());
        assertEquals("50.00 %", line(week, "Fun:Bars").share().toString());
        assertEquals("25.00 %", line(week, "Fun:Coffee").share().toString());
    }

    @Test
    void each_limit_says_how_it_stands() {
        spent("2026-11-20", "Fun:Bars", "95.00");
        spent("2026-11-20", "Fun:Coffee", "6.00");
        spent("2026-11-21", "Fun:Coffee", "3.00");
        spent("2026-11-20", "Other", "5.00");
        limit("Fun", "100.00", Per.WEEK);
        limit("Fun:Coffee", "20.00", Per.PAY_PERIOD);
        limit("Other", "5.01", Per.WEEK);
        limit("Unpredictable Necessities:Doctor", "50.00", Per.WEEK);
        BudgetReport week = week();
        assertEquals(LimitStatus.OVER, line(week, "Fun").status());
        assertEquals(usd("104.00"), line(week, "Fun").spent());
        assertEquals(usd("-4.00"), line(week, "Fun").remaining().orElseThrow());
        assertEquals(3, line(week, "Fun").count());
        assertEquals(usd("0.00"), line(week, "Fun").carryIn());
        assertEquals(LimitStatus.NO_LIMIT, line(week, "Fun:Bars").status());
        assertEquals(Optional.empty(), line(week, "Fun:Bars").remaining());
        assertEquals(Optional.of(usd("10.00")), line(week, "Fun:Coffee").limit());
        assertEquals(LimitStatus.NEAR, line(week, "Fun:Coffee").status());
        assertEquals(LimitStatus.NEAR, line(week, "Other").status());
        CategoryLine doctor = line(week, "Unpredictable Necessities:Doctor");
        assertEquals(LimitStatus.WITHIN, doctor.status());
        assertEquals(0, doctor.count());
        assertEquals(
                Optional.of(usd("20.00")),
                line(report(TODAY, ReportView.PAY_PERIOD), "Fun:Coffee").limit());
        assertEquals(
                Optional.of(usd("200.00")),
                line(report(TODAY, ReportView.PAY_PERIOD), "Fun").limit());
    }

    @Test
    void a_limit_applies_from_the_week_it_begins_in() {
        limits.add(new SoftLimit(CategoryPath.of("Fun"), usd("9.00"), Per.WEEK, day("2026-11-27")));
        assertEquals(LimitStatus.NO_LIMIT, line(week(), "Fun").status());
        assertEquals(
                LimitStatus.WITHIN,
                line(report(day("2026-11-27"), ReportView.WEEK), "Fun").status());
    }

    @Test
    void groups_come_by_name_other_last_with_what_lies_below_and_archived_ones_only_when_spent_in() {
        categories.add(new Category(CategoryPath.of("Old"), true, true));
        categories.add(new Category(CategoryPath.of("Gone"), true, true));
        categories.add(Category.of("Fun:Unused"));
        spent("2026-11-20", "Old:Deep:Down", "1.00");
        List<String> shown = lines(week().categories()).stream()
                .map(line -> line.category().name())
                .toList();
        assertEquals(
                List.of(
                        "Fun",
                        "Old",
                        "Predictable Necessities",
                        "Unpredictable Necessities",
                        "Other",
                        "Old:Deep",
                        "Old:Deep:Down"),
                shown);
    }

    @Test
    void what_nobody_has_placed_is_counted() {
        spent("2026-11-20", "Other", "1.00");
        spent("2026-11-21", "Other", "1.00");
        spent("2026-11-21", "Fun", "1.00");
        spent("2026-11-24", "Other", "1.00");
        assertEquals(2, week().uncategorised());
    }
}
