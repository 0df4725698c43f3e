package dev.payweek.report;

import static dev.payweek.report.LedgerDay.assertEnough;
import static dev.payweek.report.LedgerDay.expense;
import static dev.payweek.report.LedgerDay.titleOf;
import static dev.payweek.report.LedgerDay.wasPaidBefore;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.payweek.ledger.Entry;
import dev.payweek.ledger.EntryDetails;
import dev.payweek.ledger.Expense;
import dev.payweek.ledger.Income;
import dev.payweek.money.Money;
import dev.payweek.period.DateSpan;
import dev.payweek.period.PayPeriod;
import dev.payweek.plan.Bill;
import dev.payweek.plan.BillDecision;
import dev.payweek.plan.BudgetPlan;
import dev.payweek.plan.PayDecision;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The laws of the answer, over made-up ledgers and days; {@code -Dseed=…} repeats the one that fails. */
class LawsPropertiesTest {

    @Test
    void what_is_left_follows_one_law_in_two_forms_and_safe_never_promises_more() {
        LedgerDay.forEach(of -> {
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
        LedgerDay.forEach(of -> {
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
            assertEquals(spentByParts(of, span), notCommitted(answer, CategoryRow::period));
            assertEquals(answer.week().spent().minorUnits(), notCommitted(answer, CategoryRow::week));
        });
    }

    private static long notCommitted(Answer answer, Function<CategoryRow, CategoryRow.Stretch> stretch) {
        return answer.categories().stream()
                .map(stretch)
                .mapToLong(one -> one.spent().minus(one.committed()).minorUnits())
                .sum();
    }

    /** Spent, said of each part alone: what no bill, no set-aside and no committed category takes. */
    private static long spentByParts(LedgerDay of, DateSpan span) {
        Reckoning reckoning = of.reckoning();
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
        LedgerDay.forEach(of -> {
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
        LedgerDay.forEach(of -> {
            LocalDate next = of.on().plusDays(1);
            LocalDate today = of.today().isAfter(next) ? of.today() : next;
            PeriodState one = of.stateOn(of.on(), today);
            PeriodState two = of.stateOn(next, today);
            if (!one.period().span().equals(two.period().span())) {
                return;
            }
            long paid = of.entries().stream()
                    .filter(entry -> entry instanceof Expense && entry.date().equals(next))
                    .mapToLong(entry -> entry.amount().minorUnits())
                    .sum();
            assertEquals(
                    one.left() - two.left(),
                    paid
                            - (one.stillDue() - two.stillDue())
                            - (two.income() - one.income())
                            - (two.carriedIn() - one.carriedIn()));
        });
    }

    @Test
    void an_expected_payment_that_arrives_as_expected_changes_nothing() {
        int[] tried = {0};
        LedgerDay.forEach(of -> {
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

    private static List<Entry> plus(List<Entry> entries, Entry more) {
        return Stream.concat(entries.stream(), Stream.of(more)).toList();
    }

    @Test
    void a_bill_paid_as_billed_changes_nothing() {
        int[] tried = {0};
        LedgerDay.forEach(of -> {
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

    private static BillRow find(Answer answer, BillRow like) {
        return answer.bills().stream()
                .filter(row -> row.bill().equals(like.bill()) && row.due().equals(like.due()))
                .findFirst()
                .orElseThrow();
    }
}
