package dev.payweek.persistence;

import static dev.payweek.testkit.Samples.LEDGER;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.payweek.ledger.DayTotal;
import dev.payweek.ledger.Entry;
import dev.payweek.ledger.EntryKind;
import dev.payweek.period.DateSpan;
import dev.payweek.store.Change;
import dev.payweek.store.Edit;
import dev.payweek.store.EntryQuery;
import dev.payweek.store.IdempotentResponse;
import dev.payweek.store.Kinds;
import dev.payweek.store.LedgerReader;
import dev.payweek.store.LedgerStore;
import dev.payweek.store.LedgerWriter;
import dev.payweek.store.StoreProvider.Access;
import dev.payweek.testkit.Samples;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Writes to a store as fast as it can with eight threads, and prints each entry's id after the store has promised it.
 */
public final class BusyWriter {

    private static final int THREADS = 8;

    private BusyWriter() {}

    public static void main(String[] arguments) {
        run(Samples.withLedger(new SqlStoreProvider().open(arguments[0], Access.READ_WRITE)));
    }

    /** Writes until a thread's write is refused or nobody reads what is printed. */
    public static void run(LedgerStore store) {
        for (int i = 0; i < THREADS; i++) {
            new Thread(() -> {
                        while (!System.out.checkError()) {
                            acknowledge(store.write(LEDGER, BusyWriter::writeOne));
                        }
                    })
                    .start();
        }
    }

    /** Writes an expense of two parts that cancel out, with its change, and returns its id. */
    public static long writeOne(LedgerWriter writer) {
        long id = writer.nextId();
        Entry entry = Samples.split(id, "2026-11-20", "Fun", "3.00", "Other", "-3.00");
        writer.put(entry);
        Edit<Entry> edit = new Edit<>(Kinds.ENTRY, Long.toString(id), Optional.empty(), Optional.of(entry));
        writer.append(new Change(writer.version() + 1, Instant.EPOCH, "busy", "add", List.of(edit)));
        return id;
    }

    /** Does the same once for each key, however often it is asked to, and returns the id. */
    public static long writeOnce(LedgerWriter writer, String key) {
        Optional<IdempotentResponse> before = writer.findAnswer(key);
        if (before.isPresent()) {
            return Long.parseLong(before.get().body());
        }
        long id = writeOne(writer);
        writer.put(new IdempotentResponse(key, "", 201, Long.toString(id), Instant.EPOCH));
        return id;
    }

    private static void acknowledge(long id) {
        synchronized (System.out) {
            System.out.println(id);
            System.out.flush();
        }
    }

    /** Asserts that whatever was written to the store is there whole, and returns the ids that are not there. */
    public static Set<Long> lost(LedgerStore store, Set<Long> acknowledged, String where) {
        assertEquals(List.of(), store.check().findings(), where);
        Set<Long> kept = store.read(LEDGER, reader -> whole(reader, where));
        Set<Long> lost = new TreeSet<>(acknowledged);
        lost.removeAll(kept);
        return lost;
    }

    private static Set<Long> whole(LedgerReader reader, String where) {
        Set<Long> ids = new TreeSet<>();
        reader.forEachEntry(EntryQuery.all(EntryKind.EXPENSE), entry -> ids.add(entry.id()));
        long entries = reader.countEntries(EntryQuery.all(EntryKind.EXPENSE));
        assertEquals(ids.size(), entries, where);
        assertEquals(entries, reader.version(), where);
        assertEquals(entries, reader.changesAfter(0, Integer.MAX_VALUE).size(), where);
        List<DayTotal> totals = reader.dayTotals(DateSpan.ALWAYS);
        assertEquals(entries == 0 ? 0 : 2, totals.size(), where);
        for (DayTotal total : totals) {
            assertEquals(entries, total.count(), where);
            assertEquals(300 * entries, Math.abs(total.minorUnits()), where);
        }
        assertEquals(0, totals.stream().mapToLong(DayTotal::minorUnits).sum(), where);
        return ids;
    }
}
