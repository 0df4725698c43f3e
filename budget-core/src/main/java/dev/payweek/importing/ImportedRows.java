package dev.payweek.importing;

import dev.payweek.statement.ImportKey;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The memory of an account's rows, as far as one piece of a file asks for it. */
final class ImportedRows {

    private final List<ImportKey> stored;
    private final Map<String, Integer> firstAt;

    /** The memory comes by key and occurrence, as stores give it. */
    ImportedRows(List<ImportKey> stored) {
        this.stored = stored;
        this.firstAt = new HashMap<>(stored.size() * 2);
        for (int i = stored.size() - 1; i >= 0; i--) {
            firstAt.put(stored.get(i).key(), i);
        }
    }

    /** Returns the n-th row that is remembered under the key. */
    Optional<ImportKey> find(String key, int nth) {
        Integer first = firstAt.get(key);
        if (first == null) {
            return Optional.empty();
        }
        int index = first + nth - 1;
        return index < stored.size() && stored.get(index).key().equals(key)
                ? Optional.of(stored.get(index))
                : Optional.empty();
    }

    /**
     * Returns the occurrence to remember the n-th row of the key under, which is not remembered yet. Removed imports
     * leave gaps, which stay.
     */
    int nextOccurrence(String key, int nth) {
        Integer first = firstAt.get(key);
        if (first == null) {
            return nth;
        }
        int after = first;
        while (after < stored.size() && stored.get(after).key().equals(key)) {
            after++;
        }
        return stored.get(after - 1).occurrence() + nth - (after - first);
    }
}
