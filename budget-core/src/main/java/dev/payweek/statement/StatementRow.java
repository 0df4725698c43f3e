package dev.payweek.statement;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
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
 * @param parts what the movement consists of, where the file says so; they may fail to come to the amount. They have no
 *     say in when two rows are the same
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
        boolean transfer,
        List<StatementPart> parts) {

    /** Creates a row. */
    public StatementRow {
        parts = List.copyOf(parts);
    }

    /** Creates a row that is of one piece, as most are. */
    public StatementRow(
            int line,
            LocalDate date,
            BigDecimal amount,
            Optional<Currency> currency,
            String title,
            String text,
            Optional<String> sourceId,
            Optional<String> categoryHint,
            boolean transfer) {
        this(line, date, amount, currency, title, text, sourceId, categoryHint, transfer, List.of());
    }

    /** Returns the same row, consisting of the parts. */
    public StatementRow of(List<StatementPart> others) {
        return new StatementRow(line, date, amount, currency, title, text, sourceId, categoryHint, transfer, others);
    }
}
