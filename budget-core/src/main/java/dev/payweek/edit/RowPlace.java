package dev.payweek.edit;

import dev.payweek.statement.ImportKey;
import dev.payweek.store.LedgerReader;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.ToLongFunction;

/** What makes an imported row that row, whichever imports remember it. */
record RowPlace(String account, String key, int occurrence) {

    static RowPlace of(ImportKey row) {
        return new RowPlace(row.account(), row.key(), row.occurrence());
    }

    /** Returns something of what the first import but one remembers of each of the rows that others remember too. */
    static Map<RowPlace, Long> others(
            LedgerReader ledger, Collection<ImportKey> rows, long batch, ToLongFunction<ImportKey> what) {
        Map<String, Set<String>> asked = new HashMap<>();
        Set<RowPlace> places = new HashSet<>();
        for (ImportKey row : rows) {
            asked.computeIfAbsent(row.account(), account -> new HashSet<>()).add(row.key());
            places.add(of(row));
        }
        Map<RowPlace, Long> others = new HashMap<>();
        // Of one row, the memory comes by the number of the import.
        asked.forEach((account, keys) -> ledger.importKeys(account, keys).stream()
                .filter(row -> row.batch() != batch && places.contains(of(row)))
                .forEach(row -> others.putIfAbsent(of(row), what.applyAsLong(row))));
        return others;
    }
}
