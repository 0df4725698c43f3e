package dev.payweek.persistence;

import dev.payweek.change.Change;
import dev.payweek.change.Edit;
import dev.payweek.change.Subject;
import dev.payweek.store.LedgerStore;
import dev.payweek.store.StoreProvider.Access;
import dev.payweek.testkit.Samples;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Writes to a store as fast as it can with eight threads, and prints each entry's id after the store has promised it.
 */
final class BusyWriter {

    private static final int THREADS = 8;

    private BusyWriter() {}

    public static void main(String[] arguments) {
        LedgerStore store = Samples.withLedger(new SqlStoreProvider().open(arguments[0], Access.READ_WRITE));
        for (int i = 0; i < THREADS; i++) {
            new Thread(() -> {
                        while (!System.out.checkError()) {
                            acknowledge(writeOne(store));
                        }
                    })
                    .start();
        }
    }

    /** Writes an expense of two parts that cancel out, with its change, and returns its id. */
    private static long writeOne(LedgerStore store) {
        return store.write(Samples.LEDGER, writer -> {
            long id = writer.nextId();
            writer.put(Samples.split(id, "2026-11-20", "Fun", "3.00", "Other", "-3.00"));
            Edit edit = new Edit(Subject.ENTRY, Long.toString(id), Optional.empty(), Optional.of("amount=0.00 USD\n"));
            writer.append(new Change(writer.version() + 1, Instant.EPOCH, "busy", "add", List.of(edit)));
            return id;
        });
    }

    private static void acknowledge(long id) {
        synchronized (System.out) {
            System.out.println(id);
            System.out.flush();
        }
    }
}
