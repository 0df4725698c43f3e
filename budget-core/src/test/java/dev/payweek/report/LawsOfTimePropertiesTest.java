package dev.payweek.report;

import static dev.payweek.report.LedgerDay.assertEnough;
import static dev.payweek.report.LedgerDay.expense;
import static dev.payweek.report.LedgerDay.titleOf;
import static dev.payweek.report.LedgerDay.wasPaidBefore;
import static dev.payweek.testkit.ForAll.forAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.payweek.category.CategoryPath;
import dev.payweek.ledger.Entry;
import dev.payweek.ledger.EntryDetails;
import dev.payweek.ledger.Income;
import dev.payweek.money.Money;
import dev.payweek.period.DateSpan;
import dev.payweek.period.PayPeriod;
import dev.payweek.plan.BudgetPlan;
import dev.payweek.plan.Carry;
import dev.payweek.plan.Rollover;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The laws of the answer from day to day and period to period, over made-up ledgers. */
class LawsOfTimePropertiesTest {

    @Test
    void spending_what_is_safe_every_day_never_empties_the_hand() {
        int[] tried = {0};
        LedgerDay.forEach(of -> {
            if (!of.on().equals(of.today())
                    || !of.answer().period().safePerDay().isPositive()) {
                return;
            }
            // Pay that is missed and counts by days has been carried in before it was missed.
            boolean sure = of.answer().pay().stream()
                    .filter(row -> row.state().isAwaited())
                    .allMatch(row -> !row.spread() && wasPaidBefore(of, row));
            if (!sure) {
                return;
            }
            tried[0]++;
            List<Entry> entries = new ArrayList<>(of.entries());
            DateSpan span = of.answer().period().period().span();
            LocalDate end = of.on().plusDays(10);
            Answer known = of.answer();
            for (LocalDate day = of.on(); span.contains(day) && day.isBefore(end); day = day.plusDays(1)) {
                boolean came = comeAsPlanned(of, known, entries, day);
                known = came || day.isAfter(of.on()) ? answer(of, entries, day) : known;
                if (!known.period().period().span().equals(span)) {
                    return;
                }
                Money safe = known.period().safePerDay();
                long hand = inHand(known, entries, day) - safe.minorUnits();
                assertTrue(hand >= 0, "in hand on " + day + ": " + hand);
                if (safe.isPositive()) {
                    entries.add(expense(day, "treat", CategoryPath.of("Treats"), safe, 10_000 + entries.size()));
                }
            }
        });
        assertEnough(tried[0], 500);
    }

    /** Pay expected by the day comes, and bills due on it are paid; returns whether there were any. */
    private static boolean comeAsPlanned(LedgerDay of, Answer known, List<Entry> entries, LocalDate day) {
        int before = entries.size();
        DateSpan span = known.period().period().span();
        for (PayRow row : known.pay()) {
            if (row.state() == PayRow.State.EXPECTED && !row.payday().isAfter(day)) {
                LocalDate came = span.contains(row.payday()) ? row.payday() : day;
                entries.add(new Income(
                        10_000 + entries.size(),
                        1,
                        EntryDetails.of(came, row.amount(), titleOf(of.plan(), row.source())),
                        Optional.empty()));
            }
        }
        for (BillRow row : known.bills()) {
            if (row.state() == BillRow.State.DUE
                    && row.due().equals(day)
                    && row.amount().isPositive()) {
                entries.add(expense(
                        day, "invoice" + row.bill().charAt(4), row.category(), row.amount(), 10_000 + entries.size()));
            }
        }
        return entries.size() > before;
    }

    private static Answer answer(LedgerDay of, List<Entry> entries, LocalDate day) {
        return Answer.of(of.plan(), Books.of(entries), day, day);
    }

    /** What came, or was expected by now, less all that was paid; with what is in the pots. */
    private static long inHand(Answer answer, List<Entry> entries, LocalDate day) {
        DateSpan span = answer.period().period().span();
        long hand = answer.period().income().plus(answer.period().carriedIn()).minorUnits();
        for (PayRow row : answer.pay()) {
            boolean toCome = row.state() == PayRow.State.EXPECTED
                    && !row.spread()
                    && row.payday().isAfter(day);
            hand -= toCome || row.state() == PayRow.State.MISSING ? row.amount().minorUnits() : 0;
        }
        Set<Long> spread = new HashSet<>();
        answer.pay().stream().filter(PayRow::spread).forEach(row -> row.entry().ifPresent(spread::add));
        for (Entry entry : entries) {
            if (entry instanceof Income
                    && !spread.contains(entry.id())
                    && entry.date().isAfter(day)
                    && span.contains(entry.date())) {
                hand -= entry.amount().minorUnits();
            }
        }
        for (SetAsideRow row : answer.setAsides()) {
            hand += row.pot().minorUnits();
        }
        return hand - answer.period().paidOut().minorUnits();
    }

    @Test
    void closed_periods_share_out_all_income_and_carrying_conserves_every_cent() {
        forAll(LedgerDay.LEDGERS, dice -> {
            RandomLedger ledger = new RandomLedger(dice);
            BudgetPlan plan = ledger.plan().withCarry(Carry.of(Rollover.Policy.BOTH));
            LocalDate later = RandomLedger.LAST.plusYears(1);
            Reckoning reckoning = new Reckoning(plan, Books.of(ledger.entries()), later, later, FoldPoint.START);
            PayPeriod last = reckoning.timeline().containing(later);
            PayPeriod period = reckoning
                    .timeline()
                    .containing(reckoning.firstEntry().minusDays(30).isBefore(later) ? reckoning.firstEntry() : later);
            PotFold fold = new PotFold(reckoning);
            long income = 0;
            long kept = 0;
            Optional<LocalDate> begins = reckoning.carryBegins();
            while (period.span().startInclusive().isBefore(last.span().startInclusive())) {
                Inflow into = fold.into(period);
                PeriodState state = reckoning.state(period, into);
                income += state.income() - awaited(reckoning, period);
                if (begins.isPresent() && !period.span().startInclusive().isBefore(begins.get())) {
                    kept += state.income() - state.flow().paid();
                }
                period = reckoning.timeline().after(period);
            }
            income += reckoning.state(last, Inflow.NOTHING).income() - awaited(reckoning, last);
            assertEquals(
                    ledger.entries().stream()
                            .filter(Income.class::isInstance)
                            .mapToLong(entry -> entry.amount().minorUnits())
                            .sum(),
                    income);
            Inflow into = fold.into(last);
            assertEquals(
                    kept,
                    into.carried()
                            + into.pots().values().stream()
                                    .mapToLong(pot -> pot)
                                    .sum());
        });
    }

    private static long awaited(Reckoning reckoning, PayPeriod period) {
        return reckoning.incomes().rows(period).stream()
                .filter(row -> row.state().isAwaited())
                .mapToLong(row -> row.amount().minorUnits())
                .sum();
    }

    @Test
    void periods_partition_time_and_no_pay_is_recognised_twice() {
        LedgerDay.forEach(of -> {
            Reckoning reckoning = of.reckoning();
            PayPeriod period = reckoning
                    .timeline()
                    .containing(reckoning.firstEntry().isBefore(of.on()) ? reckoning.firstEntry() : of.on());
            LocalDate day = period.span().startInclusive();
            while (!day.isAfter(of.on())) {
                if (!period.span().contains(day)) {
                    assertEquals(day, period.span().endExclusive());
                    period = reckoning.timeline().containing(day);
                }
                assertTrue(period.span().contains(day));
                assertEquals(period.span(), reckoning.timeline().containing(day).span());
                day = day.plusDays(1);
            }
            Set<Long> seen = new HashSet<>();
            Set<String> paydays = new HashSet<>();
            for (PaydayFact fact : reckoning.facts()) {
                assertTrue(paydays.add(fact.source().name() + fact.payday()), "a payday twice");
                assertTrue(fact.source().isIrregular() || fact.payments().size() <= 1, "two payments of one payday");
                fact.payments().forEach(income -> assertTrue(seen.add(income.id()), "a payment of two paydays"));
            }
        });
    }

    @Test
    void the_weeks_of_a_history_touch_and_their_spending_is_the_periods() {
        forAll(LedgerDay.LEDGERS / 5, dice -> {
            RandomLedger ledger = new RandomLedger(dice);
            BudgetPlan plan = ledger.plan();
            LocalDate today = ledger.day();
            Books books = Books.of(ledger.entries());
            List<PeriodRow> periods = History.periods(plan, books, today, History.MAX);
            List<WeekRow> weeks = History.weeks(plan, books, today, History.MAX);
            for (int i = 1; i < periods.size(); i++) {
                assertEquals(
                        periods.get(i - 1).span().endExclusive(),
                        periods.get(i).span().startInclusive());
            }
            for (int i = 1; i < weeks.size(); i++) {
                assertEquals(
                        weeks.get(i - 1).span().endExclusive(),
                        weeks.get(i).span().startInclusive());
            }
            for (PeriodRow period : periods) {
                Money spent = weeks.stream()
                        .filter(week -> period.span().contains(week.span().startInclusive()))
                        .map(WeekRow::spent)
                        .reduce(plan.money(0), Money::plus);
                assertEquals(period.spent(), spent);
            }
        });
    }
}
