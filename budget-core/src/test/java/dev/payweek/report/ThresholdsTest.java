package dev.payweek.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.payweek.category.Categories;
import dev.payweek.category.Category;
import dev.payweek.category.CategoryPath;
import dev.payweek.ledger.DayTotal;
import dev.payweek.ledger.EntryKind;
import dev.payweek.ledger.LedgerSettings;
import dev.payweek.money.Money;
import dev.payweek.period.DateSpan;
import dev.payweek.period.PaySchedule;
import dev.payweek.plan.Per;
import dev.payweek.plan.Plan;
import dev.payweek.plan.Rollover;
import dev.payweek.plan.Rollover.Policy;
import dev.payweek.plan.SoftLimit;
import dev.payweek.plan.ThresholdEvent;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Pay comes every two weeks, on 2026-11-20 too; Fun has 100.00 a week. */
class ThresholdsTest {

    private static final LocalDate PAYDAY = LocalDate.of(2026, 11, 20);
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final Instant EVENING = Instant.parse("2026-11-22T20:00:00Z");

    private final List<SoftLimit> limits = new ArrayList<>();
    private final List<DayTotal> totals = new ArrayList<>();

    ThresholdsTest() {
        limit("Fun", "100.00", Per.WEEK);
    }

    private static Money usd(String amount) {
        return Money.of(amount, "USD");
    }

    private void limit(String category, String amount, Per per) {
        limits.add(new SoftLimit(CategoryPath.of(category), usd(amount), per, PAYDAY.minusWeeks(4)));
    }

    private void spent(String amount, String category, LocalDate day) {
        totals.add(new DayTotal(
                day,
                EntryKind.EXPENSE,
                Optional.of(CategoryPath.of(category)),
                usd(amount).minorUnits(),
                1,
                0));
    }

    private ReportInput picture() {
        List<Category> categories = new ArrayList<>(Categories.STANDARD);
        categories.add(Category.of("Fun:Bars"));
        LedgerSettings settings =
                LedgerSettings.fresh(Money.currency("USD"), ZoneOffset.UTC).with(PaySchedule.everyTwoWeeks(PAYDAY));
        return new ReportInput(settings, List.of(), new Categories(categories), new Plan(limits, List.of()), totals);
    }

    private List<ThresholdEvent> due(LocalDate today, Instant now, List<ThresholdEvent> told) {
        return Thresholds.due(picture(), today, now, told);
    }

    private List<String> news(LocalDate today) {
        return told(due(today, NOON, List.of()));
    }

    private static List<String> told(List<ThresholdEvent> events) {
        return events.stream().map(ThresholdsTest::told).toList();
    }

    private static String told(ThresholdEvent event) {
        return (event.retracted() ? "not " : "") + event.threshold() + " " + event.span()
                + event.category().map(category -> " " + category).orElse("")
                + event.spent().map(spent -> " " + spent.decimal()).orElse("")
                + event.limit().map(limit -> " of " + limit.decimal()).orElse("");
    }

    private static final String PERIOD = DateSpan.ofDays(PAYDAY, 14).toString();
    private static final String FIRST = DateSpan.ofDays(PAYDAY, 7).toString();
    private static final String SECOND = DateSpan.ofDays(PAYDAY.plusDays(7), 7).toString();

    @Test
    void a_quiet_period_tells_only_that_it_has_begun() {
        spent("50.00", "Fun", PAYDAY);
        assertEquals(List.of("NEW_PERIOD " + PERIOD), news(PAYDAY.plusDays(2)));
    }

    @Test
    void going_over_a_limit_tells_that_it_came_near_too_with_the_figures() {
        spent("101.00", "Fun", PAYDAY);
        List<ThresholdEvent> due = due(PAYDAY.plusDays(2), NOON, List.of());
        assertEquals(
                List.of(
                        "NEW_PERIOD " + PERIOD,
                        "NEAR " + FIRST + " Fun 101.00 of 100.00",
                        "OVER " + FIRST + " Fun 101.00 of 100.00"),
                told(due));
        assertEquals(
                List.of("0 2026-11-22T12:00:00Z", "0 2026-11-22T12:00:00Z", "0 2026-11-22T12:00:00Z"),
                due.stream().map(event -> event.id() + " " + event.at()).toList());
    }

    @Test
    void spending_the_limit_to_the_cent_is_near_and_not_over() {
        spent("100.00", "Fun", PAYDAY);
        assertEquals(
                List.of("NEW_PERIOD " + PERIOD, "NEAR " + FIRST + " Fun 100.00 of 100.00"), news(PAYDAY.plusDays(2)));
    }

    @Test
    void what_was_told_is_not_told_again_until_it_was_taken_back() {
        spent("101.00", "Fun", PAYDAY);
        List<ThresholdEvent> told = new ArrayList<>(due(PAYDAY.plusDays(2), NOON, List.of()));
        assertEquals(List.of(), due(PAYDAY.plusDays(2), EVENING, told));
        spent("-30.00", "Fun", PAYDAY.plusDays(1));
        List<ThresholdEvent> back = due(PAYDAY.plusDays(2), EVENING, told);
        assertEquals(
                List.of("not NEAR " + FIRST + " Fun 101.00 of 100.00", "not OVER " + FIRST + " Fun 101.00 of 100.00"),
                told(back));
        assertEquals(EVENING, back.get(0).at());
        told.addAll(back);
        assertEquals(List.of(), due(PAYDAY.plusDays(2), EVENING, told));
        spent("29.00", "Fun", PAYDAY.plusDays(1));
        assertEquals(List.of("NEAR " + FIRST + " Fun 100.00 of 100.00"), told(due(PAYDAY.plusDays(2), EVENING, told)));
    }

    @Test
    void each_week_of_the_period_begun_so_far_is_watched_to_its_end() {
        spent("101.00", "Fun", PAYDAY.plusDays(6));
        spent("102.00", "Fun", PAYDAY.plusDays(8));
        String period = "NEW_PERIOD " + PERIOD;
        String near = "NEAR " + FIRST + " Fun 101.00 of 100.00";
        String over = "OVER " + FIRST + " Fun 101.00 of 100.00";
        assertEquals(List.of(period), news(PAYDAY.plusDays(5)));
        assertEquals(List.of(period, near, over), news(PAYDAY.plusDays(6)));
        assertEquals(List.of(period, near, over), news(PAYDAY.plusDays(7)));
        assertEquals(
                List.of(
                        period,
                        near,
                        over,
                        "NEAR " + SECOND + " Fun 102.00 of 100.00",
                        "OVER " + SECOND + " Fun 102.00 of 100.00"),
                news(PAYDAY.plusDays(8)));
    }

    @Test
    void a_week_is_watched_from_its_first_day_on() {
        spent("101.00", "Fun", PAYDAY.plusDays(7));
        assertEquals(
                List.of(
                        "NEW_PERIOD " + PERIOD,
                        "NEAR " + SECOND + " Fun 101.00 of 100.00",
                        "OVER " + SECOND + " Fun 101.00 of 100.00"),
                news(PAYDAY.plusDays(7)));
    }

    @Test
    void a_limit_is_watched_only_in_the_stretch_it_is_stated_for() {
        limit("Predictable Necessities", "200.00", Per.PAY_PERIOD);
        spent("150.00", "Predictable Necessities", PAYDAY);
        assertEquals(List.of("NEW_PERIOD " + PERIOD), news(PAYDAY.plusDays(2)));
        spent("51.00", "Predictable Necessities", PAYDAY.plusDays(8));
        assertEquals(
                List.of(
                        "NEW_PERIOD " + PERIOD,
                        "NEAR " + PERIOD + " Predictable Necessities 201.00 of 200.00",
                        "OVER " + PERIOD + " Predictable Necessities 201.00 of 200.00"),
                news(PAYDAY.plusDays(8)));
    }

    @Test
    void a_limit_below_another_category_is_watched_too() {
        limit("Fun:Bars", "10.00", Per.WEEK);
        spent("10.00", "Fun:Bars", PAYDAY);
        assertEquals(
                List.of("NEW_PERIOD " + PERIOD, "NEAR " + FIRST + " Fun:Bars 10.00 of 10.00"),
                news(PAYDAY.plusDays(2)));
    }

    @Test
    void what_is_carried_in_belongs_to_the_limit() {
        limits.clear();
        limits.add(new SoftLimit(CategoryPath.of("Fun"), usd("100.00"), Per.WEEK, PAYDAY.minusDays(7))
                .with(Rollover.of(Policy.BOTH)));
        spent("70.00", "Fun", PAYDAY.minusDays(1));
        spent("130.00", "Fun", PAYDAY);
        assertEquals(List.of("NEW_PERIOD " + PERIOD, "NEAR " + FIRST + " Fun 130.00 of 130.00"), news(PAYDAY));
    }

    @Test
    void the_days_a_report_needs_begin_with_the_period_of_the_first_limit_that_rolls_over() {
        DateSpan span = DateSpan.ofDays(PAYDAY, 14);
        assertEquals(span, ReportInput.daysNeeded(picture().calendar(), new Plan(limits, List.of()), span));
        SoftLimit november = new SoftLimit(CategoryPath.of("Fun"), usd("1.00"), Per.WEEK, PAYDAY.minusDays(1))
                .with(Rollover.of(Policy.SURPLUS));
        SoftLimit october = new SoftLimit(
                        CategoryPath.of("Fun:Bars"), usd("1.00"), Per.WEEK, LocalDate.of(2026, 10, 10))
                .with(Rollover.of(Policy.BOTH));
        Plan plan = new Plan(List.of(november, october), List.of());
        assertEquals(
                new DateSpan(LocalDate.of(2026, 10, 9), LocalDate.of(2026, 12, 4)),
                ReportInput.daysNeeded(picture().calendar(), plan, span));
        DateSpan autumn = DateSpan.ofDays(LocalDate.of(2026, 10, 9), 14);
        assertEquals(autumn, ReportInput.daysNeeded(picture().calendar(), plan, autumn));
        DateSpan summer = DateSpan.ofDays(LocalDate.of(2026, 7, 3), 14);
        assertEquals(summer, ReportInput.daysNeeded(picture().calendar(), plan, summer));
    }
}
