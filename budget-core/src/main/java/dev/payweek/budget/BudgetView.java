package dev.payweek.budget;

import dev.payweek.category.Categories;
import dev.payweek.change.Change;
import dev.payweek.ledger.Account;
import dev.payweek.ledger.Entry;
import dev.payweek.ledger.EntryKind;
import dev.payweek.ledger.LedgerSettings;
import dev.payweek.period.DateSpan;
import dev.payweek.period.PayCalendar;
import dev.payweek.period.PayPeriod;
import dev.payweek.period.Paycheck;
import dev.payweek.period.Payday;
import dev.payweek.plan.Plan;
import dev.payweek.plan.Reserved;
import dev.payweek.plan.SoftLimit;
import dev.payweek.plan.ThresholdEvent;
import dev.payweek.refusal.Refusal;
import dev.payweek.report.BudgetReport;
import dev.payweek.report.ExpenseSummary;
import dev.payweek.report.LedgerPicture;
import dev.payweek.report.ReportView;
import dev.payweek.report.Thresholds;
import dev.payweek.rule.CategoryRule;
import dev.payweek.rule.RuleSet;
import dev.payweek.statement.ImportBatch;
import dev.payweek.store.EntryQuery;
import dev.payweek.store.KeptAnswer;
import dev.payweek.store.LedgerReader;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * One ledger as it stands at one moment, with the questions one asks of it. Valid only inside the {@link Budget#read}
 * or {@link Budget#write} that gave it.
 */
public sealed class BudgetView permits BudgetEdit {

    private final LedgerReader reader;
    private final LocalDate today;

    /** Asked for again and again within one piece of work, and read only once. */
    private Optional<LedgerSettings> settings = Optional.empty();

    private Optional<Categories> categories = Optional.empty();
    private Optional<RuleSet> rules = Optional.empty();
    private Optional<List<Account>> accounts = Optional.empty();

    BudgetView(LedgerReader reader, LocalDate today) {
        this.reader = reader;
        this.today = today;
    }

    /** Returns how many changes the ledger has seen. */
    public long version() {
        return reader.version();
    }

    /** Returns the day it is where the ledger's owner lives. */
    public LocalDate today() {
        return today;
    }

    /** Returns what holds for the ledger as a whole. */
    public LedgerSettings settings() {
        LedgerSettings known = settings.orElseGet(reader::settings);
        settings = Optional.of(known);
        return known;
    }

    /** Makes sure that what was changed is read anew. */
    void forget() {
        settings = Optional.empty();
        categories = Optional.empty();
        rules = Optional.empty();
        accounts = Optional.empty();
    }

    /**
     * Returns the report for the day, past or future: what of the discretionary income has been spent, on what, and
     * what is left.
     */
    public BudgetReport report(LocalDate asOf, ReportView view) {
        DateSpan.requireUsable("on", asOf);
        DateSpan period = calendar().periodContaining(asOf).span();
        return BudgetReport.of(picture(period), asOf, view);
    }

    /**
     * Returns the reports on the last weeks or pay periods, the newest first.
     *
     * @param count how many, from 1 to {@link BudgetReport#MAX_HISTORY}
     * @see BudgetReport#history
     */
    public List<BudgetReport> history(LocalDate asOf, ReportView view, int count) {
        DateSpan.requireUsable("on", asOf);
        return BudgetReport.history(picture(historySpan(asOf, view, count)), asOf, view, count);
    }

    private DateSpan historySpan(LocalDate asOf, ReportView view, int count) {
        PayCalendar calendar = calendar();
        PayPeriod period = calendar.periodContaining(asOf);
        LocalDate end = period.span().endExclusive();
        LocalDate start = asOf;
        for (int i = 0; i < Math.min(count, BudgetReport.MAX_HISTORY) && !start.isBefore(DateSpan.EARLIEST); i++) {
            period = calendar.periodContaining(start);
            start = view.spanAround(start, period).startInclusive().minusDays(1);
        }
        return new DateSpan(period.span().startInclusive(), end);
    }

    /** Returns all that reports on days in the span are made from. */
    private LedgerPicture picture(DateSpan span) {
        Plan plan = plan();
        DateSpan days = LedgerPicture.daysNeeded(calendar(), plan, span);
        return new LedgerPicture(settings(), paychecks(), categories(), plan, reader.dayTotals(days));
    }

    /**
     * Returns the threshold events that nobody has been told yet, and the retractions of those that no longer hold,
     * not yet numbered.
     */
    List<ThresholdEvent> dueEvents(Instant now) {
        DateSpan period = calendar().periodContaining(today).span();
        return Thresholds.due(picture(period), today, now, reader.thresholdEventsSince(period.startInclusive()));
    }

    /** Returns the threshold events after the one of that id, oldest first, at most so many. */
    public List<ThresholdEvent> eventsAfter(long id, int limit) {
        return reader.thresholdEventsAfter(id, limit);
    }

    /** Returns the expenses of the days added up. */
    public ExpenseSummary summary(DateSpan span) {
        return ExpenseSummary.of(reader.monthTotals(span), settings().currency());
    }

    private List<Paycheck> paychecks() {
        return reader.paychecks(DateSpan.ALWAYS);
    }

    /** Returns when pay came and will come. */
    public PayCalendar calendar() {
        return new PayCalendar(settings().schedule(), paychecks());
    }

    /**
     * Returns the paydays in the span.
     *
     * @throws Refusal if the span reaches beyond the days the core takes
     */
    public List<Payday> paydays(DateSpan span) {
        DateSpan.requireUsable("from", span.startInclusive());
        DateSpan.requireUsable("to", span.lastDay());
        return calendar().paydays(span);
    }

    /**
     * Returns the entry of that kind and id.
     *
     * @throws Refusal with reason NOT_FOUND if there is none
     */
    public Entry getEntry(EntryKind kind, long id) {
        return reader.findEntry(id)
                .filter(entry -> entry.kind() == kind)
                .orElseThrow(
                        () -> Refusal.notFound("There is no " + kind.name().toLowerCase(Locale.ROOT) + " " + id + "."));
    }

    /** Gives each selected entry to the action, in the query's order, holding only a few at a time. */
    public void forEachEntry(EntryQuery query, Consumer<? super Entry> action) {
        reader.forEachEntry(query, action);
    }

    /** Returns how many entries the query selects, its limit and cursor left aside. */
    public long countEntries(EntryQuery query) {
        return reader.countEntries(query);
    }

    /** Returns the categories. */
    public Categories categories() {
        Categories known = categories.orElseGet(() -> new Categories(reader.categories()));
        categories = Optional.of(known);
        return known;
    }

    /** Returns the rules in the order they are asked. */
    public RuleSet rules() {
        RuleSet known = rules.orElseGet(() -> new RuleSet(reader.rules()));
        rules = Optional.of(known);
        return known;
    }

    /**
     * Returns the rule of that id.
     *
     * @throws Refusal with reason NOT_FOUND if there is none
     */
    public CategoryRule getRule(long id) {
        return rules().inOrder().stream()
                .filter(rule -> rule.id() == id)
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("There is no rule " + id + "."));
    }

    /** Returns all limits ever set, by category and first day. */
    public List<SoftLimit> limits() {
        return reader.limits();
    }

    /** Returns all reservations ever set, by name and first day. */
    public List<Reserved> reserved() {
        return reader.reserved();
    }

    /** Returns limits and reservations, ready to be asked what holds on a day. */
    public Plan plan() {
        return new Plan(limits(), reserved());
    }

    /** Returns all accounts that were ever described or used, by name. */
    public List<Account> accounts() {
        List<Account> known = accounts.orElseGet(reader::accounts);
        accounts = Optional.of(known);
        return known;
    }

    /** Returns the changes after the given version, oldest first, at most so many. */
    public List<Change> changesAfter(long version, int limit) {
        return reader.changesAfter(version, limit);
    }

    /** Returns all imports, newest first. */
    public List<ImportBatch> imports() {
        return reader.imports();
    }

    /**
     * Returns the import of that id.
     *
     * @throws Refusal with reason NOT_FOUND if there is none
     */
    public ImportBatch getImport(long id) {
        return reader.findImport(id).orElseThrow(() -> Refusal.notFound("There is no import " + id + "."));
    }

    /** Returns the answer kept under an idempotency key, if there is one. */
    public Optional<KeptAnswer> findAnswer(String idempotencyKey) {
        return reader.findAnswer(idempotencyKey);
    }
}
