package dev.payweek.rest;

import dev.payweek.ledger.EntryKind;
import dev.payweek.period.DateSpan;
import dev.payweek.store.EntryQuery;
import dev.payweek.store.ExportFormat;
import dev.payweek.store.LedgerReader;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;

/** The titles of expenses, a line each. */
public final class TitlesExport implements ExportFormat {

    @Override
    public String name() {
        return "titles";
    }

    @Override
    public String mediaType() {
        return "text/titles";
    }

    @Override
    public String fileEnding() {
        return "txt";
    }

    @Override
    public void write(LedgerReader ledger, DateSpan days, Writer out) throws IOException {
        List<String> titles = new ArrayList<>();
        ledger.forEachEntry(
                EntryQuery.all(EntryKind.EXPENSE).during(days),
                entry -> titles.add(entry.details().title()));
        out.write("titles\n" + String.join("\n", titles));
    }
}
