package dev.payweek.edit;

import dev.payweek.ledger.Entry;
import dev.payweek.ledger.EntryDetails;
import dev.payweek.statement.ImportBatch;
import dev.payweek.statement.ImportKey;
import dev.payweek.statement.StatedBalances;
import dev.payweek.store.LedgerWriter;
import dev.payweek.store.RemovedRows;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts what is removed of an import aside, in parts small enough to be one value each. */
final class RemovedParts {

    private static final int MOST_ROWS = 500;
    private static final int MOST_LETTERS = 100_000;

    private final LedgerWriter writer;
    private final long batch;
    private final List<Entry> entries = new ArrayList<>();
    private final List<ImportKey> memory = new ArrayList<>();
    private int part;
    private int letters;

    RemovedParts(LedgerWriter writer, long batch, int next) {
        this.writer = writer;
        this.batch = batch;
        this.part = next;
    }

    /** Puts aside what an import was and what came with it besides rows. */
    void put(ImportBatch whole, Optional<StatedBalances> balances) {
        writer.put(new RemovedRows(batch, part++, Optional.of(whole), balances, List.of(), List.of()));
    }

    /** Puts rows aside, each with its entry if that is there. */
    void put(List<Entry> gone, List<ImportKey> rows) {
        Map<Long, Entry> left = new LinkedHashMap<>();
        gone.forEach(entry -> left.put(entry.id(), entry));
        for (ImportKey row : rows) {
            memory.add(row);
            Optional.ofNullable(left.remove(row.entryId())).ifPresent(this::add);
            flushIf(memory.size() >= MOST_ROWS || letters >= MOST_LETTERS);
        }
        for (Entry entry : left.values()) {
            add(entry);
            flushIf(entries.size() >= MOST_ROWS || letters >= MOST_LETTERS);
        }
        flushIf(!entries.isEmpty() || !memory.isEmpty());
    }

    private void add(Entry entry) {
        EntryDetails details = entry.details();
        letters += details.title().length()
                + details.bankText().map(String::length).orElse(0)
                + details.note().map(String::length).orElse(0);
        entries.add(entry);
    }

    private void flushIf(boolean isFull) {
        if (isFull) {
            writer.put(RemovedRows.of(batch, part++, entries, memory));
            entries.clear();
            memory.clear();
            letters = 0;
        }
    }
}
