package dev.payweek.statement;

import java.util.Currency;
import java.util.Optional;

/**
 * The account that rows of a statement belong to: {@code
 * StatementAccount.named("DE89370400440532013000").withCurrency(Money.currency("EUR"))}.
 *
 * <p>Immutable and safe for use by any number of threads.
 *
 * @param id how the file names it: a number, an IBAN; empty when the file does not say
 * @param currency the currency of its amounts, when the file says
 */
public record StatementAccount(Optional<String> id, Optional<Currency> currency) {

    /** An account of which the file says nothing. */
    public static final StatementAccount UNNAMED = new StatementAccount(Optional.empty(), Optional.empty());

    /** Returns an account that the file names. */
    public static StatementAccount named(String id) {
        return new StatementAccount(Optional.of(id), Optional.empty());
    }

    /** Returns the same account with amounts in a currency. */
    public StatementAccount withCurrency(Currency other) {
        return new StatementAccount(id, Optional.of(other));
    }
}
