package dev.payweek.report;

import dev.payweek.ledger.DayTotal;
import dev.payweek.ledger.EntryKind;
import dev.payweek.money.Money;
import dev.payweek.money.Ratio;
import dev.payweek.period.BudgetWeek;
import dev.payweek.period.DateSpan;
import dev.payweek.period.PayPeriod;
import dev.payweek.plan.BudgetPlan;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts an answer together. */
final class AnswerMaker {

    private final Reckoning reckoning;
    private final BudgetPlan plan;
    private final LocalDate on;
    private final PayPeriod period;
    private final PeriodState state;
    private final PeriodFlow flow;
    private final LimitFold limits;

    AnswerMaker(Reckoning reckoning, PayPeriod period, Inflow into, Map<String, CarriedLimit> limits) {
        this.reckoning = reckoning;
        this.plan = reckoning.plan();
        this.on = reckoning.on();
        this.period = period;
        this.limits = new LimitFold(reckoning, limits);
        this.state = reckoning.state(period, into);
        this.flow = state.flow();
    }

    Answer make() {
        List<PayRow> pay = reckoning.incomes().rows(period);
        PeriodFigures figures = period(pay);
        WeekFigures week = week(figures.discretionary().minorUnits());
        limits.show(period);
        return new Answer(
                on,
                verdict(figures, week, pay),
                figures,
                week,
                pay,
                state.bills(),
                state.letGo(),
                state.setAsides(),
                new CategoryRows(reckoning, limits, period, flow).groups(),
                flow.totals().stream()
                        .filter(total -> total.kind() == EntryKind.EXPENSE
                                && !total.date().isAfter(on))
                        .mapToLong(DayTotal::uncategorised)
                        .sum());
    }

    private PeriodFigures period(List<PayRow> pay) {
        DateSpan span = period.span();
        LocalDate tomorrow = on.plusDays(1);
        long paidOut = flow.paid(span.startInclusive(), tomorrow);
        long planned = flow.paid(tomorrow, span.endExclusive());
        long spent = flow.spent(span.startInclusive(), tomorrow);
        long upcoming = flow.spent(tomorrow, span.endExclusive());
        long committed = state.stillDue() + paidOut - spent + planned - upcoming;
        long discretionary = state.carriedIn() + state.income() - committed;
        return new PeriodFigures(
                period,
                span.daysLeft(on),
                plan.money(state.carriedIn()),
                plan.money(state.income()),
                plan.money(committed),
                plan.money(state.stillDue()),
                plan.money(paidOut),
                plan.money(planned),
                plan.money(discretionary),
                plan.money(spent),
                plan.money(upcoming),
                plan.money(state.left()),
                plan.money(new SafeToSpend(state, pay, on).perDay()),
                share(spent, discretionary),
                Pace.of(plan.money(spent), plan.money(upcoming), plan.money(discretionary), span, on));
    }

    private Optional<Ratio> share(long spent, long whole) {
        return whole > 0 ? Optional.of(Ratio.of(plan.money(spent), plan.money(whole))) : Optional.empty();
    }

    private WeekFigures week(long discretionary) {
        BudgetWeek week = period.weekContaining(on);
        DateSpan span = week.span();
        LocalDate tomorrow = on.plusDays(1);
        long before = flow.spent(period.span().startInclusive(), span.startInclusive());
        long after = flow.spent(span.endExclusive(), period.span().endExclusive());
        Money allowance = plan.money(Reckoning.allowance(week, discretionary - before - after));
        Money spent = plan.money(flow.spent(span.startInclusive(), tomorrow));
        Money upcoming = plan.money(flow.spent(tomorrow, span.endExclusive()));
        Money left = allowance.minus(spent).minus(upcoming);
        return new WeekFigures(
                week,
                span.daysLeft(on),
                allowance,
                spent,
                upcoming,
                left,
                plan.money(Math.max(0, left.minorUnits()) / span.daysLeft(on)),
                share(spent.minorUnits(), allowance.minorUnits()),
                Pace.of(spent, upcoming, allowance, span, on));
    }

    private Verdict verdict(PeriodFigures figures, WeekFigures week, List<PayRow> pay) {
        Money safe = week.safePerDay().compareTo(figures.safePerDay()) < 0 ? week.safePerDay() : figures.safePerDay();
        return new Verdict(
                judgement(figures, week, pay), figures.left(), period.span().endExclusive(), figures.daysLeft(), safe);
    }

    private Verdict.State judgement(PeriodFigures figures, WeekFigures week, List<PayRow> pay) {
        boolean awaited = pay.stream().anyMatch(row -> row.state().isAwaited());
        if (!awaited && !reckoning.books().hasIncome(DateSpan.ALWAYS)) {
            return Verdict.State.UNKNOWN;
        }
        if (figures.left().isNegative()) {
            return Verdict.State.OVER;
        }
        boolean missing = pay.stream().anyMatch(row -> row.state() == PayRow.State.MISSING);
        boolean late = state.bills().stream().anyMatch(row -> row.state() == BillRow.State.LATE);
        boolean fast = !on.isBefore(period.span().startInclusive().plusDays(BudgetWeek.DAYS))
                && figures.pace().projected().compareTo(figures.discretionary()) > 0;
        return week.left().isNegative() || missing || late || fast ? Verdict.State.CAREFUL : Verdict.State.FINE;
    }
}
