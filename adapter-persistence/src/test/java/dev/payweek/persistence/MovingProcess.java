package dev.payweek.persistence;

import dev.payweek.budget.Budget;
import dev.payweek.ledger.LedgerId;
import dev.payweek.ledger.LedgerSettings;
import dev.payweek.store.LedgerReader;
import dev.payweek.store.LedgerStore;
import dev.payweek.store.LedgerWriter;
import dev.payweek.store.StoreCheck;
import dev.payweek.store.StoreProvider;
import dev.payweek.store.StoreProvider.Access;
import dev.payweek.store.StoreState;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A process that removes an import, or brings it back, a thousand rows at a time: {@code URL moment remove 1}, {@code
 * URL moment undo 7}. It says {@code piece} after each and waits for a line before it goes on, and at last
 * {@code done}.
 */
public final class MovingProcess {

    private MovingProcess() {}

    /** Runs the process. */
    public static void main(String[] arguments) {
        Clock clock = Clock.fixed(Instant.parse(arguments[1]), ZoneOffset.UTC);
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        LedgerStore store = StoreProvider.of(arguments[0]).open(arguments[0], Access.READ_WRITE);
        long number = Long.parseLong(arguments[3]);
        try (Budget budget = Budget.on(new Stepwise(store, out, in), Access.READ_WRITE, clock)) {
            budget.change("ann", edit -> {
                if (arguments[2].equals("remove")) {
                    edit.removeImport(number);
                } else {
                    edit.undo(number);
                }
            });
            out.println("done");
        }
    }

    private record Stepwise(LedgerStore store, PrintStream out, BufferedReader in) implements LedgerStore {

        @Override
        public <T> T write(LedgerId ledger, Function<? super LedgerWriter, ? extends T> work) {
            T result = store.write(ledger, work);
            out.println("piece");
            try {
                if (in.readLine() == null) {
                    throw new IllegalStateException("nobody is there any more");
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return result;
        }

        @Override
        public int rowsAtOnce() {
            return 1_000;
        }

        @Override
        public boolean isShared() {
            return store.isShared();
        }

        @Override
        public boolean create(LedgerId ledger, Supplier<LedgerSettings> settings) {
            return store.create(ledger, settings);
        }

        @Override
        public <T> T read(LedgerId ledger, Function<? super LedgerReader, ? extends T> work) {
            return store.read(ledger, work);
        }

        @Override
        public StoreCheck check() {
            return store.check();
        }

        @Override
        public StoreState state() {
            return store.state();
        }

        @Override
        public void close() {
            store.close();
        }
    }
}
