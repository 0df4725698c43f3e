package dev.payweek.persistence.table;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a ledger's small tables come to: for each table the checksum of the ledger's rows in it. Kept in the ledger's
 * own row, so that a row that vanished from one of them is missed.
 */
public final class Seals {

    private final long ledger;
    private final Map<String, Checksum> byTable = new TreeMap<>();

    private Seals(long ledger) {
        this.ledger = ledger;
    }

    /** Reads the seals from their text; see {@link #toString}. */
    public static Seals parse(long ledger, String text) {
        Seals seals = new Seals(ledger);
        for (String line : text.split("\n")) {
            String[] words = line.split(" ");
            if (words.length == 3) {
                seals.put(words[0], new Checksum(Long.parseLong(words[1]), Long.parseLong(words[2])));
            }
        }
        return seals;
    }

    /** Returns the number of the ledger whose seals these are. */
    public long ledger() {
        return ledger;
    }

    /** Returns what the ledger's rows in a table come to. */
    public Checksum of(String table) {
        return byTable.getOrDefault(table, Checksum.NONE);
    }

    void put(String table, Checksum checksum) {
        byTable.put(table, checksum);
    }

    /** Returns a line for each table: its name, the number of its rows and their digest. */
    @Override
    public String toString() {
        return byTable.entrySet().stream()
                .map(seal -> seal.getKey() + " " + seal.getValue().count() + " "
                        + seal.getValue().digest())
                .collect(Collectors.joining("\n"));
    }
}
