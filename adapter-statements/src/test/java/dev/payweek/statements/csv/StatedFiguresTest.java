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
                "Transactions: 3",
                "3 Umsätze",
                "3,transaktioner",
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
            Transactions: 4                                 | "Transactions" is 4, but the file holds 3 movements
            Registros,2                                     | "Registros" is 2, but the file holds 3 movements
            4 opérations                                    | "opérations" is 4, but the file holds 3 movements
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
    void a_year_counts_nothing() {
        assertEquals(List.of(), remarks("Umsätze: 2026\n" + HEADER + ROWS));
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

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Opening balance,,100.00;Closing balance,,795.50       | before 2026-01-03 100.00, 2026-01-06 795.50
            Anfangssaldo: 100.00;Endsaldo: 795.50                 | before 2026-01-03 100.00, 2026-01-06 795.50
            Solde initial,,100.00;Solde final,,795.50             | before 2026-01-03 100.00, 2026-01-06 795.50
            Saldo anterior,,100.00;Saldo final,,795.50            | before 2026-01-03 100.00, 2026-01-06 795.50
            Saldo iniziale,,100.00;Saldo finale,,795.50           | before 2026-01-03 100.00, 2026-01-06 795.50
            Beginsaldo,,100.00;Eindsaldo,,795.50                  | before 2026-01-03 100.00, 2026-01-06 795.50
            Ingående saldo,,100.00;Utgående saldo,,795.50         | before 2026-01-03 100.00, 2026-01-06 795.50
            Alkusaldo,,100.00;Loppusaldo,,795.50                  | before 2026-01-03 100.00, 2026-01-06 795.50
            Saldo początkowe,,100.00;Saldo końcowe,,795.50        | before 2026-01-03 100.00, 2026-01-06 795.50
            Počáteční zůstatek,,100.00;Konečný zůstatek,,795.50   | before 2026-01-03 100.00, 2026-01-06 795.50
            Nyitó egyenleg,,100.00;Záró egyenleg,,795.50          | before 2026-01-03 100.00, 2026-01-06 795.50
            Sold initial,,100.00;Sold final,,795.50               | before 2026-01-03 100.00, 2026-01-06 795.50
            Devreden bakiye,,100.00;Kapanış bakiyesi,,795.50      | before 2026-01-03 100.00, 2026-01-06 795.50
            Входящий остаток,,100.00;Исходящий остаток,,795.50    | before 2026-01-03 100.00, 2026-01-06 795.50
            Вхідний залишок,,100.00;Вихідний залишок,,795.50      | before 2026-01-03 100.00, 2026-01-06 795.50
            Αρχικό υπόλοιπο,,100.00;Τελικό υπόλοιπο,,795.50       | before 2026-01-03 100.00, 2026-01-06 795.50
            יתרת פתיחה,,100.00;יתרת סגירה,,795.50                 | before 2026-01-03 100.00, 2026-01-06 795.50
            الرصيد الافتتاحي,,100.00;الرصيد الختامي,,795.50       | before 2026-01-03 100.00, 2026-01-06 795.50
            期初余额,,100.00;期末余额,,795.50                       | before 2026-01-03 100.00, 2026-01-06 795.50
            前月残高,,100.00;今回残高,,795.50                       | before 2026-01-03 100.00, 2026-01-06 795.50
            전월 잔액,,100.00;기말잔액,,795.50                      | before 2026-01-03 100.00, 2026-01-06 795.50
            Số dư đầu kỳ,,100.00;Số dư cuối kỳ,,795.50            | before 2026-01-03 100.00, 2026-01-06 795.50
            Saldo awal,,100.00;Saldo akhir,,795.50                | before 2026-01-03 100.00, 2026-01-06 795.50
            ยอดยกมา,,100.00;ยอดยกไป,,795.50                       | before 2026-01-03 100.00, 2026-01-06 795.50
            Closing balance,,795.50                               | 2026-01-06 795.50
            Closing balance 2026-01-31,,795.50                    | 2026-01-31 795.50
            Kontostand vom 31.01.2026:,795.50                     | 2026-01-31 795.50
            Opening balance,,100.00;Closing balance,,100.00       | before 2026-01-03 100.00, 2026-01-06 100.00
            Kontostand:,795.50                                    | ''
            """)
    void balances_beside_the_movements_are_kept_for_their_days(String stated, String kept) {
        String lines = stated.replace(';', '\n') + "\n";
        for (String file : List.of(HEADER + ROWS + lines, lines + HEADER + ROWS)) {
            Collected read = Collected.read(new CsvFormat(), file.getBytes(StandardCharsets.UTF_8));
            assertEquals(kept, String.join(", ", read.balances), file);
        }
    }

    @Test
    void a_balance_that_rises_by_what_goes_out_is_owed_or_the_signs_are_mixed_up() {
        String owed = "Opening balance,,800.00\nClosing balance,,104.50\n";
        Collected asWritten = Collected.read(new CsvFormat(), (HEADER + ROWS + owed).getBytes(StandardCharsets.UTF_8));
        assertEquals(List.of(), asWritten.balances);
        assertEquals(
                "6: From 800.00 to 104.50 the balance changes by -695.50, but the movements come to 695.50; unless the"
                        + " balances are what is owed, money in and out may be mixed up.",
                asWritten.skipped.get(asWritten.skipped.size() - 1));
        String sides = "Date,Description,Money out,Money in\n2026-01-03,Coffee,4.50,\n2026-01-05,Payment,,1500.00\n";
        Collected card = Collected.read(
                new CsvFormat(),
                (sides + "Previous balance,,1600.00\nNew balance,,104.50\n").getBytes(StandardCharsets.UTF_8));
        assertEquals(List.of("before 2026-01-03 -1600.00", "2026-01-05 -104.50"), card.balances);
        assertEquals(2, card.skipped.size(), card.skipped.toString());
    }

    @Test
    void balances_in_whole_numbers_are_checked_and_kept_as_well() {
        String rows = "日付,摘要,お支払金額,お預り金額\n2026/01/03,コンビニ,450,\n2026/01/05,給与,,150000\n";
        Collected read = Collected.read(
                new CsvFormat(), ("前月残高,1000\n" + rows + "次月繰越,150550\n").getBytes(StandardCharsets.UTF_8));
        assertEquals(List.of("before 2026-01-03 1000", "2026-01-05 150550"), read.balances);
        Collected wrong = Collected.read(
                new CsvFormat(), ("前月残高,1000\n" + rows + "次月繰越,150551\n").getBytes(StandardCharsets.UTF_8));
        assertTrue(
                wrong.skipped.stream().anyMatch(said -> said.contains("differ by 149551")), wrong.skipped.toString());
    }
}
