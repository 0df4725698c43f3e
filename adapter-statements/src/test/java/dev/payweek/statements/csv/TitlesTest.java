package dev.payweek.statements.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.payweek.statement.StatementRow;
import dev.payweek.statements.Collected;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A movement is called by who the other side is, under whatever heading, and never by a number. */
class TitlesTest {

    private static List<String> titles(String text) {
        Collected read = Collected.read(new CsvFormat(), text.getBytes(StandardCharsets.UTF_8));
        assertEquals("[]", read.questions.toString());
        return read.rows.stream().map(StatementRow::title).toList();
    }

    @ParameterizedTest
    @CsvSource({
        "DE89370400440532013000, FR7630006000011234567890189",
        "1234.56.78901, 2345.67.89012",
        "46700000001, 46700000002",
        "123456XXXXXX7890, 12-3456-7890123-00"
    })
    void the_number_of_an_account_is_no_title_in_any_row(String first, String second) {
        assertEquals(
                List.of("Book Shop", "Payment", "Bakery"),
                titles("Date,Beneficiary,Description,Amount\n2026-04-13," + first + ",Book Shop,-1.00\n"
                        + "2026-04-14,Card,Payment,-2.00\n2026-04-15," + second + ",Bakery,-3.00\n"));
    }

    @Test
    void where_there_is_nothing_but_a_number_it_is_the_title() {
        assertEquals(
                List.of("46700000001", "Book Shop"),
                titles("Date,Description,Amount\n2026-04-13,46700000001,-1.00\n2026-04-14,Book Shop,-2.00\n"));
    }

    @ParameterizedTest
    @CsvSource({
        "CounterpartyName, TransactionType",
        "counterParty, Type",
        "Közlemény/1, Típus",
        "Description 1, Type",
        "Omschrijving-1, Type",
        "Naam van de tegenpartij, Type verrichting",
        "Odbiorca/Zleceniodawca, Rodzaj transakcji",
        "Navn, Type"
    })
    void headings_without_blanks_or_with_numbers_are_known_by_their_words(String party, String kind) {
        assertEquals(
                List.of("Book Shop", "Bakery"),
                titles("Date;" + kind + ";" + party + ";Amount\n2026-04-13;Transfer;Book Shop;-1.00\n"
                        + "2026-04-14;Transfer;Bakery;-2.00\n"));
    }
}
