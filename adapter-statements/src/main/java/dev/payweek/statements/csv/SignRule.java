package dev.payweek.statements.csv;

import java.math.BigDecimal;
import java.util.Optional;

/** How the sign of a movement follows from what is written: money out is to be negative. */
enum SignRule {
    /** The amount is signed as in the bank's books. */
    AS_WRITTEN,
    /** Purchases are written without a minus and payments with one, as card issuers see it. */
    INVERTED,
    /** A column of its own says which way the money goes; where it says nothing, the amount stands as it is. */
    BY_WAY,
    /** No amount has a sign, but each balance shows which way its amount goes. */
    BY_BALANCE,
    /** Money in and out have columns of their own, both without signs. */
    IN_LESS_OUT,
    /** Two columns without headings, of which the first is money out; or both with the signs of the other side. */
    OUT_LESS_IN,
    /** Money in and out have columns of their own, and the one for out is negative by itself. */
    IN_PLUS_OUT,
    /** Money in and out have columns of their own, and oddly the one for in is negative. */
    MINUS_IN_MINUS_OUT;

    /** Returns the signed amount of a row, if it has one. */
    Optional<BigDecimal> amount(WrittenMoney money) {
        return switch (this) {
            case AS_WRITTEN, BY_BALANCE -> money.amount();
            case INVERTED -> money.amount().map(BigDecimal::negate);
            case BY_WAY ->
                money.amount()
                        .map(amount -> money.way()
                                .map(way -> way == Direction.OUT ? amount.abs().negate() : amount.abs())
                                .orElse(amount));
            case IN_LESS_OUT -> sides(money, false);
            case OUT_LESS_IN -> sides(money, false).map(BigDecimal::negate);
            case IN_PLUS_OUT -> sides(money, true);
            case MINUS_IN_MINUS_OUT -> sides(money, true).map(BigDecimal::negate);
        };
    }

    /** A refund among debits has a minus of its own, so the signs within a side are kept. */
    private static Optional<BigDecimal> sides(WrittenMoney money, boolean outIsNegative) {
        if (money.in().isEmpty() && money.out().isEmpty()) {
            return Optional.empty();
        }
        BigDecimal out = money.out().orElse(BigDecimal.ZERO);
        BigDecimal in = money.in().orElse(BigDecimal.ZERO);
        return Optional.of(outIsNegative ? in.add(out) : in.subtract(out));
    }
}
