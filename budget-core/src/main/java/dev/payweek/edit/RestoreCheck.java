package dev.payweek.edit;

import dev.payweek.ledger.Entry;
import dev.payweek.ledger.LedgerSettings;
import dev.payweek.money.Money;
import dev.payweek.refusal.LedgerException;
import dev.payweek.rule.CategoryRule;
import dev.payweek.statement.ImportBatch;
import dev.payweek.statement.ImportKey;
import dev.payweek.store.Kind;
import dev.payweek.store.Kinds;
import dev.payweek.store.LedgerReader;
import java.util.List;

/**
 * Makes sure that a thing can come back to a ledger that has changed since it was there. Every kind must fit the
 * ledger's currency and finds its categories again; what else holds for one kind alone stands here by its type.
 */
final class RestoreCheck {

    private final LedgerSession edit;
    private final LedgerReader ledger;

    RestoreCheck(LedgerSession edit) {
        this.edit = edit;
        this.ledger = edit.writer();
    }

    /** Refuses with CONFLICT what no longer fits. */
    <T> void require(Kind<T> kind, T thing) {
        if (thing instanceof Entry entry) {
            requireImport(entry);
        } else if (thing instanceof CategoryRule rule) {
            requirePriority(rule);
        } else if (thing instanceof LedgerSettings settings) {
            edit.requireCurrencyOf(settings);
        }
        kind.amounts(thing).forEach(this::requireCurrency);
        kind.categories(thing).forEach(path -> edit.require(path, true));
    }

    private void requireImport(Entry entry) {
        if (entry.importBatch().isEmpty()) {
            requireRow(entry);
        }
        entry.importBatch().filter(batch -> isGone(batch)).ifPresent(batch -> {
            throw LedgerException.conflict("The import that brought the entry " + entry.id() + " has been removed.");
        });
    }

    private boolean isGone(long batch) {
        return ledger.findImport(batch)
                .filter(found -> found.state() != ImportBatch.State.REVERTING)
                .isEmpty();
    }

    /** An entry made by hand comes back with the rows it carries, unless they have come by other ways meanwhile. */
    private void requireRow(Entry entry) {
        List<ImportKey> carried =
                ledger.findEntry(entry.id()).isPresent() ? List.of() : ledger.importKeysOf(entry.id());
        RowPlace.others(ledger, carried, entry.id()).values().stream()
                .findFirst()
                .ifPresent(other -> {
                    throw LedgerException.conflict("What the entry " + entry.id()
                            + " was merged with has been imported again as entry " + other.entryId() + ".");
                });
    }

    private void requirePriority(CategoryRule rule) {
        ledger.all(Kinds.RULE).stream()
                .filter(other -> other.id() != rule.id() && other.priority() == rule.priority())
                .findFirst()
                .ifPresent(other -> {
                    throw LedgerException.conflict("The rule \"" + other.name()
                            + "\" has taken the priority of the rule \"" + rule.name() + "\".");
                });
    }

    private void requireCurrency(Money amount) {
        if (!amount.currency().equals(edit.settings().currency())) {
            throw LedgerException.conflict("The ledger is no longer in " + amount.currency() + ".");
        }
    }
}
