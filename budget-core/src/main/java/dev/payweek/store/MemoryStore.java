package dev.payweek.store;

import dev.payweek.ledger.EntryKind;
import dev.payweek.ledger.LedgerId;
import dev.payweek.ledger.LedgerSettings;
import dev.payweek.refusal.LedgerException;
import dev.payweek.store.StoreCheck.Finding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A store that forgets everything when the process ends. For embedding, demonstrations and tests; held to the same
 * contract as the others.
 *
 * <p>Readers share a lock and a writer has it alone; a write that fails is reverted step by step.
 *
 * <pre>{@code
 * var budget = Budget.on(new MemoryStore(), StoreProvider.Access.READ_WRITE, Clock.systemUTC());
 * budget.state().kind();    // "memory"
 * }</pre>
 *
 * <p>Safe for use by any number of threads.
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
    public StoreCheck check() {
        lock.readLock().lock();
        try {
            List<Finding> findings = new ArrayList<>();
            ledgers.forEach((id, ledger) ->
                    ledger.problems().forEach(problem -> findings.add(new Finding("ledger " + id.number(), problem))));
            long entries = 0;
            long changes = 0;
            for (MemoryLedger ledger : ledgers.values()) {
                for (EntryKind kind : EntryKind.values()) {
                    entries += ledger.countEntries(EntryQuery.all(kind));
                }
                changes += ledger.changesAfter(0, Integer.MAX_VALUE).size();
            }
            return new StoreCheck(ledgers.size(), entries, changes, findings);
        } finally {
            lock.readLock().unlock();
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
            throw LedgerException.notFound("There is no ledger " + id.number() + ".");
        }
        return ledger;
    }
}
