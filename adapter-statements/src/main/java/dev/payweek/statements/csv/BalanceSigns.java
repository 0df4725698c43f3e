package dev.payweek.statements.csv;

import java.math.BigDecimal;
import java.util.BitSet;
import java.util.Optional;

/**
 * Which way each amount without a sign goes, as the running balance beside it shows.
 *
 * @param out the lines whose amounts are money out
 * @param undecided the line at the beginning of the balances, before which none stands, unless it begins at nothing
 */
record BalanceSigns(BitSet out, Optional<Integer> undecided) {

    /** Returns the signed amount of a line; nothing where no balance stands before it. */
    Optional<BigDecimal> signed(int line, BigDecimal amount) {
        if (undecided.filter(place -> place == line).isPresent()) {
            return Optional.empty();
        }
        return Optional.of(out.get(line) ? amount.negate() : amount);
    }
}
