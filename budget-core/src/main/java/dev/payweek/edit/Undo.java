package dev.payweek.edit;

import dev.payweek.category.CategoryPath;
import dev.payweek.refusal.LedgerException;
import dev.payweek.statement.ImportBatch;
import dev.payweek.store.Change;
import dev.payweek.store.Edit;
import dev.payweek.store.Kinds;
import dev.payweek.store.LedgerWriter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

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
                .thenComparing(done -> bringsCategoryBack(done) ? done.key() : ""));
        change.edits().stream()
                .filter(Undo::isRemoval)
                .map(done -> Long.valueOf(done.key()))
                .distinct()
                .forEach(moves::requireComesBack);
        backwards.forEach(this::undo);
        if (log.isEmpty()) {
            throw LedgerException.conflict("What change " + change.version() + " added has come to be used since.");
        }
        new Refunds(writer).requireFitting(log.edits());
        log.describe("undo " + change.version() + ": " + change.what());
    }

    private static boolean isRemoval(Edit<?> done) {
        return done.kind().equals(Kinds.IMPORT)
                && done.after()
                        .map(Kinds.IMPORT::cast)
                        .filter(batch -> batch.state() != ImportBatch.State.REVERTING)
                        .isEmpty();
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
