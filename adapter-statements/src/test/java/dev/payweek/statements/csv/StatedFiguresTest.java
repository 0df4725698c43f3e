package dev.payweek.statements.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.payweek.statements.Collected;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a file states besides its movements agrees with them, or is said. */
class StatedFiguresTest {

    private static final String HEADER = "Date,Description,Amount\n";
    private static final String ROWS = "2026-01-03,Coffee,-4.50\n2026-01-05,Salary,1500.00\n2026-01-06,Rent,-800.00\n";

    private static List<String> remarks(String text) {
        Collected read = Collected.read(new CsvFormat(), text.getBytes(StandardCharsets.UTF_8));
        assertEquals(3, read.rows.size(), text);
        assertTrue(read.rejected.isEmpty() && read.questions.isEmpty(), text);
        return read.skipped.stream()
                .map(skipped -> skipped.substring(skipped.indexOf(' ') + 1))
                .filter(skipped -> !skipped.startsWith("A balance"))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Total,,695.50",
                "Total,,804.50",
                "Total debits,,804.50\nTotal credits,,1500.00",
                "Turnover,,2304.50",
                "Summe:,,695.50",
                ",Total général,695.50",
                "Итого,,695.50",
                "合计,,695.50",
                "Number of transactions,,3",
                "Anzahl Buchungen: 3",
                "件数,,3",
                "Closing balance,,795.50",
                "Opening balance,,100.00\nClosing balance,,795.50",
                "Saldo inicial,,100.00\nSaldo final,,795.50",
                "Closing balance: 795.50"
            })
    void what_agrees_is_not_worth_a_word(String footer) {
        assertEquals(List.of(), remarks(HEADER + ROWS + footer + "\n"));
        assertEquals(List.of(), remarks(footer + "\n" + HEADER + ROWS));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Total,,695.51                                   | "Total" is 695.51, but the movements come to 695.50
            Gesamtsumme,,1.00                               | "Gesamtsumme" is 1.00, but the movements come to 695.50
            Итого,,695.49                                   | "Итого" is 695.49, but the movements come to 695.50
            Number of transactions,,4                       | "Number of transactions" is 4, but the file holds 3
            Anzahl Buchungen: 2                             | "Anzahl Buchungen" is 2, but the file holds 3 movements
            交易笔数,,5                                      | "交易笔数" is 5, but the file holds 3 movements
            Opening balance,,100.00;Closing balance,,900.00 | The balances 100.00 and 900.00 differ by 800.00
            Saldo inicial,,1.00;Saldo final,,696.00         | The balances 1.00 and 696.00 differ by 695.00
            """)
    void what_does_not_agree_is_said(String stated, String remark) {
        String lines = stated.replace(';', '\n') + "\n";
        for (String file : List.of(HEADER + ROWS + lines, lines + HEADER + ROWS)) {
            List<String> remarks = remarks(file);
            assertEquals(1, remarks.size(), file);
            assertTrue(remarks.get(0).startsWith(remark), remarks.get(0));
        }
    }

    @Test
    void a_stated_balance_stands_at_one_end_of_the_running_balance() {
        String rows = """
                Date,Description,Amount,Balance
                2026-01-03,Coffee,-4.50,95.50
                2026-01-05,Salary,1500.00,1595.50
                2026-01-06,Rent,-800.00,795.50
                """;
        assertEquals(List.of(), remarks(rows + "Closing balance,,795.50\n"));
        assertEquals(List.of(), remarks("Opening balance,,100.00\n" + rows));
        assertEquals(
                List.of("\"Closing balance\" is 800.00, which is neither the first nor the last balance beside the"
                        + " movements."),
                remarks(rows + "Closing balance,,800.00\n"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            95.50 195.50 145.51  | The balance does not follow from the amounts at line 4; a row may be missing there.
            95.50 195.51 145.51  | The balance does not follow from the amounts at line 3; a row may be missing there.
            95.50 200.00 7.00    | The balances do not follow from the amounts: 2 of 2 differ, first at line 3.
            """)
    void a_running_balance_that_does_not_follow_is_said_however_few_there_are(String balances, String remark) {
        String[] each = balances.split(" ", -1);
        assertEquals(
                List.of(remark),
                remarks("Date,Description,Amount,Balance\n2026-01-03,Coffee,-4.50," + each[0]
                        + "\n2026-01-05,Salary,100.00," + each[1] + "\n2026-01-06,Rent,-50.00," + each[2] + "\n"));
    }
}
