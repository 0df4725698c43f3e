package dev.payweek.statements.csv;

import dev.payweek.statements.cell.DateOrder;
import dev.payweek.statements.cell.DecimalMark;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Optional;
import java.util.Set;

/**
 * How the values of a file are written, decided once from all of its rows.
 *
 * @param order the order of its dates
 * @param mark the decimal mark of its amounts
 * @param sign how the sign follows
 * @param places by how many places the decimal mark is to be moved to the left
 * @param feeOnTop whether the fee beside an amount is to be taken off it
 * @param currency the one currency of the file, or the one of most of its rows
 * @param balanceSigns which way each amount goes, where the balances show it and nothing else does
 * @param booked how the words in a column of statuses are to be taken
 * @param outWords the words that mean money out, where a person explained them
 */
record Dialect(
        DateOrder order,
        DecimalMark mark,
        SignRule sign,
        int places,
        boolean feeOnTop,
        Optional<Currency> currency,
        Optional<BalanceSigns> balanceSigns,
        Statuses.Booked booked,
        Optional<Set<String>> outWords) {

    /** Returns the signed amount of a row, if it has one and its way is known. */
    Optional<BigDecimal> amount(CsvRow row, WrittenMoney money, Layout layout) {
        Optional<BigDecimal> amount = sign.amount(money);
        if (sign == SignRule.BY_WORDS) {
            String word = layout.openWays().map(ways -> row.cell(ways.column())).orElse("");
            boolean out = outWords.filter(words -> words.contains(word)).isPresent();
            amount = amount.map(value -> out ? value.abs().negate() : value.abs());
        }
        return feeOnTop
                ? amount.map(
                        value -> value.subtract(money.fee().map(BigDecimal::abs).orElse(BigDecimal.ZERO)))
                : amount;
    }
}
