package dev.payweek.importing;

import dev.payweek.category.CategoryPath;
import dev.payweek.edit.LedgerSession;
import dev.payweek.edit.LedgerView;
import dev.payweek.edit.OpenLedger;
import dev.payweek.ledger.Account;
import dev.payweek.ledger.Entry;
import dev.payweek.ledger.Expense;
import dev.payweek.ledger.PrintableText;
import dev.payweek.ledger.Provenance.Origin;
import dev.payweek.money.Money;
import dev.payweek.period.DateSpan;
import dev.payweek.refusal.LedgerException;
import dev.payweek.refusal.Reason;
import dev.payweek.refusal.Validation;
import dev.payweek.statement.ImportBatch;
import dev.payweek.statement.ImportBatch.State;
import dev.payweek.statement.ImportKey;
import dev.payweek.statement.ImportOptions;
import dev.payweek.statement.ImportProgress;
import dev.payweek.statement.ImportReport;
import dev.payweek.statement.ImportReport.SkippedLine;
import dev.payweek.statement.Question;
import dev.payweek.statement.RejectedRow;
import dev.payweek.statement.RowKeys;
import dev.payweek.statement.StatementAccount;
import dev.payweek.statement.StatementFile;
import dev.payweek.statement.StatementFormat;
import dev.payweek.statement.StatementRow;
import dev.payweek.statement.StatementSink;
import dev.payweek.store.LedgerWriter;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * Takes one file into the ledger: each account of it becomes a batch, all of them or none.
 *
 * <p>Rows are taken in pieces as they come. A file of one piece is one transaction. A longer one takes one for each
 * piece, and its batches say that they still arrive; whatever goes wrong before the last piece reverts them.
 */
final class StatementImport implements StatementSink {

    /** The rows of each piece of a longer file but the last: whoever writes beside it waits for two of them at most. */
    private static final int OF_LONG_FILE = 4_000;

    private static final int MAX_NAME = 200;
    private static final int MOST_SKIPPED = 10_000;
    private static final int MOST_DIGITS = 20;
    private static final String UNNAMED_ACCOUNT = "main";
    private final OpenLedger ledger;
    private final ImportsInProgress imports;
    private final String who;
    private final ImportOptions options;
    private final BiConsumer<? super LedgerSession, ? super ImportReport> last;
    private final TrackedFile file;
    private final String fileName;
    private final RowKeys keys = new RowKeys();
    private final Set<String> ownNames = new HashSet<>();
    private final Set<Long> noted = new HashSet<>();
    private final List<SkippedLine> skipped = new ArrayList<>();
    private int skippedOmitted;
    private long rows;
    private String formatName = "";
    private List<IncomingRow> waiting = new ArrayList<>();
    private ImportState arrived = new ImportState();
    private String current = "";
    private FileCurrency.Hints hints = FileCurrency.Hints.NONE;
    private Optional<ImportContext> context = Optional.empty();
    private int pieces;
    private final int mostAtOnce;
    private final Optional<String> onlyAccount;
    private Optional<Currency> answered = Optional.empty();

    /** What the rows are judged by, as it was when the first of them came. */
    private record ImportContext(FileCurrency of, RowClassifier placing) {
        Currency currency() {
            return of.currency();
        }
    }

    StatementImport(
            OpenLedger ledger,
            ImportsInProgress imports,
            String who,
            StatementFile file,
            ImportOptions options,
            BiConsumer<? super LedgerSession, ? super ImportReport> last,
            Optional<String> onlyAccount,
            int mostAtOnce) {
        this.onlyAccount = onlyAccount;
        this.mostAtOnce = mostAtOnce;
        this.ledger = ledger;
        this.imports = imports;
        this.who = who;
        this.options = options;
        this.last = last;
        this.file = new TrackedFile(file, this::report);
        String name = PrintableText.line(file.name(), MAX_NAME);
        this.fileName = name.isEmpty() ? "(no name)" : name;
    }

    ImportReport run() {
        var checks = new Validation();
        options.account().ifPresent(account -> checks.textOrEmpty("account", account, Account.MAX_NAME));
        checks.refuseIfAny();
        answered = options.reading().answer("currency").map(Money::currency);
        try {
            StatementFormat format = FormatDetector.of(file, fileName);
            formatName = format.name();
            List<Question> questions = format.read(file, options.reading(), this);
            return questions.isEmpty() ? take(true) : report(new ImportState(), List.of(), questions);
        } catch (IOException e) {
            LedgerException refusal = new LedgerException(Reason.INVALID, fileName + " cannot be read.", e);
            revert(refusal);
            throw refusal;
        } catch (RuntimeException | Error e) {
            revert(e);
            throw e;
        } finally {
            imports.forget(noted);
        }
    }

    /** What cannot be reverted now counts as left behind. */
    private void revert(Throwable why) {
        if (pieces == 0) {
            return;
        }
        for (AccountImport account : arrived.accounts().values()) {
            try {
                account.batch().ifPresent(batch -> imports.revert(who, batch));
            } catch (LedgerException refusal) {
                why.addSuppressed(refusal);
            }
        }
    }

    private void report() {
        ImportProgress progress = file.progress(rows);
        arrived.accounts().values().stream()
                .flatMap(account -> account.batch().stream())
                .forEach(batch -> imports.report(batch, progress));
        options.progress().accept(progress);
    }

    @Override
    public void account(StatementAccount account) {
        String own = account.id()
                .map(id -> PrintableText.line(id, Account.MAX_NAME))
                .filter(id -> !id.isEmpty())
                .orElse(UNNAMED_ACCOUNT);
        if (onlyAccount.filter(name -> !name.equals(own)).isPresent()) {
            throw new SavedAnswers.AnotherAccount();
        }
        Optional<String> given = options.account().map(String::strip).filter(name -> !name.isEmpty());
        if (ownNames.add(own) && ownNames.size() > 1 && options.account().isPresent()) {
            throw LedgerException.invalid(
                    "account",
                    "several_accounts",
                    fileName + " holds several accounts; they cannot all be \""
                            + options.account().get() + "\".");
        }
        hints = hints.withAccount(own);
        current = given.orElse(own);
        arrived.accounts()
                .computeIfAbsent(
                        current,
                        name -> new AccountImport(name, account.currency().or(() -> answered)));
    }

    @Override
    public void currenciesOfLanguage(List<Currency> currencies) {
        hints = hints.withLanguage(currencies);
    }

    /** A number like 1e999999999 or a day beyond the calendar is refused here, before anything reckons with it. */
    @Override
    public void row(StatementRow row) {
        if (!isSane(row.amount())) {
            rejected(new RejectedRow(
                    row.line(),
                    "amount",
                    "out_of_range",
                    "The amount must be between -" + Money.MAX_MINOR_UNITS + " and " + Money.MAX_MINOR_UNITS
                            + " minor units."));
        } else if (!DateSpan.ALWAYS.contains(row.date())) {
            rejected(new RejectedRow(
                    row.line(),
                    "date",
                    "out_of_range",
                    "The date " + row.date() + " is not between " + DateSpan.EARLIEST + " and " + DateSpan.LATEST
                            + "."));
        } else {
            rows++;
            waiting.add(new IncomingRow(current().name(), row, current().arrived(row)));
            takeIfEnough();
        }
    }

    /** A balance that makes no sense is no row, and nothing is lost without it. */
    @Override
    public void balance(LocalDate day, BigDecimal held) {
        if (isSane(held) && DateSpan.ALWAYS.contains(day)) {
            current().state(day, held);
        }
    }

    @Override
    public void opening(LocalDate day, BigDecimal held) {
        if (isSane(held) && DateSpan.ALWAYS.contains(day) && DateSpan.ALWAYS.contains(day.minusDays(1))) {
            current().open(day, held);
        }
    }

    private static boolean isSane(BigDecimal amount) {
        long integerDigits = (long) amount.precision() - amount.scale();
        return integerDigits <= MOST_DIGITS && amount.scale() <= MOST_DIGITS;
    }

    @Override
    public void rejected(RejectedRow row) {
        rows++;
        current().turnedAway(row);
    }

    @Override
    public void skipped(int line, String reason) {
        if (skipped.size() < MOST_SKIPPED) {
            skipped.add(new SkippedLine(line, reason));
        } else {
            skippedOmitted++;
        }
    }

    private AccountImport current() {
        AccountImport account = arrived.accounts().get(current);
        if (account == null) {
            account(StatementAccount.UNNAMED);
            return current();
        }
        return account;
    }

    /** One row more than a transaction takes shows that the file is a long one. */
    private void takeIfEnough() {
        int size = Math.min(mostAtOnce, OF_LONG_FILE);
        while (waiting.size() > (pieces == 0 ? mostAtOnce : size)) {
            List<IncomingRow> piece = waiting;
            waiting = new ArrayList<>(piece.subList(size, piece.size()));
            take(piece.subList(0, size), false);
            report();
        }
    }

    private ImportReport take(boolean end) {
        return take(waiting, end);
    }

    private ImportReport take(List<IncomingRow> rowsOfPiece, boolean end) {
        ImportContext on = context.orElseGet(() -> ledger.read(view -> new ImportContext(
                FileCurrency.of(view, rowsOfPiece, arrived.accounts(), hints),
                new RowClassifier(view.openRules(), view.categories()))));
        context = Optional.of(on);
        var piece = new RowChunk(rowsOfPiece, arrived.accounts(), keys, on.currency());
        ChunkOutcome step = options.dryRun()
                ? ledger.read(view -> step(view, Optional.empty(), on, piece, end))
                : ledger.writeBulk(who, edit -> step(edit, Optional.of(edit), on, piece, end));
        arrived = step.after();
        pieces++;
        return step.report();
    }

    private record ChunkOutcome(ImportState after, ImportReport report) {}

    /** Takes a piece. May run more than once, so it leaves this import as it is and returns how it goes on. */
    private ChunkOutcome step(
            LedgerView view, Optional<LedgerSession> edit, ImportContext on, RowChunk piece, boolean end) {
        ImportState after = arrived.copy();
        edit.ifPresent(open -> {
            if (on.of().adopted() && pieces == 0) {
                open.change(open.settings().withCurrency(on.currency()));
            }
            arrived.accounts().values().stream()
                    .flatMap(account -> account.batch().stream())
                    .forEach(batch -> requireArriving(open, batch));
        });
        List<ImportKey> newKeys = new ArrayList<>();
        piece.take(view.reader(), edit.map(LedgerSession::writer), on.placing(), after.accounts(), result -> {
            if (!after.knowsHandMade() && result.isAnyTaken()) {
                // What a file of one piece may repeat lies around its days; what comes later, anywhere.
                DateSpan days = end ? piece.aroundDays().orElse(DateSpan.ALWAYS) : DateSpan.ALWAYS;
                after.know(new DuplicateFinder(view.reader().handMade(days)));
            }
            after.settle(result.arrivals(), result.fates());
            edit.ifPresent(open -> keep(open, result.entries()));
            newKeys.addAll(result.newKeys());
        });
        if (end) {
            after.end();
            edit.map(open -> new BalanceKeeping(open, on.currency()))
                    .ifPresent(keeping -> after.accounts().values().forEach(keeping::keep));
        }
        Instant now = ledger.now();
        edit.ifPresent(open -> keep(open, newKeys, after, now, end));
        ImportReport report = end ? report(after, batches(after, now), List.of()) : report(after, List.of(), List.of());
        if (end) {
            edit.ifPresent(open -> open.log().within(() -> last.accept(open, report)));
        }
        return new ChunkOutcome(after, report);
    }

    private void requireArriving(LedgerSession edit, long batch) {
        if (edit.reader()
                .findImport(batch)
                .filter(found -> found.state() == State.IN_PROGRESS)
                .isEmpty()) {
            throw LedgerException.conflict("The import " + batch + " was reverted before it was done.");
        }
    }

    private static void keep(LedgerSession edit, List<Entry> entries) {
        Set<CategoryPath> hinted = new HashSet<>();
        for (Entry entry : entries) {
            if (entry instanceof Expense expense && expense.provenance().origin() == Origin.IMPORT_HINT) {
                hinted.add(expense.category());
                expense.splits().forEach(split -> hinted.add(split.category()));
            }
        }
        hinted.forEach(path -> edit.require(path, true));
        edit.writer().add(entries);
    }

    private void keep(LedgerSession edit, List<ImportKey> newKeys, ImportState after, Instant now, boolean end) {
        LedgerWriter writer = edit.writer();
        writer.putImportKeys(newKeys);
        for (AccountImport account : after.accounts().values()) {
            boolean hadBatch =
                    arrived.find(account.name()).flatMap(AccountImport::batch).isPresent();
            if (account.batch().isPresent() && !hadBatch) {
                edit.requireAccount(account.name());
            }
            if (account.batch().isPresent()) {
                ImportBatch batch = account.batch(now, fileName, formatName, end ? State.COMPLETE : State.IN_PROGRESS);
                imports.note(batch.id());
                noted.add(batch.id());
                writer.put(batch);
                // A piece of known rows is no change, but others must see that the import goes on.
                if (end || !newKeys.isEmpty()) {
                    edit.log().imported(batch, hadBatch);
                }
            }
        }
        if (end) {
            rememberAnswers(edit, after);
        }
    }

    /** What a person answered about a file of one account holds for the account's next file too. */
    private void rememberAnswers(LedgerSession edit, ImportState after) {
        if (after.accounts().size() == 1 && !options.answers().isEmpty()) {
            after.accounts().keySet().forEach(name -> SavedAnswers.keep(edit, name, options.answers()));
        }
    }

    private List<ImportBatch> batches(ImportState after, Instant now) {
        return after.accounts().values().stream()
                .map(account -> account.batch(now, fileName, formatName, State.COMPLETE))
                .toList();
    }

    private ImportReport report(ImportState after, List<ImportBatch> batches, List<Question> questions) {
        List<ImportReport.AccountPart> parts = new ArrayList<>();
        for (ImportBatch batch : batches) {
            after.find(batch.account())
                    .ifPresent(account -> parts.add(account.part(
                            batch, context.map(ImportContext::currency).orElseThrow())));
        }
        List<SkippedLine> lines = new ArrayList<>();
        context.flatMap(on -> on.of().remark()).ifPresent(lines::add);
        lines.addAll(skipped);
        if (skippedOmitted > 0) {
            lines.add(new SkippedLine(
                    skipped.get(skipped.size() - 1).line(), "and " + skippedOmitted + " more lines below"));
        }
        return new ImportReport(options.dryRun(), formatName, parts, lines, questions);
    }
}
