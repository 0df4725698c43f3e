package dev.payweek.statement;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * A part of a movement as the bank's file tells it: a share of a bill that belongs elsewhere, or one of the payments
 * that were booked as one.
 *
 * <pre>{@code
 * var part = new StatementPart(Optional.of(new BigDecimal("-12.50")), "soap", Optional.of("Household"));
 * part.text();                                // "soap"
 * }</pre>
 *
 * @param amount signed like its row, so money out is negative; absent where the file gives none that can be read
 * @param text what the file says of this part alone; possibly empty
 * @param categoryHint a category the file names for it
 */
public record StatementPart(Optional<BigDecimal> amount, String text, Optional<String> categoryHint) {}
