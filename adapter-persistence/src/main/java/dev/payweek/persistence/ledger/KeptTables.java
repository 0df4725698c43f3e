package dev.payweek.persistence.ledger;

import dev.payweek.persistence.table.Checksum;
import dev.payweek.persistence.table.ChecksummedTable;
import dev.payweek.persistence.table.Seals;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What the small tables held when they were last read, and what was made of it. It is found again only under the seal
 * that the rows had then: as long as the ledger's row bears the same seal, whoever wrote it, the rows are the same.
 *
 * <p>For all connections of a store; safe for use by many threads.
 */
public final class KeptTables {

    private static final int MOST = 100;

    /** By ledger and table. */
    private final Map<List<Object>, Known> known = new ConcurrentHashMap<>();

    private record Known(Checksum seal, Object made) {}

    /** Returns what was made of the table's rows, if they are as they were then. */
    <T> Optional<T> find(ChecksummedTable table, Seals seals, Class<T> type) {
        Known found = known.get(List.of(seals.ledger(), table.name()));
        return found != null && found.seal().equals(seals.of(table.name()))
                ? Optional.of(type.cast(found.made()))
                : Optional.empty();
    }

    /** Keeps what was made of the table's rows as they are now, which nobody may change any more. */
    void keep(ChecksummedTable table, Seals seals, Object made) {
        if (known.size() >= MOST) {
            known.clear();
        }
        known.put(List.of(seals.ledger(), table.name()), new Known(seals.of(table.name()), made));
    }
}
