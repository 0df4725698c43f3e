package dev.payweek.statement;

import java.util.Currency;
import java.util.Optional;

/**
 * The account that rows of a statement belong to: {@code new StatementAccount(Optional.of("DE89370400440532013000"),
 * Optional.of(Money.currency("EUR")))}.
 *
 * @param id how the file names it: a number, an IBAN; empty when the file does not say
 * @param currency the currency of its amounts, when the file says
 */
public record StatementAccount(Optional<String> id, Optional<Currency> currency) {

    /** An account of which the file says nothing. */
    public static final StatementAccount UNNAMED = new StatementAccount(Optional.empty(), Optional.empty());
}
