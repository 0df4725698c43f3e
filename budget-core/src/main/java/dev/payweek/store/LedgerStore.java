package dev.payweek.store;

import dev.payweek.ledger.LedgerId;
import dev.payweek.ledger.LedgerSettings;
import dev.payweek.refusal.LedgerException;
import dev.payweek.refusal.Reason;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Where ledgers live: the port that the in-memory store and the SQL stores implement, all held to one contract.
 *
 * <p>Safe for use by any number of threads. Failures are {@link LedgerException}s with the reasons that
 * begin with {@code STORE_}; no exception of a driver crosses this port.
 *
 * <pre>{@code
 * var memory = new MemoryStore();
 * memory.create(LedgerId.FIRST, () -> LedgerSettings.fresh(Money.currency("USD"), ZoneOffset.UTC));    // true
 * memory.<String>read(LedgerId.FIRST, reader -> reader.settings().name());                             // "Household"
 * memory.version(LedgerId.FIRST);                                                                      // 0
 * memory.<String>read(new LedgerId(2), reader -> reader.settings().name());    // refused: There is no ledger 2.
 * }</pre>
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
     * @throws dev.payweek.refusal.LedgerException with reason NOT_FOUND if there is no such ledger
     */
    <T> T read(LedgerId ledger, Function<? super LedgerReader, ? extends T> work);

    /**
     * Returns how many changes the ledger has seen, those of other processes included: never fewer than a write that
     * has returned or a {@link #read} that has ended has shown. A store that knows it says so without a look at its
     * disk.
     *
     * @throws dev.payweek.refusal.LedgerException with reason NOT_FOUND if there is no such ledger
     */
    default long version(LedgerId ledger) {
        return this.<Long>read(ledger, LedgerReader::version);
    }

    /**
     * Runs the work on the ledger and makes its changes lasting, all together, before it returns. If the work throws,
     * the ledger is as it was. Writes of one ledger happen one after the other. The work may be run again from the
     * start when the database asks for it, so it must have no effects but those on the writer.
     *
     * @throws dev.payweek.refusal.LedgerException with reason NOT_FOUND if there is no such ledger, READ_ONLY if the
     *     store is open for reading only, STORE_FULL if there is no room
     */
    <T> T write(LedgerId ledger, Function<? super LedgerWriter, ? extends T> work);

    /**
     * Runs work that writes thousands of rows, as {@link #write} does. A store that else gathers the writes of many
     * callers may run it for itself on the calling thread, where the rows were made and still lie in the processor's
     * cache.
     */
    default <T> T writeBulk(LedgerId ledger, Function<? super LedgerWriter, ? extends T> work) {
        return write(ledger, work);
    }

    /** Returns how many rows of a file one transaction takes at most, where the database bounds what it changes. */
    default int rowsAtOnce() {
        return Integer.MAX_VALUE;
    }

    /** Returns whether other processes may be writing to the same ledgers. */
    default boolean isShared() {
        return false;
    }

    /**
     * Goes over everything there is, as it stands at one moment: verifies every row, computes every derived number
     * again. Takes some microseconds for each entry; others read and write meanwhile.
     *
     * @return what was found, damage included; damage is thrown only where nothing at all can be read
     */
    StoreCheck check();

    /**
     * Writes a copy of everything acknowledged until now to a file, while others read and write. The copy is gone over
     * as by {@link #check} before it takes the place of an older one, so that a good copy is never lost to a bad one.
     *
     * @throws dev.payweek.refusal.LedgerException with reason INVALID if a store of this kind is copied by other means,
     *     STORE_UNUSABLE if what is to be copied is damaged
     */
    default void backUp(Path file) {
        throw new LedgerException(Reason.INVALID, "A store of this kind makes no copies of itself.", List.of());
    }

    /** Returns what the store is and whether it answers now; never throws. */
    StoreState state();

    /** Ends the store; everything acknowledged is already lasting. */
    @Override
    void close();
}
