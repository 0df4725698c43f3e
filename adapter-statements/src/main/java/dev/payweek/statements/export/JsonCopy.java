package dev.payweek.statements.export;

import dev.payweek.period.DateSpan;
import dev.payweek.refusal.LedgerException;
import dev.payweek.statement.StatementFile;
import dev.payweek.statements.text.JsonFile;
import dev.payweek.store.Kind;
import dev.payweek.store.LedgerBackupFormat;
import dev.payweek.store.LedgerReader;
import dev.payweek.store.LedgerWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/**
 * Everything of a ledger as JSON: settings, categories, accounts, rules, limits, reserved amounts, entries, imports and
 * the memory of their rows, changes, threshold events.
 *
 * <p>Things are objects of their fields as the record of changes names them ({@link Kind}), all values texts:
 * {@code {"kind":"EXPENSE","id":"12","amount":"4.50 USD",…}}. One thing a line, so that two copies can be compared by
 * line.
 */
public final class JsonCopy implements LedgerBackupFormat {

    /** What the file begins with. The number is raised when an older program could no longer take a copy back. */
    private static final String BEGINNING = "{\"payweek\":1";

    /** Creates the format. */
    public JsonCopy() {}

    @Override
    public String name() {
        return "json";
    }

    @Override
    public String mediaType() {
        return "application/json";
    }

    @Override
    public String fileEnding() {
        return "json";
    }

    @Override
    public void write(LedgerReader ledger, DateSpan days, Writer out) throws IOException {
        if (!days.equals(DateSpan.ALWAYS)) {
            throw LedgerException.invalid(
                    "days", "not_whole", "A copy holds the whole ledger; parts of one could not be restored.");
        }
        JsonCopyWriter.write(ledger, out);
    }

    @Override
    public boolean recognises(StatementFile file) throws IOException {
        try (InputStream in = file.open()) {
            byte[] head = in.readNBytes(BEGINNING.length());
            return new String(head, StandardCharsets.UTF_8).equals(BEGINNING);
        }
    }

    @Override
    public void restore(StatementFile file, LedgerWriter ledger) throws IOException {
        try (JsonFile json = JsonFile.ofOurs(new InputStreamReader(file.open(), StandardCharsets.UTF_8))) {
            new JsonCopyReader(json, ledger).restore();
        }
    }
}
