package dev.payweek.statements.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.payweek.statement.Question;
import dev.payweek.statement.StatementRow;
import dev.payweek.statements.Collected;
import dev.payweek.statements.Fixtures;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Dialects of banks nobody has met yet: each file in full, read without a question. */
class UnseenDialectsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            balance-proves-order    | 2026-05-03 1000.00 SALARY; 2026-05-04 -12.50 BOOKS; 2026-05-15 -3.00 CAFE
            balance-proves-sign     | 2026-05-13 -100.00 OPEN; 2026-05-14 -12.50 BOOKS; 2026-05-15 -3.00 CAFE
            card-used               | 2026-05-14 -12.50 Bookshop; 2026-05-13 -3.00 Cafe
            czech-months            | 2026-05-14 -12.50 Knihkupectví; 2026-02-03 1000.00 Mzda
            danish-thousands        | 2026-05-14 -1012.50 Boghandel; 2026-05-13 10000.00 Løn
            date-and-time           | 2026-05-14 -12.50 Bookshop GBP; 2026-05-13 1000.00 Salary GBP
            deep-preamble           | 2026-05-14 -12.50 Bookshop EUR; 2026-05-13 1000.00 Employer EUR
            dutch-months            | 2026-05-14 -12.50 Boekhandel; 2026-03-03 1000.00 Salaris
            english-flag-words      | 2026-05-14 -12.50 Bookshop; 2026-05-13 1000.00 Salary
            excel-guard             | 2026-05-14 -12.50 Bookshop; 2026-05-13 1000.00 Salary
            finnish                 | 2026-05-14 -12.50 Kirjakauppa; 2026-05-13 1000.00 Työnantaja
            french-months           | 2026-05-14 -12.50 LIBRAIRIE EUR; 2026-02-03 1000.00 SALAIRE EUR
            german-soll-haben-flag  | 2026-05-14 -12.50 Buchladen; 2026-05-13 1000.00 Lohn
            german-trailing-minus   | 2026-05-14 -1234.56 Buchladen EUR; 2026-05-13 2500.00 Arbeitgeber EUR
            greek                   | 2026-05-14 -12.50 Βιβλιοπωλείο; 2026-05-13 1000.00 Μισθός
            no-header | 2026-05-14 -12.50 BOOKS; 2026-05-13 1000.00 PAY; 2026-05-12 -3.00 TEA; 2026-05-11 3.00 GIFT
            hungarian-kifuto        | 2026-05-14 -12500.00 Könyvesbolt; 2026-05-13 500000.00 Munkáltató
            indian-dr-cr            | 2026-05-14 -105000.00 UPI BOOKS; 2026-05-13 1000000.00 SALARY
            italian-dare-avere      | 2026-05-14 -12.50 Libreria; 2026-05-13 1000.00 Stipendio
            minus-unicode           | 2026-05-14 -12.50 Bookshop; 2026-05-13 1000.00 Lön
            nbsp-groups             | 2026-05-14 -1012.50 LIBRAIRIE; 2026-05-13 10000.00 SALAIRE
            no-year-numbers         | 2026-01-13 -12.50 Bookshop; 2025-12-20 1000.00 Salary
            no-year                 | 2026-01-14 -12.50 Boekhandel; 2025-12-20 1000.00 Salaris
            norwegian               | 2026-05-14 -12.50 Bokhandel; 2026-05-13 1000.00 Lønn
            parentheses-dollars     | 2026-05-14 -1085.00 Book Shop; 2026-05-13 2000.00 Employer
            pipes                   | 2026-05-14 -12.50 Bookshop; 2026-05-13 1000.00 Salary
            polish-months           | 2026-05-14 -12.50 Księgarnia PLN; 2026-02-03 1000.00 Pensja PLN
            portuguese-months       | 2026-05-14 -12.50 Livraria; 2026-02-01 1000.00 Salário
            quoted-newlines         | 2026-05-14 -12.50 Buch- laden; 2026-05-13 1000.00 Lohn
            russian                 | 2026-05-14 -12.50 Книжный RUB; 2026-05-13 1000.00 Зарплата RUB
            sep-line                | 2026-05-14 -12.50 Bookshop; 2026-05-13 1000.00 Salary
            spanish-cargo-abono     | 2026-05-14 -12.50 Librería; 2026-05-13 1000.00 Nómina
            spanish-months          | 2026-05-14 -12.50 Librería; 2026-04-02 1000.00 Nómina
            swedish-spaces          | 2026-05-14 -12.50 Bokhandeln SEK; 2026-05-13 1000.00 Lön SEK
            swiss-apostrophe        | 2026-05-14 -1234.50 Buchhandlung; 2026-05-13 10000.00 Lohn
            tabs-utf16              | 2026-05-14 -12.50 Libreria; 2026-05-13 1000.00 Stipendio
            turkish                 | 2026-05-14 -12.50 Kitapçı; 2026-05-13 1000.00 Maaş
            us-am-pm                | 2026-05-14 -12.50 Bookshop; 2026-05-03 1000.00 Salary
            yen                     | 2026-05-14 -1250 書店; 2026-05-13 100000 給与
            """)
    void reads_every_row_of_a_dialect(String file, String rows) {
        Collected read = Collected.read(new CsvFormat(), Fixtures.bytes("dialects/" + file + ".csv"));
        assertTrue(read.refusal.isEmpty(), () -> read.refusal.toString());
        assertEquals("[]", read.questions.toString());
        assertEquals("[]", read.rejected.toString());
        assertEquals(rows, read.rows.stream().map(UnseenDialectsTest::shown).collect(Collectors.joining("; ")));
    }

    private static String shown(StatementRow row) {
        return row.date() + " " + row.amount() + " " + row.title()
                + row.currency().map(currency -> " " + currency).orElse("");
    }

    @Test
    void every_fixture_is_in_the_table() {
        assertEquals(40, Fixtures.names("dialects").size());
    }

    @Test
    void where_only_the_balance_shows_signs_an_amount_before_the_first_balance_is_rejected() {
        Collected read = Collected.read(new CsvFormat(), Fixtures.bytes("dialects/unsigned-oldest-first.csv"));
        assertEquals(
                "-12.50 -3.00 12.50",
                read.rows.stream().map(row -> row.amount().toString()).collect(Collectors.joining(" ")));
        assertEquals(
                "1000.00 has no sign, and no balance before it shows which way it went.",
                read.rejected.get(0).message());
        assertEquals(2, read.rejected.get(0).line());
    }

    @Test
    void days_without_a_year_need_one_from_somewhere() {
        byte[] bytes = "Date,Description,Amount\n01/13,Books,-1.00\n".getBytes(StandardCharsets.UTF_8);
        Question question = Collected.read(new CsvFormat(), bytes).questions.get(0);
        assertEquals(
                "The days of the file, such as \"01/13\" in line 2, have no year. Of which year is the last of them?",
                question.message());
        assertEquals(4, question.options().size());
        assertEquals(
                "2026-01-13",
                Collected.read(new CsvFormat(), bytes, "year", "2026")
                        .rows
                        .get(0)
                        .date()
                        .toString());
        assertEquals(
                "\"soon\" is no year.",
                Collected.read(new CsvFormat(), bytes, "year", "soon")
                        .refusal
                        .orElseThrow()
                        .getMessage());
    }

    @ParameterizedTest
    @CsvSource({
        "23.12.;05.01.;17.01., 2024-12-23 2025-01-05 2025-01-17",
        "17.01.;05.01.;23.12., 2025-01-17 2025-01-05 2024-12-23",
        "02.01.;14.06.;20.12., 2025-01-02 2025-06-14 2025-12-20",
        "05.01.;03.01.;04.02., 2025-01-05 2025-01-03 2025-02-04",
    })
    void the_year_is_that_of_the_last_day(String days, String read) {
        String[] each = days.split(";", -1);
        String rows = each[0] + ";A;-1,00\n" + each[1] + ";B;2,00\n" + each[2] + ";C;-3,00\n";
        String file = "Datum;Text;Betrag\n" + rows;
        assertEquals(
                read, days(Collected.read(new CsvFormat(), file.getBytes(StandardCharsets.UTF_8), "year", "2025")));
        String headed = "Kontoauszug Nr. 1/2025\n" + file;
        assertEquals(read, days(Collected.read(new CsvFormat(), headed.getBytes(StandardCharsets.UTF_8))));
    }

    private static String days(Collected read) {
        return read.rows.stream().map(row -> row.date().toString()).collect(Collectors.joining(" "));
    }

    @Test
    void a_question_names_the_amount_that_cannot_be_read() {
        byte[] bytes =
                "Date,Description,Amount\n2026-04-02,A,100.00\n2026-04-03,B,12..34\n".getBytes(StandardCharsets.UTF_8);
        String message = Collected.read(new CsvFormat(), bytes).questions.get(0).message();
        assertTrue(message.endsWith(" Besides, line 3 holds \"12..34\", which is no amount."), message);
        Collected told = Collected.read(new CsvFormat(), bytes, "sign", "positive_in");
        assertEquals("100.00", told.sum().toString());
        assertEquals(3, told.rejected.get(0).line());
    }
}
