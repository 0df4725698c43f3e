package dev.payweek.statements.csv;

import java.math.BigDecimal;
import java.util.stream.Stream;

/** What the movements up to a line come to. */
record Reckoned(int count, BigDecimal in, BigDecimal out) {

    static final Reckoned NOTHING = new Reckoned(0, BigDecimal.ZERO, BigDecimal.ZERO);

    BigDecimal sum() {
        return in.subtract(out);
    }

    Reckoned since(Reckoned before) {
        return new Reckoned(count - before.count, in.subtract(before.in), out.subtract(before.out));
    }

    boolean comeTo(BigDecimal total) {
        BigDecimal size = total.abs();
        return Stream.of(sum().abs(), in, out, in.add(out)).anyMatch(own -> own.compareTo(size) == 0);
    }
}
