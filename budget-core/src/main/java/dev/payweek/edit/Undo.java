package dev.payweek.edit;

import dev.payweek.category.CategoryPath;
import dev.payweek.ledger.Entry;
import dev.payweek.refusal.LedgerException;
import dev.payweek.statement.ImportBatch;
import dev.payweek.store.Change;
import dev.payweek.store.Edit;
import dev.payweek.store.Kinds;
import dev.payweek.store.LedgerWriter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Undoes one change, edit by edit from the last to the first. What comes back must fit what the ledger has become:
 * its currency, its imports, the order of its rules. A category that something else has come to use stays. For one
 * thread, with its session: {@code new Undo(session).undo(12)}.
 */
public final class Undo {

    private final LedgerWriter writer;
    private final ChangeLog log;
    private final ImportMoves moves;
    private final RestoreCheck fit;

    /** Prepares to undo changes of a ledger. */
    public Undo(LedgerSession edit) {
        this.writer = edit.writer();
        this.log = edit.log();
        this.moves = new ImportMoves(edit);
        this.fit = new RestoreCheck(edit);
    }

    /** Undoes the change that made a version; refuses with NOT_FOUND, and with CONFLICT what no longer fits. */
    public void undo(long version) {
        undo(writer.changesAfter(version - 1, 1).stream()
                .filter(found -> found.version() == version)
                .findFirst()
                .orElseThrow(() -> LedgerException.notFound("There is no change " + version + ".")));
    }

    private void undo(Change change) {
        List<Edit<?>> backwards = new ArrayList<>(change.edits());
        Collections.reverse(backwards);
        // What is named comes back before what names it, which otherwise would make it once more.
        backwards.sort(Comparator.<Edit<?>, Boolean>comparing(done -> !bringsCategoryBack(done))
                .thenComparing(done -> bringsCategoryBack(done) ? done.key() : "")
                .thenComparing(done -> !done.kind().equals(Kinds.MERGED_TWIN)));
        imports(change, true).forEach(moves::requireComesBack);
        backwards.removeIf(new WithImport(change, imports(change, true), imports(change, false))::isDone);
        backwards.forEach(this::undo);
        if (log.isEmpty()) {
            throw LedgerException.conflict("What change " + change.version() + " added has come to be used since.");
        }
        new Refunds(writer).requireFitting(log.edits());
        log.describe("undo " + change.version() + ": " + change.what());
    }

    private static Set<Long> imports(Change change, boolean removed) {
        return change.edits().stream()
                .filter(done -> done.kind().equals(Kinds.IMPORT) && isRemoval(done) == removed)
                .map(done -> Long.valueOf(done.key()))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static boolean isRemoval(Edit<?> done) {
        return done.kind().equals(Kinds.IMPORT)
                && done.after()
                        .map(Kinds.IMPORT::cast)
                        .filter(batch -> batch.state() != ImportBatch.State.REVERTING)
                        .isEmpty();
    }

    /**
     * What a change did to the entries of imports that come or go as it is undone. An import goes with them as they are
     * and comes back with them; only what was merged is an entry again before it goes, and comes back merged.
     */
    private record WithImport(Set<String> merged, Set<Long> coming, Set<Long> going) {

        WithImport(Change change, Set<Long> coming, Set<Long> going) {
            this(
                    change.edits().stream()
                            .filter(done -> done.kind().equals(Kinds.MERGED_TWIN))
                            .map(Edit::key)
                            .collect(Collectors.toSet()),
                    coming,
                    going);
        }

        /** Returns whether nothing is left to be done to an entry, since the import comes or goes. */
        boolean isDone(Edit<?> done) {
            if (!done.kind().equals(Kinds.ENTRY)) {
                return false;
            }
            boolean isMerged = merged.contains(done.key());
            if (isMerged && done.before().isEmpty()) {
                return isOf(coming, done.after());
            }
            boolean isMergedAway = isMerged && done.after().isEmpty();
            return isOf(going, done.before()) && !isMergedAway;
        }

        private static boolean isOf(Set<Long> imports, Optional<?> entry) {
            return entry.map(Kinds.ENTRY::cast)
                    .flatMap(Entry::importBatch)
                    .filter(imports::contains)
                    .isPresent();
        }
    }

    private static boolean bringsCategoryBack(Edit<?> done) {
        return done.kind().equals(Kinds.CATEGORY) && done.before().isPresent();
    }

    private <T> void undo(Edit<T> done) {
        if (done.kind().equals(Kinds.IMPORT)) {
            undoImport(Long.parseLong(done.key()), isRemoval(done));
        } else if (!isCategoryInUse(done) && !isAccountInUse(done)) {
            done.before().ifPresent(thing -> fit.require(done.kind(), thing));
            log.putBack(done);
        }
    }

    private boolean isCategoryInUse(Edit<?> done) {
        return done.kind().equals(Kinds.CATEGORY)
                && done.before().isEmpty()
                && References.category(writer, CategoryPath.of(done.key()));
    }

    private boolean isAccountInUse(Edit<?> done) {
        return done.kind().equals(Kinds.ACCOUNT) && done.before().isEmpty() && References.account(writer, done.key());
    }

    /** Whichever part of its coming or going is undone, an import goes or comes back as a whole. */
    private void undoImport(long id, boolean isRemoval) {
        if (isRemoval) {
            moves.bringBack(id);
            return;
        }
        ImportBatch batch = writer.findImport(id)
                .filter(found -> found.state() != ImportBatch.State.REVERTING)
                .orElseThrow(() -> LedgerException.conflict("The import " + id + " has been removed already."));
        moves.remove(batch);
    }
}
