package dev.payweek.budget;

import dev.payweek.discovery.KeptDiscoveries;
import dev.payweek.edit.LedgerSession;
import dev.payweek.edit.OpenLedger;
import dev.payweek.importing.FileImporter;
import dev.payweek.ledger.Entry;
import dev.payweek.ledger.EntryDraft;
import dev.payweek.ledger.LedgerId;
import dev.payweek.ledger.LedgerSettings;
import dev.payweek.money.Money;
import dev.payweek.period.DateSpan;
import dev.payweek.period.PaySchedule;
import dev.payweek.plan.Bill;
import dev.payweek.plan.PaySource;
import dev.payweek.plan.Per;
import dev.payweek.plan.SetAside;
import dev.payweek.plan.SoftLimit;
import dev.payweek.plan.ThresholdEvent;
import dev.payweek.query.KeptPoint;
import dev.payweek.query.LedgerCheck;
import dev.payweek.query.ThresholdNews;
import dev.payweek.query.WrittenPoint;
import dev.payweek.refusal.LedgerException;
import dev.payweek.report.Answer;
import dev.payweek.report.ExpenseSummary;
import dev.payweek.rule.CategoryRule;
import dev.payweek.rule.Explanation;
import dev.payweek.rule.RuleChange;
import dev.payweek.rule.RuleDiff;
import dev.payweek.rule.RuleDraft;
import dev.payweek.rule.RuleFinding;
import dev.payweek.rule.When;
import dev.payweek.statement.ImportOptions;
import dev.payweek.statement.ImportProgress;
import dev.payweek.statement.ImportReport;
import dev.payweek.statement.StatementFile;
import dev.payweek.store.ExportFormat;
import dev.payweek.store.LedgerStore;
import dev.payweek.store.MemoryStore;
import dev.payweek.store.StoreCheck;
import dev.payweek.store.StoreProvider;
import dev.payweek.store.StoreProvider.Access;
import dev.payweek.store.StoreState;
import java.io.Writer;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The way in: one household's budget.
 *
 * <p>Safe for use by any number of threads. The short methods are single changes by {@code "local"}; {@link #write}
 * makes several together.
 *
 * <pre>{@code
 * try (var budget = Budget.open("jdbc:sqlite:budget.db")) {
 *     budget.paidOn(PaySchedule.everyTwoWeeks(LocalDate.of(2026, 11, 20)));
 *     budget.limit("Fun", Money.of("120.00", "USD"), Per.WEEK);
 *     budget.spend(Money.of("4.50", "USD"), "Corner Coffee", LocalDate.of(2026, 11, 21));
 *     Answer answer = budget.answer(LocalDate.of(2026, 11, 22));
 * }
 * }</pre>
 */
public final class Budget implements AutoCloseable {

    /** The name under which changes are recorded when there is only one. */
    public static final String LOCAL = OpenLedger.LOCAL;

    private final OpenLedger ledger;
    private final FileImporter importer;
    private final KeptPoint kept;
    private final boolean lent;
    private final KeptDiscoveries found = new KeptDiscoveries();

    private Budget(OpenLedger ledger) {
        this(ledger, new FileImporter(ledger), new KeptPoint(), false);
    }

    private Budget(OpenLedger ledger, FileImporter importer, KeptPoint kept, boolean lent) {
        this.ledger = ledger;
        this.importer = importer;
        this.kept = kept;
        this.lent = lent;
    }

    /**
     * Opens the first ledger of a store by the machine's clock, making both if need be, or refuses and says why.
     *
     * @param url such as {@code "jdbc:sqlite:budget.db"} or {@code "jdbc:postgresql://localhost/budget"}
     */
    public static Budget open(String url) {
        return open(url, Access.READ_WRITE, machineClock());
    }

    /** Opens the first ledger of a store. A new ledger's zone is the clock's, its currency USD until set otherwise. */
    public static Budget open(String url, Access access, Clock clock) {
        LedgerStore store = StoreProvider.of(url).open(url, access);
        try {
            return on(store, access, clock);
        } catch (RuntimeException e) {
            store.close();
            throw e;
        }
    }

    /** Returns a budget that is forgotten when the process ends. */
    public static Budget inMemory() {
        return inMemory(machineClock());
    }

    /** Returns a budget that is forgotten when the process ends, with the given clock. */
    public static Budget inMemory(Clock clock) {
        return on(new MemoryStore(), Access.READ_WRITE, clock);
    }

    /** Returns the budget of the first ledger of a store that is already open; closing the budget closes the store. */
    public static Budget on(LedgerStore store, Access access, Clock clock) {
        Budget budget = new Budget(new OpenLedger(store, LedgerId.FIRST, clock));
        if (access == Access.READ_WRITE) {
            store.create(LedgerId.FIRST, () -> LedgerSettings.fresh(Money.currency("USD"), clock.getZone()));
            budget.importer.finishAbandoned();
        }
        return budget;
    }

    /** Runs the questions on the ledger as it stands at one moment. */
    public <T> T read(Function<? super BudgetView, ? extends T> questions) {
        return ledger.read(view -> questions.apply(new BudgetView(view, kept, found)));
    }

    /** Returns how many changes the ledger has seen: an answer for a day holds until that changes. Costs little. */
    public long version() {
        return ledger.store().version(ledger.id());
    }

    /** Asks questions of the ledger as it stands at one moment, whose answers the consumer keeps. */
    public void use(Consumer<? super BudgetView> questions) {
        read(view -> {
            questions.accept(view);
            return true;
        });
    }

    /**
     * Makes the changes lasting, all together and recorded as one, before it returns; or none of them if the function
     * throws. The function may run more than once, so it must have no effects but those on its argument.
     *
     * <p>An import of more than 10,000 rows that is removed, or brought back by undoing that, goes and comes in several
     * transactions, a change each, so that other writers get their turn: all have been made when this returns. Until
     * then it is listed as {@code REVERTING} or {@code RETURNING}; if the process ends, whoever opens the ledger next
     * or has it open goes on, see {@link #tendImports}. Undoing any of these changes undoes them all.
     *
     * @param who who makes them, for the record, 1 to 80 characters
     * @throws LedgerException as {@link LedgerStore#write} and the {@link BudgetEdit} do
     */
    public <T> T write(String who, Function<? super BudgetEdit, ? extends T> changes) {
        return importer.write(who, session -> changes.apply(editing(session)));
    }

    private BudgetEdit editing(LedgerSession session) {
        return new BudgetEdit(session, kept, found);
    }

    /** Makes the changes lasting as {@link #write} does, when nothing of them is wanted back. */
    public void change(String who, Consumer<? super BudgetEdit> changes) {
        write(who, edit -> {
            changes.accept(edit);
            return true;
        });
    }

    /**
     * Asks what would be: makes the changes on a ledger that exists only in the function, and writes nothing. Works on
     * a store open for reading, too. Entries added get numbers that no real one has.
     */
    public <T> T whatIf(Function<? super BudgetEdit, ? extends T> supposition) {
        return ledger.whatIf(session -> supposition.apply(editing(session)));
    }

    /** Records and returns the events due, oldest first, each once, retracts what no longer holds; keeps the point. */
    public List<ThresholdEvent> notice() {
        return ThresholdNews.notice(ledger, kept);
    }

    /** Keeps in the ledger what the first report of another process goes on from; for use after changes of the past. */
    public void keepPoint() {
        WrittenPoint.keep(ledger, kept);
    }

    /** Sets when pay comes. */
    public void paidOn(PaySchedule schedule) {
        change(LOCAL, edit -> edit.paidOn(schedule));
    }

    /** Records money spent; the rules find its category. A negative amount is a refund. Refuses as {@link #add}. */
    public Entry spend(Money amount, String title, LocalDate date) {
        return add(EntryDraft.expense(amount, title).on(date));
    }

    /** Records pay. */
    public Entry paycheck(Money amount, LocalDate date) {
        return add(EntryDraft.income(amount, "Paycheck").on(date));
    }

    /** Records an entry; refuses with every problem found, such as an amount in another currency than the ledger's. */
    public Entry add(EntryDraft draft) {
        return write(LOCAL, edit -> edit.add(draft));
    }

    /** Sets a soft limit of zero or more, in the ledger's currency, from today on; the category in one's own words. */
    public SoftLimit limit(String category, Money amount, Per per) {
        return write(LOCAL, edit -> edit.limit(category, amount, per, edit.today()));
    }

    /** Adds a pay source or replaces the one of its name. */
    public PaySource source(PaySource source) {
        return write(LOCAL, edit -> edit.put(source));
    }

    /** Adds a bill or replaces the one of its name. */
    public Bill bill(Bill bill) {
        return write(LOCAL, edit -> edit.put(bill));
    }

    /** Adds a set-aside or replaces the one of its name. */
    public SetAside setAside(SetAside setAside) {
        return write(LOCAL, edit -> edit.put(setAside));
    }

    /** Adds a rule that is asked after all others. It decides entries added from now on. */
    public CategoryRule rule(String name, When.Sentence sentence) {
        return write(LOCAL, edit -> edit.add(RuleDraft.of(name, sentence)));
    }

    /** Explains why an expense has its category, rule by rule; refuses with NOT_FOUND what is no expense. */
    public Explanation explain(long expense) {
        return read(view -> view.explain(expense));
    }

    /** Returns what a change of the rules would move, and changes nothing; see {@link BudgetView#dryRun}. */
    public RuleDiff dryRun(RuleChange change, boolean force) {
        return read(view -> view.dryRun(change, force));
    }

    /** Makes a change of the rules and moves the expenses it concerns; see {@link BudgetEdit#apply}. */
    public RuleDiff applyRules(RuleChange change, boolean force) {
        return write(LOCAL, edit -> edit.apply(change, force));
    }

    /** Returns rules and categories that do nothing. */
    public List<RuleFinding> lintRules() {
        return read(BudgetView::lint);
    }

    /** Returns the answer for a day, past or future; refuses one outside 1900–2200. */
    public Answer answer(LocalDate day) {
        return read(view -> view.answer(day));
    }

    /** Returns the expenses of the days added up. */
    public ExpenseSummary summary(DateSpan span) {
        return read(view -> view.summary(span));
    }

    /**
     * Takes what is new of a bank's file into the ledger; or the copy of a whole ledger into one never used. An open
     * question is reported and changes nothing; a file of no known format, or one broken as a whole, is refused.
     */
    public ImportReport importStatement(StatementFile file, ImportOptions options) {
        return importStatement(LOCAL, file, options);
    }

    /** Takes a bank's file into the ledger, recorded under a name. */
    public ImportReport importStatement(String who, StatementFile file, ImportOptions options) {
        return importStatement(who, file, options, (edit, report) -> {});
    }

    /**
     * Takes a bank's file into the ledger, recorded under a name.
     *
     * <p>A file of up to 10,000 rows becomes lasting in one transaction. A longer one takes several, so that other
     * writers get their turn: until the last, its imports are in the state {@code IN_PROGRESS} and its rows
     * appear piece by piece. If anything fails, the import is reverted as a whole before this returns; if the process
     * ends, by whoever opens the ledger next or has it open: see {@link #tendImports}.
     *
     * @param last is run inside the transaction that completes the import, unless it is a dry run, with what will be
     *     returned; it may run more than once
     * @throws LedgerException with reason CONFLICT if somebody took the import back while it arrived
     */
    public ImportReport importStatement(
            String who,
            StatementFile file,
            ImportOptions options,
            BiConsumer<? super BudgetEdit, ? super ImportReport> last) {
        return importStatement(who, file, options, last, FileImporter.MOST_AT_ONCE);
    }

    /** Returns how far an import has come that this process is making in pieces; nothing for any other. */
    public Optional<ImportProgress> findProgress(long batch) {
        return importer.findProgress(batch);
    }

    /**
     * Finishes what a killed process left half done of imports: reverts those that arrived, goes on with those that
     * were being removed or brought back. Shows others that those of this one still arrive: they would revert them
     * after a minute. Whoever keeps a budget open calls this every 20 seconds or so.
     */
    public void tendImports() {
        importer.tend();
    }

    ImportReport importStatement(
            String who,
            StatementFile file,
            ImportOptions options,
            BiConsumer<? super BudgetEdit, ? super ImportReport> last,
            int mostAtOnce) {
        return importer.run(who, file, options, (own, report) -> last.accept(editing(own), report), mostAtOnce);
    }

    /** Reverts an import as {@link BudgetEdit#removeImport} does, recorded under a name. */
    public void removeImport(String who, long id) {
        change(who, edit -> edit.removeImport(id));
    }

    /**
     * Writes the ledger as it stands at one moment, holding only a few entries at a time; fails as the writer does.
     *
     * @param format the name of a form: {@code "csv"}, {@code "hledger"}, {@code "beancount"}
     * @throws LedgerException if no form of that name is at hand
     */
    public void export(String format, Writer out) {
        export(format, DateSpan.ALWAYS, out);
    }

    /** Writes the entries of some days as {@link #export(String, Writer)} does. */
    public void export(String format, DateSpan days, Writer out) {
        ExportFormat form = ExportFormat.named(format);
        ledger.<Boolean>read(view -> LedgerExport.write(form, view.reader(), days, out));
    }

    /** Returns what the store is and whether it answers now; never throws. */
    public StoreState state() {
        return ledger.store().state();
    }

    /** Goes over everything stored and returns what is not as it should be; see {@link LedgerStore#check}. */
    public StoreCheck check() {
        return LedgerCheck.of(ledger);
    }

    /** Writes a verified copy of everything to a file; see {@link LedgerStore#backUp}. */
    public void backUp(Path file) {
        ledger.store().backUp(file);
    }

    /** Returns the clock this budget takes its time from. */
    public Clock clock() {
        return ledger.clock();
    }

    /** Returns this budget for somebody who closes what they use: closing the one returned does nothing. */
    public Budget lent() {
        return new Budget(ledger, importer, kept, true);
    }

    @Override
    public void close() {
        if (!lent) {
            ledger.store().close();
        }
    }

    /** The one place where the core asks the machine: its zone becomes a new ledger's, which its owner can change. */
    @SuppressWarnings("JavaTimeDefaultTimeZone")
    private static Clock machineClock() {
        return Clock.systemDefaultZone();
    }
}
