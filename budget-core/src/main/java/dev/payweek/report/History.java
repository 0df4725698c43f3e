package dev.payweek.report;

import dev.payweek.period.BudgetWeek;
import dev.payweek.period.DateSpan;
import dev.payweek.period.PayPeriod;
import dev.payweek.plan.BudgetPlan;
import dev.payweek.refusal.LedgerException;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToIntFunction;

/**
 * The weeks and pay periods that have ended, cut by today's ledger so that they touch and never overlap. It begins with
 * the period of the ledger's first entry.
 *
 * <pre>{@code
 * Entry coffee = budget.spend(Money.of("4.50", "USD"), "Corner Coffee", LocalDate.of(2026, 10, 21));
 * var plan = BudgetPlan.of(Money.currency("USD"));
 * var rows = History.periods(plan, Books.of(List.of(coffee)), LocalDate.of(2026, 11, 22), 12);
 * rows.size();           // 1
 * rows.get(0).spent();   // 4.50 USD
 * }</pre>
 *
 * <p>Safe for use by any number of threads.
 */
public final class History {

    /** The most weeks or periods of one history, inclusive. */
    public static final int MAX = 600;

    private final Reckoning reckoning;
    private final LocalDate today;
    private final Set<Long> awaited = new HashSet<>();

    private History(BudgetPlan plan, Books books, LocalDate today) {
        this.today = today;
        this.reckoning = new Reckoning(plan, books, today, today, FoldPoint.START);
        for (PaydayFact fact : reckoning.facts()) {
            if (!fact.source().isIrregular()) {
                fact.payments().forEach(income -> awaited.add(income.id()));
            }
        }
    }

    /**
     * Returns the last pay periods that have ended, the oldest first.
     *
     * @param count how many, from 1 to {@link #MAX}
     */
    public static List<PeriodRow> periods(BudgetPlan plan, Books books, LocalDate today, int count) {
        requireCount(count);
        return new History(plan, books, today).periods(count);
    }

    /**
     * Returns the last budget weeks that have ended, the oldest first; of the period that has not ended, too.
     *
     * @param count how many, from 1 to {@link #MAX}
     */
    public static List<WeekRow> weeks(BudgetPlan plan, Books books, LocalDate today, int count) {
        requireCount(count);
        return new History(plan, books, today).weeks(count);
    }

    private static void requireCount(int count) {
        if (count < 1 || count > MAX) {
            throw LedgerException.invalid("periods", "out_of_range", "The history has 1 to " + MAX + " periods.");
        }
    }

    /** Returns what the last periods come to that together have at least so many rows, the oldest first. */
    private List<PeriodState> states(int count, ToIntFunction<PayPeriod> rows) {
        Timeline timeline = reckoning.timeline();
        LocalDate first = timeline.containing(reckoning.firstEntry()).span().startInclusive();
        Deque<PayPeriod> periods = new ArrayDeque<>();
        int found = 0;
        for (LocalDate start : timeline.borders().headSet(today, true).descendingSet()) {
            if (start.isBefore(first) || found >= count) {
                break;
            }
            periods.addFirst(timeline.containing(start));
            found += rows.applyAsInt(periods.getFirst());
        }
        PotFold fold = new PotFold(reckoning);
        return periods.stream()
                .map(period -> reckoning.sums(period, fold.into(period)))
                .toList();
    }

    private boolean hasEnded(DateSpan span) {
        return !span.endExclusive().isAfter(today);
    }

    private List<BudgetWeek> ended(PayPeriod period) {
        return period.weeks().stream().filter(week -> hasEnded(week.span())).toList();
    }

    private List<PeriodRow> periods(int count) {
        return states(count, period -> hasEnded(period.span()) ? 1 : 0).stream()
                .filter(state -> hasEnded(state.period().span()))
                .map(this::row)
                .toList();
    }

    private PeriodRow row(PeriodState state) {
        BudgetPlan plan = reckoning.plan();
        long spent = state.flow().spent(state.period().span());
        long discretionary = state.left() + spent;
        return new PeriodRow(
                state.period().span(),
                plan.money(state.carriedIn()),
                plan.money(state.income()),
                plan.money(state.carriedIn() + state.income() - discretionary),
                plan.money(discretionary),
                plan.money(spent),
                plan.money(state.left()));
    }

    private List<WeekRow> weeks(int count) {
        List<WeekRow> rows = new ArrayList<>();
        for (PeriodState state : states(count, period -> ended(period).size())) {
            ended(state.period()).forEach(week -> rows.add(row(state, week)));
        }
        return rows.subList(Math.max(0, rows.size() - count), rows.size());
    }

    /**
     * What came in after the week, and was not pay that was awaited, had not come then; so with what was spent later.
     */
    private WeekRow row(PeriodState state, BudgetWeek week) {
        BudgetPlan plan = reckoning.plan();
        PeriodFlow flow = state.flow();
        LocalDate start = state.period().span().startInclusive();
        LocalDate end = state.period().span().endExclusive();
        LocalDate planned = later(today.plusDays(1), week.span().endExclusive());
        long discretionary = state.left() + flow.spent(start, end) - unforeseen(week);
        long before = flow.spent(start, week.span().startInclusive());
        long allowance = Reckoning.allowance(week, discretionary - before - flow.spent(planned, end));
        long spent = flow.spent(week.span());
        return new WeekRow(week.span(), plan.money(allowance), plan.money(spent), plan.money(allowance - spent));
    }

    private long unforeseen(BudgetWeek week) {
        LocalDate after = week.span().endExclusive();
        LocalDate end = earlier(week.period().endExclusive(), today.plusDays(1));
        if (!after.isBefore(end)) {
            return 0;
        }
        return reckoning.books().incomes(new DateSpan(after, end)).stream()
                .filter(income -> !awaited.contains(income.id()))
                .mapToLong(income -> income.amount().minorUnits())
                .reduce(0, Math::addExact);
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}
