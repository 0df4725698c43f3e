package dev.payweek.edit;

import dev.payweek.ledger.Entry;
import dev.payweek.statement.ImportBatch;
import dev.payweek.statement.ImportKey;
import dev.payweek.store.LedgerWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Removes what an import brought: rows and their memory together, so that no import ever meets one without the other. A
 * row that another import remembers too stays, and its entry belongs to that one from then on.
 */
final class ImportRemoval {

    private final LedgerWriter writer;
    private final long batch;

    ImportRemoval(LedgerWriter writer, long batch) {
        this.writer = writer;
        this.batch = batch;
    }

    /** What was removed at once, and whether there is more. */
    record Gone(List<Entry> entries, List<ImportKey> rows, boolean more) {}

    /** Removes at most so many rows. */
    Gone some(int most) {
        List<ImportKey> rows = writer.importKeysOf(batch, most);
        List<Entry> gone = new ArrayList<>(writer.removeEntriesOf(batch, handOver(rows)));
        writer.removeImportKeys(rows);
        if (rows.size() == most) {
            return new Gone(gone, rows, true);
        }
        // What came by a copy of a ledger may lack its memory.
        List<Long> others = writer.entryIdsOfImport(batch);
        int room = most - rows.size();
        gone.addAll(writer.removeEntriesOf(batch, others.subList(0, Math.min(room, others.size()))));
        return new Gone(gone, rows, others.size() > room);
    }

    /** Hands over the rows that other imports remember too, and returns the entries of the others. */
    private List<Long> handOver(List<ImportKey> rows) {
        Map<RowPlace, Long> others = RowPlace.others(writer, rows, batch, ImportKey::batch);
        List<Long> own = new ArrayList<>();
        Map<Long, Integer> handedOver = new HashMap<>();
        for (ImportKey row : rows) {
            Long other = others.get(RowPlace.of(row));
            if (other == null) {
                own.add(row.entryId());
            } else if (handOver(row.entryId(), other)) {
                handedOver.merge(other, 1, Integer::sum);
            }
        }
        handedOver.forEach(this::recount);
        return own;
    }

    private boolean handOver(long id, long other) {
        Optional<Entry> brought =
                writer.findEntry(id).filter(entry -> entry.importBatch().equals(Optional.of(batch)));
        brought.ifPresent(entry -> writer.put(entry.withImport(other).withVersion(entry.version() + 1)));
        return brought.isPresent();
    }

    /** What an import that is done met as known and now has for itself counts as brought by it. */
    private void recount(long other, int more) {
        writer.findImport(other)
                .filter(found -> found.state() == ImportBatch.State.COMPLETE)
                .ifPresent(found -> writer.put(found.withCounts(
                        found.inserted() + more,
                        Math.max(0, found.duplicates() - more),
                        found.needsReview(),
                        found.rejected())));
    }
}
