package dev.payweek.report;

import dev.payweek.plan.BudgetPlan;
import java.time.LocalDate;
import java.util.List;

/**
 * The answer: what is left since the last payday, of the week and of the pay period, and what is safe to spend a day.
 *
 * <p>A function of plan, entries, the day and the day it is asked on. As of a past day the entries dated after it and
 * up to today are left out; those of days still to come always count as planned. To ask what if, give other plans or
 * entries.
 *
 * <pre>{@code
 * Money pay = Money.of("1500.00", "USD");
 * var every = PayVersion.of(PaySchedule.everyTwoWeeks(LocalDate.of(2026, 11, 20))).expecting(pay);
 * var main = PaySource.of("main", every.schedule()).with(List.of(every)).primary();
 * var plan = BudgetPlan.of(Money.currency("USD")).withSources(List.of(main));
 * Entry shop = budget.spend(Money.of("162.40", "USD"), "Shop", LocalDate.of(2026, 11, 22));
 * var day = LocalDate.of(2026, 11, 22);
 * Answer answer = Answer.of(plan, Books.of(List.of(shop)), day, day);
 * answer.period().left();          // 1337.60 USD
 * answer.week().allowance();       // 750.00 USD
 * answer.verdict().safeToday();    // 111.46 USD
 * }</pre>
 *
 * <p>Immutable and safe for use by any number of threads.
 *
 * @param asOf the day
 * @param verdict the answer in one line
 * @param period the figures of the pay period
 * @param week the figures of the budget week
 * @param pay the period's pay, by date
 * @param bills the bills paid, planned, due, late or skipped in the period, by due day
 * @param letGo the due days that the period let go, because the next one came
 * @param setAsides the set-asides in force
 * @param categories the groups of categories, Other last
 * @param uncategorised how many expenses of the period, up to and with the day, nobody has placed
 */
public record Answer(
        LocalDate asOf,
        Verdict verdict,
        PeriodFigures period,
        WeekFigures week,
        List<PayRow> pay,
        List<BillRow> bills,
        List<BillRow> letGo,
        List<SetAsideRow> setAsides,
        List<CategoryRow> categories,
        long uncategorised) {

    /** Creates an answer. */
    public Answer {
        pay = List.copyOf(pay);
        bills = List.copyOf(bills);
        letGo = List.copyOf(letGo);
        setAsides = List.copyOf(setAsides);
        categories = List.copyOf(categories);
    }

    /**
     * Returns the answer for a day.
     *
     * @param on any day, past or future
     * @param today the day it is asked on
     */
    public static Answer of(BudgetPlan plan, Books books, LocalDate on, LocalDate today) {
        return of(plan, books, on, today, FoldPoint.START);
    }

    /** Returns the same answer, going on from a kept point where that is true for the day. */
    public static Answer of(BudgetPlan plan, Books books, LocalDate on, LocalDate today, FoldPoint kept) {
        return AnswerBuilder.of(plan, books, new AnswerBuilder.Days(on, today), kept)
                .answer(books);
    }
}
