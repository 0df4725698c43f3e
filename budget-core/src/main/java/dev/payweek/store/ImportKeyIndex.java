package dev.payweek.store;

import dev.payweek.statement.ImportKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/** The memory of the rows that were imported, as {@link MemoryLedger} keeps it. */
final class ImportKeyIndex {

    private record Place(String account, String key, int occurrence, long batch) implements Comparable<Place> {
        private static final Comparator<Place> ORDER = Comparator.comparing(Place::account)
                .thenComparing(Place::key)
                .thenComparingInt(Place::occurrence)
                .thenComparingLong(Place::batch);

        static Place of(ImportKey key) {
            return new Place(key.account(), key.key(), key.occurrence(), key.batch());
        }

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
            Place first = new Place(account, key, 0, Long.MIN_VALUE);
            Place last = new Place(account, key, Integer.MAX_VALUE, Long.MAX_VALUE);
            found.addAll(keys.subMap(first, true, last, true).values());
        }
        return found;
    }

    void forEach(Consumer<? super ImportKey> action) {
        keys.values().forEach(action);
    }

    void put(ImportKey key) {
        takeBack.set(keys, Place.of(key), key);
    }

    void remove(ImportKey key) {
        takeBack.unset(keys, Place.of(key));
    }

    /** Returns at most so many rows of an import. */
    List<ImportKey> of(long batch, int most) {
        return keys.values().stream()
                .filter(key -> key.batch() == batch)
                .limit(most)
                .toList();
    }
}
