package dev.payweek.report;

import static dev.payweek.testkit.ForAll.forAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.payweek.category.CategoryPath;
import dev.payweek.ledger.Entry;
import dev.payweek.ledger.EntryDetails;
import dev.payweek.ledger.Income;
import dev.payweek.money.Money;
import dev.payweek.period.DateSpan;
import dev.payweek.period.PaySchedule;
import dev.payweek.plan.Bill;
import dev.payweek.plan.BudgetPlan;
import dev.payweek.plan.Carry;
import dev.payweek.plan.PaySource;
import dev.payweek.plan.PayVersion;
import dev.payweek.plan.Per;
import dev.payweek.plan.Rollover;
import dev.payweek.plan.SetAside;
import dev.payweek.plan.SoftLimit;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Years in which nothing happened are asked for nothing, and change no figure of what comes after them. */
class QuietYearsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final LocalDate FAR = LocalDate.of(2199, 6, 1);

    /** Spending and getting back on the days between keeps them from being passed over, and comes to nothing. */
    @Test
    void passing_over_periods_in_which_nothing_happens_gives_what_going_through_them_gives() {
        forAll(60, dice -> {
            RandomLedger ledger = new RandomLedger(dice);
            BudgetPlan plan = ledger.plan();
            Books quiet = Books.of(ledger.entries());
            LocalDate asked = ledger.day();
            LocalDate on = asked.plusDays(dice.between(1, 4_000));
            Answer answer = Answer.of(plan, quiet, on, on);
            List<Entry> entries = new ArrayList<>(ledger.entries());
            LocalDate end = answer.period().period().span().startInclusive();
            LocalDate first = ledger.entries().stream()
                    .map(Entry::date)
                    .max(LocalDate::compareTo)
                    .orElse(end);
            for (LocalDate day = first; day.isBefore(end); day = day.plusDays(5)) {
                entries.add(noise(entries.size(), day, "1.00"));
                entries.add(noise(entries.size(), day, "-1.00"));
            }
            Books busy = Books.of(entries);
            assertEquals(AnswerFigures.of(Answer.of(plan, busy, on, on)), AnswerFigures.of(answer));
            assertEquals(
                    AnswerFigures.of(Answer.of(plan, busy, on, asked)),
                    AnswerFigures.of(Answer.of(plan, quiet, on, asked)));
            assertEquals(History.periods(plan, busy, on, 600), History.periods(plan, quiet, on, 600));
            assertEquals(History.weeks(plan, busy, on, 600), History.weeks(plan, quiet, on, 600));
            List<PeriodRow> all = History.periods(plan, quiet, on, 600);
            assertEquals(all.subList(Math.max(0, all.size() - 7), all.size()), History.periods(plan, quiet, on, 7));
        });
    }

    private static Entry noise(int count, LocalDate day, String amount) {
        return LedgerDay.expense(day, "noise", CategoryPath.of("Quiet"), usd(amount), 1_000_000L + count);
    }

    @Test
    void a_report_of_the_far_future_asks_hardly_more_than_one_of_today() {
        int today = questions(books -> Answer.of(plan(), books, TODAY, TODAY));
        assertFew(today, questions(books -> Answer.of(plan(), books, FAR, FAR)), "asked then");
        assertFew(today, questions(books -> Answer.of(plan(), books, FAR, TODAY)), "asked today");
        assertFew(
                today,
                questions(books -> FoldPoints.before(plan(), books, FAR.minusDays(90), FoldPoint.START)),
                "what reports go on from");
    }

    @Test
    void a_long_history_of_the_far_future_asks_hardly_more_than_one_of_today() {
        int today = questions(books -> History.periods(plan(), books, TODAY, 52));
        assertFew(today, questions(books -> History.periods(plan(), books, FAR, 600)), "periods");
        assertFew(today, questions(books -> History.weeks(plan(), books, FAR, 600)), "weeks");
    }

    @Test
    void the_last_day_there_is_has_a_report_and_a_point_to_go_on_from() {
        Books books = Books.of(pay());
        FoldPoint kept = FoldPoints.before(plan(), books, DateSpan.LATEST.minusDays(90), FoldPoint.START);
        assertEquals(2200, kept.day().getYear());
        assertEquals(
                Answer.of(plan(), books, DateSpan.LATEST, DateSpan.LATEST),
                Answer.of(plan(), books, DateSpan.LATEST, DateSpan.LATEST, kept));
    }

    /** Finding out that nothing is there takes a few. */
    private static void assertFew(int today, int then, String what) {
        assertTrue(then <= today + 8, what + ": " + then + ", today " + today);
    }

    /** Returns how many questions something asks of a ledger of 2026. */
    private static int questions(Consumer<Books> work) {
        int[] asked = {0};
        Books books = Books.of(pay());
        work.accept((Books) Proxy.newProxyInstance(
                Books.class.getClassLoader(), new Class<?>[] {Books.class}, (proxy, method, given) -> {
                    asked[0]++;
                    try {
                        return method.invoke(books, given);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
        return asked[0];
    }

    private static List<Income> pay() {
        List<Income> pay = new ArrayList<>();
        for (LocalDate day = TODAY.minusDays(310); !day.isAfter(TODAY); day = day.plusDays(14)) {
            pay.add(new Income(pay.size() + 1L, 1, EntryDetails.of(day, usd("1000.00"), "wage"), Optional.empty()));
        }
        return pay;
    }

    private static BudgetPlan plan() {
        PaySchedule everyTwoWeeks = PaySchedule.everyTwoWeeks(TODAY.minusDays(2));
        PaySource pension = PaySource.of("pension", PaySchedule.monthly(1))
                .with(List.of(PayVersion.of(PaySchedule.monthly(1)).expecting(usd("300.00"))));
        SoftLimit fun = new SoftLimit(CategoryPath.of("Fun"), usd("50.00"), Per.WEEK, TODAY.minusDays(300))
                .with(Rollover.of(Rollover.Policy.BOTH));
        return BudgetPlan.of(Money.currency("USD"))
                .withSources(List.of(PaySource.of("wage", everyTwoWeeks).primary(), pension))
                .withBills(List.of(Bill.of("rent", CategoryPath.of("Home"), PaySchedule.monthly(3))))
                .withSetAsides(List.of(SetAside.of("car", usd("20.00"))))
                .withLimits(List.of(fun))
                .withCarry(Carry.of(Rollover.Policy.BOTH));
    }

    private static Money usd(String amount) {
        return Money.of(amount, "USD");
    }
}
