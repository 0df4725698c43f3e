package dev.payweek.statements.csv;

import java.math.BigDecimal;
import java.util.stream.Stream;

/**
 * What the movements up to a line come to.
 *
 * @param ins how many of them are money in
 */
record Reckoned(int count, int ins, BigDecimal in, BigDecimal out) {

    /** So many digits that are no zeros at the end, or fewer, make an amount round. */
    private static final int ROUND = 3;

    private static final int FEW = 5;

    static final Reckoned NOTHING = new Reckoned(0, 0, BigDecimal.ZERO, BigDecimal.ZERO);

    BigDecimal sum() {
        return in.subtract(out);
    }

    Reckoned plus(BigDecimal amount) {
        return amount.signum() < 0
                ? new Reckoned(count + 1, ins, in, out.subtract(amount))
                : new Reckoned(count + 1, ins + 1, in.add(amount), out);
    }

    Reckoned since(Reckoned before) {
        return new Reckoned(count - before.count, ins - before.ins, in.subtract(before.in), out.subtract(before.out));
    }

    boolean comeTo(BigDecimal total) {
        BigDecimal size = total.abs();
        return Stream.of(sum().abs(), in, out, in.add(out)).anyMatch(own -> own.compareTo(size) == 0);
    }

    /**
     * Returns whether an amount below is rather their total than a movement. The other way round it would be one:
     * whoever pays a card in full pays just what the purchases come to. And round amounts often come to another one.
     */
    boolean isLikely(BigDecimal total) {
        boolean all = ins > 0 && ins < count && total.compareTo(sum()) == 0;
        boolean allIn = ins > 1 && total.compareTo(in) == 0;
        boolean allOut = count - ins > 1 && total.negate().compareTo(out) == 0;
        int digits = total.stripTrailingZeros().precision();
        boolean odd = digits > ROUND || (digits == ROUND && count > FEW);
        return odd && (all || allIn || allOut);
    }
}
