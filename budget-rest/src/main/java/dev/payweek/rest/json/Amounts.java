package dev.payweek.rest.json;

import java.math.BigDecimal;
import java.util.Currency;

/** Amounts that are not {@link dev.payweek.money.Money}: as a bank's file or the text of a rule has them. */
public final class Amounts {

    private Amounts() {}

    /** Returns the amount with its currency's decimals: {@code -0.20} for {@code -0.2} in USD; more if it has more. */
    public static BigDecimal inDecimalsOf(Currency currency, BigDecimal amount) {
        BigDecimal plain = amount.stripTrailingZeros();
        return plain.setScale(Math.max(plain.scale(), currency.getDefaultFractionDigits()));
    }
}
