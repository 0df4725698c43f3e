package dev.payweek.report;

import dev.payweek.ledger.Income;
import dev.payweek.period.DateSpan;
import dev.payweek.period.PayPeriod;
import dev.payweek.period.Payday;
import dev.payweek.plan.BudgetPlan;
import dev.payweek.plan.PayDecision;
import dev.payweek.plan.PaySource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * When pay came and will come, and which income it is: what the ledger says as it stands.
 *
 * <pre>{@code
 * var main = PaySource.of("main", PaySchedule.monthly(20)).primary();
 * var plan = BudgetPlan.of(Money.currency("USD")).withSources(List.of(main));
 * Entry pay = budget.paycheck(Money.of("1500.00", "USD"), LocalDate.of(2026, 11, 19));
 * var paydays = new Paydays(plan, Books.of(List.of(pay)), LocalDate.of(2026, 11, 22));
 * paydays.of(main, DateSpan.ofDays(LocalDate.of(2026, 11, 1), 30)).get(0).date();    // 2026-11-19
 * paydays.periodContaining(LocalDate.of(2026, 11, 22)).span();                       // [2026-11-19, 2026-12-20)
 * paydays.recognised().get(pay.id()).source();                                       // "main"
 * }</pre>
 *
 * <p>Not safe for use by several threads: for the one whose books they are.
 */
public final class Paydays {

    private static final int FARTHEST_FROM_PLAN = 45;

    /**
     * The payday that an income is the pay of: {@code new Recognised("main", LocalDate.of(2026, 11, 20), false)}.
     *
     * <p>Immutable and safe for use by any number of threads.
     *
     * @param source the pay source's name
     * @param payday the planned payday
     * @param byHand whether a person decided so
     */
    public record Recognised(String source, LocalDate payday, boolean byHand) {}

    private final BudgetPlan plan;
    private final Books books;
    private final Reckoning reckoning;
    private Reckoning farthest;

    /** Reckons as of a day. */
    public Paydays(BudgetPlan plan, Books books, LocalDate today) {
        this.plan = plan;
        this.books = books;
        this.reckoning = new Reckoning(plan, books, today, today, FoldPoint.START);
        this.farthest = reckoning;
    }

    /** Returns the pay period that holds a day. */
    public PayPeriod periodContaining(LocalDate day) {
        if (reckoning.timeline().holds(day)) {
            return reckoning.timeline().containing(day);
        }
        if (!farthest.timeline().holds(day)) {
            farthest = new Reckoning(plan, books, day, day, FoldPoint.START);
        }
        return farthest.timeline().containing(day);
    }

    /** Returns the paydays of a source in the span, the real ones in place of those they were planned as. */
    public List<Payday> of(PaySource source, DateSpan span) {
        Map<LocalDate, Payday> byNominal = new TreeMap<>();
        if (!source.isIrregular()) {
            LocalDate from = span.startInclusive().minusDays(FARTHEST_FROM_PLAN);
            LocalDate to = span.endExclusive().plusDays(FARTHEST_FROM_PLAN);
            new PayGrid(source, from, to).paydays().values().forEach(payday -> byNominal.put(payday.nominal(), payday));
        }
        for (PaydayFact fact : reckoning.facts()) {
            if (fact.source().name().equals(source.name()) && fact.isPaid()) {
                byNominal.put(fact.nominal(), new Payday(fact.day(), fact.nominal(), true));
            }
        }
        List<Payday> found = new ArrayList<>(byNominal.values());
        found.removeIf(payday -> !span.contains(payday.date()));
        found.sort(Comparator.comparing(Payday::date));
        return found;
    }

    /** Returns which incomes are pay, by their numbers. */
    public Map<Long, Recognised> recognised() {
        Map<Long, Recognised> recognised = new HashMap<>();
        for (PaydayFact fact : reckoning.facts()) {
            for (Income income : fact.payments()) {
                boolean byHand = reckoning.plan().payDecisions().get(income.id()) instanceof PayDecision.PayOf;
                recognised.put(income.id(), new Recognised(fact.source().name(), fact.payday(), byHand));
            }
        }
        return recognised;
    }
}
