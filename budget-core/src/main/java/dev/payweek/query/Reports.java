package dev.payweek.query;

import dev.payweek.edit.LedgerView;
import dev.payweek.period.DateSpan;
import dev.payweek.period.PayCalendar;
import dev.payweek.period.PayPeriod;
import dev.payweek.period.Paycheck;
import dev.payweek.plan.Plan;
import dev.payweek.plan.ThresholdEvent;
import dev.payweek.report.BudgetReport;
import dev.payweek.report.ReportInput;
import dev.payweek.report.ReportView;
import dev.payweek.report.Thresholds;
import dev.payweek.store.Kinds;
import dev.payweek.store.LedgerReader;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * Reads from a ledger what its reports are made from: {@code new Reports(view).report(day, ReportView.WEEK)}. For one
 * thread, with its view.
 */
public final class Reports {

    private final LedgerView ledger;
    private final LedgerReader reader;

    /** Creates the reports of a ledger. */
    public Reports(LedgerView ledger) {
        this.ledger = ledger;
        this.reader = ledger.reader();
    }

    /** Returns the report for the day; refuses one outside 1900–2200. */
    public BudgetReport report(LocalDate asOf, ReportView view) {
        DateSpan.requireUsable("on", asOf);
        List<Paycheck> paychecks = ledger.paychecks();
        DateSpan period = ledger.calendar(paychecks).periodContaining(asOf).span();
        return BudgetReport.of(input(period, paychecks), asOf, view);
    }

    /** Returns the reports on the last weeks or pay periods, the newest first. */
    public List<BudgetReport> history(LocalDate asOf, ReportView view, int count) {
        DateSpan.requireUsable("on", asOf);
        List<Paycheck> paychecks = ledger.paychecks();
        DateSpan span = historySpan(ledger.calendar(paychecks), asOf, view, count);
        return BudgetReport.history(input(span, paychecks), asOf, view, count);
    }

    private static DateSpan historySpan(PayCalendar calendar, LocalDate asOf, ReportView view, int count) {
        PayPeriod period = calendar.periodContaining(asOf);
        LocalDate end = period.span().endExclusive();
        LocalDate start = asOf;
        for (int i = 0; i < Math.min(count, BudgetReport.MAX_HISTORY) && !start.isBefore(DateSpan.EARLIEST); i++) {
            period = calendar.periodContaining(start);
            start = view.spanAround(start, period).startInclusive().minusDays(1);
        }
        return new DateSpan(period.span().startInclusive(), end);
    }

    /** Returns limits and reservations, ready to be asked what holds on a day. */
    public Plan plan() {
        return new Plan(reader.all(Kinds.LIMIT), reader.all(Kinds.RESERVED));
    }

    /** Returns all that reports on days in the span are made from. */
    private ReportInput input(DateSpan span, List<Paycheck> paychecks) {
        Plan plan = plan();
        DateSpan days = ReportInput.daysNeeded(ledger.calendar(paychecks), plan, span);
        return new ReportInput(ledger.settings(), paychecks, ledger.categories(), plan, reader.dayTotals(days));
    }

    /** Returns the threshold events that are due and the retractions of those that no longer hold, not yet numbered. */
    public List<ThresholdEvent> dueEvents(Instant now) {
        LocalDate today = ledger.today();
        List<Paycheck> paychecks = ledger.paychecks();
        DateSpan period = ledger.calendar(paychecks).periodContaining(today).span();
        return Thresholds.due(
                input(period, paychecks), today, now, reader.thresholdEventsSince(period.startInclusive()));
    }
}
