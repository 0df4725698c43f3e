package dev.payweek.importing;

import dev.payweek.edit.LedgerSession;
import dev.payweek.edit.OpenLedger;
import dev.payweek.statement.ImportOptions;
import dev.payweek.statement.ImportProgress;
import dev.payweek.statement.ImportReport;
import dev.payweek.statement.StatementFile;
import dev.payweek.store.LedgerBackupFormat;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * Imports files into one ledger and reverts imports. Safe for use by any number of threads. {@code
 * importer.findProgress(12)} says how far the import 12 has come.
 */
public final class FileImporter {

    /** The most rows of one transaction, inclusive. */
    public static final int MOST_AT_ONCE = OpenLedger.MOST_ROWS_AT_ONCE;

    private final OpenLedger ledger;
    private final ImportsInProgress inProgress;

    /** Creates the importer of a ledger. */
    public FileImporter(OpenLedger ledger) {
        this.ledger = ledger;
        this.inProgress = new ImportsInProgress(ledger);
    }

    /**
     * Imports a file.
     *
     * @param last is run inside the transaction that completes the import, unless it is a dry run
     * @param mostAtOnce how many rows one transaction takes at most
     */
    public ImportReport run(
            String who,
            StatementFile file,
            ImportOptions options,
            BiConsumer<? super LedgerSession, ? super ImportReport> last,
            int mostAtOnce) {
        OpenLedger.requireName(who);
        Optional<LedgerBackupFormat> copy = LedgerCopyImport.formOf(file);
        if (copy.isPresent()) {
            return restore(new LedgerCopyImport(copy.get(), file, options.dryRun(), ledger.now()), options, last);
        }
        if (!options.dryRun()) {
            inProgress.finishAbandoned();
        }
        int most = Math.min(mostAtOnce, ledger.store().rowsAtOnce());
        return WrongAnswers.toldAtOnce(
                options,
                own -> new SavedAnswers(ledger, own)
                        .run((answered, onlyAccount) -> new StatementImport(
                                        ledger, inProgress, who, file, answered, last, onlyAccount, most)
                                .run()));
    }

    private ImportReport restore(
            LedgerCopyImport copy,
            ImportOptions options,
            BiConsumer<? super LedgerSession, ? super ImportReport> last) {
        if (options.dryRun()) {
            return ledger.whatIf(session -> copy.into(session.writer()));
        }
        return ledger.writeUnrecorded(session -> {
            ImportReport report = copy.into(session.writer());
            // The copy has brought its own zone, and so perhaps another day.
            last.accept(ledger.session(session.writer()), report);
            return report;
        });
    }

    /**
     * Makes changes of the ledger; an import of many rows that they remove or bring back has gone or come as a whole
     * when this returns, a part of it in each of several transactions.
     */
    public <T> T write(String who, Function<? super LedgerSession, ? extends T> changes) {
        return inProgress.write(who, changes);
    }

    /** Finishes what a process that ended has left half done: reverts what arrived, goes on with what was moving. */
    public void finishAbandoned() {
        inProgress.finishAbandoned();
    }

    /** Shows other processes that what this one is importing is not left behind, and finishes what is. */
    public void tend() {
        inProgress.showAlive();
        inProgress.finishAbandoned();
    }

    /** Returns how far an import of this process has come that takes several transactions. */
    public Optional<ImportProgress> findProgress(long id) {
        return inProgress.progress(id);
    }
}
