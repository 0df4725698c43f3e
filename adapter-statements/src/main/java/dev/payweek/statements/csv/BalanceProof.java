package dev.payweek.statements.csv;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * Checks amounts against the running balance beside them. If each balance is the one above plus the amount, or the one
 * below plus the amount where the newest row comes first, then amounts are signed as written; if only minus the amount
 * fits, they are signed the other way.
 */
final class BalanceProof {

    private Optional<BigDecimal> previousAmount = Optional.empty();
    private Optional<BigDecimal> previousBalance = Optional.empty();
    private int checks;
    private int oldestFirst;
    private int oldestFirstInverted;
    private int newestFirst;
    private int newestFirstInverted;

    /** Takes the next row of the file. */
    void see(Optional<BigDecimal> amount, Optional<BigDecimal> balance) {
        if (previousAmount.isPresent() && previousBalance.isPresent() && amount.isPresent() && balance.isPresent()) {
            check(previousAmount.get(), previousBalance.get(), amount.get(), balance.get());
        }
        previousAmount = amount;
        previousBalance = balance;
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
