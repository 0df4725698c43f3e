package dev.payweek.app;

import dev.payweek.ledger.LedgerId;
import dev.payweek.ledger.LedgerSettings;
import dev.payweek.refusal.LedgerException;
import dev.payweek.refusal.Reason;
import dev.payweek.store.LedgerReader;
import dev.payweek.store.LedgerStore;
import dev.payweek.store.LedgerWriter;
import dev.payweek.store.StoreCheck;
import dev.payweek.store.StoreState;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** A store that others may only look at. As safe for use by many threads as the store behind it. */
final class ReadOnlyStore implements LedgerStore {

    private final LedgerStore store;

    ReadOnlyStore(LedgerStore store) {
        this.store = store;
    }

    private static LedgerException refused() {
        return new LedgerException(Reason.READ_ONLY, "The store is open for reading only.", List.of());
    }

    @Override
    public boolean create(LedgerId ledger, Supplier<LedgerSettings> settings) {
        throw refused();
    }

    @Override
    public <T> T read(LedgerId ledger, Function<? super LedgerReader, ? extends T> work) {
        return store.read(ledger, work);
    }

    @Override
    public <T> T write(LedgerId ledger, Function<? super LedgerWriter, ? extends T> work) {
        throw refused();
    }

    @Override
    public long version(LedgerId ledger) {
        return store.version(ledger);
    }

    @Override
    public StoreCheck check() {
        return store.check();
    }

    @Override
    public StoreState state() {
        StoreState state = store.state();
        return new StoreState(state.kind(), state.ready(), false, state.detail(), state.figures());
    }

    @Override
    public void close() {
        store.close();
    }
}
