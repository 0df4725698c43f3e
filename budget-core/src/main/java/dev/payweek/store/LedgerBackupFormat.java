package dev.payweek.store;

import dev.payweek.statement.StatementFile;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

/**
 * A form that holds everything of a ledger, so that it can be restored: a ledger restored from its copy is the same
 * ledger, history, memory of imported rows and numbers included. Only the answers kept for repeated requests are left
 * out, which are of use for a week at most.
 *
 * <pre>{@code
 * var copy = new StringWriter();
 * budget.export("json", copy);
 * var file = StatementFile.of("budget.json", copy.toString().getBytes(StandardCharsets.UTF_8));
 * LedgerBackupFormat.of(file).isPresent();    // true
 * }</pre>
 *
 * <p>Safe for use by any number of threads.
 */
public interface LedgerBackupFormat extends ExportFormat {

    /**
     * Returns, judging by its content, whether the file is a copy of this form.
     *
     * @throws IOException if the file cannot be read at all
     */
    boolean recognises(StatementFile file) throws IOException;

    /**
     * Writes everything of the copy into a ledger that has never been changed.
     *
     * @throws dev.payweek.refusal.LedgerException if the copy is broken; the whole write is to be given up then
     * @throws IOException if the file cannot be read
     */
    void restore(StatementFile file, LedgerWriter ledger) throws IOException;

    /**
     * Returns the form that the file is a copy of, if it is one.
     *
     * @throws IOException if the file cannot be read at all
     */
    static Optional<LedgerBackupFormat> of(StatementFile file) throws IOException {
        List<LedgerBackupFormat> known = ServiceLoader.load(ExportFormat.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(LedgerBackupFormat.class::isInstance)
                .map(LedgerBackupFormat.class::cast)
                .toList();
        for (LedgerBackupFormat form : known) {
            if (form.recognises(file)) {
                return Optional.of(form);
            }
        }
        return Optional.empty();
    }
}
