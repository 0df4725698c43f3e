package dev.payweek.period;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Paydays worked out by hand from wall calendars. */
class GoldenPaydaysTest {

    static List<LocalDate> days(String days) {
        return Arrays.stream(days.split(" ")).map(LocalDate::parse).toList();
    }

    static List<LocalDate> paydays(PaySchedule schedule, String from, String to) {
        var span = new DateSpan(LocalDate.parse(from), LocalDate.parse(to).plusDays(1));
        DateSpan wider = new DateSpan(
                span.startInclusive().minusDays(40), span.endExclusive().plusDays(40));
        return schedule.planned(wider).stream()
                .map(Payday::date)
                .filter(span::contains)
                .toList();
    }

    @Test
    void the_twentieth_moved_before_weekends() {
        assertEquals(
                days("2025-09-19 2025-10-20 2025-11-20 2025-12-19 2026-01-20 2026-02-20"
                        + " 2026-03-20 2026-04-20 2026-05-20 2026-06-19 2026-07-20 2026-08-20 2026-09-18"),
                paydays(PaySchedule.monthly(20).adjusted(Adjustment.PRECEDING), "2025-09-01", "2026-09-30"));
    }

    @Test
    void the_last_business_day_of_2026() {
        assertEquals(
                days("2026-01-30 2026-02-27 2026-03-31 2026-04-30 2026-05-29 2026-06-30"
                        + " 2026-07-31 2026-08-31 2026-09-30 2026-10-30 2026-11-30 2026-12-31"),
                paydays(PaySchedule.monthlyOnLastBusinessDay(0), "2026-01-01", "2026-12-31"));
    }

    @Test
    void the_fifteenth_and_the_last_moved_before_weekends() {
        assertEquals(
                days("2026-01-15 2026-01-30 2026-02-13 2026-02-27 2026-03-13 2026-03-31"
                        + " 2026-04-15 2026-04-30 2026-05-15 2026-05-29 2026-06-15 2026-06-30"),
                paydays(
                        PaySchedule.semiMonthly(15, Cadence.LAST_DAY).adjusted(Adjustment.PRECEDING),
                        "2026-01-01",
                        "2026-06-30"));
    }

    @Test
    void the_first_and_the_fifteenth_moved_before_weekends() {
        assertEquals(
                days("2026-01-01 2026-01-15 2026-01-30 2026-02-13 2026-02-27 2026-03-13 2026-04-01"),
                paydays(PaySchedule.semiMonthly(1, 15).adjusted(Adjustment.PRECEDING), "2026-01-01", "2026-04-10"));
    }

    @Test
    void every_two_weeks_from_the_second_of_january() {
        PaySchedule schedule = PaySchedule.everyTwoWeeks(LocalDate.of(2026, 1, 2));
        assertEquals(days("2026-01-02 2026-01-16 2026-01-30"), paydays(schedule, "2026-01-01", "2026-01-31"));
        assertEquals(days("2026-07-03 2026-07-17 2026-07-31"), paydays(schedule, "2026-07-01", "2026-07-31"));
        assertEquals(26, paydays(schedule, "2026-01-01", "2026-12-31").size());
    }

    @ParameterizedTest
    @CsvSource({
        "7, 2021-01-01, 2021, 53",
        "7, 2026-01-01, 2026, 53",
        "7, 2026-01-02, 2026, 52",
        "14, 2021-01-01, 2021, 27",
        "14, 2026-01-01, 2026, 27",
        "14, 2026-01-02, 2026, 26",
        "14, 2000-01-01, 2000, 27",
        "7, 2000-01-01, 2000, 53",
        "7, 2000-01-02, 2000, 53",
        "7, 2000-01-03, 2000, 52",
    })
    void a_year_can_have_one_payday_more(int days, LocalDate anchor, int year, int count) {
        assertEquals(
                count,
                paydays(PaySchedule.everyDays(days, anchor), year + "-01-01", year + "-12-31")
                        .size());
    }

    @Test
    void day_thirty_one_is_remembered_after_short_months() {
        assertEquals(
                days("2027-01-31 2027-02-28 2027-03-31 2027-04-30 2027-05-31"),
                paydays(PaySchedule.monthly(31), "2027-01-01", "2027-05-31"));
        assertEquals(
                days("2028-01-30 2028-02-29 2028-03-30"), paydays(PaySchedule.monthly(30), "2028-01-01", "2028-03-31"));
        assertEquals(
                days("2027-01-10 2027-01-29 2027-02-10 2027-02-28 2027-03-10 2027-03-29"),
                paydays(PaySchedule.semiMonthly(10, 29), "2027-01-01", "2027-03-31"));
    }

    @Test
    void the_anchor_may_lie_in_the_future() {
        assertEquals(
                days("2026-01-05 2026-01-19"),
                paydays(PaySchedule.everyTwoWeeks(LocalDate.of(2030, 1, 14)), "2026-01-01", "2026-02-01"));
    }

    @Test
    void the_nth_weekday_of_each_month() {
        assertEquals(
                days("2026-01-09 2026-02-13 2026-03-13 2026-04-10"),
                paydays(PaySchedule.monthlyOn(2, DayOfWeek.FRIDAY), "2026-01-01", "2026-04-30"));
        assertEquals(
                days("2026-01-26 2026-02-23 2026-03-30 2026-04-27"),
                paydays(PaySchedule.monthlyOn(Cadence.NthWeekday.LAST, DayOfWeek.MONDAY), "2026-01-01", "2026-04-30"));
        assertEquals(
                days("2026-10-01 2026-11-05 2026-12-03"),
                paydays(PaySchedule.monthlyOn(1, DayOfWeek.THURSDAY), "2026-10-01", "2026-12-31"));
        assertEquals(
                days("2026-08-28 2026-09-25"),
                paydays(PaySchedule.monthlyOn(4, DayOfWeek.FRIDAY), "2026-08-01", "2026-09-30"));
    }

    @Test
    void business_days_before_the_last() {
        assertEquals(
                days("2026-01-28 2026-02-25 2026-03-27 2026-04-28 2026-05-27"),
                paydays(PaySchedule.monthlyOnLastBusinessDay(2), "2026-01-01", "2026-05-31"));
        assertEquals(days("2026-10-16"), paydays(PaySchedule.monthlyOnLastBusinessDay(10), "2026-10-01", "2026-10-31"));
    }

    @Test
    void holidays_move_the_last_business_day() {
        PaySchedule schedule =
                PaySchedule.monthlyOnLastBusinessDay(0).withHolidays(days("2026-12-31 2026-12-30 2026-12-29"));
        assertEquals(days("2026-12-28"), paydays(schedule, "2026-12-01", "2026-12-31"));
        PaySchedule before = PaySchedule.monthlyOnLastBusinessDay(1).withHolidays(days("2026-12-30"));
        assertEquals(days("2026-12-29"), paydays(before, "2026-12-01", "2026-12-31"));
    }

    @ParameterizedTest
    @CsvSource({
        // 2026-08-15 is a Saturday, 2026-11-15 a Sunday.
        "NONE, 2026-08-15, 2026-11-15",
        "PRECEDING, 2026-08-14, 2026-11-13",
        "FOLLOWING, 2026-08-17, 2026-11-16",
        "NEAREST, 2026-08-14, 2026-11-16",
    })
    void a_payday_on_a_weekend_is_moved_as_told(Adjustment adjustment, LocalDate saturday, LocalDate sunday) {
        PaySchedule schedule = PaySchedule.monthly(15).adjusted(adjustment);
        assertEquals(List.of(saturday), paydays(schedule, "2026-08-10", "2026-08-20"));
        assertEquals(List.of(sunday), paydays(schedule, "2026-11-10", "2026-11-20"));
    }

    @ParameterizedTest
    @CsvSource({
        // Friday the 25th of December 2026 and the Monday after it are holidays; the 26th and 27th a weekend.
        "PRECEDING, 2026-12-24",
        "FOLLOWING, 2026-12-29",
        "NEAREST, 2026-12-24",
    })
    void holidays_count_like_weekends(Adjustment adjustment, LocalDate payday) {
        PaySchedule schedule = PaySchedule.monthly(26).adjusted(adjustment).withHolidays(days("2026-12-28 2026-12-25"));
        assertEquals(List.of(payday), paydays(schedule, "2026-12-20", "2026-12-31"));
    }

    @Test
    void of_two_equally_near_business_days_the_earlier_is_taken() {
        // Wednesday the 13th is a holiday.
        PaySchedule schedule =
                PaySchedule.monthly(13).adjusted(Adjustment.NEAREST).withHolidays(days("2026-05-13"));
        assertEquals(days("2026-05-12"), paydays(schedule, "2026-05-10", "2026-05-17"));
    }

    @Test
    void a_listed_plan_goes_on_at_its_median_gap_in_both_directions() {
        PaySchedule listed = PaySchedule.irregular(
                LocalDate.of(2026, 3, 20),
                LocalDate.of(2026, 3, 1),
                LocalDate.of(2026, 3, 11),
                LocalDate.of(2026, 3, 20));
        assertEquals(
                days("2026-02-11 2026-02-20 2026-03-01 2026-03-11 2026-03-20 2026-03-29 2026-04-07"),
                paydays(listed, "2026-02-10", "2026-04-10"));
    }

    @Test
    void a_single_listed_day_repeats_every_two_weeks() {
        assertEquals(
                days("2026-02-15 2026-03-01 2026-03-15"),
                paydays(PaySchedule.irregular(LocalDate.of(2026, 3, 1)), "2026-02-14", "2026-03-28"));
    }
}
