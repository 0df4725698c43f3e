package dev.payweek.persistence.ledger;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a transaction has last read or written of the rows that every write needs, so that the writes that share a
 * commit read them once. It is forgotten when a transaction begins and when anything of it is rolled back.
 */
public final class WriteCache {

    private record SumsOf(TotalsTable table, long ledger, int number) {}

    private final boolean remembers;
    private final Map<Long, Object[]> ledgers = new HashMap<>();
    private final Map<Long, Long> highestIds = new HashMap<>();
    private final Map<SumsOf, TotalsTable.Row> sums = new HashMap<>();

    private final KeptTables known;

    private WriteCache(boolean remembers, KeptTables known) {
        this.remembers = remembers;
        this.known = known;
    }

    /** Returns no memory at all, for who must see every row. */
    static WriteCache nothing() {
        return new WriteCache(false, new KeptTables());
    }

    /** Returns the memory of a connection that serves transactions of others too: none but of what seals vouch for. */
    public static WriteCache shared(KeptTables known) {
        return new WriteCache(false, known);
    }

    /** Returns the memory of a connection whose owner says when it is to forget. */
    public static WriteCache ofWriter(KeptTables known) {
        return new WriteCache(true, known);
    }

    /** Returns what is known of the small tables. */
    public KeptTables known() {
        return known;
    }

    public void forget() {
        ledgers.clear();
        highestIds.clear();
        sums.clear();
    }

    /** Returns the values of a ledger's own row, which the caller must not change. */
    public Optional<Object[]> ledger(long ledger) {
        return Optional.ofNullable(ledgers.get(ledger));
    }

    public void ledger(long ledger, Object[] values) {
        if (remembers) {
            ledgers.put(ledger, values);
        }
    }

    /** Returns a number that no entry of the ledger is above. */
    public Optional<Long> highestId(long ledger) {
        return Optional.ofNullable(highestIds.get(ledger));
    }

    public void highestId(long ledger, Optional<Long> id) {
        if (remembers && id.isPresent()) {
            highestIds.put(ledger, id.get());
        } else {
            highestIds.remove(ledger);
        }
    }

    public Optional<TotalsTable.Row> sums(TotalsTable table, long ledger, int number) {
        return Optional.ofNullable(sums.get(new SumsOf(table, ledger, number)));
    }

    public void sums(TotalsTable table, long ledger, TotalsTable.Row row) {
        if (remembers) {
            sums.put(new SumsOf(table, ledger, row.number()), row);
        }
    }

    public void noSums(TotalsTable table, long ledger, int number) {
        sums.remove(new SumsOf(table, ledger, number));
    }
}
