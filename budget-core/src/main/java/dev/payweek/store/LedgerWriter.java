package dev.payweek.store;

import dev.payweek.ledger.Entry;
import dev.payweek.plan.ThresholdEvent;
import dev.payweek.statement.ImportBatch;
import dev.payweek.statement.ImportKey;
import java.util.Collection;
import java.util.List;

/**
 * One ledger open for change. Everything done through it becomes lasting together when the {@link LedgerStore#write}
 * ends, or not at all. It reads what it has written.
 *
 * <p>A {@code put} replaces what bears the same name, or adds it; a {@code remove} of what is not there does nothing.
 * The writer keeps the totals in step with the entries.
 *
 * <pre>{@code
 * store.<Long>write(ledger, writer -> {
 *     writer.put(Kinds.CATEGORY, Category.of("Fun:Dining"));
 *     return writer.nextId();
 * });
 * }</pre>
 *
 * <p>Not safe for use by several threads: for the one it was lent to.
 */
public interface LedgerWriter extends LedgerReader {

    /** Returns a number never given before in this ledger; counts up from 1. */
    long nextId();

    /** Makes {@link #nextId} give only numbers after the given one; a number already passed changes nothing. */
    void skipIdsTo(long id);

    /** Adds or replaces the entry of its id. */
    void put(Entry entry);

    /**
     * Adds entries whose ids {@link #nextId} has given and nobody has used since. For imports: a million entries added
     * a few thousand at a time cost a fraction of as many {@code put}s.
     *
     * @throws dev.payweek.refusal.LedgerException with reason CONFLICT if one of the ids is in use; the whole write is
     * lost then
     */
    void add(Collection<? extends Entry> entries);

    /** Removes the entry of that id; the memory of the row it was imported from stays. */
    void removeEntry(long id);

    /** Adds a thing of a {@linkplain Kinds#SMALL small kind}, or replaces the one of its key. */
    <T> void put(Kind<T> kind, T thing);

    /** Removes the thing of a small kind that the key names; what refers to it stays as it is. */
    void remove(Kind<?> kind, String key);

    /** Adds a threshold event; its id comes from {@link #nextId}. Does not raise the ledger's version. */
    void add(ThresholdEvent event);

    /** Adds or replaces the import of its id. */
    void put(ImportBatch batch);

    /**
     * Adds the memory of imported rows, in place of what the same import remembers under the same account, key and
     * occurrence.
     * Keys that begin alike, as those of one day do, may be kept together and are then several times cheaper than keys
     * in no order.
     */
    void putImportKeys(Collection<ImportKey> keys);

    /** Removes an import and the memory of its rows, but not the entries it brought. */
    void removeImport(long id);

    /** Removes the memory of rows, each of its own import only; what is not remembered changes nothing. */
    void removeImportKeys(Collection<ImportKey> keys);

    /** Removes and returns those of the entries that the import brought; the others stay. */
    List<Entry> removeEntriesOf(long batch, Collection<Long> ids);

    /** Keeps a part of a removed import, in place of the one of its number. */
    void put(RemovedRows rows);

    /** Keeps a part of a removed import no longer. */
    void remove(RemovedRows rows);

    /** Keeps an answer under its idempotency key. */
    void put(IdempotentResponse answer);

    /**
     * Records a change and raises the ledger's version to the change's.
     *
     * @throws dev.payweek.refusal.LedgerException with reason CONFLICT if the version is not above the ledger's:
     *     history is not written twice
     */
    void append(Change change);
}
