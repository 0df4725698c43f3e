package dev.payweek.budget;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.payweek.category.CategoryPath;
import dev.payweek.ledger.EntryDraft;
import dev.payweek.ledger.EntryKind;
import dev.payweek.money.Money;
import dev.payweek.period.PaySchedule;
import dev.payweek.plan.Bill;
import dev.payweek.plan.PaySource;
import dev.payweek.plan.Per;
import dev.payweek.plan.ThresholdEvent;
import dev.payweek.report.Answer;
import dev.payweek.testkit.ForAll;
import dev.payweek.testkit.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Pay comes every two weeks from 2026-11-20; today is the 22nd. */
class ThresholdEventsTest {

    private static final LocalDate PAYDAY = LocalDate.of(2026, 11, 20);

    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC);
    private final Budget budget = Budget.inMemory(clock);

    ThresholdEventsTest() {
        budget.paidOn(PaySchedule.everyTwoWeeks(PAYDAY));
        budget.write("ann", edit -> edit.limit("Fun", usd("100.00"), Per.WEEK, PAYDAY));
        budget.notice();
    }

    private static Money usd(String amount) {
        return Money.of(amount, "USD");
    }

    private long spend(String amount) {
        return budget.add(EntryDraft.expense(usd(amount), "Concert").category("Fun"))
                .id();
    }

    private List<String> noticed() {
        return budget.notice().stream().map(ThresholdEventsTest::words).toList();
    }

    private static String words(ThresholdEvent event) {
        return (event.retracted() ? "not " : "") + event.threshold()
                + event.category().map(category -> " " + category).orElse("")
                + event.name().map(name -> " " + name).orElse("") + " "
                + event.span().startInclusive();
    }

    @Test
    void a_new_period_is_told_once() {
        List<ThresholdEvent> all = budget.read(view -> view.eventsAfter(0, 10));
        assertEquals(
                List.of("NEW_PERIOD 2026-11-20"),
                all.stream().map(ThresholdEventsTest::words).toList());
        assertEquals(List.of(), noticed());
        clock.set(Instant.parse("2026-12-04T00:00:00Z"));
        assertEquals(List.of("NEW_PERIOD 2026-12-04"), noticed());
        assertEquals(List.of(), noticed());
    }

    @Test
    void near_and_over_are_told_once_each_with_their_figures() {
        spend("89.99");
        assertEquals(List.of(), noticed());
        spend("0.01");
        List<ThresholdEvent> near = budget.notice();
        assertEquals(
                List.of("NEAR Fun 2026-11-20"),
                near.stream().map(ThresholdEventsTest::words).toList());
        assertEquals(Optional.of(usd("90.00")), near.get(0).spent());
        assertEquals(Optional.of(usd("100.00")), near.get(0).limit());
        assertEquals(Instant.parse("2026-11-22T12:00:00Z"), near.get(0).at());
        spend("5.00");
        assertEquals(List.of(), noticed());
        spend("20.00");
        assertEquals(List.of("OVER Fun 2026-11-20"), noticed());
        spend("20.00");
        assertEquals(List.of(), noticed());
    }

    @Test
    void going_over_at_once_tells_both() {
        spend("200.00");
        assertEquals(List.of("NEAR Fun 2026-11-20", "OVER Fun 2026-11-20"), noticed());
    }

    @Test
    void a_refund_takes_news_back_and_it_can_be_told_again() {
        spend("120.00");
        noticed();
        spend("-25.00");
        assertEquals(List.of("not OVER Fun 2026-11-20"), noticed());
        spend("-50.00");
        assertEquals(List.of("not NEAR Fun 2026-11-20"), noticed());
        assertEquals(List.of(), noticed());
        spend("50.00");
        assertEquals(List.of("NEAR Fun 2026-11-20"), noticed());
    }

    @Test
    void what_came_and_went_between_two_looks_is_not_told() {
        long id = spend("200.00");
        budget.write("ann", edit -> {
            edit.delete(EntryKind.EXPENSE, id);
            return edit.version();
        });
        assertEquals(List.of(), noticed());
    }

    @Test
    void a_limit_of_the_period_is_watched_in_the_period() {
        budget.write("ann", edit -> edit.limit("Other", usd("50.00"), Per.PERIOD, PAYDAY));
        budget.add(EntryDraft.expense(usd("51.00"), "Lamp").category("Other"));
        List<ThresholdEvent> events = budget.notice();
        assertEquals(14, events.get(0).span().days());
        assertEquals(
                List.of("NEAR Other 2026-11-20", "OVER Other 2026-11-20"),
                events.stream().map(ThresholdEventsTest::words).toList());
    }

    @Test
    void an_expense_entered_late_is_told_for_its_own_week() {
        clock.set(Instant.parse("2026-11-28T12:00:00Z"));
        noticed();
        budget.add(EntryDraft.expense(usd("95.00"), "Concert").category("Fun").on(LocalDate.of(2026, 11, 26)));
        assertEquals(List.of("NEAR Fun 2026-11-20"), noticed());
        clock.set(Instant.parse("2026-12-05T12:00:00Z"));
        noticed();
        budget.add(EntryDraft.expense(usd("95.00"), "Concert").category("Fun").on(LocalDate.of(2026, 11, 27)));
        assertEquals(List.of(), noticed());
    }

    @Test
    void an_expense_of_the_future_is_told_when_its_day_comes() {
        budget.add(EntryDraft.expense(usd("95.00"), "Concert").category("Fun").on(LocalDate.of(2026, 11, 25)));
        assertEquals(List.of(), noticed());
        clock.set(Instant.parse("2026-11-25T00:00:00Z"));
        assertEquals(List.of("NEAR Fun 2026-11-20"), noticed());
    }

    @Test
    void a_paycheck_on_another_day_moves_the_period_and_its_news() {
        budget.paycheck(usd("1500.00"), LocalDate.of(2026, 11, 21));
        spend("95.00");
        assertEquals(List.of("NEW_PERIOD 2026-11-21", "NEAR Fun 2026-11-21"), noticed());
    }

    @Test
    void a_late_bill_is_news_until_it_is_paid() {
        budget.bill(Bill.of("Rent", CategoryPath.of("Other"), PaySchedule.monthly(21))
                .costing(usd("900.00"))
                .from(PAYDAY));
        assertEquals(List.of("BILL_LATE Rent 2026-11-21"), noticed());
        assertEquals(List.of(), noticed());
        budget.add(EntryDraft.expense(usd("900.00"), "Landlord").category("Other"));
        assertEquals(List.of("not BILL_LATE Rent 2026-11-21"), noticed());
    }

    @Test
    void a_bill_that_was_never_paid_is_let_go_once() {
        budget.bill(Bill.of("Rent", CategoryPath.of("Other"), PaySchedule.monthly(21))
                .costing(usd("900.00"))
                .from(PAYDAY));
        noticed();
        clock.set(Instant.parse("2026-12-27T12:00:00Z"));
        List<String> news = noticed();
        assertTrue(news.contains("BILL_LET_GO Rent 2026-11-21 2026-12-18"), news.toString());
        assertEquals(List.of(), noticed());
        clock.set(Instant.parse("2027-01-03T12:00:00Z"));
        List<String> later = noticed();
        assertTrue(later.stream().noneMatch(one -> one.contains("BILL_LET_GO")), later.toString());
    }

    @Test
    void pay_that_is_missing_is_news_once() {
        budget.paycheck(usd("1500.00"), LocalDate.of(2026, 11, 20));
        noticed();
        clock.set(Instant.parse("2026-12-10T12:00:00Z"));
        List<String> news = noticed();
        assertEquals(List.of("NEW_PERIOD 2026-12-04", "PAY_MISSING main 2026-12-04 2026-12-04"), news);
        assertEquals(List.of(), noticed());
        budget.paycheck(usd("1500.00"), LocalDate.of(2026, 12, 4));
        assertEquals(List.of("not PAY_MISSING main 2026-12-04 2026-12-04"), noticed());
    }

    @Test
    void pay_that_comes_after_its_period_has_ended_takes_its_news_back() {
        budget.paycheck(usd("1500.00"), PAYDAY);
        clock.set(Instant.parse("2026-12-10T12:00:00Z"));
        assertEquals(List.of("NEW_PERIOD 2026-12-04", "PAY_MISSING main 2026-12-04 2026-12-04"), noticed());
        clock.set(Instant.parse("2026-12-19T12:00:00Z"));
        assertEquals(List.of("NEW_PERIOD 2026-12-18"), noticed());
        long late = budget.paycheck(usd("1500.00"), LocalDate.of(2026, 12, 4)).id();
        assertEquals(List.of("not PAY_MISSING main 2026-12-04 2026-12-04"), noticed());
        assertEquals(List.of(), noticed());
        budget.change("ann", edit -> edit.delete(EntryKind.INCOME, late));
        assertEquals(List.of(), noticed());
    }

    @Test
    void a_bill_that_was_let_go_and_is_paid_after_all_takes_its_news_back() {
        budget.bill(Bill.of("Rent", CategoryPath.of("Other"), PaySchedule.monthly(21))
                .costing(usd("900.00"))
                .from(PAYDAY));
        clock.set(Instant.parse("2026-12-21T12:00:00Z"));
        assertTrue(noticed().contains("BILL_LET_GO Rent 2026-11-21 2026-12-18"));
        clock.set(Instant.parse("2027-01-03T12:00:00Z"));
        noticed();
        budget.add(
                EntryDraft.expense(usd("900.00"), "Landlord").category("Other").on(LocalDate.of(2026, 11, 23)));
        assertEquals(List.of("not BILL_LET_GO Rent 2026-11-21 2026-12-18"), noticed());
        assertEquals(List.of(), noticed());
    }

    @Test
    void a_period_that_grows_is_no_new_one() {
        Budget gigs = Budget.inMemory(clock);
        gigs.source(PaySource.of("gigs", PaySchedule.asRecorded()).primary());
        gigs.paycheck(usd("300.00"), LocalDate.of(2026, 11, 10));
        List<String> news = new ArrayList<>();
        for (int day = 0; day < 60; day++) {
            gigs.notice().forEach(event -> news.add(words(event)));
            clock.set(clock.instant().plus(Duration.ofDays(1)));
        }
        assertEquals(List.of("NEW_PERIOD 2026-11-10"), news);
        gigs.close();
    }

    @Test
    void events_raise_no_version_and_are_read_after_an_id() {
        long version = budget.read(BudgetView::version);
        List<ThresholdEvent> first = budget.read(view -> view.eventsAfter(0, 10));
        spend("100.01");
        List<ThresholdEvent> events = budget.notice();
        assertEquals(version + 1, budget.read(BudgetView::version));
        assertEquals(events, budget.read(view -> view.eventsAfter(first.get(0).id(), 10)));
        assertEquals(
                events.subList(1, 2),
                budget.read(view -> view.eventsAfter(events.get(0).id(), 10)));
    }

    @Test
    void what_stands_is_always_what_holds_and_nothing_is_told_twice() {
        ForAll.forAll(100, dice -> {
            SettableClock time = new SettableClock(Instant.parse("2026-11-20T12:00:00Z"), ZoneOffset.UTC);
            try (Budget own = Budget.inMemory(time)) {
                own.paidOn(PaySchedule.weekly(PAYDAY));
                own.write("ann", edit -> edit.limit("Fun", usd("100.00"), Per.WEEK, PAYDAY));
                List<String> standing = new ArrayList<>();
                for (int i = 0; i < 15; i++) {
                    own.add(EntryDraft.expense(Money.ofMinor(dice.between(-6_000L, 6_000L), Money.currency("USD")), "x")
                            .category("Fun"));
                    for (ThresholdEvent event : own.notice()) {
                        String news = event.threshold() + " " + event.span();
                        assertEquals(event.retracted(), standing.contains(news));
                        if (event.retracted()) {
                            standing.remove(news);
                        } else {
                            standing.add(news);
                        }
                    }
                    Answer answer = own.answer(own.read(BudgetView::today));
                    String week = answer.week().week().span().toString();
                    String status = answer.categories()
                            .get(0)
                            .week()
                            .status()
                            .orElseThrow()
                            .name();
                    assertEquals(status.equals("OVER"), standing.contains("OVER " + week));
                    assertEquals(!status.equals("WITHIN"), standing.contains("NEAR " + week));
                    time.set(time.instant().plus(Duration.ofDays(dice.between(0L, 2L))));
                }
            }
        });
    }

    @Test
    void what_was_let_go_or_missing_while_nobody_looked_is_said_by_the_next_look() {
        budget.paycheck(usd("1500.00"), PAYDAY);
        budget.bill(Bill.of("Rent", CategoryPath.of("Other"), PaySchedule.monthly(21))
                .costing(usd("900.00"))
                .from(PAYDAY));
        assertEquals(List.of("BILL_LATE Rent 2026-11-21"), noticed());
        budget.paycheck(usd("1500.00"), LocalDate.of(2026, 12, 18));
        clock.set(Instant.parse("2027-02-02T12:00:00Z"));
        List<String> news = noticed();
        assertEquals(
                List.of(
                        "not BILL_LATE Rent 2026-11-21",
                        "PAY_MISSING main 2026-12-04 2026-12-04",
                        "BILL_LET_GO Rent 2026-11-21 2026-12-18",
                        "PAY_MISSING main 2027-01-01 2027-01-01",
                        "BILL_LET_GO Rent 2026-12-21 2027-01-15",
                        "PAY_MISSING main 2027-01-15 2027-01-15",
                        "NEW_PERIOD 2027-01-29",
                        "BILL_LATE Rent 2027-01-21"),
                news);
        assertEquals(List.of(), noticed());
        budget.add(
                EntryDraft.expense(usd("900.00"), "Landlord").category("Other").on(LocalDate.of(2026, 12, 23)));
        assertEquals(List.of("not BILL_LET_GO Rent 2026-12-21 2027-01-15"), noticed());
    }

    @Test
    void what_stands_of_bills_and_pay_is_the_same_however_seldom_somebody_looks() {
        ForAll.forAll(8, dice -> {
            SettableClock daily = new SettableClock(Instant.parse("2026-11-20T12:00:00Z"), ZoneOffset.UTC);
            SettableClock seldom = new SettableClock(Instant.parse("2026-11-20T12:00:00Z"), ZoneOffset.UTC);
            try (Budget watched = Budget.inMemory(daily);
                    Budget alone = Budget.inMemory(seldom)) {
                PaySchedule schedule =
                        dice.percent(50) ? PaySchedule.everyTwoWeeks(PAYDAY) : PaySchedule.monthly(dice.between(1, 31));
                Bill bill = Bill.of("Rent", CategoryPath.of("Other"), PaySchedule.monthly(dice.between(1, 28)))
                        .costing(usd("900.00"))
                        .from(PAYDAY);
                List<Budget> both = List.of(watched, alone);
                both.forEach(own -> {
                    own.paidOn(schedule);
                    own.bill(bill);
                    own.paycheck(usd("1500.00"), PAYDAY);
                    own.notice();
                });
                for (int day = 1; day <= 120; day++) {
                    Instant now = Instant.parse("2026-11-20T12:00:00Z").plus(Duration.ofDays(day));
                    daily.set(now);
                    seldom.set(now);
                    LocalDate date = PAYDAY.plusDays(day - dice.between(0, 6));
                    if (dice.percent(4)) {
                        both.forEach(own -> own.paycheck(usd("1500.00"), date));
                    }
                    if (dice.percent(2)) {
                        both.forEach(own -> own.add(EntryDraft.expense(usd("900.00"), "Landlord")
                                .category("Other")
                                .on(date)));
                    }
                    watched.notice();
                    if (dice.percent(2)) {
                        alone.notice();
                    }
                }
                alone.notice();
                assertEquals(unpaid(watched), unpaid(alone));
            }
        });
    }

    /** What stands of bills that were let go and pay that is missing. */
    private static List<String> unpaid(Budget of) {
        List<String> standing = new ArrayList<>();
        of.<List<ThresholdEvent>>read(view -> view.eventsAfter(0, 1_000)).forEach(event -> {
            String news = event.threshold() + " " + event.name().orElse("");
            if (event.retracted()) {
                standing.remove(news);
            } else if (event.threshold() == ThresholdEvent.Threshold.BILL_LET_GO
                    || event.threshold() == ThresholdEvent.Threshold.PAY_MISSING) {
                assertTrue(!standing.contains(news), news);
                standing.add(news);
            }
        });
        return standing.stream().sorted().toList();
    }
}
