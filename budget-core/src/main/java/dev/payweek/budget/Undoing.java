package dev.payweek.budget;

import dev.payweek.category.CategoryPath;
import dev.payweek.change.Change;
import dev.payweek.change.Edit;
import dev.payweek.change.Recorded;
import dev.payweek.change.Subject;
import dev.payweek.ledger.Entry;
import dev.payweek.ledger.Expense;
import dev.payweek.ledger.LedgerSettings;
import dev.payweek.money.Money;
import dev.payweek.plan.SoftLimit;
import dev.payweek.refusal.Refusal;
import dev.payweek.rule.CategoryRule;
import dev.payweek.store.LedgerWriter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/**
 * Takes back one change, edit by edit from the last to the first. What comes back must fit what the ledger has become:
 * its currency, its imports, the order of its rules. A category that something else has come to use stays.
 */
final class Undoing {

    private final BudgetEdit edit;
    private final LedgerWriter writer;
    private final ChangeLog log;

    Undoing(BudgetEdit edit, LedgerWriter writer, ChangeLog log) {
        this.edit = edit;
        this.writer = writer;
        this.log = log;
    }

    void undo(Change change) {
        List<Edit> backwards = new ArrayList<>(change.edits());
        Collections.reverse(backwards);
        // What is named comes back before what names it, which else would make it anew.
        backwards.sort(Comparator.comparing(done -> !bringsCategoryBack(done)));
        backwards.forEach(this::undo);
        if (log.isEmpty()) {
            throw Refusal.conflict("What change " + change.version() + " added has come to be used since.");
        }
        log.describe("undo " + change.version() + ": " + change.what());
    }

    private static boolean bringsCategoryBack(Edit done) {
        return done.subject() == Subject.CATEGORY && done.before().isPresent();
    }

    private void undo(Edit done) {
        if (done.subject() == Subject.IMPORT) {
            undoImport(done);
        } else if (!isCategoryInUse(done) && !isAccountInUse(done)) {
            done.before().ifPresent(text -> requireFitting(done.subject(), text));
            log.putBack(done);
        }
    }

    private boolean isCategoryInUse(Edit done) {
        return done.subject() == Subject.CATEGORY
                && done.before().isEmpty()
                && InUse.category(writer, CategoryPath.of(done.key()));
    }

    private boolean isAccountInUse(Edit done) {
        return done.subject() == Subject.ACCOUNT && done.before().isEmpty() && InUse.account(writer, done.key());
    }

    private void undoImport(Edit done) {
        if (done.before().isPresent() && done.after().isPresent()) {
            throw Refusal.conflict(
                    "This is a part of the import " + done.key() + ", which is taken back only as a whole.");
        }
        if (done.before().isPresent()) {
            throw Refusal.conflict("A removed import comes back by importing the file again.");
        }
        log.removeImport(writer.findImport(Long.parseLong(done.key()))
                .orElseThrow(() -> Refusal.conflict("The import " + done.key() + " has been removed already.")));
    }

    private void requireFitting(Subject subject, String text) {
        switch (subject) {
            case ENTRY -> requireFitting(Recorded.entry(text));
            case RULE -> requireFitting(Recorded.rule(text));
            case LIMIT -> {
                SoftLimit limit = Recorded.limit(text);
                requireCurrency(limit.amount());
                edit.require(limit.category(), true);
            }
            case RESERVED -> requireCurrency(Recorded.reserved(text).amount());
            case SETTINGS -> requireFitting(Recorded.settings(text));
            case CATEGORY, ACCOUNT, IMPORT -> {
                // Categories and accounts fit everywhere, and an import does not come back.
            }
        }
    }

    private void requireFitting(Entry entry) {
        requireCurrency(entry.amount());
        entry.importBatch().filter(batch -> writer.findImport(batch).isEmpty()).ifPresent(batch -> {
            throw Refusal.conflict("The import that brought the entry " + entry.id() + " has been removed.");
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
                    throw Refusal.conflict("The rule \"" + other.name() + "\" has taken the priority of the rule \""
                            + rule.name() + "\".");
                });
        rule.then().categories().forEach(path -> edit.require(path, true));
    }

    private void requireFitting(LedgerSettings settings) {
        if (!settings.currency().equals(edit.settings().currency()) && !edit.holdsNoAmounts()) {
            throw Refusal.conflict("The currency cannot change once the ledger holds amounts.");
        }
    }

    private void requireCurrency(Money amount) {
        if (!amount.currency().equals(edit.settings().currency())) {
            throw Refusal.conflict("The ledger is no longer in " + amount.currency() + ".");
        }
    }
}
