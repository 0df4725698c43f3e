package dev.payweek.budget;

import dev.payweek.statement.ImportKey;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The memory of an account's rows, as far as one piece of a file asks for it, and what the piece adds to it. */
final class KnownRows {

    private final List<ImportKey> stored;
    private final Map<String, Integer> firstAt;
    private final Map<String, Integer> added;

    /** The memory comes by key and occurrence, as stores give it; so many rows may be added to it. */
    KnownRows(List<ImportKey> stored, int rows) {
        this.stored = stored;
        this.firstAt = new HashMap<>(stored.size() * 2);
        this.added = new HashMap<>(rows * 2);
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

    /** Returns the occurrence to remember one more row of the key under; those of removed imports leave gaps. */
    int nextOccurrence(String key) {
        int highest = 0;
        Integer first = firstAt.get(key);
        for (int i = first == null ? stored.size() : first;
                i < stored.size() && stored.get(i).key().equals(key);
                i++) {
            highest = stored.get(i).occurrence();
        }
        return highest + added.merge(key, 1, Integer::sum);
    }
}
