package dev.payweek.budget;

import dev.payweek.category.Categories;
import dev.payweek.category.Suggestion;
import dev.payweek.discovery.KeptDiscoveries;
import dev.payweek.discovery.LedgerDiscoveries;
import dev.payweek.edit.LedgerSession;
import dev.payweek.edit.LedgerView;
import dev.payweek.importing.Twins;
import dev.payweek.ledger.Account;
import dev.payweek.ledger.Entry;
import dev.payweek.ledger.EntryKind;
import dev.payweek.ledger.Expense;
import dev.payweek.ledger.LedgerSettings;
import dev.payweek.period.DateSpan;
import dev.payweek.period.Payday;
import dev.payweek.plan.Bill;
import dev.payweek.plan.BudgetPlan;
import dev.payweek.plan.Discoveries;
import dev.payweek.plan.Discovery;
import dev.payweek.plan.PaySource;
import dev.payweek.plan.SetAside;
import dev.payweek.plan.SoftLimit;
import dev.payweek.plan.ThresholdEvent;
import dev.payweek.query.BankBalances;
import dev.payweek.query.KeptPoint;
import dev.payweek.query.Reports;
import dev.payweek.query.Suggestions;
import dev.payweek.refusal.LedgerException;
import dev.payweek.report.AccountBalance;
import dev.payweek.report.Answer;
import dev.payweek.report.ExpenseSummary;
import dev.payweek.report.Paydays;
import dev.payweek.report.PeriodRow;
import dev.payweek.report.WeekRow;
import dev.payweek.review.RuleReview;
import dev.payweek.rule.CategoryRule;
import dev.payweek.rule.Explanation;
import dev.payweek.rule.RuleChange;
import dev.payweek.rule.RuleDiff;
import dev.payweek.rule.RuleDraft;
import dev.payweek.rule.RuleFinding;
import dev.payweek.rule.RuleSet;
import dev.payweek.statement.ImportBatch;
import dev.payweek.statement.MergedTwin;
import dev.payweek.statement.TwinPair;
import dev.payweek.store.Change;
import dev.payweek.store.EntryQuery;
import dev.payweek.store.IdempotentResponse;
import dev.payweek.store.Kinds;
import dev.payweek.store.LedgerReader;
import dev.payweek.suggest.RuleSuggester;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * One ledger as it stands at one moment, with the questions one asks of it. Valid only inside the {@link Budget#read}
 * or {@link Budget#write} that gave it, and only on that thread.
 *
 * <pre>{@code
 * budget.read(view -> view.answer(view.today()).week().daysLeft());    // 7
 * }</pre>
 *
 * <p>Not safe for use by several threads: for the one it was lent to.
 */
public sealed class BudgetView permits BudgetEdit {

    private final LedgerView ledger;
    private final LedgerReader reader;
    private final Reports reports;
    private final Supplier<Discoveries> discoveries;
    private final Supplier<Optional<Discoveries>> discoveriesAtOnce;

    BudgetView(LedgerView ledger, KeptPoint kept, KeptDiscoveries found) {
        this(
                ledger,
                new Reports(ledger, kept),
                reports -> found.of(ledger, reports),
                reports -> found.atOnce(ledger, reports));
    }

    /** Of a ledger that is being changed nothing is kept. */
    BudgetView(LedgerSession session, KeptPoint kept) {
        this(
                session,
                new Reports(session, kept),
                reports -> new LedgerDiscoveries(session).find(),
                reports -> Optional.empty());
    }

    private BudgetView(
            LedgerView ledger,
            Reports reports,
            Function<Reports, Discoveries> discoveries,
            Function<Reports, Optional<Discoveries>> atOnce) {
        this.ledger = ledger;
        this.reader = ledger.reader();
        this.reports = reports;
        this.discoveries = () -> discoveries.apply(reports);
        this.discoveriesAtOnce = () -> atOnce.apply(reports);
    }

    /** Returns how many changes the ledger has seen. */
    public long version() {
        return reader.version();
    }

    /** Returns the day it is where the ledger's owner lives. */
    public LocalDate today() {
        return ledger.today();
    }

    /** Returns what holds for the ledger as a whole. */
    public LedgerSettings settings() {
        return ledger.settings();
    }

    /**
     * Returns the answer for a day, past or future: what of the discretionary income has been spent, on what, and what
     * is left.
     *
     * @throws LedgerException if the day is outside 1900–2200
     */
    public Answer answer(LocalDate on) {
        return answer(on, today());
    }

    /** Returns the answer for a day as it would be given on another day than today; refuses as the other. */
    public Answer answer(LocalDate on, LocalDate today) {
        return reports.answer(on, today);
    }

    /**
     * Returns the pay periods that have ended on a day, the oldest first.
     *
     * @param count how many at most, from 1 to {@link History#MAX}
     */
    public List<PeriodRow> periods(LocalDate today, int count) {
        return reports.periods(today, count);
    }

    /** Returns the budget weeks that have ended on a day, the oldest first; as many as {@link #periods} can. */
    public List<WeekRow> weeks(LocalDate today, int count) {
        return reports.weeks(today, count);
    }

    /** Returns the paydays of a source in the span, planned and real. */
    public List<Payday> paydays(String source, DateSpan span) {
        return reports.paydays(source, span);
    }

    /** Returns when pay came and will come, and which income it is. */
    public Paydays paydays() {
        return reports.paydays();
    }

    /** Returns the threshold events after the one of that id, oldest first, at most so many. */
    public List<ThresholdEvent> eventsAfter(long id, int limit) {
        return reader.thresholdEventsAfter(id, limit);
    }

    /** Returns the last number given to anything: an entry, a rule, an import, a threshold event; 0 when none was. */
    public long lastId() {
        return reader.lastId();
    }

    /** Returns the expenses of the days added up: in all, by category and by calendar month. */
    public ExpenseSummary summary(DateSpan span) {
        return reports.summary(span);
    }

    /**
     * Returns the entry of that kind and id.
     *
     * @throws LedgerException with reason NOT_FOUND if there is none
     */
    public Entry getEntry(EntryKind kind, long id) {
        return ledger.getEntry(kind, id);
    }

    /**
     * Returns the entry of that id, whatever its kind.
     *
     * @throws LedgerException with reason NOT_FOUND if there is none
     */
    public Entry getEntry(long id) {
        return ledger.getEntry(id);
    }

    /** Gives each selected entry to the action, in the query's order, holding only a few at a time. */
    public void forEachEntry(EntryQuery query, Consumer<? super Entry> action) {
        reader.forEachEntry(query, action);
    }

    /** Returns how many entries the query selects, its limit and cursor left aside. */
    public long countEntries(EntryQuery query) {
        return reader.countEntries(query);
    }

    /**
     * Returns the category that the person's own history suggests for an expense, with its evidence; nothing when the
     * history says too little. Nothing is changed.
     *
     * @throws LedgerException with reason NOT_FOUND if there is no such expense
     */
    public Optional<Suggestion> suggestion(long expenseId) {
        return new Suggestions(ledger).forExpense(expenseId);
    }

    /**
     * Returns suggestions for expenses that nobody has categorised, the newest first; those of which the history says
     * too little are absent. History and expenses are the newest 20,000 of the ledger.
     *
     * @param limit how many at most
     */
    public Map<Expense, Suggestion> suggestions(int limit) {
        return new Suggestions(ledger).forUncategorised(limit);
    }

    /** Returns the entries made by hand that imported ones may repeat and nobody has decided on, the newest first. */
    public List<TwinPair> twins() {
        return twins(DateSpan.ALWAYS);
    }

    /** Returns those of {@link #twins()} of which the one made by hand is dated in a span; costs what lies near it. */
    public List<TwinPair> twins(DateSpan byHand) {
        return new Twins(ledger).find(byHand);
    }

    /**
     * Returns what the ledger's own history suggests: pay, bills, pairs of transfers and of refunds, yearly costs,
     * limits, each with its evidence. Never what is decided or was declined, and nothing of it holds by itself.
     */
    public Discoveries discover() {
        return discoveries.get();
    }

    /**
     * Returns what {@link #discover} does if that takes but a moment: somebody has asked, and nothing has changed
     * since, or little of a small ledger. Nothing for one that is being changed.
     */
    public Optional<Discoveries> discoverAtOnce() {
        return discoveriesAtOnce.get();
    }

    /**
     * Returns the ids of what {@link #discover} proposes; nothing for a ledger so large that looking would take more
     * than a moment.
     */
    public Optional<Set<String>> quickProposals() {
        return KeptDiscoveries.isSmall(reader)
                ? Optional.of(discover().discoveries().stream()
                        .filter(Discovery::isProposed)
                        .map(Discovery::id)
                        .collect(Collectors.toUnmodifiableSet()))
                : Optional.empty();
    }

    /** Returns the categories. */
    public Categories categories() {
        return ledger.categories();
    }

    /** Returns the rules in the order they are asked. */
    public RuleSet rules() {
        return ledger.rules();
    }

    /**
     * Returns the rule of that id.
     *
     * @throws LedgerException with reason NOT_FOUND if there is none
     */
    public CategoryRule getRule(long id) {
        return ledger.getRule(id);
    }

    /** Explains why an expense has its category, rule by rule; refuses with NOT_FOUND what is no expense. */
    public Explanation explain(long expense) {
        return rules().explain((Expense) getEntry(EntryKind.EXPENSE, expense));
    }

    /**
     * Returns what a change to the rules would move if it were applied to the expenses that are there.
     *
     * @param force whether what a person has chosen is moved too
     * @throws LedgerException as {@link BudgetEdit#apply} would, such as with NOT_FOUND for a rule that is not there
     */
    public RuleDiff dryRun(RuleChange change, boolean force) {
        return new RuleReview(ledger).dryRun(change, force);
    }

    /** Returns what is wrong with the rules and the categories, judged by the ledger's own entries. */
    public List<RuleFinding> lint() {
        return new RuleReview(ledger).lint();
    }

    /**
     * Returns a rule that would put expenses like this one where it is; nothing when the rules do that already.
     */
    public Optional<RuleDraft> suggestRule(Expense expense) {
        return RuleSuggester.of(expense, rules());
    }

    /** Returns all limits ever set, by category and first day. */
    public List<SoftLimit> limits() {
        return reader.all(Kinds.LIMIT);
    }

    /** Returns all pay sources, by name. */
    public List<PaySource> sources() {
        return reader.all(Kinds.SOURCE);
    }

    /** Returns all bills, by name. */
    public List<Bill> bills() {
        return reader.all(Kinds.BILL);
    }

    /** Returns all set-asides, by name. */
    public List<SetAside> setAsides() {
        return reader.all(Kinds.SET_ASIDE);
    }

    /** Returns all that was planned and decided, limits included. */
    public BudgetPlan plan() {
        return reports.plan();
    }

    /** Returns all accounts that were ever described or used, by name. */
    public List<Account> accounts() {
        return ledger.accounts();
    }

    /** Returns what the bank and the ledger say each account holds, by name; those without a bank's word are absent. */
    public List<AccountBalance> accountBalances() {
        return new BankBalances(reader).all();
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
     * @throws LedgerException with reason NOT_FOUND if there is none
     */
    public ImportBatch getImport(long id) {
        return ledger.getImport(id);
    }

    /** Returns how many of the entries that an import brought were changed since; to revert it loses that work. */
    public long changedSinceImport(long id) {
        return reader.changedEntriesOfImport(id).size();
    }

    /** Returns how many entries made by hand stand for rows of an import; they stay when it is reverted. */
    public long mergedFromImport(long id) {
        return reader.all(Kinds.MERGED_TWIN).stream()
                .filter(merged -> merged.batch() == id
                        && reader.findEntry(merged.handMade()).isPresent())
                .map(MergedTwin::handMade)
                .distinct()
                .count();
    }

    /** Returns the import of that id, if there is one. */
    public Optional<ImportBatch> findImport(long id) {
        return reader.findImport(id);
    }

    /** Returns the answer kept under an idempotency key, if there is one. */
    public Optional<IdempotentResponse> findAnswer(String idempotencyKey) {
        return reader.findAnswer(idempotencyKey);
    }
}
