package dev.payweek.money;

import dev.payweek.refusal.LedgerException;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Locale;

/**
 * An exact amount of one currency, such as {@code 12.50 USD}.
 *
 * <p>Held as whole minor units, so that sums are exact. It never rounds by itself, never mixes currencies and fails on
 * overflow. {@code toString} writes what {@link #parse} reads.
 *
 * <pre>{@code
 * Money rent = Money.of("10.00", "USD");
 * rent.allocate(1, 1, 1);               // [3.34 USD, 3.33 USD, 3.33 USD]
 * rent.plus(Money.of("1", "EUR"));      // refused: Amounts in USD and EUR do not add up.
 * Money.of("12.345", "USD");            // refused: USD has 2 decimals, not more.
 * }</pre>
 *
 * <p>Immutable and safe for use by any number of threads.
 *
 * @param minorUnits the amount in the currency's smallest unit: cents for USD, yen for JPY
 * @param currency the currency; one with a defined number of decimals
 */
public record Money(long minorUnits, Currency currency) implements Comparable<Money> {

    /**
     * The largest amount, in minor units and inclusive, that one entry, limit or reservation may have in either sign.
     */
    public static final long MAX_MINOR_UNITS = 1_000_000_000_000L;

    private static final int MAX_DIGITS = 13;

    /** Creates an amount of minor units; refuses pseudo-currencies such as XAU that have no decimals. */
    public Money {
        if (currency.getDefaultFractionDigits() < 0) {
            throw LedgerException.invalid("currency", "unknown", "The currency " + currency + " has no amounts.");
        }
    }

    /**
     * Returns the amount a decimal text says, such as {@code of("12.50", "USD")}.
     *
     * @throws LedgerException if the text is no plain decimal, has more decimals than the currency, or is out of range
     */
    public static Money of(String decimal, String currencyCode) {
        return of(decimalOf(decimal), currency(currencyCode));
    }

    /**
     * Returns a decimal amount.
     *
     * @throws LedgerException if it has more decimals than the currency or exceeds {@link #MAX_MINOR_UNITS}
     */
    public static Money of(BigDecimal decimal, Currency currency) {
        int digits = zero(currency).currency.getDefaultFractionDigits();
        // A number like 1e999999999 must not be expanded: look at its size before anything else.
        long integerDigits = (long) decimal.precision() - decimal.scale();
        if (decimal.signum() != 0 && integerDigits > MAX_DIGITS) {
            throw outOfRange(currency);
        }
        BigDecimal plain = decimal.signum() == 0 ? BigDecimal.ZERO : decimal.stripTrailingZeros();
        if (plain.scale() > digits) {
            throw LedgerException.invalid(
                    "", "too_many_decimals", currency.getCurrencyCode() + " has " + digits + " decimals, not more.");
        }
        Money amount = new Money(plain.movePointRight(digits).longValueExact(), currency);
        if (!amount.isInRange()) {
            throw outOfRange(currency);
        }
        return amount;
    }

    /**
     * Returns an amount given in minor units: {@code ofMinor(1250, usd)} is 12.50 USD. Sums may be larger than one
     * entry may be, so {@link #MAX_MINOR_UNITS} is not asked for.
     */
    public static Money ofMinor(long minorUnits, Currency currency) {
        return new Money(minorUnits, currency);
    }

    /** Returns nothing of the given currency. */
    public static Money zero(Currency currency) {
        return new Money(0, currency);
    }

    /**
     * Returns the amount that {@link #toString} wrote, such as {@code "12.50 USD"}.
     *
     * @throws LedgerException if the text is of another form
     */
    public static Money parse(String text) {
        String[] words = text.strip().split("\\s+", 3);
        if (words.length != 2) {
            throw LedgerException.invalid(
                    "", "malformed", "An amount is written like 12.50 USD, not \"" + shortened(text) + "\".");
        }
        return of(words[0], words[1]);
    }

    /**
     * Returns the currency of an ISO 4217 code, in either letter case.
     *
     * @throws LedgerException if there is none with amounts
     */
    public static Currency currency(String code) {
        try {
            Currency currency = Currency.getInstance(code.toUpperCase(Locale.ROOT));
            if (currency.getDefaultFractionDigits() >= 0) {
                return currency;
            }
        } catch (IllegalArgumentException e) {
            // Falls through to the one refusal below.
        }
        throw LedgerException.invalid(
                "currency", "unknown", "\"" + shortened(code) + "\" is not an ISO 4217 currency code.");
    }

    /**
     * Returns the sum.
     *
     * @throws LedgerException if the currencies differ
     * @throws ArithmeticException if it is more than a {@code long} of minor units holds, which millions of the largest
     *     entries would take
     */
    public Money plus(Money other) {
        return new Money(Math.addExact(minorUnits, same(other).minorUnits), currency);
    }

    /** Returns the difference. Fails as {@link #plus} does. */
    public Money minus(Money other) {
        return new Money(Math.subtractExact(minorUnits, same(other).minorUnits), currency);
    }

    /** Returns the same amount with the other sign. */
    public Money negated() {
        return new Money(Math.negateExact(minorUnits), currency);
    }

    /** Returns the amount without its sign. */
    public Money abs() {
        return new Money(Math.absExact(minorUnits), currency);
    }

    /** Returns whether this is exactly nothing. */
    public boolean isZero() {
        return minorUnits == 0;
    }

    /** Returns whether this is above zero. */
    public boolean isPositive() {
        return minorUnits > 0;
    }

    /** Returns whether this is below zero. */
    public boolean isNegative() {
        return minorUnits < 0;
    }

    /**
     * Returns whether one entry, limit or reservation may have this amount: at most {@link #MAX_MINOR_UNITS} in either
     * sign.
     */
    public boolean isInRange() {
        return minorUnits >= -MAX_MINOR_UNITS && minorUnits <= MAX_MINOR_UNITS;
    }

    /**
     * Splits the amount by weights so that the parts sum exactly to it: {@code 10.00} by 1, 1, 1 is 3.34, 3.33, 3.33.
     *
     * @param weights at least one, none negative, not all zero
     * @throws IllegalArgumentException if the weights are not so
     * @see Apportionment
     */
    public List<Money> allocate(long... weights) {
        return Arrays.stream(Apportionment.largestRemainder(minorUnits, weights))
                .mapToObj(units -> new Money(units, currency))
                .toList();
    }

    /**
     * Returns {@code this × numerator ÷ denominator}, rounded half to even to a minor unit. For estimates such as
     * a projection; where parts must sum, use {@link #allocate}. 300.00 × 3 ÷ 7 is 128.57.
     *
     * @param denominator above zero
     * @throws ArithmeticException if the result is more than a {@code long} of minor units holds
     */
    public Money scaled(long numerator, long denominator) {
        return new Money(Apportionment.divideHalfEven(minorUnits, numerator, denominator), currency);
    }

    /**
     * Returns {@code this ÷ parts} rounded towards minus infinity: what can be spent in each of so many parts without
     * spending more than this in all. 137.60 in 5 parts is 27.52; −10.00 in 3 is −3.34.
     *
     * @param parts above zero
     */
    public Money perEach(long parts) {
        return new Money(Math.floorDiv(minorUnits, parts), currency);
    }

    /**
     * Returns the amount as a decimal with exactly the currency's decimals: {@code 12.50} for USD, {@code 13} for JPY.
     */
    public BigDecimal decimal() {
        return BigDecimal.valueOf(minorUnits, currency.getDefaultFractionDigits());
    }

    /**
     * Compares by amount.
     *
     * @throws LedgerException if the currencies differ
     */
    @Override
    public int compareTo(Money other) {
        return Comparator.comparingLong(Money::minorUnits).compare(this, same(other));
    }

    /** Returns the amount as {@link #parse} reads it: {@code "-4.50 USD"}. */
    @Override
    public String toString() {
        return decimal().toPlainString() + " " + currency.getCurrencyCode();
    }

    private Money same(Money other) {
        if (!currency.equals(other.currency)) {
            throw LedgerException.invalid(
                    "currency", "mismatch", "Amounts in " + currency + " and " + other.currency + " do not add up.");
        }
        return other;
    }

    private static BigDecimal decimalOf(String text) {
        if (text.length() > 40 || !text.strip().matches("[+-]?\\d+(\\.\\d+)?")) {
            throw LedgerException.invalid(
                    "", "malformed", "\"" + shortened(text) + "\" is not a decimal amount like 12.50.");
        }
        return new BigDecimal(text.strip());
    }

    private static String shortened(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }

    private static LedgerException outOfRange(Currency currency) {
        return LedgerException.invalid(
                "",
                "out_of_range",
                "The amount must be between " + ofMinor(-MAX_MINOR_UNITS, currency) + " and "
                        + ofMinor(MAX_MINOR_UNITS, currency) + ".");
    }
}
