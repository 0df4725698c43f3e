package dev.payweek.benchmarks;

import dev.payweek.category.CategoryPath;
import dev.payweek.ledger.Entry;
import dev.payweek.ledger.EntryDetails;
import dev.payweek.ledger.Expense;
import dev.payweek.ledger.Income;
import dev.payweek.ledger.LedgerId;
import dev.payweek.ledger.Provenance;
import dev.payweek.store.LedgerStore;
import dev.payweek.store.LedgerWriter;
import java.util.List;
import java.util.Optional;

/** Income and expenses without split or refund, put into a store as they are, as fast as it takes them. */
final class PlainEntries {

    private PlainEntries() {}

    static Entry income(EntryDetails details) {
        return income(0, details);
    }

    static Entry expense(EntryDetails details, CategoryPath category) {
        return expense(0, details, category);
    }

    /** Adds entries, each under a number of its own. */
    static void add(LedgerStore store, List<Entry> entries) {
        int added = store.write(LedgerId.FIRST, writer -> {
            writer.add(entries.stream().map(entry -> numbered(writer, entry)).toList());
            return entries.size();
        });
        if (added != entries.size()) {
            throw new IllegalStateException("entries are missing");
        }
    }

    private static Entry numbered(LedgerWriter writer, Entry entry) {
        return entry instanceof Expense expense
                ? expense(writer.nextId(), expense.details(), expense.category())
                : income(writer.nextId(), entry.details());
    }

    private static Entry income(long id, EntryDetails details) {
        return new Income(id, 1, details, Optional.empty());
    }

    private static Entry expense(long id, EntryDetails details, CategoryPath category) {
        return new Expense(id, 1, details, category, Provenance.MANUAL, List.of(), Optional.empty(), Optional.empty());
    }
}
