package dev.payweek.importing;

import dev.payweek.ledger.Entry;
import dev.payweek.ledger.EntryKind;
import dev.payweek.period.DateSpan;
import dev.payweek.refusal.LedgerException;
import dev.payweek.refusal.Reason;
import dev.payweek.statement.ImportBatch;
import dev.payweek.statement.ImportReport;
import dev.payweek.statement.ImportReport.AccountPart;
import dev.payweek.statement.StatementFile;
import dev.payweek.store.EntryQuery;
import dev.payweek.store.LedgerBackupFormat;
import dev.payweek.store.LedgerReader;
import dev.payweek.store.LedgerWriter;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Takes the copy of a whole ledger into one that has never been used. */
final class LedgerCopyImport {

    private final LedgerBackupFormat form;
    private final StatementFile file;
    private final boolean dryRun;
    private final Instant now;

    LedgerCopyImport(LedgerBackupFormat form, StatementFile file, boolean dryRun, Instant now) {
        this.form = form;
        this.file = file;
        this.dryRun = dryRun;
        this.now = now;
    }

    /** Returns the form that the file is a copy of, if it is one. */
    static Optional<LedgerBackupFormat> formOf(StatementFile file) {
        try {
            return LedgerBackupFormat.of(file);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    ImportReport into(LedgerWriter ledger) {
        if (!ledger.isUntouched()) {
            throw LedgerException.conflict("The copy of a ledger is only taken into one that has never been used.");
        }
        try {
            form.restore(file, ledger);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
        return reported(ledger);
    }

    private static LedgerException unreadable(StatementFile file, IOException e) {
        return new LedgerException(Reason.INVALID, file.name() + " cannot be read.", e);
    }

    /** Reported as an import of all entries; the account is left open, since a ledger has several. */
    private ImportReport reported(LedgerReader ledger) {
        var counted = new Object() {
            int entries;
            BigDecimal sum = BigDecimal.ZERO;
            Optional<Entry> first = Optional.empty();
            Optional<Entry> last = Optional.empty();
        };
        for (EntryKind kind : EntryKind.values()) {
            ledger.forEachEntry(EntryQuery.all(kind).during(DateSpan.ALWAYS), entry -> {
                counted.entries++;
                BigDecimal amount = entry.amount().decimal();
                counted.sum = kind == EntryKind.INCOME ? counted.sum.add(amount) : counted.sum.subtract(amount);
                counted.first = earlier(counted.first, entry);
                counted.last = counted.last
                        .filter(other -> !other.date().isBefore(entry.date()))
                        .or(() -> Optional.of(entry));
            });
        }
        ImportBatch batch = new ImportBatch(
                0,
                now,
                file.name(),
                form.name(),
                "",
                counted.entries,
                0,
                0,
                0,
                counted.first.map(Entry::date),
                counted.last.map(Entry::date),
                ImportBatch.State.COMPLETE);
        String currency = ledger.settings().currency().getCurrencyCode();
        AccountPart part = new AccountPart(batch, currency, Map.of(currency, counted.sum), List.of(), counted.entries);
        return new ImportReport(dryRun, form.name(), List.of(part), List.of(), List.of());
    }

    private static Optional<Entry> earlier(Optional<Entry> known, Entry entry) {
        return known.filter(other -> !other.date().isAfter(entry.date())).or(() -> Optional.of(entry));
    }
}
