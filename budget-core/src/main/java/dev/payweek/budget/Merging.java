package dev.payweek.budget;

import dev.payweek.ledger.Entry;
import dev.payweek.ledger.Expense;
import dev.payweek.ledger.Facts;
import dev.payweek.ledger.Income;
import dev.payweek.ledger.Transfer;
import java.util.Optional;

/** Makes one entry of what a person and a bank say of the same movement. */
final class Merging {

    private Merging() {}

    /** The person's entry with what only the bank knows: its own words, and the account unless the person named one. */
    static Entry merged(Entry person, Entry bank) {
        Facts said = person.facts();
        Facts told = bank.facts();
        Facts both = new Facts(
                said.date(),
                said.amount(),
                said.title(),
                Optional.of(told.originalText()),
                said.account().or(told::account),
                said.note().or(told::note),
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
                    expense.refundOf(),
                    Optional.empty());
        }
        if (person instanceof Income income) {
            return new Income(income.id(), version, both, income.paycheck(), income.opensPeriod(), Optional.empty());
        }
        return new Transfer(person.id(), version, both, ((Transfer) person).toAccount(), Optional.empty());
    }
}
