package dev.payweek.persistence.ledger;

import static dev.payweek.persistence.jdbc.PreparedSql.any;
import static dev.payweek.persistence.schema.tables.EntryPart.ENTRY_PART;
import static dev.payweek.persistence.schema.tables.LedgerEntry.LEDGER_ENTRY;

import dev.payweek.ledger.Entry;
import dev.payweek.persistence.jdbc.BatchStatement;
import dev.payweek.persistence.jdbc.PreparedSql;
import dev.payweek.persistence.jdbc.Session;
import dev.payweek.persistence.schema.tables.records.EntryPartRecord;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jooq.impl.DSL;

/**
 * Writes entries, and keeps the sums in step.
 *
 * <p>Entries that are surely new are gathered and inserted together; whoever reads calls {@link #flush} first.
 */
final class EntryRows {

    private static final int MOST_GATHERED = 500;

    private static final PreparedSql HIGHEST = new PreparedSql(jooq -> jooq.select(DSL.max(LEDGER_ENTRY.ID))
            .from(LEDGER_ENTRY)
            .where(LEDGER_ENTRY.LEDGER.eq(any(LEDGER_ENTRY.LEDGER))));

    private static final BatchStatement INSERT =
            new BatchStatement(rows -> PreparedSql.insert(LEDGER_ENTRY, EntryRow.WRITTEN, rows));

    private static final BatchStatement INSERT_PARTS = new BatchStatement(rows -> PreparedSql.insert(ENTRY_PART, rows));

    private static final PreparedSql DELETE = PreparedSql.delete(LEDGER_ENTRY, 2);

    private static final PreparedSql DELETE_PARTS = PreparedSql.delete(ENTRY_PART, 2);

    private final Session link;
    private final LedgerRow ledger;
    private final EntryReader reading;
    private final TotalsRows totals;
    private final Names categories;
    private final Names accounts;

    private final List<Object[]> gathered = new ArrayList<>();
    private final List<Object[]> gatheredParts = new ArrayList<>();
    private Optional<Long> highestId;

    EntryRows(
            Session link, LedgerRow ledger, EntryReader reading, TotalsRows totals, Names categories, Names accounts) {
        this.link = link;
        this.ledger = ledger;
        this.reading = reading;
        this.totals = totals;
        this.categories = categories;
        this.accounts = accounts;
        this.highestId = ledger.recent().highestId(ledger.number());
    }

    void put(Entry entry) {
        long highest = highestId.orElseGet(this::highestStored);
        boolean isNew = entry.id() > highest;
        if (!isNew) {
            remove(entry.id());
        }
        highestIs(Optional.of(Math.max(highest, entry.id())));
        gather(entry);
        if (!isNew) {
            flush();
        }
    }

    /** Adds entries of which none is there; the database refuses the whole if one is. */
    void addAll(Collection<? extends Entry> entries) {
        entries.forEach(this::gather);
        highestIs(Optional.empty());
        flush();
    }

    void remove(long id) {
        flush();
        reading.row(id).ifPresent(row -> remove(row, reading.made(row)));
    }

    /** Removes and returns the entry if the import brought it. */
    Optional<Entry> removeOf(long batch, long id) {
        flush();
        return reading.row(id).flatMap(row -> {
            Entry entry = reading.made(row);
            if (entry.importBatch().equals(Optional.of(batch))) {
                remove(row, entry);
                return Optional.of(entry);
            }
            return Optional.empty();
        });
    }

    private void remove(EntryRow row, Entry entry) {
        link.execute(DELETE, ledger.number(), entry.id());
        if (!row.parts().isEmpty()) {
            link.execute(DELETE_PARTS, ledger.number(), entry.id());
        }
        totals.subtract(entry, row.day(), row.check());
    }

    /** Inserts what was gathered. */
    void flush() {
        INSERT.write(link, gathered);
        INSERT_PARTS.write(link, gatheredParts);
        gathered.clear();
        gatheredParts.clear();
    }

    private void highestIs(Optional<Long> id) {
        highestId = id;
        ledger.recent().highestId(ledger.number(), id);
    }

    private long highestStored() {
        flush();
        return link.query(HIGHEST, row -> row.getLong(1), ledger.number()).get(0);
    }

    private void gather(Entry entry) {
        EntryRow row = new EntryRow(ledger.number(), entry, categories, accounts);
        gathered.add(row.values(entry));
        for (int place = 0; place < row.parts().size(); place++) {
            EntryRow.Part part = row.parts().get(place);
            gatheredParts.add(
                    new EntryPartRecord(ledger.number(), entry.id(), place, part.category(), part.minorUnits())
                            .intoArray());
        }
        totals.add(entry, row.day(), row.check());
        if (gathered.size() >= MOST_GATHERED) {
            flush();
        }
    }
}
