package dev.payweek.statements.csv;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * Whether a fee in a column of its own comes on top of the amount. The running balance shows it where a row with a fee
 * has a neighbour; where nothing shows it, a balance column means that the file is of an account whose fees are booked.
 */
final class FeeProof {

    private Optional<BigDecimal> amountAbove = Optional.empty();
    private Optional<BigDecimal> balanceAbove = Optional.empty();
    private Optional<BigDecimal> feeAbove = Optional.empty();
    private int fees;
    private int onTop;
    private int included;

    /** Takes the next row; its amount signed as far as it is known. */
    void see(WrittenMoney money, Optional<BigDecimal> amount) {
        Optional<BigDecimal> balance = money.balance();
        Optional<BigDecimal> fee = money.fee();
        fees += fee.isPresent() ? 1 : 0;
        if (amount.isPresent() && balance.isPresent() && balanceAbove.isPresent()) {
            BigDecimal rise = balance.get().subtract(balanceAbove.get());
            fee.ifPresent(own -> compare(rise, amount.get(), own));
            if (amountAbove.isPresent()) {
                feeAbove.ifPresent(above -> compare(rise.negate(), amountAbove.get(), above));
            }
        }
        amountAbove = amount;
        balanceAbove = balance;
        feeAbove = fee;
    }

    private void compare(BigDecimal rise, BigDecimal amount, BigDecimal fee) {
        onTop += rise.compareTo(amount.subtract(fee.abs())) == 0 ? 1 : 0;
        included += rise.compareTo(amount) == 0 ? 1 : 0;
    }

    /** Returns whether fees are to be taken off the amounts. */
    boolean isOnTop() {
        return fees > 0 && (onTop > included || (onTop == 0 && included == 0 && balanceAbove.isPresent()));
    }

    /** Returns whether there are fees of which nothing proves whether they are part of the amounts. */
    boolean isAssumed() {
        return fees > 0 && onTop == 0 && included == 0;
    }
}
