package dev.payweek.edit;

import dev.payweek.ledger.Entry;
import dev.payweek.statement.ImportBatch;
import dev.payweek.statement.ImportKey;
import dev.payweek.store.LedgerWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Removes what an import brought: rows and their memory together, so that no import ever meets one without the other. A
 * row that another import remembers too stays, and its entry belongs to that one from then on.
 */
final class ImportRemoval {

    private static final int AT_ONCE = 10_000;

    private record Place(String account, String key, int occurrence) {
        static Place of(ImportKey row) {
            return new Place(row.account(), row.key(), row.occurrence());
        }
    }

    private final LedgerWriter writer;
    private final long batch;

    ImportRemoval(LedgerWriter writer, long batch) {
        this.writer = writer;
        this.batch = batch;
    }

    void all() {
        boolean more = true;
        while (more) {
            more = some(AT_ONCE);
        }
    }

    /** Removes at most so many rows, and returns whether there may be more. */
    boolean some(int most) {
        List<ImportKey> rows = writer.importKeysOf(batch, most);
        writer.removeEntriesOf(batch, handOver(rows));
        writer.removeImportKeys(rows);
        if (rows.size() < most) {
            // What came by a copy of a ledger may lack its memory.
            writer.removeEntriesOf(batch, writer.entryIdsOfImport(batch));
            return false;
        }
        return true;
    }

    /** Hands over the rows that other imports remember too, and returns the entries of the others. */
    List<Long> handOver(List<ImportKey> rows) {
        Map<Place, Long> others = others(rows);
        List<Long> own = new ArrayList<>();
        Map<Long, Integer> handedOver = new HashMap<>();
        for (ImportKey row : rows) {
            Long other = others.get(Place.of(row));
            if (other == null) {
                own.add(row.entryId());
            } else if (handOver(row.entryId(), other)) {
                handedOver.merge(other, 1, Integer::sum);
            }
        }
        handedOver.forEach(this::recount);
        return own;
    }

    /** Returns for each row that other imports remember as well the first of these. */
    private Map<Place, Long> others(List<ImportKey> rows) {
        Map<String, Set<String>> asked = new HashMap<>();
        for (ImportKey row : rows) {
            asked.computeIfAbsent(row.account(), account -> new HashSet<>()).add(row.key());
        }
        Map<Place, Long> others = new HashMap<>();
        asked.forEach((account, keys) -> writer.importKeys(account, keys).stream()
                .filter(row -> row.batch() != batch)
                .forEach(row -> others.merge(Place.of(row), row.batch(), Math::min)));
        return others;
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
