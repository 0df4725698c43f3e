package dev.payweek.statements.export;

import dev.payweek.ledger.Entry;
import dev.payweek.ledger.EntryKind;
import dev.payweek.period.DateSpan;
import dev.payweek.store.EntryOrder;
import dev.payweek.store.EntryQuery;
import dev.payweek.store.LedgerReader;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Goes through the entries of some days: expenses, income, transfers, each by date. */
final class AllEntries {

    /** Writes one entry. */
    @FunctionalInterface
    interface Line {
        void write(Entry entry) throws IOException;
    }

    private AllEntries() {}

    static void forEach(LedgerReader ledger, DateSpan days, Line line) throws IOException {
        try {
            for (EntryKind kind : EntryKind.values()) {
                ledger.forEachEntry(EntryQuery.all(kind).during(days).ordered(EntryOrder.OLDEST_FIRST), entry -> {
                    try {
                        line.write(entry);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
