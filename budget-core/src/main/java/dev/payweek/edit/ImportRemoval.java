package dev.payweek.edit;

import dev.payweek.ledger.Entry;
import dev.payweek.statement.ImportBatch;
import dev.payweek.statement.ImportKey;
import dev.payweek.statement.MergedTwin;
import dev.payweek.store.Kinds;
import dev.payweek.store.LedgerReader;
import dev.payweek.store.LedgerWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Removes what an import brought: rows and their memory together, so that no import ever meets one without the other. A
 * row that another import remembers too stays, and its entry belongs to that one from then on. A row that was merged
 * into an entry made by hand is carried by that one, so that it does not come back beside it.
 */
final class ImportRemoval {

    private final LedgerWriter writer;
    private final long batch;

    ImportRemoval(LedgerWriter writer, long batch) {
        this.writer = writer;
        this.batch = batch;
    }

    /** What was removed at once, how many entries made by hand stay for rows of it, and whether there is more. */
    record Gone(List<Entry> entries, List<ImportKey> rows, int staying, boolean more) {}

    /** Removes at most so many rows. */
    Gone some(int most) {
        List<ImportKey> rows = writer.importKeysOf(batch, most);
        List<Entry> gone = new ArrayList<>(writer.removeEntriesOf(batch, handOver(rows)));
        int staying = carry(rows);
        writer.removeImportKeys(rows);
        if (rows.size() == most) {
            return new Gone(gone, rows, staying, true);
        }
        // What came by a copy of a ledger may lack its memory.
        List<Long> others = writer.entryIdsOfImport(batch);
        int room = most - rows.size();
        gone.addAll(writer.removeEntriesOf(batch, others.subList(0, Math.min(room, others.size()))));
        return new Gone(gone, rows, staying, others.size() > room);
    }

    /** Lets entries made by hand carry what was merged into them, and returns how many there are. */
    private int carry(List<ImportKey> rows) {
        Map<Long, Long> merged = mergedInto(writer);
        List<ImportKey> left =
                rows.stream().filter(row -> merged.containsKey(row.entryId())).toList();
        Map<RowPlace, ImportKey> others = RowPlace.others(writer, left, batch);
        List<ImportKey> carried = left.stream()
                .filter(row -> !others.containsKey(RowPlace.of(row)))
                .map(row -> row.carriedBy(merged.getOrDefault(row.entryId(), 0L)))
                .toList();
        writer.putImportKeys(carried);
        return (int) carried.stream()
                .filter(writer::isKnown)
                .map(ImportKey::entryId)
                .distinct()
                .count();
    }

    /** Returns which entries made by hand stand for which imported ones. */
    static Map<Long, Long> mergedInto(LedgerReader ledger) {
        return ledger.all(Kinds.MERGED_TWIN).stream()
                .collect(Collectors.toMap(MergedTwin::imported, MergedTwin::handMade));
    }

    /** Hands over the rows that other imports remember too, and returns the entries of the others. */
    private List<Long> handOver(List<ImportKey> rows) {
        Map<RowPlace, ImportKey> others = RowPlace.others(writer, rows, batch);
        List<Long> own = new ArrayList<>();
        Map<Long, Integer> handedOver = new HashMap<>();
        for (ImportKey row : rows) {
            ImportKey other = others.get(RowPlace.of(row));
            if (other == null || other.isCarried()) {
                own.add(row.entryId());
            } else if (handOver(row.entryId(), other.batch())) {
                handedOver.merge(other.batch(), 1, Integer::sum);
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
