package dev.payweek.edit;

import dev.payweek.category.CategoryPath;
import dev.payweek.ledger.Entry;
import dev.payweek.ledger.Expense;
import dev.payweek.refusal.LedgerException;
import dev.payweek.refusal.Reason;
import dev.payweek.statement.ImportBatch;
import dev.payweek.statement.ImportBatch.State;
import dev.payweek.statement.ImportKey;
import dev.payweek.store.Kinds;
import dev.payweek.store.LedgerWriter;
import dev.payweek.store.RemovedRows;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Takes imports out of the ledger and brings them back. An import of many rows goes and comes a piece at a time, each
 * in a transaction and a change of its own: {@code new ImportMoves(session).goOn(17)} in as many sessions.
 *
 * <p>What goes is kept aside, in parts, unless the import had not come as a whole. For one thread, with its session.
 */
public final class ImportMoves {

    private final LedgerSession edit;
    private final LedgerWriter writer;
    private final int most;
    private final Instant now;

    /** Prepares to move imports of a ledger. */
    public ImportMoves(LedgerSession edit) {
        this.edit = edit;
        this.writer = edit.writer();
        this.most = edit.rowsAtOnce();
        this.now = edit.now();
    }

    /** Removes an import as far as one transaction goes; {@link #goOn} does the rest. */
    public void remove(ImportBatch batch) {
        boolean isKept = batch.state() == State.COMPLETE || writer.removedParts(batch.id()) > 0;
        ImportRemoval.Gone gone = new ImportRemoval(writer, batch.id()).some(most);
        if (isKept) {
            keep(batch, gone);
        }
        if (gone.more()) {
            ImportBatch reverting = batch.withState(State.REVERTING, now);
            writer.put(reverting);
            edit.log()
                    .moved(
                            Optional.of(batch),
                            Optional.of(reverting),
                            "remove a part of the import of " + batch.file() + staying(gone));
        } else {
            writer.removeImport(batch.id());
            writer.remove(Kinds.BALANCES, Kinds.IMPORT.key(batch));
            edit.log().moved(Optional.of(batch), Optional.empty(), "remove import of " + batch.file() + staying(gone));
        }
    }

    private static String staying(ImportRemoval.Gone gone) {
        return switch (gone.staying()) {
            case 0 -> "";
            case 1 -> "; an entry made by hand stays for a row of it";
            default -> "; " + gone.staying() + " entries made by hand stay for rows of it";
        };
    }

    private void keep(ImportBatch batch, ImportRemoval.Gone gone) {
        int next = writer.removedParts(batch.id());
        RemovedParts parts = new RemovedParts(writer, batch.id(), next);
        if (next == 0) {
            parts.put(batch, writer.find(Kinds.BALANCES, Kinds.IMPORT.key(batch)));
            writer.remove(Kinds.BALANCES, Kinds.IMPORT.key(batch));
        }
        parts.put(gone.entries(), gone.rows());
    }

    /**
     * Brings back an import that was removed, or is being removed, as far as one transaction goes; {@link #goOn} does
     * the rest. For what {@link #requireComesBack} lets pass.
     */
    void bringBack(long id) {
        bringSomeBack(id, writer.findImport(id));
    }

    /** Refuses with CONFLICT if an import is there, or its rows are, by another import. */
    void requireComesBack(long id) {
        Optional<ImportBatch> there = writer.findImport(id);
        there.map(ImportBatch::state).filter(state -> state != State.REVERTING).ifPresent(state -> {
            throw LedgerException.conflict(
                    "The import " + id + " has come back already" + (state == State.RETURNING ? " in part." : "."));
        });
        if (writer.removedParts(id) == 0) {
            throw LedgerException.conflict("The import " + id
                    + " had not come as a whole when it was removed; it comes back by importing the file again.");
        }
        requireNotImportedAgain(whole(id));
    }

    /** Goes on with an import that is on its way out or back, and returns whether it still is after that. */
    public boolean goOn(long id) {
        Optional<ImportBatch> there = writer.findImport(id);
        there.filter(batch -> batch.state() == State.REVERTING).ifPresent(this::remove);
        there.filter(batch -> batch.state() == State.RETURNING).ifPresent(batch -> bringSomeBack(id, there));
        return edit.log().moving().contains(id);
    }

    private ImportBatch whole(long id) {
        return part(id, 0).whole().orElseThrow(() -> missing(id));
    }

    private RemovedRows part(long id, int part) {
        return writer.findRemoved(id, part).orElseThrow(() -> missing(id));
    }

    private static LedgerException missing(long id) {
        return new LedgerException(
                Reason.STORE_UNUSABLE, "What was kept of the removed import " + id + " is not all there.", List.of());
    }

    private void bringSomeBack(long id, Optional<ImportBatch> there) {
        ImportBatch whole = whole(id);
        int left = writer.removedParts(id);
        Map<Long, Long> merged = ImportRemoval.mergedInto(writer);
        int rows = 0;
        while (left > 0) {
            RemovedRows part = part(id, left - 1);
            if (rows > 0 && rows + part.size() > most) {
                break;
            }
            bringBack(part, merged);
            rows += part.size();
            left--;
        }
        ImportBatch after = left > 0 ? whole.withState(State.RETURNING, now) : whole;
        writer.put(after);
        String what = left > 0 ? "bring back a part of the import of " : "bring back the import of ";
        // Before the first piece there is none; recorded as returning, it is not taken for one that arrives.
        ImportBatch before = there.orElseGet(() -> whole.withState(State.RETURNING, now));
        edit.log().moved(Optional.of(before), Optional.of(after), what + whole.file());
    }

    private void bringBack(RemovedRows part, Map<Long, Long> merged) {
        // Whoever imports the file again meanwhile has these rows already.
        Map<RowPlace, ImportKey> others = others(part, merged);
        Set<Long> there = new HashSet<>();
        List<ImportKey> memory = new ArrayList<>();
        List<ImportKey> carried = new ArrayList<>();
        for (ImportKey row : part.memory()) {
            long entry = others.getOrDefault(RowPlace.of(row), row).entryId();
            if (entry != row.entryId()) {
                there.add(row.entryId());
            } else if (merged.containsKey(entry)) {
                carried.add(row.carriedBy(merged.getOrDefault(entry, 0L)));
            }
            memory.add(new ImportKey(row.account(), row.key(), row.occurrence(), entry, row.batch()));
        }
        List<Entry> entries = part.entries().stream()
                .filter(entry -> !there.contains(entry.id()) && !merged.containsKey(entry.id()))
                .toList();
        requireWhatIsNamed(entries);
        writer.add(entries);
        entries.forEach(this::fitRefund);
        writer.putImportKeys(memory);
        writer.removeImportKeys(carried);
        part.balances().ifPresent(stated -> writer.put(Kinds.BALANCES, stated));
        writer.remove(part);
    }

    private void requireWhatIsNamed(List<Entry> entries) {
        Set<CategoryPath> paths = new HashSet<>();
        Set<String> accounts = new HashSet<>();
        for (Entry entry : entries) {
            if (!entry.amount().currency().equals(edit.settings().currency())) {
                throw LedgerException.conflict(
                        "The ledger is no longer in " + entry.amount().currency() + ".");
            }
            paths.addAll(Kinds.ENTRY.categories(entry));
            accounts.addAll(entry.accounts());
        }
        paths.stream().sorted().forEach(path -> edit.require(path, true));
        accounts.stream().sorted().forEach(edit::requireAccount);
    }

    /** A refund that would give back more than was paid by now comes back as a credit. */
    private void fitRefund(Entry entry) {
        if (entry instanceof Expense expense && expense.refundOf().isPresent()) {
            try {
                new Refunds(writer).require(expense);
            } catch (LedgerException tooMuch) {
                writer.put(expense.refundingNothing());
            }
        }
    }

    private void requireNotImportedAgain(ImportBatch whole) {
        Map<Long, Long> merged = ImportRemoval.mergedInto(writer);
        if (merged.isEmpty()
                && writer.imports().stream()
                        .noneMatch(other -> other.id() != whole.id() && isOfSameDays(whole, other))) {
            return;
        }
        for (int part = 0; part < writer.removedParts(whole.id()); part++) {
            others(part(whole.id(), part), merged).values().stream().findFirst().ifPresent(other -> {
                throw LedgerException.conflict("Rows of the import " + whole.id() + " have been imported again; "
                        + (other.isCarried()
                                ? "delete first the entry " + other.entryId() + ", which stands for one of them."
                                : "remove that import first."));
            });
        }
    }

    private static boolean isOfSameDays(ImportBatch one, ImportBatch other) {
        return one.firstDate().isEmpty()
                || other.firstDate().isEmpty()
                || !(one.lastDate().orElseThrow().isBefore(other.firstDate().get())
                        || other.lastDate()
                                .orElseThrow()
                                .isBefore(one.firstDate().get()));
    }

    /** Returns what others remember in place of the part's own entries, or of what those were merged into. */
    private Map<RowPlace, ImportKey> others(RemovedRows part, Map<Long, Long> merged) {
        Map<RowPlace, ImportKey> others = RowPlace.others(writer, part.memory(), part.batch());
        for (ImportKey row : others.isEmpty() ? List.<ImportKey>of() : part.memory()) {
            long standing = merged.getOrDefault(row.entryId(), row.entryId());
            Optional.ofNullable(others.get(RowPlace.of(row)))
                    .filter(other -> other.entryId() == (other.isCarried() ? standing : row.entryId()))
                    .ifPresent(same -> others.remove(RowPlace.of(same)));
        }
        return others;
    }
}
