package dev.payweek.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.payweek.budget.Budget;
import dev.payweek.ledger.LedgerId;
import dev.payweek.ledger.LedgerSettings;
import dev.payweek.rest.http.Settings;
import dev.payweek.store.LedgerReader;
import dev.payweek.store.LedgerStore;
import dev.payweek.store.LedgerWriter;
import dev.payweek.store.MemoryStore;
import dev.payweek.store.StoreCheck;
import dev.payweek.store.StoreProvider;
import dev.payweek.store.StoreState;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.util.function.Function;
import java.util.function.Supplier;

/** The function on a ledger that says when it is opened and closed; public because the runtime client calls it. */
public final class CountingHandler implements RequestStreamHandler {

    private final PayweekHandler handler = new PayweekHandler(
            () -> Budget.on(new Telling(), StoreProvider.Access.READ_WRITE, Clock.systemUTC()),
            Settings.guardedBy(Fixture.sha256(Fixture.TOKEN)),
            "",
            new RequestLog(System.out, ""));

    /** Creates the function, as the runtime client does. */
    public CountingHandler() {}

    @Override
    public void handleRequest(InputStream event, OutputStream out, Context context) throws IOException {
        handler.handleRequest(event, out, context);
    }

    private static final class Telling implements LedgerStore {
        private final MemoryStore store = new MemoryStore();
        private volatile boolean closed;

        Telling() {
            System.out.println("opened");
        }

        private MemoryStore store() {
            if (closed) {
                throw new IllegalStateException("the ledger is closed");
            }
            return store;
        }

        @Override
        public boolean create(LedgerId ledger, Supplier<LedgerSettings> settings) {
            return store().create(ledger, settings);
        }

        @Override
        public <T> T read(LedgerId ledger, Function<? super LedgerReader, ? extends T> work) {
            return store().read(ledger, work);
        }

        @Override
        public <T> T write(LedgerId ledger, Function<? super LedgerWriter, ? extends T> work) {
            return store().write(ledger, work);
        }

        @Override
        public StoreCheck check() {
            return store().check();
        }

        @Override
        public StoreState state() {
            return store().state();
        }

        @Override
        public void close() {
            closed = true;
            System.out.println("closed");
        }
    }
}
