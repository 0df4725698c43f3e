package dev.payweek.money;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Division of whole units that loses none.
 *
 * <p>The method of largest remainders (Hamilton's): each part first gets the floor of its exact share, then the units
 * left over go one each to the parts with the largest fractions; of equal fractions the earlier part comes first.
 *
 * <pre>{@code
 * Apportionment.largestRemainder(100, 1, 1, 1);     // [34, 33, 33]
 * Apportionment.largestRemainder(-100, 1, 1, 1);    // [-34, -33, -33]
 * }</pre>
 *
 * <p>Safe for use by any number of threads.
 */
public final class Apportionment {

    private Apportionment() {}

    /**
     * Divides a total by weights. The parts sum exactly to the total, and parts of the mirrored total are mirrored.
     *
     * @param total any number of units, of either sign
     * @param weights at least one, none negative, not all zero
     * @throws IllegalArgumentException if the weights are not so
     */
    public static long[] largestRemainder(long total, long... weights) {
        BigInteger whole = BigInteger.ZERO;
        for (long weight : weights) {
            if (weight < 0) {
                throw new IllegalArgumentException("negative weight " + weight);
            }
            whole = whole.add(BigInteger.valueOf(weight));
        }
        if (whole.signum() == 0) {
            throw new IllegalArgumentException("all weights are zero");
        }
        BigInteger size = BigInteger.valueOf(total).abs();
        BigInteger sign = BigInteger.valueOf(Long.signum(total));
        long[] parts = new long[weights.length];
        BigInteger[] fractions = new BigInteger[weights.length];
        BigInteger left = size;
        for (int i = 0; i < weights.length; i++) {
            BigInteger[] quotient =
                    size.multiply(BigInteger.valueOf(weights[i])).divideAndRemainder(whole);
            parts[i] = quotient[0].multiply(sign).longValueExact();
            fractions[i] = quotient[1];
            left = left.subtract(quotient[0]);
        }
        IntStream.range(0, weights.length)
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> fractions[i]).reversed())
                .limit(left.longValueExact())
                .forEach(i -> parts[i] += Long.signum(total));
        return parts;
    }

    /** Returns {@code value × numerator ÷ denominator} rounded half to even; the denominator is above zero. */
    static long divideHalfEven(long value, long numerator, long denominator) {
        BigInteger dividend = BigInteger.valueOf(value).multiply(BigInteger.valueOf(numerator));
        BigInteger[] quotient = dividend.abs().divideAndRemainder(BigInteger.valueOf(denominator));
        int half = quotient[1].shiftLeft(1).compareTo(BigInteger.valueOf(denominator));
        boolean up = half > 0 || (half == 0 && quotient[0].testBit(0));
        BigInteger size = up ? quotient[0].add(BigInteger.ONE) : quotient[0];
        return size.multiply(BigInteger.valueOf(dividend.signum())).longValueExact();
    }
}
