package dev.payweek.ledger;

import dev.payweek.money.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * One line of a ledger: an {@link Expense}, an {@link Income} or a {@link Transfer}.
 *
 * <p>Immutable; a change makes a new one with the same id and the next version.
 *
 * <pre>{@code
 * Entry coffee = budget.spend(Money.of("4.50", "USD"), "Corner Coffee", LocalDate.of(2026, 11, 21));
 * coffee.kind();       // EXPENSE
 * coffee.version();    // 1
 * }</pre>
 *
 * <p>All of them are immutable and safe for use by any number of threads.
 */
public sealed interface Entry permits Expense, Income, Transfer {

    /** Returns the number that names the entry within its ledger, from 1. */
    long id();

    /** Returns how often the entry has been written, from 1. */
    int version();

    /** Returns the same entry as another import brought it. */
    Entry withImport(long other);

    /** Returns when, how much and in which words. */
    EntryDetails details();

    /** Returns the import that brought the entry; nothing when a person entered it. */
    Optional<Long> importBatch();

    /** Returns what kind of movement it is. */
    EntryKind kind();

    /** Returns the same entry with another version number. */
    Entry withVersion(int other);

    /** Returns the day of the movement. */
    default LocalDate date() {
        return details().date();
    }

    /** Returns the accounts it moves money on, each once: none when none is named, and both of a transfer. */
    default List<String> accounts() {
        return details().account().stream().toList();
    }

    /**
     * Returns what it adds to an account: money out is negative, and nothing is moved on one that it does not name.
     *
     * <pre>{@code
     * var draft = EntryDraft.transfer(Money.of("200.00", "USD"), "Saved").onAccount("Giro").to("Savings");
     * Entry saved = budget.add(draft);
     * saved.addedTo("Giro");       // -200.00 USD
     * saved.addedTo("Savings");    // 200.00 USD
     * }</pre>
     */
    default Money addedTo(String account) {
        if (!details().account().equals(Optional.of(account))) {
            return Money.zero(amount().currency());
        }
        return kind() == EntryKind.INCOME ? amount() : amount().negated();
    }

    /**
     * Returns how much was moved, in the ledger's currency: positive for money spent or earned and for what a transfer
     * takes from its account; negative for a refund and for what a transfer brings to its account.
     */
    default Money amount() {
        return details().amount();
    }
}
