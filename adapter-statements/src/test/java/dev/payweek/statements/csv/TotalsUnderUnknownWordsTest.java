package dev.payweek.statements.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.payweek.statements.Collected;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A total with a day and words that nobody knows is no movement, though it looks like one. */
class TotalsUnderUnknownWordsTest {

    private static final String ROWS = """
            2026-01-03,Coffee,-4.50
            2026-01-05,Salary,1500.00
            2026-01-06,Rent,-800.00
            2026-01-07,Refund,20.25
            """;

    private static Collected read(String text) {
        return Collected.read(new CsvFormat(), text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<Integer> rejected(Collected read) {
        return read.rejected.stream().map(row -> row.line()).toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026-01-31,Mabanda,715.75                              | 6
            2026-01-31,Mabanda,1520.25                             | 6
            2026-01-31,Mabanda,-804.50                             | 6
            2026-01-31,Mabanda,804.50;2026-01-31,Kwenda,1520.25    | 6 7
            2026-01-31,Mabanda,1520.25;2026-01-31,Kwenda,-804.50   | 6 7
            2026-01-31,M,1520.25;2026-01-31,K,804.50;2026-01-31,X,715.75 | 6 7 8
            """)
    void a_last_row_that_is_just_the_sum_of_the_others_is_rejected(String last, String lines) {
        Collected read = read("Date,Description,Amount\n" + ROWS + last.replace(';', '\n') + "\n");
        assertEquals(
                List.of(lines.split(" ")),
                rejected(read).stream().map(String::valueOf).toList());
        assertEquals(0, new BigDecimal("715.75").compareTo(read.sum()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026-01-31,Savings,-715.75     a transfer of all that is left
            2026-01-31,Savings,-1520.25    a transfer of all that came in
            2026-01-31,Payment,804.50      a card that is paid in full
            2026-01-31,Salary,1500.00      another of the same
            2026-01-31,Coffee,-4.50        another of the same
            2026-01-31,Shop,-715.74        nearly the same
            """)
    void what_may_well_be_a_movement_is_one(String last) {
        String row = last.replaceFirst(" {2,}.*", "");
        Collected read = read("Date,Description,Amount\n" + ROWS + row + "\n");
        assertEquals(5, read.rows.size());
        assertEquals(List.of(), rejected(read));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026-01-31,Mabanda,145.51,    | 5
            2026-01-31,Mabanda,9.00,      | ''
            2026-01-31,Mabanda,9.00,154.51| ''
            """)
    void a_last_row_that_repeats_the_running_balance_is_rejected_and_one_without_it_said(String last, String lines) {
        Collected read = read("Date,Description,Amount,Balance\n2026-01-03,Coffee,-4.49,95.51\n"
                + "2026-01-05,Gift,100.00,195.51\n2026-01-06,Shop,-50.00,145.51\n" + last + "\n");
        assertEquals(
                lines,
                String.join(" ", rejected(read).stream().map(String::valueOf).toList()));
        assertEquals(
                last.endsWith(","),
                read.skipped.stream().anyMatch(said -> said.contains("No balance stands beside line 5")));
    }

    @ParameterizedTest
    @CsvSource({"715.75", "1520.25", "-804.50"})
    void a_first_row_that_is_just_the_sum_of_the_others_is_said(String total) {
        Collected read = read("Date,Description,Amount\n2026-01-31,Mabanda," + total + "\n" + ROWS);
        assertEquals(5, read.rows.size());
        assertEquals(
                List.of("2: \"Mabanda\" is just what all rows below it come to. It is taken as a movement; if it is"
                        + " their total, remove it."),
                read.skipped);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Saldo contabile al 31/01/2026",
                "Saldo al 31.01.2026",
                "Kontostand am 31.01.2026",
                "Balance as of 01/31/2026",
                "Solde au 31/01/2026",
                "Saldo disponible a fecha 31-01-2026",
                "Saldo em 31/01/2026",
                "Saldo per 31-01-2026",
                "Saldo na dzień 2026-01-31",
                "Zůstatek ke dni 31.01.2026",
                "Остаток на 31.01.2026",
                "Залишок станом на 31.01.2026",
                "Egyenleg 2026.01.31",
                "Sold la data 31.01.2026",
                "Neuer Kontostand",
                "Available balance at end of period",
                "Total movimenti al 31/01/2026",
                "Υπόλοιπο κατά 31/01/2026",
                "רצועה|יתרה ליום 31/01/2026"
            })
    void a_balance_of_a_day_is_no_movement_however_its_words_are_combined(String words) {
        String label = words.substring(words.indexOf('|') + 1);
        Collected read = read("Date,Description,Amount\n" + ROWS + "2026-01-31," + label + ",2154.80\n");
        assertEquals(List.of(4, List.of()), List.of(read.rows.size(), rejected(read)), label);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Saldo fattura 31/01/2026",
                "Saldo carta di credito 01/2026",
                "Balance transfer 12345",
                "Solde de tout compte",
                "Total Energies 2026",
                "Stan Smith 2026",
                "Saldo ordine 12",
                "Old Navy 2026",
                "Begin Again Books",
                "Total 4711",
                "Summe der Teile GmbH 7"
            })
    void a_payment_of_what_is_left_is_a_movement(String words) {
        Collected read = read("Date,Description,Amount\n" + ROWS + "2026-01-31," + words + ",-154.80\n");
        assertEquals(5, read.rows.size(), read.skipped.toString());
    }
}
