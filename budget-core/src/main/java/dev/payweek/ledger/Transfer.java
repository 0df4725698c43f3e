package dev.payweek.ledger;

import dev.payweek.money.Money;
import dev.payweek.refusal.Validation;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Money moved between own accounts; never spending.
 *
 * <pre>{@code
 * budget.add(EntryDraft.transfer(Money.of("300.00", "USD"), "Card payment"));
 * budget.answer(LocalDate.of(2026, 11, 22)).week().spent();    // 0.00 USD
 * }</pre>
 *
 * <p>Immutable and safe for use by any number of threads.
 *
 * @param id the number that names it within its ledger
 * @param version how often it has been written
 * @param details when, how much and in which words; the account is the one it left, or reached if the amount is
 * negative
 * @param toAccount the account it went to, or came from if the amount is negative, 1 to 80 characters; never the one it
 *     is on, and not one whose own entry says the same
 * @param importBatch the import that brought it
 */
public record Transfer(
        long id, int version, EntryDetails details, Optional<String> toAccount, Optional<Long> importBatch)
        implements Entry {

    /** Creates a transfer; refuses an account name that no account could have, and the account it is on already. */
    public Transfer {
        toAccount = toAccount.map(String::strip);
        var checks = new Validation();
        toAccount.ifPresent(name -> checks.text("to_account", name, Account.MAX_NAME));
        checks.that(
                toAccount.isEmpty() || !toAccount.equals(details.account()),
                "to_account",
                "itself",
                "A transfer from an account to itself moves nothing.");
        checks.refuseIfAny();
    }

    /** Returns a transfer to an account that nobody has named, entered by a person. */
    public static Transfer of(long id, int version, EntryDetails details) {
        return new Transfer(id, version, details, Optional.empty(), Optional.empty());
    }

    /** Returns the same transfer to an account. */
    public Transfer to(String account) {
        return new Transfer(id, version, details, Optional.of(account), importBatch);
    }

    /** Returns the same transfer as brought by an import. */
    public Transfer importedBy(long batch) {
        return new Transfer(id, version, details, toAccount, Optional.of(batch));
    }

    @Override
    public List<String> accounts() {
        return Stream.concat(details.account().stream(), toAccount.stream()).toList();
    }

    @Override
    public Money addedTo(String account) {
        return toAccount.equals(Optional.of(account)) ? amount() : Entry.super.addedTo(account);
    }

    @Override
    public EntryKind kind() {
        return EntryKind.TRANSFER;
    }

    @Override
    public Transfer withVersion(int other) {
        return new Transfer(id, other, details, toAccount, importBatch);
    }

    @Override
    public Transfer withImport(long other) {
        return new Transfer(id, version, details, toAccount, Optional.of(other));
    }
}
