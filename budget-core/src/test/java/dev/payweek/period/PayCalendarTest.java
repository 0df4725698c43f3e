package dev.payweek.period;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.payweek.money.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PayCalendarTest {

    private static final PaySchedule FORTNIGHTLY = PaySchedule.everyTwoWeeks(day("2026-11-20"));

    private static LocalDate day(String day) {
        return LocalDate.parse(day);
    }

    private static DateSpan span(String from, String to) {
        return new DateSpan(day(from), day(to));
    }

    private static Paycheck paycheck(long id, String day, boolean opens) {
        return new Paycheck(id, day(day), Money.of("1500.00", "USD"), opens);
    }

    private static PayCalendar calendar(PaySchedule schedule, Paycheck... paychecks) {
        return new PayCalendar(schedule, List.of(paychecks));
    }

    private static DateSpan periodOf(PayCalendar calendar, String day) {
        return calendar.periodContaining(day(day)).span();
    }

    @Test
    void a_period_runs_from_payday_to_before_the_next() {
        PayCalendar calendar = calendar(FORTNIGHTLY);
        assertEquals(span("2026-11-20", "2026-12-04"), periodOf(calendar, "2026-11-20"));
        assertEquals(span("2026-11-20", "2026-12-04"), periodOf(calendar, "2026-12-03"));
        assertEquals(span("2026-12-04", "2026-12-18"), periodOf(calendar, "2026-12-04"));
        assertEquals(span("2026-11-06", "2026-11-20"), periodOf(calendar, "2026-11-19"));
        PayPeriod period = calendar.periodContaining(day("2026-11-22"));
        assertEquals(new Payday(day("2026-11-20"), day("2026-11-20"), false), period.payday());
        assertEquals(span("2026-11-06", "2026-11-20"), calendar.before(period).span());
        assertEquals(FORTNIGHTLY, calendar.schedule());
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-16, 2026-11-16",
        "2026-11-19, 2026-11-19",
        "2026-11-24, 2026-11-24",
        "2026-11-15, 2026-11-20",
        "2026-11-25, 2026-11-20",
    })
    void a_paycheck_within_the_tolerance_replaces_the_planned_payday(String came, String payday) {
        PayCalendar calendar = calendar(FORTNIGHTLY, paycheck(1, came, false));
        assertEquals(span(payday, "2026-12-04"), periodOf(calendar, "2026-11-28"));
        Payday found = calendar.periodContaining(day("2026-11-28")).payday();
        assertEquals(came.equals(payday), found.actual());
        assertEquals(day("2026-11-20"), found.nominal());
    }

    @Test
    void an_absent_paycheck_leaves_the_planned_day() {
        PayCalendar calendar =
                calendar(FORTNIGHTLY, paycheck(1, "2026-11-19", false), paycheck(2, "2026-12-17", false));
        assertEquals(span("2026-11-19", "2026-12-04"), periodOf(calendar, "2026-11-22"));
        assertEquals(span("2026-12-04", "2026-12-17"), periodOf(calendar, "2026-12-10"));
        assertFalse(calendar.periodContaining(day("2026-12-10")).payday().actual());
    }

    @Test
    void of_several_paychecks_the_nearest_then_the_earliest_counts() {
        assertEquals(
                span("2026-11-21", "2026-12-04"),
                periodOf(
                        calendar(FORTNIGHTLY, paycheck(1, "2026-11-18", false), paycheck(2, "2026-11-21", false)),
                        "2026-11-25"));
        assertEquals(
                span("2026-11-18", "2026-12-04"),
                periodOf(
                        calendar(FORTNIGHTLY, paycheck(1, "2026-11-22", false), paycheck(2, "2026-11-18", false)),
                        "2026-11-25"));
    }

    @Test
    void a_paycheck_midway_belongs_to_the_earlier_payday() {
        PaySchedule wide = FORTNIGHTLY.withTolerance(15);
        assertEquals(
                span("2026-11-27", "2026-12-04"),
                periodOf(calendar(wide, paycheck(1, "2026-11-27", false)), "2026-11-30"));
        assertEquals(
                span("2026-11-06", "2026-11-27"),
                periodOf(calendar(wide, paycheck(1, "2026-11-27", false)), "2026-11-26"));
    }

    @Test
    void one_far_from_the_plan_opens_a_period_only_when_marked_so() {
        assertEquals(
                span("2026-11-20", "2026-12-04"),
                periodOf(calendar(FORTNIGHTLY, paycheck(1, "2026-11-27", false)), "2026-11-28"));
        PayCalendar opened = calendar(FORTNIGHTLY, paycheck(1, "2026-11-27", true));
        assertEquals(span("2026-11-27", "2026-12-04"), periodOf(opened, "2026-11-28"));
        assertEquals(span("2026-11-20", "2026-11-27"), periodOf(opened, "2026-11-26"));
        assertEquals(
                new Payday(day("2026-11-27"), day("2026-11-27"), true),
                opened.periodContaining(day("2026-11-28")).payday());
    }

    @Test
    void an_opener_within_the_tolerance_opens_beside_the_paycheck_that_is_nearer() {
        PayCalendar calendar = calendar(FORTNIGHTLY, paycheck(1, "2026-11-20", false), paycheck(2, "2026-11-23", true));
        assertEquals(span("2026-11-20", "2026-11-23"), periodOf(calendar, "2026-11-20"));
        assertEquals(span("2026-11-23", "2026-12-04"), periodOf(calendar, "2026-11-23"));
    }

    @Test
    void of_two_paychecks_on_a_day_one_that_opens_counts() {
        for (List<Paycheck> order : List.of(
                List.of(paycheck(1, "2026-11-27", false), paycheck(2, "2026-11-27", true)),
                List.of(paycheck(2, "2026-11-27", true), paycheck(1, "2026-11-27", false)))) {
            assertEquals(
                    span("2026-11-27", "2026-12-04"),
                    new PayCalendar(FORTNIGHTLY, order)
                            .periodContaining(day("2026-11-27"))
                            .span());
        }
    }

    @Test
    void the_tolerance_is_counted_from_the_moved_payday() {
        // The 15th of November 2026 is a Sunday; pay is planned for Friday the 13th.
        PaySchedule schedule =
                PaySchedule.monthly(15).adjusted(Adjustment.PRECEDING).withTolerance(2);
        PayCalendar calendar = calendar(schedule, paycheck(1, "2026-11-11", false));
        assertEquals(
                new Payday(day("2026-11-11"), day("2026-11-15"), true),
                calendar.periodContaining(day("2026-11-15")).payday());
        assertEquals(
                span("2026-11-13", "2026-12-15"),
                periodOf(calendar(schedule, paycheck(1, "2026-11-16", false)), "2026-11-20"));
        assertEquals(
                span("2026-11-13", "2026-12-15"),
                periodOf(calendar(schedule.withTolerance(0), paycheck(1, "2026-11-14", false)), "2026-11-20"));
    }

    @Test
    void recorded_paychecks_are_the_plan_when_told_so() {
        PayCalendar calendar = calendar(
                PaySchedule.asRecorded(),
                paycheck(1, "2026-01-05", false),
                paycheck(2, "2026-01-07", false),
                paycheck(3, "2026-02-10", false));
        assertEquals(span("2026-01-05", "2026-01-07"), periodOf(calendar, "2026-01-06"));
        assertEquals(span("2026-01-07", "2026-02-10"), periodOf(calendar, "2026-02-09"));
        assertTrue(calendar.periodContaining(day("2026-02-09")).payday().actual());
        // The gaps are 2 and 34 days; the lower of the middle ones is expected to go on.
        assertEquals(span("2026-02-10", "2026-02-12"), periodOf(calendar, "2026-02-11"));
        assertFalse(calendar.periodContaining(day("2026-02-13")).payday().actual());
    }

    @Test
    void more_paychecks_than_a_list_may_have_are_no_hindrance_once_recorded() {
        List<Paycheck> daily = new ArrayList<>();
        for (int i = 0; i < 6_000; i++) {
            daily.add(new Paycheck(i, day("2010-01-01").plusDays(i), Money.of("90.00", "USD"), false));
        }
        PayCalendar calendar = new PayCalendar(PaySchedule.asRecorded(), daily);
        assertEquals(span("2020-05-05", "2020-05-06"), periodOf(calendar, "2020-05-05"));
    }

    @Test
    void the_first_and_last_days_of_the_calendar_have_their_periods() {
        PayCalendar calendar = calendar(PaySchedule.monthly(31));
        assertEquals(span("1899-12-31", "1900-01-31"), periodOf(calendar, "1900-01-01"));
        assertEquals(span("2200-12-31", "2201-01-31"), periodOf(calendar, "2200-12-31"));
        List<PayPeriod> all = calendar.periods(DateSpan.ALWAYS);
        assertEquals(301 * 12 + 1, all.size());
        assertEquals(span("1899-12-31", "1900-01-31"), all.get(0).span());
    }

    @Test
    void listed_periods_share_a_day_with_the_span() {
        PayCalendar calendar = calendar(FORTNIGHTLY, paycheck(1, "2026-12-03", false));
        assertEquals(
                List.of(
                        span("2026-11-06", "2026-11-20"),
                        span("2026-11-20", "2026-12-03"),
                        span("2026-12-03", "2026-12-18")),
                calendar.periods(span("2026-11-19", "2026-12-04")).stream()
                        .map(PayPeriod::span)
                        .toList());
        assertEquals(1, calendar.periods(span("2026-11-20", "2026-12-03")).size());
        assertTrue(calendar.periods(span("2026-12-03", "2026-12-04"))
                .get(0)
                .payday()
                .actual());
    }

    @Test
    void paydays_are_listed_from_the_first_day_to_before_the_last() {
        PayCalendar calendar = calendar(FORTNIGHTLY, paycheck(1, "2026-12-03", false));
        assertEquals(
                List.of(
                        new Payday(day("2026-11-20"), day("2026-11-20"), false),
                        new Payday(day("2026-12-03"), day("2026-12-04"), true)),
                calendar.paydays(span("2026-11-20", "2026-12-18")));
        assertEquals(List.of(), calendar.paydays(span("2026-11-21", "2026-12-03")));
    }

    @Test
    void weeks_are_counted_from_payday_and_the_last_may_be_a_stub() {
        PayPeriod period = calendar(PaySchedule.monthly(1)).periodContaining(day("2026-11-22"));
        List<BudgetWeek> weeks = period.weeks();
        assertEquals(5, weeks.size());
        assertEquals(span("2026-11-01", "2026-11-08"), weeks.get(0).span());
        assertEquals(span("2026-11-29", "2026-12-01"), weeks.get(4).span());
        assertFalse(weeks.get(3).isStub());
        assertTrue(weeks.get(4).isStub());
        assertEquals(weeks.get(3), period.weekContaining(day("2026-11-22")));
        assertEquals(weeks.get(2), period.weekContaining(day("2026-11-21")));
        assertEquals(4, period.weekContaining(day("2026-11-30")).index());
        assertEquals(
                "2026-12-01 is not in [2026-11-01, 2026-12-01)",
                assertThrows(IllegalArgumentException.class, () -> period.weekContaining(day("2026-12-01")))
                        .getMessage());
    }

    @Test
    void a_period_of_exactly_four_weeks_has_no_stub() {
        PayPeriod period = calendar(PaySchedule.monthly(1)).periodContaining(day("2026-02-10"));
        assertEquals(4, period.weeks().size());
        assertFalse(period.weeks().get(3).isStub());
    }

    @Test
    void an_amount_of_the_period_comes_to_its_weeks_by_days() {
        PayPeriod november = calendar(PaySchedule.monthly(1)).periodContaining(day("2026-11-22"));
        Money rent = Money.of("1000.00", "USD");
        assertEquals(
                List.of("233.34 USD", "233.33 USD", "233.33 USD", "233.33 USD", "66.67 USD"),
                november.weeks().stream()
                        .map(week -> week.partOfPeriod(rent).toString())
                        .toList());
        Money weekly = Money.of("100.00", "USD");
        assertEquals("100.00 USD", november.weeks().get(0).ofWeekly(weekly).toString());
        assertEquals("28.57 USD", november.weeks().get(4).ofWeekly(weekly).toString());
    }
}
