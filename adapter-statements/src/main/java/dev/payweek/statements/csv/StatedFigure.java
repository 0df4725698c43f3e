package dev.payweek.statements.csv;

import dev.payweek.statements.cell.BalanceWords;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A total, count or balance that a file states apart from its movements.
 *
 * @param day the one day beside it
 * @param before what the movements above it come to
 * @param since what those come to that stand between it and the total before it
 */
record StatedFigure(
        int line, String label, BigDecimal value, Optional<LocalDate> day, Reckoned before, Reckoned since) {

    /** A remark to a line. */
    record Remark(int line, String text) {}

    boolean isOpening() {
        return BalanceWords.isOpening(label);
    }

    boolean isClosing() {
        return BalanceWords.isClosing(label);
    }

    /** Returns what is said where something is not as it should be: {@code "Closing balance" is 1.00}. */
    String named() {
        return "\"" + label + "\" is " + value.toPlainString();
    }
}
