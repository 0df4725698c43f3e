package dev.payweek.discovery;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Remembers the streams of each payee until its payments change. Only what the last look asked for is kept. For one
 * thread.
 */
final class KeptStreams {

    private record Key(int payee, boolean pay) {}

    private record Known(List<Row> rows, Holes unknown, List<Stream> streams) {}

    private Map<Key, Known> last = Map.of();
    private Map<Key, Known> now = new HashMap<>();

    /** Begins another look. */
    void again() {
        last = now;
        now = new HashMap<>();
    }

    List<Stream> of(List<Row> rows, boolean pay, Holes unknown, Supplier<List<Stream>> find) {
        Key key = new Key(rows.get(0).payee(), pay);
        Known known = last.get(key);
        if (known == null || !known.rows().equals(rows) || !known.unknown().equals(unknown)) {
            known = new Known(List.copyOf(rows), unknown, List.copyOf(find.get()));
        }
        now.put(key, known);
        return known.streams();
    }
}
