package dev.payweek.statement;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/**
 * One movement as the bank's file states it: a coffee is {@code -4.50}, pay is {@code 1500.00}.
 *
 * <pre>{@code
 * var day = LocalDate.of(2026, 11, 21);
 * var row = StatementRow.of(2, day, new BigDecimal("-4.50"), "Corner Coffee", "CARD 1234 CORNER COFFEE");
 * row.withSourceId("A-17").sourceId();    // Optional[A-17]
 * }</pre>
 *
 * <p>Immutable and safe for use by any number of threads.
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

    /** Returns a row of which the file says no more than every file does, and which is of one piece. */
    public static StatementRow of(int line, LocalDate date, BigDecimal amount, String title, String text) {
        return new StatementRow(
                line,
                date,
                amount,
                Optional.empty(),
                title,
                text,
                Optional.empty(),
                Optional.empty(),
                false,
                List.of());
    }

    /** Returns the same row in a currency of its own. */
    public StatementRow withCurrency(Currency own) {
        return new StatementRow(
                line, date, amount, Optional.of(own), title, text, sourceId, categoryHint, transfer, parts);
    }

    /** Returns the same row with the bank's own id. */
    public StatementRow withSourceId(String id) {
        return new StatementRow(
                line, date, amount, currency, title, text, Optional.of(id), categoryHint, transfer, parts);
    }

    /** Returns the same row with other words. */
    public StatementRow withText(String words) {
        return new StatementRow(line, date, amount, currency, title, words, sourceId, categoryHint, transfer, parts);
    }

    /** Returns the same row with a category that the file names. */
    public StatementRow withCategoryHint(String category) {
        return new StatementRow(
                line, date, amount, currency, title, text, sourceId, Optional.of(category), transfer, parts);
    }

    /** Returns the same row as a movement between own accounts. */
    public StatementRow asTransfer() {
        return new StatementRow(line, date, amount, currency, title, text, sourceId, categoryHint, true, parts);
    }

    /** Returns the same row, consisting of the parts. */
    public StatementRow withParts(List<StatementPart> others) {
        return new StatementRow(line, date, amount, currency, title, text, sourceId, categoryHint, transfer, others);
    }
}
