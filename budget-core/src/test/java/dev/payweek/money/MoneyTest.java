package dev.payweek.money;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.payweek.refusal.LedgerException;
import dev.payweek.refusal.Reason;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTest {

    private static final Currency USD = Currency.getInstance("USD");
    private static final Currency XAU = Currency.getInstance("XAU");

    private static Money usd(long cents) {
        return Money.ofMinor(cents, USD);
    }

    private static String codeOf(LedgerException refusal) {
        assertEquals(Reason.INVALID, refusal.reason());
        return refusal.problems().get(0).code();
    }

    @ParameterizedTest
    @CsvSource({
        "12.50, USD, 1250",
        "-12.5, USD, -1250",
        "+3, USD, 300",
        "' 7.10 ', USD, 710",
        "0.00, USD, 0",
        "-0.00, USD, 0",
        "007, USD, 700",
        "1.000, USD, 100",
        "1500, JPY, 1500",
        "1500.00, JPY, 1500",
        "1.234, KWD, 1234",
        "0.0001, CLF, 1",
        "10000000000.00, USD, 1000000000000",
        "-10000000000.00, USD, -1000000000000",
        "1000000000000, JPY, 1000000000000",
        "100000000.0000, CLF, 1000000000000",
        "1.5, usd, 150",
    })
    void reads_a_decimal_as_minor_units(String decimal, String currency, long minorUnits) {
        assertEquals(minorUnits, Money.of(decimal, currency).minorUnits());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "abc", "1e5", "1,50", ".5", "5.", "--1", "1 000", "0x10", "١٢", "NaN", "1.2.3"})
    void refuses_what_is_no_plain_decimal(String decimal) {
        assertEquals("malformed", codeOf(assertThrows(LedgerException.class, () -> Money.of(decimal, "USD"))));
    }

    @Test
    void refuses_a_text_of_more_than_forty_characters_and_shows_only_its_beginning() {
        assertEquals(100, Money.of("0".repeat(39) + "1", "USD").minorUnits());
        LedgerException refusal = assertThrows(LedgerException.class, () -> Money.of("1".repeat(41), "USD"));
        assertEquals("\"" + "1".repeat(40) + "…\" is not a decimal amount like 12.50.", refusal.getMessage());
    }

    @Test
    void a_message_shows_a_text_of_forty_characters_whole() {
        assertEquals(
                "\"" + "x".repeat(40) + "\" is not a decimal amount like 12.50.",
                assertThrows(LedgerException.class, () -> Money.of("x".repeat(40), "USD"))
                        .getMessage());
    }

    @ParameterizedTest
    @CsvSource({
        "1.005, USD, USD has 2 decimals",
        "1.5, JPY, JPY has 0 decimals",
        "1.2345, KWD, KWD has 3 decimals",
        "0.00001, CLF, CLF has 4 decimals",
    })
    void refuses_more_decimals_than_the_currency_has(String decimal, String currency, String message) {
        LedgerException refusal = assertThrows(LedgerException.class, () -> Money.of(decimal, currency));
        assertEquals("too_many_decimals", codeOf(refusal));
        assertEquals(message + ", not more.", refusal.getMessage());
    }

    @ParameterizedTest
    @CsvSource({
        "10000000000.01, USD",
        "-10000000000.01, USD",
        "1000000000001, JPY",
        "99999999999999, JPY",
        "999999999999999, CLF",
        "-922337203685477.5808, CLF",
        "9999999999999999999999999999999999999999, USD",
    })
    void refuses_what_is_beyond_the_range(String decimal, String currency) {
        LedgerException refusal = assertThrows(LedgerException.class, () -> Money.of(decimal, currency));
        assertEquals("out_of_range", codeOf(refusal));
        Money most = Money.ofMinor(Money.MAX_MINOR_UNITS, Money.currency(currency));
        assertEquals("The amount must be between " + most.negated() + " and " + most + ".", refusal.getMessage());
    }

    @ParameterizedTest
    @CsvSource({
        "1e999999999, out_of_range",
        "-1e2147483647, out_of_range",
        "1e13, out_of_range",
        "1e-999999999, too_many_decimals",
        "123e-2147483600, too_many_decimals",
    })
    void a_number_with_a_monstrous_exponent_is_refused_without_being_expanded(BigDecimal decimal, String code) {
        assertEquals(code, codeOf(assertThrows(LedgerException.class, () -> Money.of(decimal, USD))));
    }

    @Test
    void nothing_is_nothing_whatever_its_exponent() {
        assertEquals(usd(0), Money.of(new BigDecimal("0e999999999"), USD));
        assertEquals(usd(0), Money.of(new BigDecimal("0e-999999999"), USD));
        assertEquals(usd(100_000), Money.of(new BigDecimal("1e3"), USD));
    }

    @Test
    void a_currency_without_amounts_is_refused() {
        assertEquals("unknown", codeOf(assertThrows(LedgerException.class, () -> Money.zero(XAU))));
        assertEquals("unknown", codeOf(assertThrows(LedgerException.class, () -> Money.of(new BigDecimal("15"), XAU))));
        assertEquals(
                "The currency XAU has no amounts.",
                assertThrows(LedgerException.class, () -> Money.ofMinor(1, XAU)).getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "US", "USDD", "XAU", "QQQ", "€", "u$d"})
    void refuses_what_is_no_currency_code(String code) {
        LedgerException refusal = assertThrows(LedgerException.class, () -> Money.currency(code));
        assertEquals("unknown", codeOf(refusal));
        assertEquals("\"" + code + "\" is not an ISO 4217 currency code.", refusal.getMessage());
    }

    @Test
    void a_currency_code_may_be_in_either_letter_case() {
        assertEquals("EUR", Money.currency("eUr").getCurrencyCode());
    }

    @ParameterizedTest
    @CsvSource({
        "1250, USD, 12.50 USD",
        "-450, USD, -4.50 USD",
        "5, USD, 0.05 USD",
        "-5, USD, -0.05 USD",
        "0, USD, 0.00 USD",
        "13, JPY, 13 JPY",
        "1234, KWD, 1.234 KWD",
        "1, CLF, 0.0001 CLF",
        "9223372036854775807, USD, 92233720368547758.07 USD",
    })
    void writes_exactly_the_decimals_of_the_currency(long minorUnits, String currency, String text) {
        assertEquals(
                text, Money.ofMinor(minorUnits, Currency.getInstance(currency)).toString());
    }

    @Test
    void the_decimal_keeps_trailing_zeros() {
        assertEquals(new BigDecimal("12.50"), usd(1250).decimal());
        assertEquals(new BigDecimal("13"), Money.of("13", "JPY").decimal());
    }

    @Test
    void reads_what_it_writes_and_is_kind_about_blanks() {
        assertEquals(usd(1250), Money.parse("12.50 USD"));
        assertEquals(usd(-450), Money.parse("  -4.50   usd "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "12.50", "USD", "12.50USD", "12.50 USD now", "12 50 USD"})
    void refuses_an_amount_without_its_currency(String text) {
        LedgerException refusal = assertThrows(LedgerException.class, () -> Money.parse(text));
        assertEquals("malformed", codeOf(refusal));
        assertEquals("An amount is written like 12.50 USD, not \"" + text + "\".", refusal.getMessage());
    }

    @Test
    void sums_and_differences_are_exact() {
        assertEquals(usd(30), usd(10).plus(usd(20)));
        assertEquals(usd(-10), usd(10).minus(usd(20)));
        assertEquals(usd(-10), usd(10).negated());
        assertEquals(usd(10), usd(-10).abs());
        assertEquals(usd(10), usd(10).abs());
        assertEquals(usd(0), usd(0).abs());
    }

    @Test
    void overflow_fails_and_never_wraps() {
        assertThrows(ArithmeticException.class, () -> usd(Long.MAX_VALUE).plus(usd(1)));
        assertThrows(ArithmeticException.class, () -> usd(Long.MIN_VALUE).minus(usd(1)));
        assertThrows(ArithmeticException.class, () -> usd(Long.MIN_VALUE).negated());
        assertThrows(ArithmeticException.class, () -> usd(Long.MIN_VALUE).abs());
        assertThrows(ArithmeticException.class, () -> usd(Long.MAX_VALUE).scaled(2, 1));
    }

    @Test
    void currencies_never_mix() {
        Money euro = Money.of("1.00", "EUR");
        for (var mixing : List.<org.junit.jupiter.api.function.Executable>of(
                () -> usd(1).plus(euro), () -> usd(1).minus(euro), () -> usd(1).compareTo(euro))) {
            LedgerException refusal = assertThrows(LedgerException.class, mixing);
            assertEquals("mismatch", codeOf(refusal));
            assertEquals("Amounts in USD and EUR do not add up.", refusal.getMessage());
        }
    }

    @Test
    void tells_its_sign() {
        assertTrue(usd(1).isPositive());
        assertFalse(usd(0).isPositive());
        assertFalse(usd(-1).isPositive());
        assertTrue(usd(-1).isNegative());
        assertFalse(usd(0).isNegative());
        assertFalse(usd(1).isNegative());
        assertTrue(usd(0).isZero());
        assertFalse(usd(1).isZero());
        assertTrue(usd(1).compareTo(usd(2)) < 0);
        assertTrue(usd(2).compareTo(usd(1)) > 0);
        assertEquals(0, usd(2).compareTo(usd(2)));
    }

    @Test
    void the_range_of_one_entry_is_inclusive_in_both_signs() {
        assertTrue(usd(1_000_000_000_000L).isInRange());
        assertTrue(usd(-1_000_000_000_000L).isInRange());
        assertFalse(usd(1_000_000_000_001L).isInRange());
        assertFalse(usd(-1_000_000_000_001L).isInRange());
        assertFalse(usd(Long.MIN_VALUE).isInRange());
    }

    @Test
    void allocates_without_losing_a_cent() {
        assertEquals(List.of(usd(334), usd(333), usd(333)), usd(1000).allocate(1, 1, 1));
        assertEquals(List.of(usd(-334), usd(-333), usd(-333)), usd(-1000).allocate(1, 1, 1));
    }

    @ParameterizedTest
    @CsvSource({
        "5, 1, 2, 2",
        "15, 1, 10, 2",
        "25, 1, 10, 2",
        "35, 1, 10, 4",
        "-25, 1, 10, -2",
        "-35, 1, 10, -4",
        "26, 1, 10, 3",
        "24, 1, 10, 2",
        "30000, 3, 7, 12857",
        "16240, 7, 3, 37893",
        "0, 5, 9, 0",
    })
    void scales_with_rounding_half_to_even(long cents, long numerator, long denominator, long expected) {
        assertEquals(usd(expected), usd(cents).scaled(numerator, denominator));
    }

    @ParameterizedTest
    @CsvSource({"13760, 5, 2752", "100, 3, 33", "-100, 3, -34", "2, 3, 0"})
    void each_part_is_rounded_down(long cents, long parts, long expected) {
        assertEquals(usd(expected), usd(cents).perEach(parts));
    }
}
