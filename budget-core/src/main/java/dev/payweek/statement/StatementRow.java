package dev.payweek.statement;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Optional;

/**
 * One movement as the bank's file tells it: a coffee is {@code -4.50}, pay is {@code 1500.00}.
 *
 * @param line the line of the file it begins on, from 1
 * @param date the booking day
 * @param amount signed as in the bank's books: money out is negative; with as many decimals as the file has
 * @param currency the row's own currency, when the file says it row by row
 * @param title the short name of the other side, for people; possibly empty
 * @param text everything the bank says in words, unchanged; possibly empty
 * @param sourceId the bank's own id of the movement, unique within its account as far as the bank keeps its word
 * @param categoryHint a category the file names
 * @param transfer whether the file says that it is a movement between own accounts
 */
public record StatementRow(
        int line,
        LocalDate date,
        BigDecimal amount,
        Optional<Currency> currency,
        String title,
        String text,
        Optional<String> sourceId,
        Optional<String> categoryHint,
        boolean transfer) {}
