package dev.payweek.spreadsheets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CellTextTest {

    private static final CellText SINCE_1900 = new CellText(false);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "46106 | dd/mm/yyyy | 2026-03-25",
                "46106 | [$-407]d. mmmm yyyy;@ | 2026-03-25",
                "46106.60416666666 | yyyy-mm-dd hh:mm | 2026-03-25 14:30",
                "46106.9999999999 | m/d/yy h:mm | 2026-03-26",
                "0.604166666666667 | h:mm AM/PM | 14:30",
                "60 | d/m/yyyy | 1900-03-01",
                "1 | d/m/yyyy | 1900-01-01",
                "-1 | d/m/yyyy | -1",
                "2958466 | d/m/yyyy | 2958466",
                "45016 | yyyy\"年\"m\"月\"d\"日\" | 2023-03-31",
                "1.1000000000000001 | General | 1.1",
                "-1234.5599999999999 | General | -1234.56",
                "5.6843418860808015E-14 | #,##0.00 | 0.00",
                "1E3 | General | 1000",
                "1500 | #,##0.00 | 1500.00",
                "12.345 | General | 12.3450",
                "12.34567 | 0.00 | 12.34567",
                "1500 | #,##0.00 \\€ | 1500.00 €",
                "-1500.5 | [$€-2] #,##0.00 | -1500.50 €",
                "1500 | [$USD] #,##0.00;[Red]-[$USD] #,##0.00 | 1500.00 USD",
                "1500 | $#,##0.00_);($#,##0.00) | 1500.00 $",
                "1500 | _-* #,##0.00_-;-* #,##0.00_- | 1500.00",
                "1500 | \"Saldo\" 0.00 | 1500.00",
                "0.015 | 0.0% | 1.5%",
                "0.3 | @ | 0.3",
                "n/a | 0.00 | n/a"
            })
    void a_number_is_written_as_its_format_means_it(String number, String code, String expected) {
        assertEquals(expected, SINCE_1900.of(number, CellFormat.of(code)));
    }

    @ParameterizedTest
    @CsvSource({"14, 2026-03-25", "22, 2026-03-25", "31, 2026-03-25", "57, 2026-03-25", "0, 46106", "4, 46106.00"})
    void formats_without_a_code_are_known_by_their_number(int id, String expected) {
        assertEquals(expected, SINCE_1900.of("46106", CellFormat.builtIn(id)));
    }

    @Test
    void days_since_1904_are_four_years_and_a_day_on() {
        assertEquals("2026-03-25", new CellText(true).of("44644", CellFormat.builtIn(14)));
    }

    @Test
    void a_number_beyond_all_money_costs_no_time() {
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            for (String number : new String[] {"1E999999999", "1E-999999999", "9".repeat(30_000)}) {
                for (String code : new String[] {"General", "0.00", "0%", "d/m/yyyy"}) {
                    assertEquals(
                            number.length() > 20 ? number : number.replace("E9", "E+9"),
                            SINCE_1900.of(number, CellFormat.of(code)));
                }
            }
        });
    }
}
