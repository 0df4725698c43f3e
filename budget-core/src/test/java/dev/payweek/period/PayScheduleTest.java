package dev.payweek.period;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.payweek.money.Money;
import dev.payweek.refusal.LedgerException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PayScheduleTest {

    private static final LocalDate ANCHOR = LocalDate.of(2026, 11, 20);

    private static List<LocalDate> run(LocalDate first, int days) {
        return IntStream.range(0, days).mapToObj(first::plusDays).toList();
    }

    private static void assertRefused(String field, String message, Supplier<PaySchedule> schedule) {
        LedgerException refusal = assertThrows(LedgerException.class, schedule::get);
        assertEquals(message, refusal.getMessage());
        assertEquals(field, refusal.problems().get(0).field());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "weekly from 2026-11-20",
                "every 2 weeks from 2026-11-20",
                "every 10 days from 2026-11-20",
                "every 366 days from 2026-11-20",
                "twice a month on 15 and last",
                "twice a month on 1 and 15; preceding",
                "monthly on 20; preceding",
                "monthly on last; following",
                "monthly on last business day",
                "monthly on last business day minus 3",
                "monthly on 2nd friday",
                "monthly on last monday; nearest; tolerance 0",
                "monthly on 1; tolerance 15; expecting 2400.00 USD",
                "monthly on 1; preceding; tolerance 3; expecting 300000 JPY; holidays 2026-12-25 2026-12-26",
                "on 2026-01-05 2026-01-17",
                "as recorded",
            })
    void writes_what_it_reads(String text) {
        assertEquals(text, PaySchedule.parse(text).toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "  Every  2\tWEEKS from 2026-11-20 ;| every 2 weeks from 2026-11-20",
                "every 1 week from 2026-11-20; none| weekly from 2026-11-20",
                "every week from 2026-11-20| weekly from 2026-11-20",
                "every other week from 2026-11-20| every 2 weeks from 2026-11-20",
                "fortnightly from 2026-11-20| every 2 weeks from 2026-11-20",
                "every year from 2026-11-20| yearly from 2026-11-20",
                "Every month on the 1st; preceding| monthly on 1; preceding",
                "monthly on the last Friday| monthly on last friday",
                "twice a month on the 15th and the last day of the month| twice a month on 15 and last",
                "semi-monthly on 1st and 15th| twice a month on 1 and 15",
                "twice monthly on 2nd and 22nd| twice a month on 2 and 22",
                "every 14 days from 2026-11-20| every 2 weeks from 2026-11-20",
                "every 1 day from 2026-11-20| every 1 days from 2026-11-20",
                "weekly from 2026-11-20, expecting 500 EUR| weekly from 2026-11-20; expecting 500.00 EUR",
                "monthly on 20, preceding expecting 500 EUR| monthly on 20; preceding; expecting 500.00 EUR",
                "monthly on 31;FOLLOWING| monthly on last; following",
                "Monthly on LAST Business Day minus 0| monthly on last business day",
                "on 2026-01-17 2026-01-05 2026-01-17| on 2026-01-05 2026-01-17",
                "monthly on 20; tolerance 4| monthly on 20",
                "monthly on 20;holidays 2026-12-26  2026-12-25| monthly on 20; holidays 2026-12-25 2026-12-26",
            })
    void is_kind_about_what_people_say(String said, String meant) {
        assertEquals(meant, PaySchedule.parse(said).toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ";",
                ";;",
                "fortnightly",
                "weekly",
                "weekly from tomorrow",
                "weekly from 2026-02-30",
                "every 1000 days from 2026-11-20",
                "every twelve weeks from 2026-11-20",
                "monthly on the",
                "monthly on 25rd of may",
                "twice a month on 15",
                "monthly on 5th friday",
                "monthly on 2nd someday",
                "monthly on -1",
                "on 2026-01-05 2026-13-05",
                "on -",
                "monthly on 20; sideways",
                "monthly on 20; preceding 5",
                "monthly on 20; tolerance",
                "monthly on 20; tolerance four",
                "monthly on 20; tolerance 99999999999",
                "monthly on 20; holidays",
                "monthly on 20; holidays christmas",
            })
    void refuses_what_it_does_not_understand_and_says_how_it_reads(String text) {
        LedgerException refusal = assertThrows(LedgerException.class, () -> PaySchedule.parse(text));
        assertEquals("malformed", refusal.problems().get(0).code());
        assertEquals("schedule", refusal.problems().get(0).field());
        assertTrue(refusal.getMessage().startsWith("A pay schedule reads like \"every 2 weeks from 2026-11-20\""));
        assertTrue(refusal.getMessage().contains("not understood: "));
    }

    @Test
    void the_refusal_names_the_part_not_understood() {
        assertTrue(assertThrows(LedgerException.class, () -> PaySchedule.parse("monthly on 20; Sideways 5"))
                .getMessage()
                .endsWith("not understood: \"Sideways 5\"."));
        assertTrue(assertThrows(LedgerException.class, () -> PaySchedule.parse("weekly from 2026-02-30"))
                .getMessage()
                .endsWith("not understood: the date \"2026-02-30\"."));
        assertTrue(assertThrows(LedgerException.class, () -> PaySchedule.parse("x".repeat(100_000)))
                .getMessage()
                .endsWith("not understood: \"" + "x".repeat(79) + "…."));
        assertTrue(assertThrows(LedgerException.class, () -> PaySchedule.parse("x".repeat(120_001)))
                .getMessage()
                .endsWith("not understood: a text this long."));
    }

    @Test
    void the_longest_schedule_is_written_and_read() {
        PaySchedule longest = PaySchedule.irregular(run(ANCHOR, 5_000).toArray(LocalDate[]::new))
                .withHolidays(IntStream.range(0, 5_000)
                        .mapToObj(i -> LocalDate.of(1950, 1, 1).plusDays(10L * i))
                        .toList());
        assertEquals(longest, PaySchedule.parse(longest.toString()));
    }

    @Test
    void a_text_of_blanks_is_refused_in_no_time() {
        String blanks = "monthly on 20" + " ".repeat(100_000) + "x";
        assertTimeoutPreemptively(
                Duration.ofSeconds(5), () -> assertThrows(LedgerException.class, () -> PaySchedule.parse(blanks)));
    }

    @Test
    void numbers_out_of_range_are_refused_by_name() {
        assertRefused("n", "Pay can come every 1 to 366 days, not every 0.", () -> PaySchedule.everyDays(0, ANCHOR));
        assertRefused(
                "n", "Pay can come every 1 to 366 days, not every 367.", () -> PaySchedule.everyDays(367, ANCHOR));
        assertRefused("n", "Pay can come every 1 to 52 weeks, not every 0.", () -> PaySchedule.everyWeeks(0, ANCHOR));
        assertRefused("n", "Pay can come every 1 to 52 weeks, not every 53.", () -> PaySchedule.everyWeeks(53, ANCHOR));
        assertRefused("day", "A month has days 1 to 31, not 0.", () -> PaySchedule.monthly(0));
        assertRefused("day", "A month has days 1 to 31, not 32.", () -> PaySchedule.monthly(32));
        assertRefused(
                "minus",
                "It can be 0 to 10 business days earlier, not 11.",
                () -> PaySchedule.monthlyOnLastBusinessDay(11));
        assertRefused(
                "minus",
                "It can be 0 to 10 business days earlier, not -1.",
                () -> PaySchedule.monthlyOnLastBusinessDay(-1));
        for (int nth : new int[] {-2, 0, 5}) {
            assertRefused(
                    "nth",
                    "It can be the 1st to 4th or the last weekday.",
                    () -> PaySchedule.monthlyOn(nth, DayOfWeek.FRIDAY));
        }
        assertRefused(
                "anchor",
                "The date 1899-12-31 is not between 1900-01-01 and 2200-12-31.",
                () -> PaySchedule.weekly(LocalDate.of(1899, 12, 31)));
        assertRefused(
                "dates",
                "The date 2201-01-01 is not between 1900-01-01 and 2200-12-31.",
                () -> PaySchedule.irregular(LocalDate.of(2201, 1, 1)));
        assertRefused(
                "holidays",
                "The date +999999999-12-31 is not between 1900-01-01 and 2200-12-31.",
                () -> PaySchedule.parse("monthly on 20; holidays +999999999-12-31"));
        assertRefused(
                "tolerance_days",
                "The tolerance must be 0 to 15 days.",
                () -> PaySchedule.monthly(1).withTolerance(-1));
        assertRefused(
                "tolerance_days",
                "The tolerance must be 0 to 15 days.",
                () -> PaySchedule.monthly(1).withTolerance(16));
    }

    @ParameterizedTest
    @CsvSource({"0, 5", "28, 31", "15, 15", "5, 32"})
    void two_days_of_a_month_must_be_two_in_every_month(int first, int second) {
        assertRefused(
                "days",
                "The two days of a month must be 1 to 27 and a later one, not " + first + " and " + second + ".",
                () -> PaySchedule.semiMonthly(first, second));
    }

    @Test
    void two_days_of_a_month_may_be_given_in_either_order() {
        assertEquals(PaySchedule.semiMonthly(15, 29), PaySchedule.semiMonthly(29, 15));
        assertEquals(
                "twice a month on 15 and 29", PaySchedule.semiMonthly(29, 15).toString());
        assertEquals(PaySchedule.semiMonthly(15, 31), PaySchedule.parse("twice a month on last and 15"));
    }

    @Test
    void every_so_many_months_is_counted_from_the_anchor_and_clamped_to_the_months_end() {
        PaySchedule quarterly = PaySchedule.parse("every 3 months from 2026-01-31");

        assertEquals("every 3 months from 2026-01-31", quarterly.toString());
        assertEquals(
                GoldenPaydaysTest.days("2025-10-31 2026-01-31 2026-04-30 2026-07-31 2026-10-31"),
                quarterly.planned(new DateSpan(LocalDate.of(2025, 10, 1), LocalDate.of(2026, 11, 1))).stream()
                        .map(Payday::date)
                        .toList());
        assertEquals(4, quarterly.cadence().paydaysPerYear());
    }

    @Test
    void once_a_year_on_the_29th_of_february_is_the_28th_in_other_years() {
        PaySchedule yearly = PaySchedule.yearly(LocalDate.of(2024, 2, 29));

        assertEquals("yearly from 2024-02-29", yearly.toString());
        assertEquals(yearly, PaySchedule.parse("yearly from 2024-02-29"));
        assertEquals(
                GoldenPaydaysTest.days("2024-02-29 2025-02-28 2026-02-28 2027-02-28 2028-02-29"),
                yearly.planned(new DateSpan(LocalDate.of(2024, 1, 1), LocalDate.of(2029, 1, 1))).stream()
                        .map(Payday::date)
                        .toList());
    }

    @ParameterizedTest
    @CsvSource({
        "weekly from 2026-01-02, 52",
        "every 2 weeks from 2026-01-02, 26",
        "every 4 weeks from 2026-01-02, 13",
        "every 3 weeks from 2026-01-02, 17",
        "every 10 days from 2026-01-02, 36",
        "twice a month on 1 and 15, 24",
        "monthly on last, 12",
        "monthly on last business day, 12",
        "monthly on 2nd friday, 12",
        "as recorded, 26",
        "every 6 months from 2026-01-02, 2",
        "yearly from 2026-01-02, 1",
        "every 24 months from 2026-01-02, 1"
    })
    void a_schedule_has_so_many_paydays_a_year(String schedule, long perYear) {
        assertEquals(perYear, PaySchedule.parse(schedule).cadence().paydaysPerYear());
    }

    @Test
    void the_extremes_allowed_are_allowed() {
        assertEquals(
                "every 52 weeks from 2026-11-20",
                PaySchedule.everyWeeks(52, ANCHOR).toString());
        assertEquals(
                "every 1 days from 2026-11-20", PaySchedule.everyDays(1, ANCHOR).toString());
        assertEquals(
                "twice a month on 27 and 28", PaySchedule.semiMonthly(27, 28).toString());
        assertEquals(
                "twice a month on 1 and last", PaySchedule.semiMonthly(1, 31).toString());
        assertEquals(
                "monthly on last business day minus 10",
                PaySchedule.monthlyOnLastBusinessDay(10).toString());
    }

    @Test
    void expects_only_an_amount_that_can_come() {
        for (long units : new long[] {0, -1}) {
            assertRefused(
                    "expected_paycheck",
                    "The expected paycheck must be above zero.",
                    () -> PaySchedule.monthly(1).expecting(Money.ofMinor(units, Money.currency("USD"))));
        }
        assertRefused(
                "expected_paycheck",
                "The expected paycheck is beyond the range.",
                () -> PaySchedule.monthly(1).expecting(Money.ofMinor(1_000_000_000_001L, Money.currency("USD"))));
        assertEquals(
                Optional.of(Money.of("0.01", "USD")),
                PaySchedule.monthly(1).expecting(Money.of("0.01", "USD")).expectedPaycheck());
    }

    @ParameterizedTest
    @CsvSource({
        "every 5 days from 2026-11-20, true",
        "every 4 days from 2026-11-20, false",
        "twice a month on 1 and 15, true",
        "twice a month on 3 and 17, true",
        "twice a month on 5 and last, true",
        "twice a month on 4 and last, false",
        "twice a month on 1 and 24, true",
        "twice a month on 1 and 25, false",
        "twice a month on 10 and 15, true",
        "twice a month on 10 and 14, false",
        "twice a month on 23 and last, true",
        "twice a month on 24 and last, false",
        "monthly on 1, true",
        "monthly on last friday, true",
        "monthly on last business day, true",
        "on 2026-01-05 2026-01-10, true",
        "on 2026-01-05 2026-01-10 2026-01-14, false",
        "on 2026-01-05, true",
        "as recorded, true",
    })
    void only_paydays_five_days_apart_are_moved_off_weekends(String text, boolean allowed) {
        PaySchedule plain = PaySchedule.parse(text);
        if (allowed) {
            assertEquals(Adjustment.NEAREST, plain.adjusted(Adjustment.NEAREST).adjustment());
        } else {
            assertRefused(
                    "adjust",
                    "Paydays that lie less than five days apart would fall together when moved off weekends.",
                    () -> plain.adjusted(Adjustment.NEAREST));
            assertEquals(plain, plain.adjusted(Adjustment.NONE));
        }
    }

    @Test
    void two_weeks_without_a_business_day_are_refused() {
        LocalDate monday = LocalDate.of(2026, 8, 3);
        assertEquals(
                11,
                PaySchedule.monthly(1).withHolidays(run(monday, 11)).holidays().size());
        assertRefused(
                "holidays",
                "No two weeks may be without any business day.",
                () -> PaySchedule.monthly(1).withHolidays(run(monday, 12)));
    }

    @Test
    void long_lists_are_refused() {
        List<LocalDate> many = run(LocalDate.of(1950, 1, 1), 5_001);
        assertRefused(
                "holidays",
                "At most 5000 holidays can be given.",
                () -> PaySchedule.monthly(1).withHolidays(many));
        assertRefused(
                "dates",
                "At most 5000 paydays can be listed.",
                () -> PaySchedule.irregular(many.toArray(LocalDate[]::new)));
    }

    @Test
    void each_part_can_be_changed_alone() {
        Money pay = Money.of("10.00", "USD");
        PaySchedule all = PaySchedule.monthly(5)
                .adjusted(Adjustment.FOLLOWING)
                .withTolerance(2)
                .expecting(pay)
                .withHolidays(List.of(ANCHOR, ANCHOR));
        assertEquals(
                new PaySchedule(new Cadence.Monthly(5), Adjustment.FOLLOWING, List.of(ANCHOR), 2, Optional.of(pay)),
                all);
        assertEquals(2, all.adjusted(Adjustment.NONE).toleranceDays());
        assertEquals(Optional.of(pay), all.withTolerance(1).expectedPaycheck());
        assertEquals(List.of(ANCHOR), all.withTolerance(1).holidays());
        assertEquals(Adjustment.FOLLOWING, all.expecting(pay.plus(pay)).adjustment());
    }

    @Test
    void weekly_pay_is_pay_every_week() {
        assertEquals("weekly from 2026-11-20", PaySchedule.weekly(ANCHOR).toString());
        assertEquals(PaySchedule.weekly(ANCHOR), PaySchedule.everyWeeks(1, ANCHOR));
    }

    @Test
    void a_text_of_the_greatest_length_is_still_read() {
        String text = "monthly on 20" + " ".repeat(120_000 - 13);
        assertEquals(PaySchedule.monthly(20), PaySchedule.parse(text));
    }

    @Test
    void holidays_are_kept_in_order_and_once() {
        assertEquals(
                GoldenPaydaysTest.days("2026-12-25 2027-01-01"),
                PaySchedule.monthly(1)
                        .withHolidays(Stream.of("2027-01-01", "2026-12-25", "2027-01-01")
                                .map(LocalDate::parse)
                                .toList())
                        .holidays());
    }
}
