package dev.payweek.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.payweek.category.CategoryPath;
import dev.payweek.money.Money;
import dev.payweek.period.DateSpan;
import dev.payweek.period.PayPeriod;
import dev.payweek.period.Payday;
import dev.payweek.refusal.LedgerException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanTest {

    private static final CategoryPath FUN = CategoryPath.of("Fun");
    private static final CategoryPath BARS = CategoryPath.of("Fun:Bars");

    private static LocalDate day(String day) {
        return LocalDate.parse(day);
    }

    private static Money usd(String amount) {
        return Money.of(amount, "USD");
    }

    private static SoftLimit limit(CategoryPath category, String amount, String from) {
        return new SoftLimit(category, usd(amount), Per.WEEK, day(from));
    }

    private static PayPeriod period(String start, String end) {
        return new PayPeriod(new Payday(day(start), day(start), false), new DateSpan(day(start), day(end)));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-10-31,",
        "2026-11-01, 50.00",
        "2026-11-14, 50.00",
        "2026-11-15, 80.00",
        "2030-01-01, 80.00",
    })
    void the_latest_limit_that_has_begun_holds(String day, String amount) {
        Plan plan = new Plan(List.of(
                limit(FUN, "80.00", "2026-11-15"),
                limit(FUN, "50.00", "2026-11-01"),
                limit(BARS, "5.00", "2020-01-01")));
        assertEquals(
                Optional.ofNullable(amount).map(PlanTest::usd),
                plan.limitOn(FUN, day(day)).map(SoftLimit::amount));
    }

    @Test
    void categories_with_a_limit_are_listed_once_and_in_order() {
        Plan plan = new Plan(List.of(
                limit(FUN, "80.00", "2026-11-15"),
                limit(BARS, "5.00", "2026-11-10"),
                limit(FUN, "50.00", "2026-11-01")));
        assertEquals(List.of(FUN, BARS), plan.limitedOn(day("2026-11-20")));
        assertEquals(List.of(FUN), plan.limitedOn(day("2026-11-09")));
        assertEquals(List.of(FUN, BARS), plan.limitedOn(day("2026-11-10")));
        assertEquals(List.of(), plan.limitedOn(day("2026-10-31")));
        assertEquals(Set.of(day("2026-11-01"), day("2026-11-10"), day("2026-11-15")), plan.beginnings());
    }

    @Test
    void a_limit_a_week_is_summed_over_the_weeks_of_a_period_and_back() {
        PayPeriod fortnight = period("2026-11-20", "2026-12-04");
        PayPeriod november = period("2026-11-01", "2026-12-01");
        SoftLimit weekly = limit(FUN, "100.00", "2026-01-01");
        Plan plan = new Plan(List.of(weekly));
        assertEquals(Optional.of(usd("200.00")), plan.limitIn(FUN, fortnight));
        assertEquals(Optional.of(usd("428.57")), plan.limitIn(FUN, november));
        assertEquals(usd("28.57"), weekly.amountIn(november.weeks().get(4)));
        SoftLimit periodic = new SoftLimit(FUN, usd("100.01"), Per.PERIOD, day("2026-01-01"));
        assertEquals(usd("50.01"), periodic.amountIn(fortnight.weeks().get(0)));
        assertEquals(usd("50.00"), periodic.amountIn(fortnight.weeks().get(1)));
        Plan monthly = new Plan(List.of(periodic));
        assertEquals(Optional.of(usd("100.01")), monthly.limitIn(FUN, fortnight));
        assertEquals(Optional.of(usd("100.01")), monthly.limitIn(FUN, november));
    }

    @Test
    void a_limit_of_the_period_governs_all_of_the_period_it_begins_in_and_one_of_the_week_its_week() {
        PayPeriod fortnight = period("2026-11-20", "2026-12-04");
        SoftLimit weekly = limit(FUN, "10.00", "2026-01-01");
        SoftLimit higher = limit(FUN, "30.00", "2026-11-28");
        assertEquals(List.of("10.00", "30.00", "40.00"), weeksAndPeriod(new Plan(List.of(weekly, higher)), fortnight));
        SoftLimit periodic = new SoftLimit(FUN, usd("50.01"), Per.PERIOD, day("2026-12-03"));
        assertEquals(
                List.of("25.01", "25.00", "50.01"), weeksAndPeriod(new Plan(List.of(weekly, periodic)), fortnight));
        SoftLimit early = new SoftLimit(FUN, usd("50.01"), Per.PERIOD, day("2026-11-01"));
        assertEquals(List.of("25.01", "30.00", "55.01"), weeksAndPeriod(new Plan(List.of(early, higher)), fortnight));
        assertEquals(List.of("none", "30.00", "30.00"), weeksAndPeriod(new Plan(List.of(higher)), fortnight));
        assertEquals(
                List.of("none", "none", "none"),
                weeksAndPeriod(new Plan(List.of(limit(FUN, "1.00", "2026-12-04"))), fortnight));
    }

    private static List<String> weeksAndPeriod(Plan plan, PayPeriod period) {
        return Stream.concat(
                        period.weeks().stream().map(week -> plan.limitIn(FUN, week)),
                        Stream.of(plan.limitIn(FUN, period)))
                .map(limit -> limit.map(amount -> amount.decimal().toString()).orElse("none"))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "NONE, 30.00, 0.00",
        "NONE, -30.00, 0.00",
        "SURPLUS, 30.00, 30.00",
        "SURPLUS, -30.00, 0.00",
        "DEFICIT, 30.00, 0.00",
        "DEFICIT, -30.00, -30.00",
        "BOTH, 30.00, 30.00",
        "BOTH, -30.00, -30.00",
        "BOTH, 0.00, 0.00",
    })
    void the_policy_says_what_goes_on(Rollover.Policy policy, String left, String carried) {
        assertEquals(usd(carried), Rollover.of(policy).carried(usd(left)));
    }

    @ParameterizedTest
    @CsvSource({"30.00, 20.00", "20.00, 20.00", "19.99, 19.99", "-30.00, -20.00", "-20.00, -20.00", "-19.99, -19.99"})
    void a_cap_bounds_what_goes_on_either_way(String left, String carried) {
        assertEquals(
                usd(carried),
                Rollover.of(Rollover.Policy.BOTH).cappedAt(usd("20.00")).carried(usd(left)));
    }

    @Test
    void a_cap_is_zero_or_more_in_range_and_in_the_currency_of_the_limit() {
        assertRefused("cap", "negative", () -> Rollover.NONE.cappedAt(usd("-0.01")));
        Money huge = Money.ofMinor(Money.MAX_MINOR_UNITS + 1, Money.currency("USD"));
        assertRefused("cap", "out_of_range", () -> Rollover.NONE.cappedAt(huge));
        Rollover euros = Rollover.NONE.cappedAt(Money.of("1.00", "EUR"));
        assertRefused("cap", "currency", () -> limit(FUN, "1.00", "2026-01-01").with(euros));
        assertEquals(
                usd("0.00"),
                Rollover.of(Rollover.Policy.BOTH).cappedAt(usd("0.00")).carried(usd("5.00")));
    }

    @Test
    void what_rolls_over_counts_from_the_first_limit_that_does() {
        SoftLimit plain = limit(FUN, "1.00", "2026-01-01");
        SoftLimit rolling = limit(FUN, "1.00", "2026-03-01").with(Rollover.of(Rollover.Policy.BOTH));
        SoftLimit later = rolling.on(FUN).with(Rollover.of(Rollover.Policy.SURPLUS));
        Plan plan = new Plan(List.of(plain, later, rolling, limit(CategoryPath.of("Other"), "1.00", "2026-01-01")));
        assertEquals(Map.of(FUN, day("2026-03-01")), plan.rollingOver());
    }

    @ParameterizedTest
    @CsvSource({
        "0.00, 100.00, 90, WITHIN",
        "89.99, 100.00, 90, WITHIN",
        "90.00, 100.00, 90, NEAR",
        "100.00, 100.00, 90, NEAR",
        "100.01, 100.00, 90, OVER",
        "-5.00, 100.00, 90, WITHIN",
        "0.00, 0.00, 90, WITHIN",
        "0.01, 0.00, 90, OVER",
        "-0.01, 0.00, 90, WITHIN",
        "0.04, 0.05, 90, WITHIN",
        "0.05, 0.05, 90, NEAR",
        "99.99, 100.00, 100, WITHIN",
        "1.00, 100.00, 1, NEAR",
        "9999999999.99, 10000000000.00, 100, WITHIN",
    })
    void going_near_or_over_is_told_exactly(String spent, String limit, int nearPercent, LimitStatus status) {
        assertEquals(status, LimitStatus.of(usd(spent), usd(limit), nearPercent));
    }

    @Test
    void amounts_and_days_that_cannot_be_are_refused() {
        Money huge = Money.ofMinor(1_000_000_000_001L, Money.currency("USD"));
        assertRefused("amount", "negative", () -> limit(FUN, "-0.01", "2026-01-01"));
        assertRefused("amount", "out_of_range", () -> new SoftLimit(FUN, huge, Per.WEEK, day("2026-01-01")));
        assertRefused("from", "out_of_range", () -> limit(FUN, "1.00", "2201-01-01"));
        assertEquals(usd("0.00"), limit(FUN, "0.00", "2026-01-01").amount());
    }

    private static void assertRefused(String field, String code, org.junit.jupiter.api.function.Executable making) {
        LedgerException refusal = assertThrows(LedgerException.class, making);
        assertEquals(field, refusal.problems().get(0).field());
        assertEquals(code, refusal.problems().get(0).code());
    }
}
