package dev.payweek.statements.csv;

import dev.payweek.statements.cell.Currencies;
import dev.payweek.statements.cell.DecimalMark;
import dev.payweek.statements.cell.WrittenAmount;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/** The money of one row, in the column of amounts or in the columns of both sides. */
final class WrittenMoney {

    /** Where money can stand. */
    static final List<ColumnRole> MONEY = List.of(ColumnRole.AMOUNT, ColumnRole.MONEY_IN, ColumnRole.MONEY_OUT);

    private static final ColumnRole[] PLACES = MONEY.toArray(ColumnRole[]::new);

    private final CsvRow row;
    private final Layout layout;
    private final DecimalMark mark;

    WrittenMoney(CsvRow row, Layout layout, DecimalMark mark) {
        this.row = row;
        this.layout = layout;
        this.mark = mark;
    }

    /** Returns whether a cell is filled only to say that there is nothing. */
    static boolean isNothing(String cell) {
        for (int i = 0; i < cell.length(); i++) {
            if (cell.charAt(i) != '-') {
                return false;
            }
        }
        return true;
    }

    Optional<BigDecimal> amount() {
        return value(ColumnRole.AMOUNT);
    }

    Optional<BigDecimal> in() {
        return value(ColumnRole.MONEY_IN);
    }

    Optional<BigDecimal> out() {
        return value(ColumnRole.MONEY_OUT);
    }

    Optional<BigDecimal> balance() {
        return value(ColumnRole.BALANCE);
    }

    Optional<BigDecimal> fee() {
        return layout.has(ColumnRole.FEE) ? value(ColumnRole.FEE).filter(fee -> fee.signum() != 0) : Optional.empty();
    }

    /** Returns whether the amount is marked as money in by a plus or CR. */
    boolean hasPlus() {
        String cell = layout.cell(row, ColumnRole.AMOUNT);
        return !(isBare(cell) && cell.indexOf('+') < 0)
                && WrittenAmount.of(cell)
                        .filter(amount -> amount.explicitSign() && !amount.negative())
                        .isPresent();
    }

    /** Returns the way the money goes, if a column of its own says it. */
    Optional<Direction> way() {
        return Direction.of(layout.cell(row, ColumnRole.DIRECTION));
    }

    /** Returns whether the column of ways holds a currency, as in rows that a bank writes in another layout. */
    boolean hasOtherWord() {
        return Currencies.of(layout.cell(row, ColumnRole.DIRECTION)).isPresent();
    }

    /** Returns the currency written beside the amount itself. */
    Optional<Currency> currency() {
        for (ColumnRole meaning : PLACES) {
            String cell = layout.cell(row, meaning);
            if (!isBare(cell)) {
                Optional<Currency> currency = WrittenAmount.of(cell).flatMap(WrittenAmount::currency);
                if (currency.isPresent()) {
                    return currency;
                }
            }
        }
        return Optional.empty();
    }

    /** Returns whether a cell begins and ends like a mere number, so that no currency is written beside it. */
    private static boolean isBare(String cell) {
        if (cell.isEmpty()) {
            return true;
        }
        char first = cell.charAt(0);
        char last = cell.charAt(cell.length() - 1);
        return (Character.isDigit(first) || first == '-' || first == '+') && Character.isDigit(last);
    }

    /** Returns the first cell that is filled, or an empty text. */
    static String first(CsvRow row, Layout layout) {
        for (ColumnRole meaning : PLACES) {
            String cell = layout.cell(row, meaning);
            if (!isNothing(cell)) {
                return cell;
            }
        }
        return "";
    }

    /** Returns money in less money out, taking both sides without their signs. */
    Optional<BigDecimal> inLessOut() {
        if (in().isEmpty() && out().isEmpty()) {
            return Optional.empty();
        }
        BigDecimal in = in().orElse(BigDecimal.ZERO).abs();
        return Optional.of(in.subtract(out().orElse(BigDecimal.ZERO).abs()));
    }

    private Optional<BigDecimal> value(ColumnRole meaning) {
        return WrittenAmount.value(layout.cell(row, meaning), mark);
    }
}
