package dev.payweek.statements.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.payweek.statements.Collected;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The language of headings, and how amounts are grouped, speak for currencies that no cell names. */
class SpokenCurrencyTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Bokföringsdag;Text;Belopp|-1,00|[SEK, EUR]",
                "Dato;Tekst;Beløb|-1,00|[DKK]",
                "Dato;Tekst;Beløp|-1,00|[NOK]",
                "Buchungstag;Verwendungszweck;Betrag|-1,00|[EUR, CHF]",
                "Data operacji;Opis;Kwota|-1,00|[PLN]",
                "Datum;Popis;Částka|-1,00|[CZK]",
                "Dátum;Szöveg;Összeg|-1,00|[HUF]",
                "Data;Causale;Importo|-1,00|[EUR, CHF]",
                "Datum;Omschrijving;Bedrag|-1,00|[EUR]",
                "Дата операції;Опис;Сума|-1,00|[UAH]",
                "Tarih;Açıklama;Tutar|-1,00|[TRY]",
                "תאריך;תיאור;סכום|-1.00|[ILS]",
                "Date;Sort code;Amount|-1.00|[GBP]",
                "Date;Text;Amount|-1,11,000.00|[INR, PKR, BDT, NPR, LKR]",
                "Date;Text;Amount|-111,000.00|[]",
                "Date;Bokföringsdag;Betrag|-1,00|[]"
            })
    void a_file_speaks_for_the_currencies_of_its_language(String header, String amount, String currencies) {
        String text = header + "\n2026-04-13;A;" + amount + "\n2026-04-14;B;" + amount + "\n";
        if (header.startsWith("Date;Bok")) {
            text = text.replace(";A", ";2026-04-13").replace(";B", ";2026-04-14");
        }
        assertEquals(
                currencies,
                Collected.read(new CsvFormat(), text.getBytes(StandardCharsets.UTF_8))
                        .spoken
                        .toString());
    }
}
