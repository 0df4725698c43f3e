package dev.payweek.store;

import dev.payweek.ledger.LedgerId;
import dev.payweek.ledger.LedgerSettings;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Where ledgers live: the port that the in-memory store and the SQL stores implement, all held to one contract.
 *
 * <p>Safe for use by any number of threads. Failures are {@link dev.payweek.refusal.Refusal}s with the reasons that
 * begin with {@code STORE_}; no exception of a driver crosses this port.
 */
public interface LedgerStore extends AutoCloseable {

    /**
     * Makes sure the ledger exists, with the given settings and the standard categories if it is new.
     *
     * @return whether it is new
     */
    boolean create(LedgerId ledger, Supplier<LedgerSettings> settings);

    /**
     * Runs the work on the ledger as it stands at one moment; changes by others during the work are not seen.
     *
     * @throws dev.payweek.refusal.Refusal with reason NOT_FOUND if there is no such ledger
     */
    <T> T read(LedgerId ledger, Function<? super LedgerReader, ? extends T> work);

    /**
     * Runs the work on the ledger and makes its changes lasting, all together, before it returns. If the work throws,
     * the ledger is as it was. Writes of one ledger happen one after the other. The work may be run again from the
     * start when the database asks for it, so it must have no effects but those on the writer.
     *
     * @throws dev.payweek.refusal.Refusal with reason NOT_FOUND if there is no such ledger, READ_ONLY if the store is
     *     open for reading only, STORE_FULL if there is no room
     */
    <T> T write(LedgerId ledger, Function<? super LedgerWriter, ? extends T> work);

    /** Tells whether other processes may be writing to the same ledgers. */
    default boolean isShared() {
        return false;
    }

    /** Returns what the store is and whether it answers now; never throws. */
    StoreState state();

    /** Ends the store; everything acknowledged is already lasting. */
    @Override
    void close();
}
