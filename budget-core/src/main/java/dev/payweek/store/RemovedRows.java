package dev.payweek.store;

import dev.payweek.ledger.Entry;
import dev.payweek.statement.ImportBatch;
import dev.payweek.statement.ImportKey;
import dev.payweek.statement.StatedBalances;
import java.util.List;
import java.util.Optional;

/**
 * Some of the rows of an import that was removed, kept so that they can come back.
 *
 * <pre>{@code
 * var memory = List.of(new ImportKey("Checking", "20261121aaaaaaaaaaaaaaaaaaaaaa", 1, 901, 17));
 * RemovedRows.of(17, 3, List.of(), memory).size();    // 1
 * }</pre>
 *
 * <p>Immutable and safe for use by any number of threads.
 *
 * @param batch the import
 * @param part which part of its rows these are, from 0
 * @param whole the import as it was, in part 0
 * @param balances what came with it besides rows, in part 0
 * @param entries the entries, with what was done to them by hand
 * @param memory the memory of the rows
 */
public record RemovedRows(
        long batch,
        int part,
        Optional<ImportBatch> whole,
        Optional<StatedBalances> balances,
        List<Entry> entries,
        List<ImportKey> memory) {

    /** Creates a part of a removed import. */
    public RemovedRows {
        entries = List.copyOf(entries);
        memory = List.copyOf(memory);
    }

    /** Returns a part of rows alone. */
    public static RemovedRows of(long batch, int part, List<Entry> entries, List<ImportKey> memory) {
        return new RemovedRows(batch, part, Optional.empty(), Optional.empty(), entries, memory);
    }

    /** Returns the same part, with what the import was. */
    public RemovedRows of(ImportBatch removed) {
        return new RemovedRows(batch, part, Optional.of(removed), balances, entries, memory);
    }

    /** Returns how many rows these are; an entry and its memory are one. */
    public int size() {
        return Math.max(entries.size(), memory.size());
    }
}
