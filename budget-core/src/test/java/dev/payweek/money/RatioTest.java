package dev.payweek.money;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Currency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RatioTest {

    @ParameterizedTest
    @CsvSource({
        "162.40, 300.00, 0.5413, 54.13 %",
        "1.00, 3.00, 0.3333, 33.33 %",
        "2.00, 3.00, 0.6667, 66.67 %",
        "0.05, 1000.00, 0.0000, 0.00 %",
        "0.15, 1000.00, 0.0002, 0.02 %",
        "300.00, 100.00, 3.0000, 300.00 %",
        "-50.00, 100.00, -0.5000, -50.00 %",
        "0.00, 100.00, 0.0000, 0.00 %",
    })
    void is_exact_to_four_decimals(String part, String whole, String decimal, String percent) {
        Ratio ratio = Ratio.of(Money.of(part, "USD"), Money.of(whole, "USD"));
        assertEquals(decimal, ratio.decimal().toPlainString());
        assertEquals(percent, ratio.toString());
    }

    @Test
    void no_share_of_nothing_or_less_can_be_told() {
        assertEquals(Ratio.ZERO, Ratio.of(Money.of("5.00", "USD"), Money.of("0.00", "USD")));
        assertEquals(Ratio.ZERO, Ratio.of(Money.of("5.00", "USD"), Money.of("-1.00", "USD")));
        assertEquals(new Ratio(50_000), Ratio.of(Money.of("0.05", "USD"), Money.of("0.01", "USD")));
    }

    @Test
    void a_share_too_large_to_be_held_is_told_as_the_most() {
        Currency usd = Money.currency("USD");
        Money cent = Money.ofMinor(1, usd);
        assertEquals(new Ratio(8_999_999_999_999_990_000L), Ratio.of(Money.ofMinor(899_999_999_999_999L, usd), cent));
        assertEquals(Ratio.MOST, Ratio.of(Money.ofMinor(900_000_000_000_000L, usd), cent));
        assertEquals(Ratio.MOST, Ratio.of(Money.ofMinor(Long.MAX_VALUE, usd), cent));
        assertEquals(new Ratio(-Ratio.MOST.tenThousandths()), Ratio.of(Money.ofMinor(-Long.MAX_VALUE, usd), cent));
        assertEquals(
                new Ratio(10_000), Ratio.of(Money.ofMinor(Long.MAX_VALUE, usd), Money.ofMinor(Long.MAX_VALUE, usd)));
    }

    @Test
    void a_share_just_beyond_the_most_is_the_most() {
        Currency usd = Money.currency("USD");
        assertEquals(Ratio.MOST, Ratio.of(Money.ofMinor(9_000_000_000_000_009L, usd), Money.ofMinor(10, usd)));
    }

    @Test
    void a_small_part_of_much_is_a_small_share() {
        Currency usd = Money.currency("USD");
        assertEquals(new Ratio(10), Ratio.of(Money.ofMinor(1_000_000, usd), Money.ofMinor(1_000_000_000, usd)));
    }
}
