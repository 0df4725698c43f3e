package dev.payweek.edit;

import dev.payweek.category.CategoryPath;
import dev.payweek.refusal.LedgerException;
import dev.payweek.statement.ImportBatch;
import dev.payweek.statement.ImportKey;
import dev.payweek.store.Change;
import dev.payweek.store.Edit;
import dev.payweek.store.ImportKeys;
import dev.payweek.store.Kinds;
import dev.payweek.store.LedgerWriter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
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
    private final RestoreCheck fit;

    /** Prepares to undo changes of a ledger. */
    public Undo(LedgerSession edit) {
        this.writer = edit.writer();
        this.log = edit.log();
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
                .filter(done -> done.kind().equals(Kinds.ROW_MEMORY))
                .flatMap(done -> done.before().map(Kinds.ROW_MEMORY::cast).stream())
                .forEach(this::requireUnknown);
        Set<Long> brought = broughtImports(change);
        backwards.stream().filter(done -> !isPartOf(brought, done)).forEach(this::undo);
        if (log.isEmpty()) {
            throw LedgerException.conflict("What change " + change.version() + " added has come to be used since.");
        }
        new Refunds(writer).requireFitting(log.edits());
        log.describe("undo " + change.version() + ": " + change.what());
    }

    private static boolean bringsCategoryBack(Edit<?> done) {
        return done.kind().equals(Kinds.CATEGORY) && done.before().isPresent();
    }

    private <T> void undo(Edit<T> done) {
        if (done.kind().equals(Kinds.IMPORT)) {
            undoImport(done);
        } else if (done.kind().equals(Kinds.ROW_MEMORY)) {
            done.before().map(Kinds.ROW_MEMORY::cast).ifPresent(log::restore);
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

    private void undoImport(Edit<?> done) {
        if (done.before().isPresent() && done.after().isPresent()) {
            throw LedgerException.conflict(
                    "This is a part of the import " + done.key() + ", which is reverted only as a whole.");
        }
        if (done.before().isPresent()) {
            restore(Kinds.IMPORT.cast(done.before().get()));
            return;
        }
        log.removeImport(writer.findImport(Long.parseLong(done.key()))
                .orElseThrow(
                        () -> LedgerException.conflict("The import " + done.key() + " has been removed already.")));
    }

    private void restore(ImportBatch batch) {
        if (batch.state() != ImportBatch.State.COMPLETE) {
            throw LedgerException.conflict("An import removed in parts comes back by importing the file again.");
        }
        if (writer.findImport(batch.id()).isPresent()) {
            throw LedgerException.conflict("The import " + batch.id() + " has come back already.");
        }
        log.restore(batch);
    }

    private void requireUnknown(ImportKeys memory) {
        Map<String, List<ImportKey>> byAccount =
                memory.rows().stream().collect(Collectors.groupingBy(ImportKey::account));
        byAccount.forEach((account, rows) -> {
            Set<String> known = writer
                    .importKeys(account, rows.stream().map(ImportKey::key).toList())
                    .stream()
                    .map(Undo::place)
                    .collect(Collectors.toSet());
            if (rows.stream().map(Undo::place).anyMatch(known::contains)) {
                throw LedgerException.conflict("Rows of the import " + memory.batch()
                        + " have been imported again; remove that import first.");
            }
        });
    }

    private static String place(ImportKey key) {
        return key.key() + " " + key.occurrence();
    }

    /** Returns the imports that the change brought into the ledger: by importing, or by undoing a removal. */
    private static Set<Long> broughtImports(Change change) {
        return change.edits().stream()
                .filter(done ->
                        done.kind().equals(Kinds.IMPORT) && done.before().isEmpty())
                .map(done -> Long.parseLong(done.key()))
                .collect(Collectors.toSet());
    }

    /** Entries, memory and balances of an import go with it, whatever they have become since. */
    private static boolean isPartOf(Set<Long> imports, Edit<?> done) {
        if (done.kind().equals(Kinds.ROW_MEMORY) || done.kind().equals(Kinds.BALANCES)) {
            return imports.contains(Long.parseLong(done.key()));
        }
        return done.kind().equals(Kinds.ENTRY)
                && done.before().isEmpty()
                && done.after()
                        .flatMap(entry -> Kinds.ENTRY.cast(entry).importBatch())
                        .filter(imports::contains)
                        .isPresent();
    }
}
