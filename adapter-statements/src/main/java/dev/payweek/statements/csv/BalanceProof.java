package dev.payweek.statements.csv;

import java.math.BigDecimal;
import java.util.BitSet;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Checks amounts against the running balance beside them. If each balance is the one above plus the amount, or the one
 * below plus the amount where the newest row comes first, then amounts are signed as written; if only minus the amount
 * fits, they are signed the other way.
 */
final class BalanceProof {

    /** A single movement fits no other. */
    private static final int FEWEST = 2;

    private static final int MOST_STATED = 50;

    private Optional<BigDecimal> previousAmount = Optional.empty();
    private Optional<BigDecimal> previousBalance = Optional.empty();
    private int checks;
    private int oldestFirst;
    private int oldestFirstInverted;
    private int newestFirst;
    private int newestFirstInverted;
    private int movements;
    private int oldestFirstUnsigned;
    private int newestFirstUnsigned;
    private final BitSet outOldestFirst = new BitSet();
    private final BitSet outNewestFirst = new BitSet();
    private int firstLine;
    private int lastLine;
    private boolean firstBeginsAtNothing;
    private Optional<BigDecimal> firstAmount = Optional.empty();
    private Optional<BigDecimal> firstBalance = Optional.empty();
    private final Set<BigDecimal> stated = new HashSet<>();

    /** Takes the next row of the file. */
    void see(int line, Optional<BigDecimal> amount, Optional<BigDecimal> balance) {
        if (movements == 0) {
            firstLine = line;
            firstBeginsAtNothing = amount.isPresent() && amount.equals(balance);
            firstAmount = amount;
            firstBalance = balance;
        }
        movements++;
        if (previousAmount.isPresent() && previousBalance.isPresent() && amount.isPresent() && balance.isPresent()) {
            check(previousAmount.get(), previousBalance.get(), amount.get(), balance.get());
            checkUnsigned(line, balance.get().subtract(previousBalance.get()), previousAmount.get(), amount.get());
        }
        lastLine = line;
        previousAmount = amount;
        previousBalance = balance;
    }

    /** Takes a balance that the file states apart from its movements, such as the opening one. */
    void state(BigDecimal balance) {
        if (stated.size() < MOST_STATED) {
            stated.add(balance.stripTrailingZeros());
        }
    }

    private void check(BigDecimal amountAbove, BigDecimal balanceAbove, BigDecimal amount, BigDecimal balance) {
        BigDecimal rise = balance.subtract(balanceAbove);
        if (rise.signum() == 0 && amount.signum() == 0) {
            return;
        }
        checks++;
        oldestFirst += equal(rise, amount);
        oldestFirstInverted += equal(rise, amount.negate());
        newestFirst += equal(rise.negate(), amountAbove);
        newestFirstInverted += equal(rise.negate(), amountAbove.negate());
    }

    private void checkUnsigned(int line, BigDecimal rise, BigDecimal amountAbove, BigDecimal amount) {
        oldestFirstUnsigned += equal(rise.abs(), amount.abs());
        newestFirstUnsigned += equal(rise.abs(), amountAbove.abs());
        outOldestFirst.set(line, rise.signum() < 0);
        outNewestFirst.set(lastLine, rise.signum() > 0);
    }

    /**
     * Returns which way each amount goes, if every balance fits the one beside it but for the sign, in one order only.
     */
    Optional<BalanceSigns> signs() {
        boolean oldest = oldestFirstUnsigned == movements - 1;
        boolean newest = newestFirstUnsigned == movements - 1;
        if (movements < FEWEST || oldest == newest) {
            return Optional.empty();
        }
        if (oldest) {
            return Optional.of(signs(outOldestFirst, firstLine, firstBeginsAtNothing, firstAmount, firstBalance));
        }
        boolean lastBeginsAtNothing = previousAmount.isPresent() && previousAmount.equals(previousBalance);
        return Optional.of(signs(outNewestFirst, lastLine, lastBeginsAtNothing, previousAmount, previousBalance));
    }

    /** The amount at the beginning has no balance before it, but the file may state one elsewhere. */
    private BalanceSigns signs(
            BitSet out, int edge, boolean atNothing, Optional<BigDecimal> amount, Optional<BigDecimal> balance) {
        if (atNothing || amount.isEmpty() || balance.isEmpty()) {
            return new BalanceSigns(out, atNothing ? Optional.empty() : Optional.of(edge));
        }
        boolean in = stated.contains(balance.get().subtract(amount.get()).stripTrailingZeros());
        boolean isOut = stated.contains(balance.get().add(amount.get()).stripTrailingZeros());
        if (in == isOut) {
            return new BalanceSigns(out, Optional.of(edge));
        }
        out.set(edge, isOut);
        return new BalanceSigns(out, Optional.empty());
    }

    /** Returns whether the first of two columns without known headings is money in; nothing when no balance says. */
    Optional<Boolean> isFirstIn() {
        int asWritten = Math.max(oldestFirst, newestFirst);
        int inverted = Math.max(oldestFirstInverted, newestFirstInverted);
        boolean proven = asWritten != inverted && Math.max(asWritten, inverted) * 2 >= checks;
        return proven ? Optional.of(asWritten > inverted) : Optional.empty();
    }

    /** Returns whether the amounts are signed as written; nothing when the balances prove neither. */
    Optional<Boolean> isAsWritten() {
        int asWritten = Math.max(oldestFirst, newestFirst);
        int inverted = Math.max(oldestFirstInverted, newestFirstInverted);
        int most = Math.max(asWritten, inverted);
        // A single fit against the written signs may be chance.
        if (inverted == 1 && asWritten == 0) {
            return Optional.empty();
        }
        if (asWritten == inverted || most * 2 < checks) {
            return Optional.empty();
        }
        return Optional.of(asWritten > inverted);
    }

    private static int equal(BigDecimal left, BigDecimal right) {
        return left.compareTo(right) == 0 ? 1 : 0;
    }
}
