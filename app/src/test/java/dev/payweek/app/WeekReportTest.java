package dev.payweek.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.payweek.budget.Budget;
import dev.payweek.budget.BudgetView;
import dev.payweek.category.CategoryPath;
import dev.payweek.ledger.EntryDraft;
import dev.payweek.money.Money;
import dev.payweek.period.PaySchedule;
import dev.payweek.plan.Bill;
import dev.payweek.plan.BudgetPlan;
import dev.payweek.plan.PaySource;
import dev.payweek.plan.PayVersion;
import dev.payweek.plan.Per;
import dev.payweek.plan.SetAside;
import dev.payweek.rule.Condition;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The report's words, and that it fits a narrow terminal. */
class WeekReportTest {

    private static final LocalDate TODAY = day("2026-11-29");
    private static final Terminal NARROW = new Terminal(false, false, 40, false);

    private final Budget budget =
            Budget.inMemory(Clock.fixed(TODAY.atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC), ZoneOffset.UTC));

    @AfterEach
    void close() {
        budget.close();
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }

    private static Money usd(String amount) {
        return Money.of(amount, "USD");
    }

    private String verdict(String on) {
        return new VerdictText(budget.answer(day(on)), budget.<BudgetPlan>read(BudgetView::plan)).text();
    }

    private void paid(String amount, String on) {
        budget.paycheck(usd(amount), day(on));
    }

    private void spend(String amount, String category, String on) {
        budget.add(EntryDraft.expense(usd(amount), "Shop").category(category).on(day(on)));
    }

    @Test
    void without_income_nothing_is_promised() {
        assertEquals(
                "No income is known yet, so nothing can be promised. Say when pay comes:"
                        + " payweek schedule \"every 2 weeks from 2026-11-20; expecting 1680.00 USD\".",
                verdict("2026-11-29"));
        budget.paidOn(PaySchedule.everyTwoWeeks(day("2026-11-20")));
        assertEquals(
                "No income is known yet, so nothing can be promised."
                        + " Bring it with payweek import or add it: payweek income 1500.00 Pay.",
                verdict("2026-11-29"));
    }

    @Test
    void a_month_that_nothing_has_come_in_yet_is_no_proof_of_anything() {
        paid("1680.00", "2026-10-30");
        assertEquals(
                "Fine. Nothing more to spend until Tue 1 Dec, the month ends in 30 days."
                        + " Nothing has come in this month. Say when pay comes:"
                        + " payweek schedule \"every 2 weeks from 2026-11-20; expecting 1680.00 USD\".",
                verdict("2026-11-01"));
        spend("43.20", "Fun", "2026-11-01");
        assertTrue(verdict("2026-11-01")
                .startsWith("Over by 43.20: more is spent or due than there is, the month ends"
                        + " in 30 days. Nothing has come in this month. Say when pay comes: "));
        assertFalse(verdict("2026-10-30").contains("Nothing has come in"));
        budget.paidOn(PaySchedule.everyTwoWeeks(day("2026-10-30")));
        assertFalse(verdict("2026-11-01").contains("Nothing has come in"));
    }

    @Test
    void the_example_of_pay_is_in_the_ledgers_currency() {
        budget.change(Budget.LOCAL, edit -> edit.change(edit.settings().withCurrency(Money.currency("JPY"))));
        assertTrue(verdict("2026-11-29").endsWith("; expecting 1680 JPY\"."), () -> verdict("2026-11-29"));
    }

    @Test
    void what_is_safe_is_said_until_the_week_or_the_period_ends() {
        budget.paidOn(PaySchedule.everyTwoWeeks(day("2026-11-20")));
        paid("1400.00", "2026-11-20");
        assertEquals("Fine. 116.66 a day until Fri 4 Dec, payday in 12 days.", verdict("2026-11-22"));
        spend("600.00", "Fun", "2026-11-21");
        assertEquals("Fine. 20.00 a day until Friday, payday in 12 days.", verdict("2026-11-22"));
        assertEquals("Fine. 160.00 a day until Friday, payday in 5 days.", verdict("2026-11-29"));
        assertEquals("Fine. 800.00 a day until Friday, payday tomorrow.", verdict("2026-12-03"));
        spend("800.00", "Fun", "2026-11-28");
        assertEquals(
                "Careful: at this rate 1960.00 of 1400.00 will be spent."
                        + " Nothing more to spend until Friday, payday in 5 days.",
                verdict("2026-11-29"));
    }

    @Test
    void a_week_that_is_overspent_is_named() {
        budget.paidOn(PaySchedule.everyTwoWeeks(day("2026-11-20")));
        paid("1400.00", "2026-11-20");
        spend("900.00", "Fun", "2026-11-21");
        assertEquals(
                "Careful: the week is over by 200.00. Nothing more to spend until Friday, payday in 12 days.",
                verdict("2026-11-22"));
    }

    @Test
    void what_does_not_stand_well_is_named() {
        budget.paidOn(PaySchedule.everyTwoWeeks(day("2026-11-06")).expecting(usd("1400.00")));
        paid("1400.00", "2026-11-06");
        budget.bill(Bill.of("Rent", CategoryPath.of("Home"), PaySchedule.monthly(21))
                .costing(usd("900.00"))
                .from(day("2026-11-21")));
        assertEquals(
                "Careful: pay of main is missing, Rent is late. Nothing more to spend until Friday, payday in 5 days.",
                verdict("2026-11-29"));
        spend("600.00", "Fun", "2026-11-29");
        assertEquals("Over by 100.00: more is spent or due than there is, payday in 5 days.", verdict("2026-11-29"));
    }

    @Test
    void a_month_and_an_irregular_period_end_without_payday() {
        paid("1400.00", "2026-11-01");
        assertEquals("Fine. 700.00 a day until Tuesday, the month ends in 2 days.", verdict("2026-11-29"));
        budget.source(
                PaySource.of("Odd jobs", PaySchedule.asRecorded()).primary().withHorizon(day("2026-12-06")));
        assertEquals("Fine. 200.00 a day until Sun 6 Dec, the period ends in 7 days.", verdict("2026-11-29"));
    }

    @Test
    void of_less_than_nothing_no_part_is_spent_and_no_pace_is_even() {
        budget.paidOn(PaySchedule.everyTwoWeeks(day("2026-11-20")));
        paid("1400.00", "2026-11-20");
        spend("1500.00", "Fun", "2026-11-21");
        spend("20.00", "Fun", "2026-11-28");
        List<String> lines = new TerminalReport(budget.answer(TODAY), budget.<BudgetPlan>read(BudgetView::plan), NARROW)
                .text(false)
                .lines()
                .toList();
        assertTrue(
                Collections.indexOfSubList(
                                lines, List.of("  120.00 USD overspent", "  100.00 of it before anything was spent"))
                        > 0,
                lines::toString);
        assertTrue(lines.contains("  Spent 20.00; at this rate 46.67 by the"), lines::toString);
    }

    @Test
    void it_fits_forty_columns() {
        var lessons = PaySchedule.monthly(10);
        budget.paidOn(PaySchedule.everyTwoWeeks(day("2026-11-06")).expecting(usd("1400.00")));
        budget.source(PaySource.of("Lessons", lessons)
                .with(List.of(PayVersion.of(lessons).expecting(usd("300.00"))))
                .matching(Condition.parse("title contains \"lesson\"")));
        paid("1400.00", "2026-11-06");
        budget.add(EntryDraft.income(usd("300.00"), "Lessons").on(day("2026-11-10")));
        budget.bill(Bill.of("Household and liability insurance", CategoryPath.of("Home"), PaySchedule.monthly(21))
                .costing(usd("90.00"))
                .from(day("2026-11-21")));
        budget.setAside(SetAside.of("Savings", usd("50.00")));
        budget.write("Ann", edit -> edit.limit("Fun", usd("120.00"), Per.WEEK, day("2026-11-20")));
        spend("130.00", "Fun:Dining", "2026-11-28");
        spend("20.00", "Other", "2026-12-01");
        String text =
                new TerminalReport(budget.answer(TODAY), budget.<BudgetPlan>read(BudgetView::plan), NARROW).text(false);
        assertEquals(List.of(), text.lines().filter(line -> line.length() > 40).toList());
        assertEquals("""
                Careful: pay of main is missing,
                Household and liability insurance is
                late. Nothing more to spend until
                Friday, payday in 5 days.

                Week 2 of 2, Fri 27 Nov to Thu 3 Dec
                2026, 5 days left
                  1250.00 USD left of 1400.00
                  ###......................... 9.29 %
                  Spent 130.00, 470.00 less than an even
                  pace; at this rate 323.33 by the end
                  Entered for later days: 20.00

                Pay period, Fri 20 Nov to Thu 3 Dec
                2026, 5 days left
                  1250.00 USD left of 1400.00
                  ###......................... 9.29 %
                  Spent 130.00, 870.00 less than an even
                  pace; at this rate 202.00 by the end
                  Entered for later days: 20.00
                  Income 1540.00, committed 140.00

                Still due, 140.00
                  Household and liability insurance
                                  90.00  late, 21 Nov
                  Savings         50.00  set aside

                Pay
                  Lessons        140.00  share, 10 Nov
                  main          1400.00  missing, 20 Nov

                  Fun                130.00 of    120.00
                  #######################  over by 10.00
                    Dining           130.00
                  Home                 0.00
                  Predictable Necessities
                                       0.00
                  Unpredictable Necessities
                                       0.00
                  Other                0.00
                """, text);
    }

    @Test
    void a_terminal_says_how_wide_it_is_and_nonsense_says_nothing() {
        assertEquals(60, Terminal.of(Map.of("COLUMNS", "60")).columns());
        assertEquals(40, Terminal.of(Map.of("COLUMNS", "12")).columns());
        assertEquals(80, Terminal.of(Map.of("COLUMNS", "212")).columns());
        assertEquals(80, Terminal.of(Map.of("COLUMNS", "wide")).columns());
        assertEquals(80, Terminal.of(Map.of("COLUMNS", "0")).columns());
    }

    @Test
    void history_leaves_out_what_has_no_room() {
        budget.paidOn(PaySchedule.weekly(day("2026-11-20")));
        paid("100.00", "2026-11-20");
        spend("130.00", "Fun", "2026-11-21");
        assertEquals(
                "2026-11-20     130.00  over by 30.00\n",
                new HistoryTable(NARROW).weeks(budget.read(view -> view.weeks(TODAY, 1))));
        assertTrue(new HistoryTable(NARROW)
                .periods(budget.read(view -> view.periods(TODAY, 1)))
                .endsWith("over by 30.00\n"));
    }
}
