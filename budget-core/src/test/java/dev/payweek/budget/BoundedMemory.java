package dev.payweek.budget;

import dev.payweek.ledger.LedgerId;
import dev.payweek.ledger.LedgerSettings;
import dev.payweek.store.LedgerReader;
import dev.payweek.store.LedgerStore;
import dev.payweek.store.LedgerWriter;
import dev.payweek.store.MemoryStore;
import dev.payweek.store.StoreCheck;
import dev.payweek.store.StoreState;
import java.util.function.Function;
import java.util.function.Supplier;

/** A store in memory that takes few rows at once, and whose process may end, or be met, after any of its writes. */
final class BoundedMemory implements LedgerStore {

    /** The process has ended. */
    static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    private final MemoryStore memory;
    private final int rowsAtOnce;
    private Runnable after = () -> {};

    BoundedMemory(MemoryStore memory, int rowsAtOnce) {
        this.memory = memory;
        this.rowsAtOnce = rowsAtOnce;
    }

    /** Ends the process after so many writes from now on. */
    void dieAfter(int writes) {
        int[] left = {writes};
        after = () -> {
            if (--left[0] == 0) {
                after = () -> {};
                throw new Killed();
            }
        };
    }

    /** Runs something once, after the next write. */
    void between(Runnable meanwhile) {
        after = () -> {
            after = () -> {};
            meanwhile.run();
        };
    }

    /** Runs something after each write from now on. */
    void always(Runnable meanwhile) {
        after = meanwhile;
    }

    @Override
    public <T> T write(LedgerId ledger, Function<? super LedgerWriter, ? extends T> work) {
        T result = memory.write(ledger, work);
        after.run();
        return result;
    }

    @Override
    public int rowsAtOnce() {
        return rowsAtOnce;
    }

    @Override
    public boolean create(LedgerId ledger, Supplier<LedgerSettings> settings) {
        return memory.create(ledger, settings);
    }

    @Override
    public <T> T read(LedgerId ledger, Function<? super LedgerReader, ? extends T> work) {
        return memory.read(ledger, work);
    }

    @Override
    public StoreCheck check() {
        return memory.check();
    }

    @Override
    public StoreState state() {
        return memory.state();
    }

    @Override
    public void close() {
        memory.close();
    }
}
