package dev.payweek.statements.csv;

import java.math.BigDecimal;
import java.util.Optional;

/** How the sign of a movement follows from what is written: money out is to be negative. */
enum SignRule {
    /** The amount is signed as in the bank's books. */
    AS_WRITTEN,
    /** Purchases are written without a minus and payments with one, as card issuers see it. */
    INVERTED,
    /** No amount has a minus; all are money out but those whose words speak of a refund or a payment. */
    INVERTED_BUT_REFUNDS,
    /** A column of its own says which way the money goes; where it says nothing, nobody knows. */
    BY_WAY,
    /** A column of its own marks money in alone, so that all else is money out. */
    BY_MARK_OF_IN,
    /** A column of its own marks money out alone, so that all else is money in. */
    BY_MARK_OF_OUT,
    /** A plus or CR marks money in; what has none is money out. */
    BY_PLUS,
    /** The words of a column say which way the money goes, as a person explained. */
    BY_WORDS,
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
            case AS_WRITTEN, BY_BALANCE, BY_WORDS -> money.amount();
            case INVERTED, INVERTED_BUT_REFUNDS -> money.amount().map(BigDecimal::negate);
            case BY_WAY -> money.amount().flatMap(amount -> byWay(amount, money));
            case BY_MARK_OF_IN -> money.amount().map(amount -> money.way().isEmpty() ? amount.negate() : amount);
            case BY_MARK_OF_OUT -> money.amount().map(amount -> money.way().isEmpty() ? amount : amount.negate());
            case BY_PLUS -> money.amount().map(amount -> money.hasPlus() ? amount : amount.negate());
            case IN_LESS_OUT -> sides(money, false);
            case OUT_LESS_IN -> sides(money, false).map(BigDecimal::negate);
            case IN_PLUS_OUT -> sides(money, true);
            case MINUS_IN_MINUS_OUT -> sides(money, true).map(BigDecimal::negate);
        };
    }

    /** A currency in place of a way leaves the amount as it stands; any other word, or none, is no way. */
    private static Optional<BigDecimal> byWay(BigDecimal amount, WrittenMoney money) {
        Optional<Direction> way = money.way();
        if (way.isPresent()) {
            return Optional.of(way.get() == Direction.OUT ? amount.abs().negate() : amount.abs());
        }
        return amount.signum() == 0 || money.hasOtherWord() ? Optional.of(amount) : Optional.empty();
    }

    /** A refund among debits has a minus of its own, so the signs within a side are kept. */
    private static Optional<BigDecimal> sides(WrittenMoney money, boolean outIsNegative) {
        Optional<BigDecimal> in = money.in();
        Optional<BigDecimal> out = money.out();
        if (out.isEmpty()) {
            return in;
        }
        if (in.isEmpty()) {
            return outIsNegative ? out : out.map(BigDecimal::negate);
        }
        return Optional.of(outIsNegative ? in.get().add(out.get()) : in.get().subtract(out.get()));
    }
}
