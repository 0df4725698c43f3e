package dev.payweek.query;

import dev.payweek.edit.ChangeLog;
import dev.payweek.edit.LedgerSession;
import dev.payweek.edit.LedgerView;
import dev.payweek.ledger.EntryKind;
import dev.payweek.ledger.Expense;
import dev.payweek.period.DateSpan;
import dev.payweek.period.Payday;
import dev.payweek.plan.BudgetPlan;
import dev.payweek.plan.Carry;
import dev.payweek.plan.DecidedPay;
import dev.payweek.plan.PaySource;
import dev.payweek.plan.Plan;
import dev.payweek.plan.ThresholdEvent;
import dev.payweek.refusal.LedgerException;
import dev.payweek.report.Answer;
import dev.payweek.report.AnswerBuilder;
import dev.payweek.report.Books;
import dev.payweek.report.ExpenseSummary;
import dev.payweek.report.FoldPoint;
import dev.payweek.report.History;
import dev.payweek.report.Paydays;
import dev.payweek.report.PeriodRow;
import dev.payweek.report.Thresholds;
import dev.payweek.report.WeekRow;
import dev.payweek.store.Edit;
import dev.payweek.store.EntryQuery;
import dev.payweek.store.EntryQuery.Only;
import dev.payweek.store.Kinds;
import dev.payweek.store.LedgerReader;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Reads from a ledger what its reports are made from: {@code new Reports(view).answer(day, today)}. For one thread,
 * with its view.
 */
public final class Reports {

    /** How long news is looked back for: longer than any bill can be late. */
    private static final int DAYS_OF_NEWS = 400;

    private final LedgerView ledger;
    private final LedgerReader reader;
    private final Books books;
    private final Optional<KeptPoint> kept;
    private final Optional<ChangeLog> unrecorded;

    /** Creates the reports of a ledger, made from its first entry on. */
    public Reports(LedgerView ledger) {
        this(ledger, Optional.empty(), Optional.empty());
    }

    /** Creates the reports of a ledger as it was recorded, which go on from a point that is kept. */
    public Reports(LedgerView ledger, KeptPoint kept) {
        this(ledger, Optional.of(kept), Optional.empty());
    }

    /** Creates the reports of a ledger that is being changed; of that, nothing is kept. */
    public Reports(LedgerSession ledger, KeptPoint kept) {
        this(ledger, Optional.of(kept.copy()), Optional.of(ledger.log()));
    }

    private Reports(LedgerView ledger, Optional<KeptPoint> kept, Optional<ChangeLog> unrecorded) {
        this.ledger = ledger;
        this.kept = kept;
        this.unrecorded = unrecorded;
        this.reader = ledger.reader();
        this.books = kept.filter(own -> unrecorded.isEmpty())
                .map(own -> own.books(reader))
                .orElseGet(() -> new LedgerBooks(reader));
    }

    /** Returns the answer for a day as it is given on another one; refuses days outside 1900–2200. */
    public Answer answer(LocalDate on, LocalDate today) {
        DateSpan.requireUsable("on", on);
        DateSpan.requireUsable("today", today);
        if (kept.isEmpty()) {
            return Answer.of(plan(), books, on, today);
        }
        if (today.equals(ledger.today()) && unrecorded.isEmpty()) {
            return kept.get().answer(reader, this::plan, books, new AnswerBuilder.Days(on, today));
        }
        BudgetPlan plan = plan();
        return Answer.of(plan, books, on, today, keptPoint(plan));
    }

    private FoldPoint keptPoint(BudgetPlan plan) {
        List<Edit<?>> edits = unrecorded.map(ChangeLog::edits).orElse(List.of());
        return kept.map(keeper -> keeper.of(reader, plan, books, ledger.today()))
                .filter(point -> KeptPoint.leaveAlone(edits, point))
                .orElse(FoldPoint.START);
    }

    /** Returns the pay periods that have ended, the last so many of them, the oldest first. */
    public List<PeriodRow> periods(LocalDate today, int count) {
        DateSpan.requireUsable("today", today);
        return History.periods(plan(), books, today, count);
    }

    /** Returns the budget weeks that have ended, the last so many of them, the oldest first. */
    public List<WeekRow> weeks(LocalDate today, int count) {
        DateSpan.requireUsable("today", today);
        return History.weeks(plan(), books, today, count);
    }

    /** Returns the expenses of the days added up: in all, by category and by calendar month. */
    public ExpenseSummary summary(DateSpan span) {
        List<Expense> splits = new ArrayList<>();
        reader.forEachEntry(
                EntryQuery.all(EntryKind.EXPENSE).during(span).only(Only.SPLIT), entry -> splits.add((Expense) entry));
        return ExpenseSummary.of(
                reader.monthTotals(span), splits, ledger.settings().currency());
    }

    /** Returns when pay came and will come, and which income it is. */
    public Paydays paydays() {
        return new Paydays(plan(), books, ledger.today());
    }

    /** Returns the paydays of a source in the span; refuses with NOT_FOUND if there is no such source. */
    public List<Payday> paydays(String source, DateSpan span) {
        DateSpan.requireUsable("from", span.startInclusive());
        DateSpan.requireUsable("to", span.lastDay());
        PaySource found = reader.find(Kinds.SOURCE, source)
                .orElseThrow(() -> LedgerException.notFound("There is no pay source \"" + source + "\"."));
        return paydays().of(found, span);
    }

    /** Returns all that was planned and decided. */
    public BudgetPlan plan() {
        return new BudgetPlan(
                ledger.settings().currency(),
                ledger.settings().nearPercent(),
                reader.all(Kinds.SOURCE),
                reader.all(Kinds.BILL),
                reader.all(Kinds.SET_ASIDE),
                new Plan(reader.all(Kinds.LIMIT)),
                reader.find(Kinds.CARRY, "").orElse(Carry.NONE),
                ledger.categories(),
                reader.all(Kinds.PAY_DECISION).stream()
                        .collect(Collectors.toMap(DecidedPay::income, DecidedPay::decision)),
                reader.all(Kinds.BILL_DECISION));
    }

    /** Returns the threshold events that are due and the retractions of those that no longer hold, not yet numbered. */
    public List<ThresholdEvent> dueEvents(Instant now) {
        LocalDate today = ledger.today();
        BudgetPlan plan = plan();
        return Thresholds.of(plan, books, today, now, keptPoint(plan))
                .due(reader.thresholdEventsSince(today.minusDays(DAYS_OF_NEWS)));
    }
}
