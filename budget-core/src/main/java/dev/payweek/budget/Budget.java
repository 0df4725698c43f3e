package dev.payweek.budget;

import dev.payweek.export.ExportFormat;
import dev.payweek.ledger.Entry;
import dev.payweek.ledger.LedgerId;
import dev.payweek.ledger.LedgerSettings;
import dev.payweek.money.Money;
import dev.payweek.period.DateSpan;
import dev.payweek.period.PaySchedule;
import dev.payweek.plan.Per;
import dev.payweek.plan.Reserved;
import dev.payweek.plan.SoftLimit;
import dev.payweek.plan.ThresholdEvent;
import dev.payweek.refusal.Checks;
import dev.payweek.refusal.Refusal;
import dev.payweek.report.BudgetReport;
import dev.payweek.report.ExpenseSummary;
import dev.payweek.report.ReportView;
import dev.payweek.rule.CategoryRule;
import dev.payweek.rule.When;
import dev.payweek.statement.ImportReport;
import dev.payweek.statement.StatementFile;
import dev.payweek.store.ImaginedLedger;
import dev.payweek.store.LedgerStore;
import dev.payweek.store.MemoryStore;
import dev.payweek.store.StoreCheck;
import dev.payweek.store.StoreProvider;
import dev.payweek.store.StoreProvider.Access;
import dev.payweek.store.StoreState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.ServiceLoader;
import java.util.function.Function;
import java.util.stream.Collectors;

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
 *     budget.rule("coffee", when().title().contains("coffee").then("Fun:Coffee"));
 *     budget.spend(Money.of("4.50", "USD"), "Corner Coffee", LocalDate.of(2026, 11, 21));
 *     BudgetReport week = budget.weekOf(LocalDate.of(2026, 11, 22));
 * }
 * }</pre>
 */
public final class Budget implements AutoCloseable {

    private static final String LOCAL = "local";
    private static final Currency UNTIL_TOLD = Money.currency("USD");

    private final LedgerStore store;
    private final LedgerId ledger;
    private final Clock clock;

    private Budget(LedgerStore store, LedgerId ledger, Clock clock) {
        this.store = store;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * Opens the first ledger of a store, creating both when they are not there yet. Uses the machine's clock.
     *
     * @param url such as {@code "jdbc:sqlite:budget.db"} or {@code "jdbc:postgresql://localhost/budget"}
     * @throws Refusal with a sentence that says what is wrong
     */
    public static Budget open(String url) {
        return open(url, Access.READ_WRITE, machineClock());
    }

    /** Opens the first ledger of a store. A new ledger's zone is the clock's, its currency USD until told otherwise. */
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
        if (access == Access.READ_WRITE) {
            store.create(LedgerId.FIRST, () -> LedgerSettings.fresh(UNTIL_TOLD, clock.getZone()));
        }
        return new Budget(store, LedgerId.FIRST, clock);
    }

    /** Runs the questions on the ledger as it stands at one moment. */
    public <T> T read(Function<? super BudgetView, ? extends T> questions) {
        return store.read(ledger, reader -> questions.apply(new BudgetView(reader, today(reader.settings()))));
    }

    /**
     * Makes the changes lasting, all together and recorded as one, before it returns; or none of them if the function
     * throws. The function may run more than once, so it must have no effects but those on its argument.
     *
     * @param who who makes them, for the record, 1 to 80 characters
     */
    public <T> T write(String who, Function<? super BudgetEdit, ? extends T> changes) {
        var checks = new Checks();
        checks.text("who", who, 80);
        checks.refuseIfAny();
        return store.write(ledger, writer -> {
            var edit = new BudgetEdit(writer, today(writer.settings()));
            T result = changes.apply(edit);
            edit.finish(who, clock.instant().truncatedTo(ChronoUnit.MILLIS));
            return result;
        });
    }

    /**
     * Asks what would be: makes the changes on a ledger that exists only in the function, and writes nothing. Works on a
     * store open for reading, too. Entries added get numbers that no real one has.
     *
     * <pre>{@code
     * BudgetReport then = budget.whatIf(edit -> {
     *     edit.add(EntryDraft.expense(Money.of("80.00", "USD"), "Concert"));
     *     return edit.report(edit.today(), ReportView.WEEK);
     * });
     * }</pre>
     */
    public <T> T whatIf(Function<? super BudgetEdit, ? extends T> supposition) {
        return store.read(
                ledger,
                reader -> supposition.apply(new BudgetEdit(new ImaginedLedger(reader), today(reader.settings()))));
    }

    /**
     * Looks whether a pay period has begun or a limit has come near or been overspent since this was last called, and
     * records what is new, exactly once for each stretch, category and threshold; what no longer holds is retracted.
     * What came and went between two calls is not told.
     *
     * @return the new events, oldest first
     */
    public List<ThresholdEvent> notice() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return read(view -> view.dueEvents(now)).isEmpty()
                ? List.of()
                : store.write(ledger, writer -> new BudgetEdit(writer, today(writer.settings())).notice(now));
    }

    /** Sets when pay comes. */
    public void paidOn(PaySchedule schedule) {
        write(LOCAL, edit -> {
            edit.paidOn(schedule);
            return edit.version();
        });
    }

    /** Records money spent; the rules find its category. A negative amount is a refund. */
    public Entry spend(Money amount, String title, LocalDate date) {
        return add(EntryDraft.expense(amount, title).on(date));
    }

    /** Records pay. */
    public Entry paycheck(Money amount, LocalDate date) {
        return add(EntryDraft.paycheck(amount, "Paycheck").on(date));
    }

    /** Records an entry. */
    public Entry add(EntryDraft draft) {
        return write(LOCAL, edit -> edit.add(draft));
    }

    /** Sets a soft limit from today on. */
    public SoftLimit limit(String category, Money amount, Per per) {
        return write(LOCAL, edit -> edit.limit(category, amount, per, edit.today()));
    }

    /** Sets an amount aside in each pay period from today on. */
    public Reserved reserve(String name, Money amountPerPayPeriod) {
        return write(LOCAL, edit -> edit.reserve(name, amountPerPayPeriod, edit.today()));
    }

    /** Adds a rule that is asked after all others. */
    public CategoryRule rule(String name, When.Sentence sentence) {
        return write(LOCAL, edit -> edit.add(RuleDraft.of(name, sentence)));
    }

    /** Returns the report on the budget week around the day. */
    public BudgetReport weekOf(LocalDate day) {
        return read(view -> view.report(day, ReportView.WEEK));
    }

    /** Returns the report on the pay period around the day. */
    public BudgetReport payPeriodOf(LocalDate day) {
        return read(view -> view.report(day, ReportView.PAY_PERIOD));
    }

    /** Returns the expenses of the days added up. */
    public ExpenseSummary summary(DateSpan span) {
        return read(view -> view.summary(span));
    }

    /**
     * Takes a bank's file into the ledger: everything of it that is new, together, or nothing.
     *
     * <p>A file that leaves a question open gives a report with the question and changes nothing.
     *
     * @throws Refusal if the file is of no known format or broken as a whole
     */
    public ImportReport importStatement(StatementFile file, ImportOptions options) {
        return importStatement(LOCAL, file, options);
    }

    /** Takes a bank's file into the ledger, recorded under a name. */
    public ImportReport importStatement(String who, StatementFile file, ImportOptions options) {
        ReadStatement statement = ReadStatement.read(file, options.reading());
        if (!statement.questions().isEmpty()) {
            return new ImportReport(
                    options.dryRun(), statement.formatName(), List.of(), statement.skipped(), statement.questions());
        }
        if (options.dryRun()) {
            return rehearse(statement, options);
        }
        return write(who, edit -> edit.take(statement, options, clock.instant().truncatedTo(ChronoUnit.MILLIS)));
    }

    /** A rehearsal runs as a write that is taken back, so that it tells exactly what the real one would do. */
    private ImportReport rehearse(ReadStatement statement, ImportOptions options) {
        var told = new Object() {
            ImportReport report = new ImportReport(true, statement.formatName(), List.of(), List.of(), List.of());
        };
        try {
            store.write(ledger, writer -> {
                told.report = new BudgetEdit(writer, today(writer.settings()))
                        .take(statement, options, clock.instant().truncatedTo(ChronoUnit.MILLIS));
                throw new Rehearsed();
            });
        } catch (Rehearsed end) {
            return told.report;
        }
        throw new IllegalStateException("a rehearsal ends by being taken back");
    }

    private static final class Rehearsed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Rehearsed() {
            super("rehearsed", null, false, false);
        }
    }

    /**
     * Writes the ledger as it stands at one moment, holding only a few entries at a time.
     *
     * @param format the name of a form: {@code "csv"}, {@code "hledger"}, {@code "beancount"}
     * @throws Refusal if no form of that name is at hand
     * @throws UncheckedIOException if the writer fails
     */
    public void export(String format, Writer out) {
        ExportFormat form = exportFormat(format);
        store.<Boolean>read(ledger, reader -> {
            try {
                form.write(reader, out);
                out.flush();
                return true;
            } catch (IOException e) {
                throw new UncheckedIOException("The export cannot be written: " + e.getMessage(), e);
            }
        });
    }

    /**
     * Returns a form in which ledgers can be written.
     *
     * @throws Refusal if none of that name is at hand
     */
    public static ExportFormat exportFormat(String name) {
        List<ExportFormat> known = ServiceLoader.load(ExportFormat.class).stream()
                .map(ServiceLoader.Provider::get)
                .sorted(Comparator.comparing(ExportFormat::name))
                .toList();
        return known.stream()
                .filter(form -> form.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid(
                        "format",
                        "unknown",
                        known.isEmpty()
                                ? "No export format is present; add the jar adapter-statements to the class path."
                                : "The format must be one of "
                                        + known.stream().map(ExportFormat::name).collect(Collectors.joining(", "))
                                        + "."));
    }

    /** Returns what the store is and whether it answers now. */
    public StoreState state() {
        return store.state();
    }

    /** Goes over everything stored and returns what is not as it should be; see {@link LedgerStore#check}. */
    public StoreCheck check() {
        return store.check();
    }

    /** Writes a verified copy of everything to a file; see {@link LedgerStore#backUp}. */
    public void backUp(Path file) {
        store.backUp(file);
    }

    /** Returns the clock this budget takes its time from. */
    public Clock clock() {
        return clock;
    }

    @Override
    public void close() {
        store.close();
    }

    /** The one place where the core asks the machine: its zone becomes a new ledger's, which its owner can change. */
    @SuppressWarnings("JavaTimeDefaultTimeZone")
    private static Clock machineClock() {
        return Clock.systemDefaultZone();
    }

    private LocalDate today(LedgerSettings settings) {
        return LocalDate.ofInstant(clock.instant(), settings.zone());
    }
}
