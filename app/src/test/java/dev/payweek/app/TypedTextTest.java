package dev.payweek.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.payweek.money.Money;
import dev.payweek.refusal.LedgerException;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine.TypeConversionException;

/** Days and amounts as people type them: read rightly or not at all. */
class TypedTextTest {

    private static final DayText DAYS = new DayText(Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    2026-11-28|2026-11-28
                    today|2026-11-22
                    Yesterday|2026-11-21
                    -3d|2026-11-19
                    28.11.2026|2026-11-28
                    1.2.2026|2026-02-01
                    28/11/2026|2026-11-28
                    11/28/2026|2026-11-28
                    11/11/2026|2026-11-11
                    """)
    void a_day_that_can_be_but_one_is_read(String text, String day) {
        assertEquals(day, DAYS.convert(text).toString());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    03/04/2026|"03/04/2026" may be two days; say it as 2026-03-04 or 2026-04-03
                    someday|"someday" is no day
                    31.02.2026|"31.02.2026" is no day
                    2026-13-01|"2026-13-01" is no day
                    """)
    void a_day_that_can_be_two_or_none_is_not(String text, String sentence) {
        String message = String.valueOf(assertThrows(TypeConversionException.class, () -> DAYS.convert(text))
                .getMessage());
        assertTrue(message.startsWith(sentence), message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    4.50|USD|4.50 USD
                    12,50|USD|12.50 USD
                    $12.50|USD|12.50 USD
                    $12.50|CAD|12.50 CAD
                    -$3|USD|-3.00 USD
                    −3|USD|-3.00 USD
                    5 EUR|USD|5.00 EUR
                    5eur|USD|5.00 EUR
                    €1.234,56|EUR|1234.56 EUR
                    1'234.50|CHF|1234.50 CHF
                    1 234,50 €|EUR|1234.50 EUR
                    1,234,567|USD|1234567.00 USD
                    1200|JPY|1200 JPY
                    1.234|KWD|1.234 KWD
                    """)
    void an_amount_that_can_be_but_one_is_read(String text, String currency, String amount) {
        assertEquals(amount, AmountText.in(Currency.getInstance(currency), text).toString());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    1,000|USD|"1,000" is 1000 to some and 1 to others; write 1000 or 1.00.
                    1.500|EUR|"1.500" is 1500 to some and 1.5 to others; write 1500 or 1.50.
                    4.505|USD|"4.505": USD has 2 decimals; if thousands are meant, write 4505.
                    1,234|KWD|"1,234" is 1234 to some and 1.234 to others; write 1234 or 1.234.
                    1,200|JPY|"1,200": JPY has 0 decimals; if thousands are meant, write 1200.
                    1,2,3|USD|"1,2,3" is no amount
                    kr 5|SEK|"kr 5" is not a decimal amount
                    ¢5|USD|The ledger is in USD; of which currency "¢" is the sign is not known here.
                    """)
    void an_amount_that_can_be_two_or_none_is_not(String text, String currency, String sentence) {
        String message = String.valueOf(
                assertThrows(LedgerException.class, () -> AmountText.in(Currency.getInstance(currency), text))
                        .getMessage());
        assertTrue(message.startsWith(sentence), message);
    }

    @Test
    void what_any_locale_writes_is_read_as_it_was_meant_or_not_at_all() {
        int read = 0;
        for (Locale locale : List.of(Locale.US, Locale.GERMANY, Locale.FRANCE, Locale.ITALY, new Locale("de", "CH"))) {
            NumberFormat format = NumberFormat.getNumberInstance(locale);
            format.setMinimumFractionDigits(2);
            for (String amount : List.of("0.05", "4.50", "999.99", "1234.56", "12345.60", "1234567.89")) {
                String text = format.format(new BigDecimal(amount));
                assertEquals(Money.of(amount, "EUR"), AmountText.in(Currency.getInstance("EUR"), text), locale + text);
                read++;
            }
        }
        assertEquals(30, read);
    }
}
