package dev.payweek.statements.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.payweek.statement.Question;
import dev.payweek.statement.StatementRow;
import dev.payweek.statements.Collected;
import dev.payweek.statements.csv.CsvFormat;
import java.nio.charset.Charset;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files with a letter or two beyond ASCII, whose headings or names show where they come from. */
class ShortTextsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            windows-1257 | Datums;Apraksts;Summa           | Alga Ķekava
            windows-1257 | Datums;Apraksts;Summa           | Pirkums Cēsīs
            windows-1257 | Datums;Apraksts;Summa           | SIA Ūdens
            windows-1257 | Data;Pirkinys;Suma              | Rūta
            windows-1257 | Data;Gavėjas;Suma               | Kovo mėnuo
            windows-1257 | Data;Aprašymas;Suma             | Ąžuolas
            windows-1257 | Kuupäev;Selgitus;Summa          | Žürii
            windows-1257 | Kuupäev;Saaja/Maksja;Summa      | Õunad
            ISO-8859-13  | Datums;Apraksts;Summa           | Ķīlis
            windows-1257 | Date;Payee;Amount               | Rīga
            windows-1257 | Date;Payee;Amount               | Šiauliai
            windows-1257 | Date;Payee;Amount               | LT121000011101001000 Žolė
            windows-1257 | Date;Payee;Amount               | Klaipėda
            windows-1250 | Data;Opis;Kwota                 | Ósemka
            windows-1250 | Data;Opis;Kwota                 | Źródło
            windows-1250 | Datum;Popis;Částka              | Řízek
            windows-1250 | Dátum;Közlemény;Összeg          | Fűszer
            windows-1250 | Datum;Opis;Iznos                | Đak
            IBM852       | Datum;Popis;Castka              | Řízek
            windows-1254 | Tarih;Aciklama;Tutar            | Işık
            windows-1254 | Tarih;Aciklama;Tutar            | Yeşil
            windows-1252 | Fecha;Concepto;Importe          | Peña
            IBM850       | Fecha;Concepto;Importe          | Peña Ñuñoa
            windows-1252 | Buchungstag;Text;Betrag         | Größe
            windows-1252 | Date;Libelle;Montant            | Crêpe
            windows-1252 | Data;Descrizione;Importo        | Caffè
            windows-1252 | Dato;Tekst;Belop                | Bjørn
            windows-1252 | Date;Description;Amount         | Café
            windows-1255 | Date;Payee;Amount               | מכולת
            windows-1255 | Date;Payee;Amount               | חנות ספרים
            windows-1251 | Date;Payee;Amount               | Пятёрочка
            windows-1251 | Date;Payee;Amount               | аптека
            KOI8-R       | Дата;Описание;Сумма             | Пятёрочка
            KOI8-R       | Date;Payee;Amount               | Магазин
            windows-1253 | Date;Payee;Amount               | Φαρμακείο
            x-MacRoman   | Buchungstag;Text;Betrag         | Größe
            """)
    void a_letter_is_read_right_or_asked_about(String encoding, String headings, String title) {
        String day = headings.startsWith("Datum;") || headings.startsWith("Buch") ? "13.03.2026" : "2026-03-13";
        byte[] file = (headings + "\n" + day + ";" + title + ";-12,30\n" + day + ";Xyz;900,00\n")
                .getBytes(Charset.forName(encoding));
        Collected read = Collected.read(new CsvFormat(), file);
        List<String> asked = read.questions.stream().map(Question::code).toList();
        if (asked.contains("encoding")) {
            List<String> options = read.questions.get(0).options();
            assertTrue(
                    options.stream()
                            .anyMatch(option -> titles(Collected.read(new CsvFormat(), file, "encoding", option))
                                    .contains(title)),
                    options.toString());
        } else {
            assertEquals(List.of(title, "Xyz"), titles(read));
        }
    }

    private static List<String> titles(Collected read) {
        return read.rows.stream().map(StatementRow::title).toList();
    }
}
