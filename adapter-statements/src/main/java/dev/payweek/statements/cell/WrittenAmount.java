package dev.payweek.statements.cell;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Optional;

/**
 * An amount as written, before anybody knows which mark is the decimal mark.
 *
 * <pre>{@code
 * WrittenAmount.of("($1,085.00)").flatMap(amount -> amount.under(DecimalMark.POINT));   // -1085.00
 * WrittenAmount.of("1.234,56 €").flatMap(amount -> amount.under(DecimalMark.COMMA));    // 1234.56
 * }</pre>
 *
 * @param number digits with {@code .}, {@code ,} and, for a blank or apostrophe between digits, {@code _}
 * @param negative whether a minus, brackets or DR say that it is negative
 * @param explicitSign whether a plus or minus is written at all
 * @param currency the currency written beside it, if it is a sure one: not for $
 */
public record WrittenAmount(String number, boolean negative, boolean explicitSign, Optional<Currency> currency) {

    /** Returns the amount a cell holds, if nothing else is in it but a sign and a currency. */
    public static Optional<WrittenAmount> of(String cell) {
        return AmountScanner.scan(cell);
    }

    /** Returns the exact value a cell holds with the given decimal mark; the same as {@link #of} and {@link #under}. */
    public static Optional<BigDecimal> value(String cell, DecimalMark mark) {
        if (cell.isEmpty()) {
            return Optional.empty();
        }
        Optional<BigDecimal> plain = mark.plain(cell);
        return plain.isPresent() ? plain : of(cell).flatMap(amount -> amount.under(mark));
    }

    /** Returns the amount's exact value with the given decimal mark, with as many decimals as are written. */
    public Optional<BigDecimal> under(DecimalMark mark) {
        return mark.value(number).map(value -> negative ? value.negate() : value);
    }

    /** Returns whether it makes sense with either mark. */
    public boolean isReadable() {
        return under(DecimalMark.POINT).isPresent() || under(DecimalMark.COMMA).isPresent();
    }

    /** Returns whether it has a decimal mark or groups of digits: something that numbers of things rarely have. */
    public boolean isMarked() {
        return number.indexOf('.') >= 0 || number.indexOf(',') >= 0 || number.indexOf('_') >= 0;
    }

    /** Returns whether it looks like a number of an account or a card rather than a sum: 0012, 123456789012. */
    public boolean isCode() {
        return !isMarked()
                && !explicitSign
                && currency.isEmpty()
                && (number.length() > 9 || (number.length() > 1 && number.startsWith("0")));
    }
}
