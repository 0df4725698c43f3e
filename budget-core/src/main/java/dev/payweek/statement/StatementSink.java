package dev.payweek.statement;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;

/**
 * Takes what a statement holds, in the order of the file: {@code sink.account(StatementAccount.UNNAMED)}, then {@code
 * sink.row(row)} for each row.
 *
 * <p>Not safe for use by several threads: it is called by the one that reads the file.
 */
public interface StatementSink {

    /** Begins an account; the rows that follow are its. Called at least once before the first row. */
    void account(StatementAccount account);

    /**
     * Takes the currencies of the countries that speak the language of a file which names none, the likeliest first; a
     * hint for a ledger of which nobody has chosen the currency, and nothing for others. Called before the first row.
     */
    default void currenciesOfLanguage(List<Currency> currencies) {}

    /** Takes a movement on the account. */
    void row(StatementRow row);

    /**
     * Takes what the account held at the end of a day, as the file says. Of several about one day the last holds.
     *
     * @param held below zero if the account was overdrawn
     */
    void balance(LocalDate day, BigDecimal held);

    /** Takes what the account held before the first movement that the file lists, which is of the day. */
    void opening(LocalDate day, BigDecimal held);

    /** Takes a line that is no movement and says why: a pending row, a balance, a security transaction. */
    void skipped(int line, String reason);

    /** Takes a row that makes no sense and says why; the row is lost to the import, never in silence. */
    void rejected(RejectedRow row);
}
