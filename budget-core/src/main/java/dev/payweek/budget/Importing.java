package dev.payweek.budget;

import dev.payweek.refusal.Checks;
import dev.payweek.refusal.Refusal;
import dev.payweek.statement.ImportBatch;
import dev.payweek.statement.ImportReport;
import dev.payweek.store.LedgerWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Takes one file into the ledger: each account of it becomes a batch, all of them or none. */
final class Importing {

    private static final int MAX_ACCOUNT = 80;
    private static final String UNNAMED_ACCOUNT = "main";

    private final BudgetEdit edit;
    private final LedgerWriter writer;
    private final ChangeLog log;
    private final ReadStatement statement;
    private final ImportOptions options;
    private final Instant now;

    Importing(
            BudgetEdit edit,
            LedgerWriter writer,
            ChangeLog log,
            ReadStatement statement,
            ImportOptions options,
            Instant now) {
        this.edit = edit;
        this.writer = writer;
        this.log = log;
        this.statement = statement;
        this.options = options;
        this.now = now;
    }

    ImportReport run() {
        var checks = new Checks();
        checks.optionalText("account", options.account(), MAX_ACCOUNT);
        checks.refuseIfAny();
        adoptCurrency();
        List<ImportReport.AccountPart> parts = new ArrayList<>();
        for (Map.Entry<String, ReadStatement.Account> account : byName().entrySet()) {
            parts.add(take(account.getKey(), account.getValue()));
        }
        return new ImportReport(
                options.dryRun(), statement.formatName(), parts, statement.skipped(), statement.questions());
    }

    /** The first file decides the currency of a ledger that holds no amounts yet, if it names one and only one. */
    private void adoptCurrency() {
        Set<Currency> named = statement.accounts().stream()
                .flatMap(account -> account.rows().stream()
                        .map(row -> row.currency().or(account.account()::currency))
                        .flatMap(Optional::stream))
                .collect(Collectors.toSet());
        if (named.size() == 1 && !named.contains(edit.settings().currency()) && edit.holdsNoAmounts()) {
            edit.change(edit.settings().in(named.iterator().next()));
        }
    }

    /** Parts of a file that name the same account are one account. */
    private Map<String, ReadStatement.Account> byName() {
        Map<String, ReadStatement.Account> byName = new LinkedHashMap<>();
        for (ReadStatement.Account account : statement.accounts()) {
            String name = nameOf(account);
            ReadStatement.Account merged = byName.computeIfAbsent(
                    name, n -> new ReadStatement.Account(account.account(), new ArrayList<>(), new ArrayList<>()));
            merged.rows().addAll(account.rows());
            merged.rejected().addAll(account.rejected());
        }
        if (options.account().isPresent()
                && statement.accounts().stream().map(this::ownName).distinct().count() > 1) {
            throw Refusal.invalid(
                    "account",
                    "several_accounts",
                    statement.fileName() + " holds several accounts; they cannot all be \""
                            + options.account().get() + "\".");
        }
        return byName;
    }

    private String nameOf(ReadStatement.Account account) {
        return options.account()
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .orElseGet(() -> ownName(account));
    }

    private String ownName(ReadStatement.Account account) {
        return account.account()
                .id()
                .map(id -> BankWords.line(id, MAX_ACCOUNT))
                .filter(id -> !id.isEmpty())
                .orElse(UNNAMED_ACCOUNT);
    }

    private ImportReport.AccountPart take(String name, ReadStatement.Account account) {
        long batchId = options.dryRun() ? 0 : writer.nextId();
        Currency currency = account.account().currency().orElse(edit.settings().currency());
        RowTaking taking = new RowTaking(edit, writer, name, currency, batchId);
        taking.rejectAll(account.rejected());
        taking.takeAll(account.rows());
        ImportBatch batch = taking.batch(now, statement.fileName(), statement.formatName());
        if (!options.dryRun() && batch.inserted() > 0) {
            writer.put(batch);
            writer.putImportKeys(taking.newKeys());
            log.added(batch);
        }
        return new ImportReport.AccountPart(batch, currency.getCurrencyCode(), taking.sums(), taking.outcomes());
    }
}
