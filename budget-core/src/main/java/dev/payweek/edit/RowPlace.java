package dev.payweek.edit;

import dev.payweek.statement.ImportKey;
import dev.payweek.store.LedgerReader;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What makes an imported row that row, whichever imports remember it. */
record RowPlace(String account, String key, int occurrence) {

    static RowPlace of(ImportKey row) {
        return new RowPlace(row.account(), row.key(), row.occurrence());
    }

    /**
     * Returns what the first import but one remembers of each of the rows that others remember too; what an entry made
     * by hand carries counts as what an import does, as long as it is there.
     */
    static Map<RowPlace, ImportKey> others(LedgerReader ledger, Collection<ImportKey> rows, long batch) {
        Map<String, Set<String>> asked = new HashMap<>();
        Set<RowPlace> places = new HashSet<>();
        for (ImportKey row : rows) {
            asked.computeIfAbsent(row.account(), account -> new HashSet<>()).add(row.key());
            places.add(of(row));
        }
        Map<RowPlace, ImportKey> others = new HashMap<>();
        // Of one row, the memory comes by the number of the import.
        asked.forEach((account, keys) -> ledger.importKeys(account, keys).stream()
                .filter(row -> row.batch() != batch && places.contains(of(row)) && ledger.isKnown(row))
                .forEach(row -> others.putIfAbsent(of(row), row)));
        return others;
    }
}
