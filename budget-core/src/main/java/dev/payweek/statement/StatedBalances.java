package dev.payweek.statement;

import dev.payweek.ledger.Account;
import dev.payweek.money.Money;
import dev.payweek.refusal.Validation;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a bank's file says an account held at the end of days. Kept with the import that brought it, and gone with it.
 *
 * <pre>{@code
 * var friday = LocalDate.of(2026, 11, 20);
 * var held = new TreeMap<>(Map.of(friday, Money.of("812.40", "USD")));
 * new StatedBalances(17, "Checking", friday, held, Optional.empty()).days();    // {2026-11-20=812.40 USD}
 * }</pre>
 *
 * <p>Immutable and safe for use by any number of threads.
 *
 * @param batch the import that brought them
 * @param account the account
 * @param until the last day the file speaks of: of two files that differ about a day, the later one knows more
 * @param days what the account held at the end of each day, below zero if it was overdrawn
 * @param opening what it held before the first movement of the file
 */
public record StatedBalances(
        long batch, String account, LocalDate until, SortedMap<LocalDate, Money> days, Optional<Opening> opening) {

    /**
     * What an account held before the first movement that a file lists. Others of that day may have gone before it, in
     * a file that begins in the middle of a day, so it counts only as long as nothing earlier is known.
     *
     * @param day the day of that movement
     * @param held what the account held
     */
    public record Opening(LocalDate day, Money held) {}

    /** Creates balances; refuses a name that no account could have. */
    public StatedBalances {
        days = Collections.unmodifiableSortedMap(new TreeMap<>(days));
        var checks = new Validation();
        checks.text("account", account, Account.MAX_NAME);
        checks.refuseIfAny();
    }
}
