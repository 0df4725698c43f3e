package dev.payweek.edit;

import dev.payweek.category.CategoryPath;
import dev.payweek.ledger.Entry;
import dev.payweek.ledger.Expense;
import dev.payweek.money.Money;
import dev.payweek.plan.SoftLimit;
import dev.payweek.refusal.LedgerException;
import dev.payweek.rule.CategoryRule;
import dev.payweek.store.Change;
import dev.payweek.store.ChangeCodec;
import dev.payweek.store.Edit;
import dev.payweek.store.Kind;
import dev.payweek.store.LedgerWriter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/**
 * Undoes one change, edit by edit from the last to the first. What comes back must fit what the ledger has become:
 * its currency, its imports, the order of its rules. A category that something else has come to use stays. For one
 * thread, with its session: {@code new Undo(session).undo(change)}.
 */
public final class Undo {

    private final LedgerSession edit;
    private final LedgerWriter writer;
    private final ChangeLog log;

    /** Prepares to undo changes of a ledger. */
    public Undo(LedgerSession edit) {
        this.edit = edit;
        this.writer = edit.writer();
        this.log = edit.log();
    }

    /** Undoes one change; refuses with CONFLICT what no longer fits. */
    public void undo(Change change) {
        List<Edit> backwards = new ArrayList<>(change.edits());
        Collections.reverse(backwards);
        // What is named comes back before what names it, which else would make it anew.
        backwards.sort(Comparator.comparing(done -> !bringsCategoryBack(done)));
        backwards.forEach(this::undo);
        if (log.isEmpty()) {
            throw LedgerException.conflict("What change " + change.version() + " added has come to be used since.");
        }
        log.describe("undo " + change.version() + ": " + change.what());
    }

    private static boolean bringsCategoryBack(Edit done) {
        return done.subject() == Kind.CATEGORY && done.before().isPresent();
    }

    private void undo(Edit done) {
        if (done.subject() == Kind.IMPORT) {
            undoImport(done);
        } else if (!isCategoryInUse(done) && !isAccountInUse(done)) {
            done.before().ifPresent(text -> requireFitting(done.subject(), text));
            log.putBack(done);
        }
    }

    private boolean isCategoryInUse(Edit done) {
        return done.subject() == Kind.CATEGORY
                && done.before().isEmpty()
                && References.category(writer, CategoryPath.of(done.key()));
    }

    private boolean isAccountInUse(Edit done) {
        return done.subject() == Kind.ACCOUNT && done.before().isEmpty() && References.account(writer, done.key());
    }

    private void undoImport(Edit done) {
        if (done.before().isPresent() && done.after().isPresent()) {
            throw LedgerException.conflict(
                    "This is a part of the import " + done.key() + ", which is taken back only as a whole.");
        }
        if (done.before().isPresent()) {
            throw LedgerException.conflict("A removed import comes back by importing the file again.");
        }
        log.removeImport(writer.findImport(Long.parseLong(done.key()))
                .orElseThrow(
                        () -> LedgerException.conflict("The import " + done.key() + " has been removed already.")));
    }

    private void requireFitting(Kind subject, String text) {
        switch (subject) {
            case ENTRY -> requireFitting(ChangeCodec.entry(text));
            case RULE -> requireFitting(ChangeCodec.rule(text));
            case LIMIT -> {
                SoftLimit limit = ChangeCodec.limit(text);
                requireCurrency(limit.amount());
                edit.require(limit.category(), true);
            }
            case RESERVED -> requireCurrency(ChangeCodec.reserved(text).amount());
            case SETTINGS -> edit.requireChangeable(ChangeCodec.settings(text));
            case CATEGORY, ACCOUNT, IMPORT -> {
                // Categories and accounts fit everywhere, and an import does not come back.
            }
        }
    }

    private void requireFitting(Entry entry) {
        requireCurrency(entry.amount());
        entry.importBatch().filter(batch -> writer.findImport(batch).isEmpty()).ifPresent(batch -> {
            throw LedgerException.conflict("The import that brought the entry " + entry.id() + " has been removed.");
        });
        if (entry instanceof Expense expense) {
            edit.require(expense.category(), true);
            expense.splits().forEach(split -> edit.require(split.category(), true));
        }
    }

    private void requireFitting(CategoryRule rule) {
        writer.rules().stream()
                .filter(other -> other.id() != rule.id() && other.priority() == rule.priority())
                .findFirst()
                .ifPresent(other -> {
                    throw LedgerException.conflict("The rule \"" + other.name()
                            + "\" has taken the priority of the rule \"" + rule.name() + "\".");
                });
        rule.then().categories().forEach(path -> edit.require(path, true));
    }

    private void requireCurrency(Money amount) {
        if (!amount.currency().equals(edit.settings().currency())) {
            throw LedgerException.conflict("The ledger is no longer in " + amount.currency() + ".");
        }
    }
}
