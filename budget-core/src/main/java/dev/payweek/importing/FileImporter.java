package dev.payweek.importing;

import dev.payweek.edit.LedgerSession;
import dev.payweek.edit.OpenLedger;
import dev.payweek.statement.ImportBatch;
import dev.payweek.statement.ImportOptions;
import dev.payweek.statement.ImportProgress;
import dev.payweek.statement.ImportReport;
import dev.payweek.statement.StatementFile;
import dev.payweek.store.LedgerBackupFormat;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * Imports files into one ledger and reverts imports. Safe for use by any number of threads. {@code
 * importer.revert("Ann", 12, session -> {})} removes what the import 12 brought.
 */
public final class FileImporter {

    /** The most rows of one transaction, inclusive. */
    public static final int MOST_AT_ONCE = ImportsInProgress.MOST_AT_ONCE;

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
            inProgress.revertAbandoned();
        }
        int most = Math.min(mostAtOnce, ledger.store().rowsAtOnce());
        return new SavedAnswers(ledger, options)
                .run((answered, onlyAccount) ->
                        new StatementImport(ledger, inProgress, who, file, answered, last, onlyAccount, most).run());
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
     * Reverts an import, a part of it at a time; refuses with NOT_FOUND if there is none.
     *
     * @param first is run in the first transaction, before anything is removed
     * @return the version of the ledger after the last part
     */
    public long revert(String who, long id, Consumer<? super LedgerSession> first) {
        return inProgress.revert(who, id, session -> {
            session.getImport(id);
            first.accept(session);
        });
    }

    /** Returns whether undoing its removal brings an import back. */
    public boolean comesBack(ImportBatch batch) {
        return inProgress.comesBack(batch);
    }

    /** Reverts what a process that ended has left half done. */
    public void revertAbandoned() {
        inProgress.revertAbandoned();
    }

    /** Shows other processes that what this one is importing is not left behind, and reverts what is. */
    public void tend() {
        inProgress.showAlive();
        inProgress.revertAbandoned();
    }

    /** Returns how far an import of this process has come that takes several transactions. */
    public Optional<ImportProgress> findProgress(long id) {
        return inProgress.progress(id);
    }
}
