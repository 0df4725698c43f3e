package dev.payweek.report;

import static dev.payweek.testkit.ForAll.forAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.payweek.category.CategoryPath;
import dev.payweek.ledger.Entry;
import dev.payweek.ledger.EntryDetails;
import dev.payweek.ledger.Expense;
import dev.payweek.ledger.Income;
import dev.payweek.ledger.Provenance;
import dev.payweek.money.Money;
import dev.payweek.period.DateSpan;
import dev.payweek.period.PayPeriod;
import dev.payweek.plan.Bill;
import dev.payweek.plan.BillDecision;
import dev.payweek.plan.BudgetPlan;
import dev.payweek.plan.Carry;
import dev.payweek.plan.PayDecision;
import dev.payweek.plan.Rollover;
import dev.payweek.testkit.Dice;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The laws of the answer, over made-up ledgers and days; {@code -Dseed=…} repeats the one that fails. */
class LawsPropertiesTest {

    private static final int CASES = 2_500;
    private static final int DAYS = 4;

    /** A ledger, a day and the day it is asked on. */
    private record Case(Dice dice, BudgetPlan plan, List<Entry> entries, LocalDate on, LocalDate today) {

        private Answer answer() {
            return answer(entries);
        }

        private Answer answer(List<Entry> others) {
            return Answer.of(plan, Books.of(others), on, today);
        }

        private boolean isVisible(LocalDate day) {
            return !day.isAfter(on) || day.isAfter(today);
        }

        private boolean isAfterFirst(LocalDate day) {
            return entries.stream().map(Entry::date).anyMatch(other -> isVisible(other) && !other.isAfter(day));
        }
    }

    private interface Law {
        void holds(Case of);
    }

    private static void inEveryCase(Law law) {
        forAll(CASES, dice -> {
            RandomLedger ledger = new RandomLedger(dice);
            BudgetPlan plan = ledger.plan();
            for (int i = 0; i < DAYS; i++) {
                LocalDate on = ledger.day();
                LocalDate today = dice.percent(50) ? on : ledger.day();
                law.holds(new Case(dice, plan, ledger.entries(), on, today));
            }
        });
    }

    @Test
    void what_is_left_follows_one_law_in_two_forms_and_safe_never_promises_more() {
        inEveryCase(of -> {
            Answer answer = of.answer();
            PeriodFigures period = answer.period();
            WeekFigures week = answer.week();
            assertEquals(
                    period.left(),
                    period.carriedIn()
                            .plus(period.income())
                            .minus(period.paidOut())
                            .minus(period.planned())
                            .minus(period.stillDue()));
            assertEquals(
                    period.left(), period.discretionary().minus(period.spent()).minus(period.upcoming()));
            assertEquals(
                    period.discretionary(),
                    period.carriedIn().plus(period.income()).minus(period.committed()));
            assertFits(period.safePerDay(), period.daysLeft(), period.left());
            assertFits(week.safePerDay(), week.daysLeft(), week.left());
            assertTrue(week.left().compareTo(period.left()) <= 0, "the week promises what the period has not");
            if (week.week().span().endExclusive().equals(period.period().span().endExclusive())) {
                assertEquals(period.left(), week.left());
            }
            assertSharesSum(answer);
        });
    }

    private static void assertFits(Money safe, long days, Money left) {
        assertTrue(
                !safe.isNegative() && safe.minorUnits() * days <= Math.max(0, left.minorUnits()),
                safe + " on " + days + " days of " + left);
    }

    private static void assertSharesSum(Answer answer) {
        long shares = answer.categories().stream()
                .mapToLong(row -> row.share().orElseThrow().tenThousandths())
                .sum();
        boolean any = answer.categories().stream()
                .anyMatch(row -> row.period().spent().isPositive());
        assertEquals(any ? 10_000 : 0, shares);
    }

    @Test
    void each_expense_is_counted_once_part_by_part() {
        inEveryCase(of -> {
            Answer answer = of.answer();
            DateSpan span = answer.period().period().span();
            long paidOut = 0;
            long planned = 0;
            for (Entry entry : of.entries()) {
                if (entry instanceof Expense && span.contains(entry.date())) {
                    paidOut +=
                            entry.date().isAfter(of.on()) ? 0 : entry.amount().minorUnits();
                    planned += entry.date().isAfter(of.on()) && entry.date().isAfter(of.today())
                            ? entry.amount().minorUnits()
                            : 0;
                }
            }
            assertEquals(paidOut, answer.period().paidOut().minorUnits());
            assertEquals(planned, answer.period().planned().minorUnits());
            assertEquals(
                    paidOut,
                    answer.categories().stream()
                            .mapToLong(row -> row.period().spent().minorUnits())
                            .sum());
            assertEquals(spentByParts(of, span), answer.period().spent().minorUnits());
        });
    }

    /** Spent, said of each part alone: what no bill, no set-aside and no committed category takes. */
    private static long spentByParts(Case of, DateSpan span) {
        Reckoning reckoning = new Reckoning(of.plan(), Books.of(of.entries()), of.on(), of.today(), FoldPoint.START);
        PayPeriod period = reckoning.timeline().containing(of.on());
        Destinations destinations = new Destinations(
                of.plan(), reckoning.books(), reckoning.timeline(), reckoning.firstEntry(), reckoning.bills());
        long spent = 0;
        for (Entry entry : of.entries()) {
            if (entry instanceof Expense expense
                    && span.contains(entry.date())
                    && !entry.date().isAfter(of.on())) {
                for (int i = 0; i < expense.portions().size(); i++) {
                    spent += destinations.of(expense, i, period).committed()
                            ? 0
                            : expense.portions().get(i).amount().minorUnits();
                }
            }
        }
        return spent;
    }

    @Test
    void the_order_of_writing_and_the_ids_do_not_matter() {
        inEveryCase(of -> {
            Map<Long, Long> renamed = new HashMap<>();
            List<Long> ids = of.entries().stream().map(Entry::id).toList();
            List<Long> others = of.dice().shuffled(ids);
            for (int i = 0; i < ids.size(); i++) {
                renamed.put(ids.get(i), 1_000 + others.get(i));
            }
            Map<Long, PayDecision> pay = new HashMap<>();
            of.plan().payDecisions().forEach((id, decision) -> pay.put(renamed.get(id), decision));
            List<BillDecision> bills = of.plan().billDecisions().stream()
                    .map(one ->
                            new BillDecision(one.bill(), one.due(), one.paidBy().map(renamed::get)))
                    .toList();
            List<Entry> written = of.dice().shuffled(of.entries()).stream()
                    .map(entry -> renamed(entry, renamed))
                    .toList();
            BudgetPlan plan = of.plan().withPayDecisions(pay).withBillDecisions(bills);

            assertEquals(
                    AnswerFigures.of(of.answer()),
                    AnswerFigures.of(Answer.of(plan, Books.of(written), of.on(), of.today())));
        });
    }

    private static Entry renamed(Entry entry, Map<Long, Long> names) {
        long id = Objects.requireNonNull(names.get(entry.id()));
        if (entry instanceof Expense expense) {
            return new Expense(
                    id,
                    1,
                    expense.details(),
                    expense.category(),
                    expense.provenance(),
                    expense.splits(),
                    expense.refundOf().map(names::get),
                    Optional.empty());
        }
        Income income = (Income) entry;
        return new Income(id, 1, income.details(), Optional.empty());
    }

    @Test
    void from_one_day_to_the_next_only_what_was_paid_fell_due_or_came_changes_what_is_left() {
        inEveryCase(of -> {
            LocalDate next = of.on().plusDays(1);
            LocalDate today = of.today().isAfter(next) ? of.today() : next;
            Answer one = Answer.of(of.plan(), Books.of(of.entries()), of.on(), today);
            Answer two = Answer.of(of.plan(), Books.of(of.entries()), next, today);
            if (!one.period().period().span().equals(two.period().period().span())) {
                return;
            }
            long paid = of.entries().stream()
                    .filter(entry -> entry instanceof Expense && entry.date().equals(next))
                    .mapToLong(entry -> entry.amount().minorUnits())
                    .sum();
            assertEquals(
                    one.period().left().minus(two.period().left()).minorUnits(),
                    paid
                            - one.period()
                                    .stillDue()
                                    .minus(two.period().stillDue())
                                    .minorUnits()
                            - two.period().income().minus(one.period().income()).minorUnits()
                            - two.period()
                                    .carriedIn()
                                    .minus(one.period().carriedIn())
                                    .minorUnits());
        });
    }

    @Test
    void an_expected_payment_that_arrives_as_expected_changes_nothing() {
        int[] tried = {0};
        inEveryCase(of -> {
            Answer answer = of.answer();
            for (PayRow row : answer.pay()) {
                DateSpan span = answer.period().period().span();
                boolean laterOnes = answer.pay().stream()
                        .anyMatch(other -> other.source().equals(row.source())
                                && other.payday().isAfter(row.payday()));
                if (row.state() != PayRow.State.EXPECTED
                        || row.spread()
                        || laterOnes
                        || !span.contains(row.payday())
                        || !of.isVisible(row.payday())
                        || !of.isAfterFirst(row.payday())
                        || !wasPaidBefore(of, row)) {
                    continue;
                }
                String title = titleOf(of.plan(), row.source());
                Income arrived =
                        new Income(9_999, 1, EntryDetails.of(row.payday(), row.amount(), title), Optional.empty());
                Answer after = of.answer(plus(of.entries(), arrived));
                assertEquals(answer.period(), withoutPaidFlag(after.period(), answer.period()));
                assertEquals(answer.week().left(), after.week().left());
                tried[0]++;
            }
        });
        assertEnough(tried[0], 100);
    }

    /** The period's own payday says whether it is paid; nothing else of it may change. */
    private static PeriodFigures withoutPaidFlag(PeriodFigures after, PeriodFigures before) {
        return new PeriodFigures(
                after.period().span().equals(before.period().span()) ? before.period() : after.period(),
                after.daysLeft(),
                after.carriedIn(),
                after.income(),
                after.committed(),
                after.stillDue(),
                after.paidOut(),
                after.planned(),
                after.discretionary(),
                after.spent(),
                after.upcoming(),
                after.left(),
                after.safePerDay(),
                after.shareSpent(),
                after.pace());
    }

    private static String titleOf(BudgetPlan plan, String name) {
        boolean matched = plan.sources().stream()
                .anyMatch(source -> source.name().equals(name) && source.match().isPresent());
        return matched ? "pay" + name.charAt(name.length() - 1) : "wage";
    }

    private static boolean wasPaidBefore(Case of, PayRow row) {
        Reckoning reckoning = new Reckoning(of.plan(), Books.of(of.entries()), of.on(), of.today(), FoldPoint.START);
        return reckoning.facts().stream()
                .anyMatch(fact -> fact.source().name().equals(row.source())
                        && fact.isPaid()
                        && fact.payday().isBefore(row.payday())
                        && fact.day().isBefore(row.payday()));
    }

    private static List<Entry> plus(List<Entry> entries, Entry more) {
        return Stream.concat(entries.stream(), Stream.of(more)).toList();
    }

    private static void assertEnough(int tried, int least) {
        assertTrue(
                tried >= least || System.getProperty("seed") != null || System.getProperty("tries") != null,
                "only " + tried + " cases were to the point");
    }

    @Test
    void a_bill_paid_as_billed_changes_nothing() {
        int[] tried = {0};
        inEveryCase(of -> {
            Answer answer = of.answer();
            for (BillRow row : answer.bills()) {
                Bill bill = of.plan().bills().stream()
                        .filter(one -> one.name().equals(row.bill()))
                        .findFirst()
                        .orElseThrow();
                boolean laterOnes = bill.amount().isEmpty()
                        && answer.bills().stream()
                                .anyMatch(other -> other.bill().equals(row.bill())
                                        && other.due().isAfter(row.due()));
                if (row.state() != BillRow.State.DUE
                        || laterOnes
                        || !row.amount().isPositive()
                        || !of.isVisible(row.due())
                        || !of.isAfterFirst(row.due())) {
                    continue;
                }
                Expense paid =
                        expense(row.due(), "invoice" + bill.name().charAt(4), bill.category(), row.amount(), 9_999);
                Answer after = of.answer(plus(of.entries(), paid));
                assertEquals(OptionalLong.of(9_999), find(after, row).entry());
                assertEquals(answer.period().left(), after.period().left());
                assertEquals(answer.period().committed(), after.period().committed());
                assertEquals(answer.period().spent(), after.period().spent());
                assertEquals(answer.week().left(), after.week().left());
                tried[0]++;
            }
        });
        assertEnough(tried[0], 100);
    }

    private static Expense expense(LocalDate day, String title, CategoryPath category, Money amount, long id) {
        return new Expense(
                id,
                1,
                EntryDetails.of(day, amount, title),
                category,
                Provenance.MANUAL,
                List.of(),
                Optional.empty(),
                Optional.empty());
    }

    private static BillRow find(Answer answer, BillRow like) {
        return answer.bills().stream()
                .filter(row -> row.bill().equals(like.bill()) && row.due().equals(like.due()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void spending_what_is_safe_every_day_never_empties_the_hand() {
        int[] tried = {0};
        inEveryCase(of -> {
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
            for (LocalDate day = of.on(); span.contains(day) && day.isBefore(end); day = day.plusDays(1)) {
                Answer answer = live(of, entries, day, span);
                long hand = inHand(answer, entries, day);
                assertTrue(hand >= 0, "in hand on " + day + ": " + hand);
            }
        });
        assertEnough(tried[0], 500);
    }

    /** A day as planned: pay comes, bills are paid, and what is safe is spent. */
    private static Answer live(Case of, List<Entry> entries, LocalDate day, DateSpan span) {
        Answer morning = Answer.of(of.plan(), Books.of(entries), day, day);
        if (!morning.period().period().span().equals(span)) {
            return morning;
        }
        for (PayRow row : morning.pay()) {
            if (row.state() == PayRow.State.EXPECTED && !row.payday().isAfter(day)) {
                LocalDate came = span.contains(row.payday()) ? row.payday() : day;
                entries.add(new Income(
                        10_000 + entries.size(),
                        1,
                        EntryDetails.of(came, row.amount(), titleOf(of.plan(), row.source())),
                        Optional.empty()));
            }
        }
        for (BillRow row : morning.bills()) {
            if (row.state() == BillRow.State.DUE
                    && row.due().equals(day)
                    && row.amount().isPositive()) {
                entries.add(expense(
                        day, "invoice" + row.bill().charAt(4), row.category(), row.amount(), 10_000 + entries.size()));
            }
        }
        Answer noon = Answer.of(of.plan(), Books.of(entries), day, day);
        if (noon.period().safePerDay().isPositive()) {
            entries.add(expense(
                    day, "treat", CategoryPath.of("Treats"), noon.period().safePerDay(), 10_000 + entries.size()));
        }
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
        forAll(CASES, dice -> {
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
                PotFold.Into into = fold.into(period);
                PeriodState state = reckoning.state(period, into.carried(), into.pots());
                income += state.income() - awaited(reckoning, period);
                if (begins.isPresent() && !period.span().startInclusive().isBefore(begins.get())) {
                    kept += state.income() - state.flow().paid();
                }
                period = reckoning.timeline().after(period);
            }
            income += reckoning.state(last, 0, Map.of()).income() - awaited(reckoning, last);
            assertEquals(
                    ledger.entries().stream()
                            .filter(Income.class::isInstance)
                            .mapToLong(entry -> entry.amount().minorUnits())
                            .sum(),
                    income);
            PotFold.Into into = fold.into(last);
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
        inEveryCase(of -> {
            Reckoning reckoning =
                    new Reckoning(of.plan(), Books.of(of.entries()), of.on(), of.today(), FoldPoint.START);
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
        forAll(CASES / 5, dice -> {
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
