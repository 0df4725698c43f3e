package dev.payweek.edit;

import dev.payweek.ledger.Entry;
import dev.payweek.ledger.EntryDetails;
import dev.payweek.ledger.Expense;
import dev.payweek.ledger.Income;
import dev.payweek.ledger.Transfer;
import dev.payweek.refusal.Validation;
import dev.payweek.statement.MergedTwin;
import dev.payweek.store.Kinds;
import dev.payweek.store.LedgerWriter;
import java.util.List;
import java.util.Optional;

/**
 * Makes one entry of what a person and a bank say of the same movement: {@code new
 * EntryMerge(session).merge(902, 901)}. For one thread, with its session.
 */
public final class EntryMerge {

    private final LedgerSession ledger;

    /** Creates the merger of a ledger's entries. */
    public EntryMerge(LedgerSession ledger) {
        this.ledger = ledger;
    }

    /** Returns the entry made by hand, with what only the bank knows. */
    public Entry merge(long imported, long handMade) {
        Entry bank = ledger.getEntry(imported);
        Entry person = ledger.getEntry(handMade);
        var checks = new Validation();
        checks.that(
                bank.importBatch().isPresent(),
                "entry",
                "not_imported",
                "The " + LedgerSession.named(bank) + " was made by hand.");
        checks.that(
                person.importBatch().isEmpty(),
                "into",
                "not_hand_made",
                "The " + LedgerSession.named(person) + " was imported.");
        checks.that(
                person.kind() == bank.kind(),
                "into",
                "other_kind",
                "The " + LedgerSession.named(person) + " and the " + LedgerSession.named(bank)
                        + " are not of one kind.");
        checks.that(
                person.amount().equals(bank.amount()),
                "into",
                "other_amount",
                "The " + LedgerSession.named(person) + " is of " + person.amount() + ", not of " + bank.amount() + ".");
        checks.refuseIfAny();
        Entry merged = merged(person, bank);
        String what = "merge " + LedgerSession.named(bank) + " into " + LedgerSession.named(person);
        ledger.log().remove(Kinds.ENTRY, bank, what);
        ledger.log().replace(Kinds.ENTRY, person, merged, what);
        MergedTwin twin = new MergedTwin(imported, handMade, bank.importBatch().orElseThrow());
        ledger.log().put(Kinds.MERGED_TWIN, twin, what);
        follow(imported, handMade, what);
        if (merged instanceof Expense expense) {
            new Refunds(ledger.writer()).require(expense);
        }
        ledger.log().describe(what);
        return merged;
    }

    /** What was decided of the imported entry, and what refunds it, is about the one that stays from now on. */
    private void follow(long imported, long handMade, String what) {
        LedgerWriter writer = ledger.writer();
        for (Expense refund : writer.refundsOf(List.of(imported))) {
            Expense following = refund.refunding(handMade).withVersion(refund.version() + 1);
            ledger.log().replace(Kinds.ENTRY, refund, following, what);
        }
        new PlanEdits(ledger).follow(imported, handMade, what);
    }

    /** The person's entry with what only the bank knows: its own words, and the account unless the person named one. */
    private static Entry merged(Entry person, Entry bank) {
        EntryDetails said = person.details();
        EntryDetails printed = bank.details();
        EntryDetails both = new EntryDetails(
                said.date(),
                said.amount(),
                said.title(),
                Optional.of(printed.originalText()),
                said.account().or(printed::account),
                said.note().or(printed::note),
                said.tags());
        int version = person.version() + 1;
        if (person instanceof Expense expense) {
            return new Expense(
                    expense.id(),
                    version,
                    both,
                    expense.category(),
                    expense.provenance(),
                    expense.splits(),
                    expense.refundOf().or(((Expense) bank)::refundOf),
                    Optional.empty());
        }
        if (person instanceof Income income) {
            return new Income(income.id(), version, both, Optional.empty());
        }
        return new Transfer(person.id(), version, both, ((Transfer) person).toAccount(), Optional.empty());
    }
}
