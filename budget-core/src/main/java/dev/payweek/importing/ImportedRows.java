package dev.payweek.importing;

import dev.payweek.statement.ImportKey;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The memory of an account's rows, as far as one piece of a file asks for it. */
final class ImportedRows {

    private final List<ImportKey> stored;
    private final Map<String, Integer> firstAt;

    /** The memory comes by key, occurrence and import, as stores give it. */
    ImportedRows(List<ImportKey> stored) {
        this.stored = stored;
        this.firstAt = new HashMap<>(stored.size() * 2);
        for (int i = stored.size() - 1; i >= 0; i--) {
            firstAt.put(stored.get(i).key(), i);
        }
    }

    /** Returns what the imports that brought it remember of the n-th row of the key; nothing if none did. */
    List<ImportKey> find(String key, int nth) {
        int from = firstAt.getOrDefault(key, stored.size());
        for (int before = 1; before < nth && isOf(key, from); before++) {
            from = afterRow(from);
        }
        return isOf(key, from) ? stored.subList(from, afterRow(from)) : List.of();
    }

    /**
     * Returns the occurrence to remember the n-th row of the key under, which is not remembered yet. Removed imports
     * leave gaps, which are filled first: an import whose rows have come again is not to come back beside them.
     */
    int nextOccurrence(String key, int nth) {
        int first = firstAt.getOrDefault(key, stored.size());
        int free = nth;
        for (int at = first; isOf(key, at); at = afterRow(at)) {
            free--;
        }
        int next = 1;
        for (int at = first; isOf(key, at); at = afterRow(at)) {
            int gap = stored.get(at).occurrence() - next;
            if (gap >= free) {
                break;
            }
            free -= gap;
            next = stored.get(at).occurrence() + 1;
        }
        return next + free - 1;
    }

    private boolean isOf(String key, int index) {
        return index < stored.size() && stored.get(index).key().equals(key);
    }

    /** Returns where what follows begins, once all imports have been passed that remember the row there. */
    private int afterRow(int index) {
        ImportKey row = stored.get(index);
        int after = index + 1;
        while (isOf(row.key(), after) && stored.get(after).occurrence() == row.occurrence()) {
            after++;
        }
        return after;
    }
}
