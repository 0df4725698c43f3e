package dev.payweek.rest;

import dev.payweek.budget.Budget;
import dev.payweek.ledger.LedgerId;
import dev.payweek.ledger.LedgerSettings;
import dev.payweek.refusal.LedgerException;
import dev.payweek.refusal.Reason;
import dev.payweek.store.LedgerReader;
import dev.payweek.store.LedgerStore;
import dev.payweek.store.LedgerWriter;
import dev.payweek.store.MemoryStore;
import dev.payweek.store.StoreCheck;
import dev.payweek.store.StoreProvider.Access;
import dev.payweek.store.StoreState;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;

/** A store in memory that is full or away for as long as the test says so, with a budget at noon of 2026-11-22 UTC. */
final class FailingStore implements LedgerStore {

    private final MemoryStore memory = new MemoryStore();
    private Trouble trouble = Trouble.NONE;
    private long answersLeft = Long.MAX_VALUE;

    /** What is the matter with it. */
    enum Trouble {
        /** Nothing. */
        NONE,
        /** It takes no write. */
        FULL,
        /** It answers nothing. */
        AWAY,
        /** Its classes do not fit together, as those of a program exchanged while it runs. */
        MISFIT
    }

    Budget budget() {
        return Budget.on(this, Access.READ_WRITE, Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC));
    }

    void fail(Trouble now) {
        trouble = now;
    }

    /** Has it go away after so many questions and commands inside reads and writes. */
    void failAfter(long answers) {
        answersLeft = answers;
    }

    /** Comes back, and returns whether it was away when somebody asked. */
    boolean comeBack() {
        boolean was = answersLeft <= 0;
        answersLeft = Long.MAX_VALUE;
        return was;
    }

    /** Returns a reader or writer that counts what is asked of it. */
    private <T> T counted(Class<T> type, T inner) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, given) -> {
                    if (answersLeft > 0) {
                        answersLeft--;
                    }
                    beThere();
                    try {
                        return method.invoke(inner, given);
                    } catch (InvocationTargetException thrown) {
                        throw Objects.requireNonNull(thrown.getCause());
                    }
                }));
    }

    private void beThere() {
        if (trouble == Trouble.MISFIT) {
            throw new NoClassDefFoundError("of another version");
        }
        if (trouble == Trouble.AWAY || answersLeft <= 0) {
            throw new LedgerException(Reason.STORE_UNAVAILABLE, "The database does not answer.", List.of());
        }
    }

    @Override
    public boolean create(LedgerId ledger, Supplier<LedgerSettings> settings) {
        return memory.create(ledger, settings);
    }

    @Override
    public <T> T read(LedgerId ledger, Function<? super LedgerReader, ? extends T> work) {
        beThere();
        return memory.read(ledger, reader -> work.apply(counted(LedgerReader.class, reader)));
    }

    @Override
    public <T> T write(LedgerId ledger, Function<? super LedgerWriter, ? extends T> work) {
        beThere();
        return memory.write(ledger, writer -> {
            T made = work.apply(counted(LedgerWriter.class, writer));
            if (trouble == Trouble.FULL) {
                throw new LedgerException(Reason.STORE_FULL, "There is no room left.", List.of());
            }
            return made;
        });
    }

    @Override
    public StoreCheck check() {
        return memory.check();
    }

    @Override
    public StoreState state() {
        return trouble == Trouble.AWAY
                ? new StoreState("memory", false, false, "The database does not answer.")
                : memory.state();
    }

    @Override
    public void close() {
        memory.close();
    }
}
