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
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** A store in memory that is full or away for as long as the test says so, with a budget at noon of 2026-11-22 UTC. */
final class FailingStore implements LedgerStore {

    private final MemoryStore memory = new MemoryStore();
    private Trouble trouble = Trouble.NONE;

    /** What is the matter with it. */
    enum Trouble {
        /** Nothing. */
        NONE,
        /** It takes no write. */
        FULL,
        /** It answers nothing. */
        AWAY
    }

    Budget budget() {
        return Budget.on(this, Access.READ_WRITE, Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC));
    }

    void fail(Trouble now) {
        trouble = now;
    }

    private void beThere() {
        if (trouble == Trouble.AWAY) {
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
        return memory.read(ledger, work);
    }

    @Override
    public <T> T write(LedgerId ledger, Function<? super LedgerWriter, ? extends T> work) {
        beThere();
        return memory.write(ledger, writer -> {
            T made = work.apply(writer);
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
