package dev.payweek.money;

import static org.junit.jupiter.api.Assertions.assertEquals;

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
}
