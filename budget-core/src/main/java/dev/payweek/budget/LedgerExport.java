package dev.payweek.budget;

import dev.payweek.period.DateSpan;
import dev.payweek.store.ExportFormat;
import dev.payweek.store.LedgerReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;

/** Writes a ledger in some form. */
final class LedgerExport {

    private LedgerExport() {}

    /** Returns true, always, once everything has gone to the writer. */
    static boolean write(ExportFormat form, LedgerReader ledger, DateSpan days, Writer out) {
        try {
            form.write(ledger, days, out);
            out.flush();
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException("The export cannot be written: " + e.getMessage(), e);
        }
    }
}
