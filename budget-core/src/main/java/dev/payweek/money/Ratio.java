package dev.payweek.money;

import java.math.BigDecimal;

/**
 * A share in ten-thousandths, so that {@code 5413} reads 0.5413 or 54.13 %. Exact to its four decimals and never a
 * floating-point number.
 *
 * <pre>{@code
 * Ratio share = Ratio.of(Money.of("162.40", "USD"), Money.of("300.00", "USD"));    // 54.13 %
 * share.decimal();                                                                 // 0.5413
 * }</pre>
 *
 * <p>Immutable and safe for use by any number of threads.
 *
 * @param tenThousandths the share; above 10,000 when more than the whole is meant
 */
public record Ratio(long tenThousandths) {

    /** Nothing of the whole. */
    public static final Ratio ZERO = new Ratio(0);

    /** The largest share that is shown, in either sign; it is reached when trillions are spent of a cent. */
    public static final Ratio MOST = new Ratio(9_000_000_000_000_000_000L);

    /**
     * Returns {@code part ÷ whole} rounded half to even to four decimals; zero when the whole is zero or below, since
     * there is no share of nothing. A share too large to be held is given as {@link #MOST}.
     *
     * @param part of either sign
     * @param whole in the same currency
     */
    public static Ratio of(Money part, Money whole) {
        if (!whole.isPositive()) {
            return ZERO;
        }
        return part.abs().minorUnits() / whole.minorUnits() >= MOST.tenThousandths / 10_000
                ? new Ratio(Long.signum(part.minorUnits()) * MOST.tenThousandths)
                : new Ratio(Apportionment.divideHalfEven(part.minorUnits(), 10_000, whole.minorUnits()));
    }

    /** Returns the share as a decimal with four places: {@code 0.5413}. */
    public BigDecimal decimal() {
        return BigDecimal.valueOf(tenThousandths, 4);
    }

    /** Returns the share as a percentage with two places, such as {@code "54.13 %"}. */
    @Override
    public String toString() {
        return BigDecimal.valueOf(tenThousandths, 2).toPlainString() + " %";
    }
}
