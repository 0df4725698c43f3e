package dev.payweek.statements.cell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Currency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WrittenAmountTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            12.50          | POINT | 12.50   |
            -12.5          | POINT | -12.5   |
            1,234.56       | POINT | 1234.56 |
            1.234,56       | COMMA | 1234.56 |
            -1.001         | COMMA | -1001   |
            1'234.50       | POINT | 1234.50 |
            22 102,16      | COMMA | 22102.16|
            1,05,000.00    | POINT | 105000.00 |
            (85.00)        | POINT | -85.00  |
            ($85.00)       | POINT | -85.00  |
            - $21.59       | POINT | -21.59  |
            +$327.49       | POINT | 327.49  |
            + £1,100.00    | POINT | 1100.00 | GBP
            $.23           | POINT | 0.23    |
            12,50-         | COMMA | -12.50  |
            −12,50         | COMMA | -12.50  |
            12,50 €        | COMMA | 12.50   | EUR
            1234,37 EUR    | COMMA | 1234.37 | EUR
            CHF 12.50      | POINT | 12.50   | CHF
            Fr. 12.50      | POINT | 12.50   | CHF
            R$ 12,50       | COMMA | 12.50   | BRL
            100,00 kr.     | COMMA | 100.00  |
            100.-          | POINT | 100     |
            100,--         | COMMA | 100     |
            100.00 DR      | POINT | -100.00 |
            100.00 CR      | POINT | 100.00  |
            ١٢٫٥٠          | COMMA | 12.50   |
            """)
    void is_read_exactly(String cell, DecimalMark mark, String value, String currency) {
        WrittenAmount amount = WrittenAmount.of(cell).orElseThrow();
        assertEquals(value, amount.under(mark).orElseThrow().toPlainString());
        assertEquals(
                currency == null ? "" : currency,
                amount.currency().map(Currency::getCurrencyCode).orElse(""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                ".",
                "12..34",
                "--123,45",
                "1,2,3",
                "12.50.1",
                "12 34",
                "8.10 SGD @ .97",
                "K2",
                "1e9",
                "12-34",
                "(12",
                "12)",
                "EUR",
                "12.50 FOO",
                "04:05",
                "1 Apr",
                "NaN",
                "0x10",
                "123456789012345678901"
            })
    void other_cells_are_no_amounts(String cell) {
        assertTrue(WrittenAmount.of(cell).isEmpty(), () -> cell + " is " + WrittenAmount.of(cell));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0000037", "00", "4514010000000000"})
    void long_numbers_and_leading_zeros_look_like_codes(String cell) {
        assertTrue(WrittenAmount.of(cell).orElseThrow().isCode());
    }

    @Test
    void the_decimal_mark_is_judged_over_all_amounts() {
        assertEquals(DecimalMark.COMMA, markOf("1.001", "12,5"));
        assertEquals(DecimalMark.POINT, markOf("1,001", "12.5"));
        assertEquals(DecimalMark.COMMA, markOf("1.001", "2.000"));
        assertEquals(DecimalMark.POINT, markOf("1,001", "75"));
        assertEquals(DecimalMark.POINT, markOf("75"));
    }

    private static DecimalMark markOf(String... cells) {
        DecimalMarkEvidence evidence = new DecimalMarkEvidence();
        for (String cell : cells) {
            evidence.see(WrittenAmount.of(cell).orElseThrow());
        }
        return evidence.mark();
    }
}
