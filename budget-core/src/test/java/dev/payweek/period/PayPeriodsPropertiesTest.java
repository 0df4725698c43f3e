package dev.payweek.period;

import static dev.payweek.testkit.ForAll.forAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.payweek.category.CategoryPath;
import dev.payweek.money.Money;
import dev.payweek.plan.Per;
import dev.payweek.plan.Plan;
import dev.payweek.plan.SoftLimit;
import dev.payweek.testkit.Anything;
import dev.payweek.testkit.Dice;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PayPeriodsPropertiesTest {

    private static final LocalDate FROM = LocalDate.of(2024, 6, 1);
    private static final LocalDate TO = LocalDate.of(2026, 6, 1);

    private static PayCalendar calendar(Dice dice) {
        return new PayCalendar(Anything.schedule(dice), Anything.paychecks(dice, FROM, TO));
    }

    private static DateSpan span(Dice dice) {
        return DateSpan.ofDays(dice.day(FROM, TO), dice.between(1L, 400L));
    }

    @Test
    void periods_partition_time_and_none_is_empty() {
        forAll(10_000, dice -> {
            PayCalendar calendar = calendar(dice);
            DateSpan span = span(dice);
            List<PayPeriod> periods = calendar.periods(span);
            assertTrue(periods.get(0).span().contains(span.startInclusive()));
            assertTrue(periods.get(periods.size() - 1).span().contains(span.lastDay()));
            for (int i = 0; i < periods.size(); i++) {
                DateSpan own = periods.get(i).span();
                assertTrue(own.days() >= 1);
                assertEquals(own.startInclusive(), periods.get(i).payday().date());
                if (i > 0) {
                    assertEquals(periods.get(i - 1).span().endExclusive(), own.startInclusive());
                }
            }
        });
    }

    @Test
    void the_period_of_a_day_is_the_listed_one() {
        forAll(10_000, dice -> {
            PayCalendar calendar = calendar(dice);
            DateSpan span = span(dice);
            LocalDate day = dice.day(span.startInclusive(), span.lastDay());
            PayPeriod period = calendar.periodContaining(day);
            assertTrue(period.span().contains(day));
            assertTrue(calendar.periods(span).contains(period));
            assertEquals(period, calendar.periodContaining(period.span().startInclusive()));
            assertEquals(period, calendar.periodContaining(period.span().lastDay()));
            assertEquals(
                    period.span().startInclusive(),
                    calendar.before(period).span().endExclusive());
        });
    }

    @Test
    void paydays_do_not_depend_on_how_one_gets_there() {
        forAll(10_000, dice -> {
            PayCalendar calendar = calendar(dice);
            DateSpan span = span(dice);
            LocalDate cut = dice.day(span.startInclusive(), span.lastDay());
            List<Payday> whole = calendar.paydays(span);
            List<Payday> tail = calendar.paydays(new DateSpan(cut, span.endExclusive()));
            assertEquals(
                    whole.stream()
                            .filter(payday -> !payday.date().isBefore(cut))
                            .toList(),
                    tail);
            assertEquals(
                    whole,
                    calendar.periods(span).stream()
                            .map(PayPeriod::payday)
                            .filter(payday -> span.contains(payday.date()))
                            .toList());
        });
    }

    @Test
    void the_number_of_a_payday_leads_to_it_and_back() {
        forAll(10_000, dice -> {
            PaySchedule schedule = Anything.schedule(dice);
            Cadence cadence = schedule.cadence();
            Cadence.BusinessDayRule rule = new BusinessDays(schedule.holidays())::lastOf;
            LocalDate day = Anything.day(dice);
            long n = cadence.indexAtOrBefore(day, rule);
            assertFalse(cadence.nominal(n, rule).isAfter(day));
            assertTrue(cadence.nominal(n + 1, rule).isAfter(day));
            assertEquals(n, cadence.indexAtOrBefore(cadence.nominal(n, rule), rule));
        });
    }

    @Test
    void neighbours_are_never_nearer_than_the_shortest_gap() {
        forAll(5_000, dice -> {
            Cadence cadence = Anything.cadence(dice);
            Cadence.BusinessDayRule rule = new BusinessDays(List.of())::lastOf;
            long n = cadence.indexAtOrBefore(Anything.day(dice), rule);
            LocalDate next = cadence.nominal(n, rule).plusDays(cadence.shortestGapDays());
            assertFalse(cadence.nominal(n + 1, rule).isBefore(next));
        });
    }

    @Test
    void a_paycheck_on_its_payday_changes_no_period() {
        forAll(2_000, dice -> {
            PaySchedule schedule = PaySchedule.of(dice.oneOf(
                    new Cadence.EveryDays(14, Anything.day(dice)),
                    new Cadence.Monthly(dice.between(1, 31)),
                    new Cadence.LastBusinessDay(0)));
            PayCalendar plan = new PayCalendar(schedule, List.of());
            PayPeriod period = plan.periodContaining(dice.day(FROM, TO));
            Paycheck paycheck = new Paycheck(1, period.payday().date(), Money.of("1.00", "USD"), dice.percent(50));
            PayCalendar real = new PayCalendar(schedule, List.of(paycheck));
            assertEquals(
                    period.span(),
                    real.periodContaining(period.span().lastDay()).span());
        });
    }

    @Test
    void weeks_partition_their_period_and_amounts_come_to_them_exactly() {
        forAll(5_000, dice -> {
            PayPeriod period = calendar(dice).periodContaining(dice.day(FROM, TO));
            Money amount = Anything.positive(dice, Anything.currency(dice));
            Money sum = Money.zero(amount.currency());
            LocalDate next = period.span().startInclusive();
            for (BudgetWeek week : period.weeks()) {
                assertEquals(next, week.span().startInclusive());
                assertEquals(week, period.weekContaining(week.span().lastDay()));
                assertTrue(week.span().days() == 7
                        || week.span().lastDay().equals(period.span().lastDay()));
                next = week.span().endExclusive();
                sum = sum.plus(week.partOfPeriod(amount));
            }
            assertEquals(period.span().endExclusive(), next);
            assertEquals(amount, sum);
            SoftLimit limit = new SoftLimit(CategoryPath.of("Fun"), amount, Per.PAY_PERIOD, FROM);
            assertEquals(Optional.of(amount), new Plan(List.of(limit), List.of()).limitIn(limit.category(), period));
        });
    }

    @Test
    void a_schedule_is_read_as_it_is_written() {
        forAll(10_000, dice -> {
            PaySchedule schedule = Anything.schedule(dice);
            assertEquals(schedule, PaySchedule.parse(schedule.toString()));
        });
    }

    @Test
    void the_nth_payday_does_not_depend_on_how_one_gets_there() {
        forAll(10_000, dice -> {
            PayCalendar calendar = calendar(dice);
            DateSpan span = span(dice);
            List<Payday> atOnce = calendar.paydays(span);
            LocalDate cut = dice.day(span.startInclusive(), span.lastDay());
            List<Payday> inTwo = new ArrayList<>();
            if (cut.isAfter(span.startInclusive())) {
                inTwo.addAll(calendar.paydays(new DateSpan(span.startInclusive(), cut)));
            }
            inTwo.addAll(calendar.paydays(new DateSpan(cut, span.endExclusive())));
            assertEquals(atOnce, inTwo);
            List<Payday> stepping = new ArrayList<>();
            PayPeriod period = calendar.periodContaining(span.lastDay());
            while (!period.span().startInclusive().isBefore(span.startInclusive())) {
                stepping.add(0, period.payday());
                period = calendar.before(period);
            }
            assertEquals(atOnce, stepping);
        });
    }

    @Test
    void a_year_has_52_or_53_weekly_and_26_or_27_fortnightly_paydays_and_all_of_them_occur() {
        forAll(200, dice -> {
            LocalDate anchor = Anything.day(dice);
            assertEquals(Set.of(52, 53), paydaysAYear(PaySchedule.weekly(anchor)));
            assertEquals(Set.of(26, 27), paydaysAYear(PaySchedule.everyTwoWeeks(anchor)));
        });
        PayCalendar fortnightly = new PayCalendar(PaySchedule.everyTwoWeeks(LocalDate.of(2026, 1, 2)), List.of());
        assertEquals(26, fortnightly.paydays(year(2026)).size());
        assertEquals(27, fortnightly.paydays(year(2027)).size());
        PayCalendar weekly = new PayCalendar(PaySchedule.weekly(LocalDate.of(2026, 1, 2)), List.of());
        assertEquals(53, weekly.paydays(year(2027)).size());
        assertEquals(53, weekly.paydays(year(2032)).size());
    }

    private static DateSpan year(int year) {
        return new DateSpan(LocalDate.of(year, 1, 1), LocalDate.of(year + 1, 1, 1));
    }

    private static Set<Integer> paydaysAYear(PaySchedule schedule) {
        PayCalendar calendar = new PayCalendar(schedule, List.of());
        return IntStream.range(2000, 2028)
                .mapToObj(year -> calendar.paydays(year(year)).size())
                .collect(Collectors.toSet());
    }
}
