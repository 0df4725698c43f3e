package dev.payweek.budget;

import dev.payweek.ledger.LedgerId;
import dev.payweek.ledger.LedgerSettings;
import dev.payweek.refusal.LedgerException;
import dev.payweek.store.LedgerReader;
import dev.payweek.store.LedgerStore;
import dev.payweek.store.LedgerWriter;
import dev.payweek.store.MemoryStore;
import dev.payweek.store.StoreCheck;
import dev.payweek.store.StoreProvider;
import dev.payweek.store.StoreState;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** Opens stores for tests that tell whether they were closed: {@code watched:whole} or {@code watched:broken}. */
public final class WatchedStoreProvider implements StoreProvider {

    static final List<String> CLOSED = new ArrayList<>();

    /** Creates the provider. */
    public WatchedStoreProvider() {}

    @Override
    public boolean accepts(String url) {
        return url.startsWith("watched:");
    }

    @Override
    public LedgerStore open(String url, Access access) {
        return new WatchedStore(url, new MemoryStore());
    }

    private record WatchedStore(String url, MemoryStore memory) implements LedgerStore {
        @Override
        public boolean create(LedgerId ledger, Supplier<LedgerSettings> settings) {
            if (url.endsWith("broken")) {
                throw LedgerException.conflict("The store is broken.");
            }
            return memory.create(ledger, settings);
        }

        @Override
        public <T> T read(LedgerId ledger, Function<? super LedgerReader, ? extends T> work) {
            return memory.read(ledger, work);
        }

        @Override
        public <T> T write(LedgerId ledger, Function<? super LedgerWriter, ? extends T> work) {
            return memory.write(ledger, work);
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
            CLOSED.add(url);
        }
    }
}
