package dev.payweek.statement;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * A part of a movement as the bank's file states it: a share of a bill that belongs elsewhere, or one of the payments
 * that were booked as one.
 *
 * <pre>{@code
 * var part = StatementPart.of(new BigDecimal("-12.50"), "soap").withCategoryHint("Household");
 * part.amount();                              // Optional[-12.50]
 * }</pre>
 *
 * <p>Immutable and safe for use by any number of threads.
 *
 * @param amount signed like its row, so money out is negative; absent where the file gives none that can be read
 * @param text what the file says of this part alone; possibly empty
 * @param categoryHint a category the file names for it
 */
public record StatementPart(Optional<BigDecimal> amount, String text, Optional<String> categoryHint) {

    /** Returns a part with an amount, of which the file names no category. */
    public static StatementPart of(BigDecimal amount, String text) {
        return new StatementPart(Optional.of(amount), text, Optional.empty());
    }

    /** Returns the same part with a category that the file names. */
    public StatementPart withCategoryHint(String category) {
        return new StatementPart(amount, text, Optional.of(category));
    }
}
