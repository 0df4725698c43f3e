package dev.payweek.budget;

import dev.payweek.ledger.LedgerId;
import dev.payweek.ledger.LedgerSettings;
import dev.payweek.refusal.LedgerException;
import dev.payweek.refusal.Reason;
import dev.payweek.store.LedgerReader;
import dev.payweek.store.LedgerStore;
import dev.payweek.store.LedgerWriter;
import dev.payweek.store.MemoryStore;
import dev.payweek.store.StoreCheck;
import dev.payweek.store.StoreState;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Supplier;

/** What is in the memory, as a store that others write to as well, and that has no more room when told so. */
record SharedMemory(MemoryStore memory, AtomicBoolean full) implements LedgerStore {
    @Override
    public boolean create(LedgerId ledger, Supplier<LedgerSettings> settings) {
        return memory.create(ledger, settings);
    }

    @Override
    public <T> T read(LedgerId ledger, Function<? super LedgerReader, ? extends T> work) {
        return memory.read(ledger, work);
    }

    @Override
    public <T> T write(LedgerId ledger, Function<? super LedgerWriter, ? extends T> work) {
        if (full.get()) {
            throw new LedgerException(Reason.STORE_FULL, "There is no room.", List.of());
        }
        return memory.write(ledger, work);
    }

    @Override
    public boolean isShared() {
        return true;
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
