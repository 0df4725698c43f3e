package dev.payweek.store;

import dev.payweek.ledger.LedgerId;
import dev.payweek.ledger.LedgerSettings;
import dev.payweek.refusal.Refusal;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A store that forgets everything when the process ends. For embedding, demonstrations and tests; held to the same
 * contract as the others.
 *
 * <p>Readers share a lock and a writer has it alone; a write that fails is taken back step by step.
 */
public final class MemoryStore implements LedgerStore {

    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private final Map<LedgerId, MemoryLedger> ledgers = new HashMap<>();

    /** Creates an empty store. */
    public MemoryStore() {}

    @Override
    public boolean create(LedgerId ledger, Supplier<LedgerSettings> settings) {
        lock.writeLock().lock();
        try {
            if (ledgers.containsKey(ledger)) {
                return false;
            }
            ledgers.put(ledger, new MemoryLedger(settings.get()));
            return true;
        } finally {
            lock.writeLock().unlock();
        }
    }

    @Override
    public <T> T read(LedgerId ledger, Function<? super LedgerReader, ? extends T> work) {
        lock.readLock().lock();
        try {
            return work.apply(get(ledger));
        } finally {
            lock.readLock().unlock();
        }
    }

    @Override
    public <T> T write(LedgerId ledger, Function<? super LedgerWriter, ? extends T> work) {
        lock.writeLock().lock();
        try {
            return get(ledger).allOrNothing(work);
        } finally {
            lock.writeLock().unlock();
        }
    }

    @Override
    public StoreState state() {
        return new StoreState("memory", true, true, "Kept in memory only.");
    }

    @Override
    public void close() {
        // Nothing is held that outlives the object.
    }

    private MemoryLedger get(LedgerId id) {
        MemoryLedger ledger = ledgers.get(id);
        if (ledger == null) {
            throw Refusal.notFound("There is no ledger " + id.number() + ".");
        }
        return ledger;
    }
}
