package dev.payweek.store;

import dev.payweek.statement.ImportKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/** The memory of the rows that were imported, as {@link MemoryLedger} keeps it. */
final class ImportKeyIndex {

    private record Place(String account, String key, int occurrence) implements Comparable<Place> {
        private static final Comparator<Place> ORDER =
                Comparator.comparing(Place::account).thenComparing(Place::key).thenComparingInt(Place::occurrence);

        @Override
        public int compareTo(Place other) {
            return ORDER.compare(this, other);
        }
    }

    private final NavigableMap<Place, ImportKey> keys = new TreeMap<>();
    private final UndoLog takeBack;

    ImportKeyIndex(UndoLog takeBack) {
        this.takeBack = takeBack;
    }

    List<ImportKey> of(String account, Collection<String> wanted) {
        List<ImportKey> found = new ArrayList<>();
        for (String key : new TreeSet<>(wanted)) {
            found.addAll(keys.subMap(new Place(account, key, 0), true, new Place(account, key, Integer.MAX_VALUE), true)
                    .values());
        }
        return found;
    }

    void forEach(Consumer<? super ImportKey> action) {
        keys.values().forEach(action);
    }

    void put(ImportKey key) {
        takeBack.set(keys, new Place(key.account(), key.key(), key.occurrence()), key);
    }

    /** Removes at most so many rows of an import and returns how many. */
    int remove(long batch, int most) {
        List<Place> some = keys.entrySet().stream()
                .filter(entry -> entry.getValue().batch() == batch)
                .map(Map.Entry::getKey)
                .limit(most)
                .toList();
        some.forEach(place -> takeBack.unset(keys, place));
        return some.size();
    }
}
