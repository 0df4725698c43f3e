package dev.payweek.statements.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.payweek.statement.StatementRow;
import dev.payweek.statements.Collected;
import dev.payweek.statements.Fixtures;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each layout that banks are known to write, read without a question. */
class DialectsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            revolut-like         |  2 |    37.60 | 2026-05-02 |   -12.40 | Green Grocer              | 2 | 0
            chase-card-like      |  2 |    96.01 | 2026-05-31 |   -23.99 | HARDWARE STORE            | 0 | 0
            amex-like            |  3 |    29.40 | 2026-05-29 |    -6.50 | BAKERY ON THE HILL        | 0 | 0
            ing-nl-like          |  2 |  1095.80 | 2026-05-04 |    -4.20 | Bakkerij De Korst         | 0 | 0
            german-preamble      |  2 |  1220.50 | 2026-05-29 | -1080.00 | Stadtwerke                | 0 | 0
            uk-paid-in-out       |  2 |   396.80 | 2026-05-13 |    -3.20 | Corner Café               | 0 | 0
            french-sides         |  2 |   954.10 | 2026-05-14 |   -45.90 | CB LIBRAIRIE DU PORT      | 0 | 0
            italian              |  2 |   888.00 | 2026-05-13 |   -12.00 | Libreria                  | 0 | 0
            polish-1250          |  2 |   -29.50 | 2026-05-04 |   -45.00 | ZAKUP PRZY UŻYCIU KARTY   | 0 | 0
            swedish              |  2 |  5001.00 | 2026-05-22 |   -99.00 | Kortköp 260521 GYM        | 0 | 0
            danish               |  2 |   880.00 | 2026-05-04 |  -120.00 | Boghandel                 | 0 | 0
            spanish              |  2 |   441.87 | 2026-04-30 |   -58.13 | Recibo luz                | 0 | 0
            portuguese           |  2 |    96.60 | 2026-05-14 |    -3.40 | COMPRA PASTELARIA         | 0 | 0
            hungarian            |  2 | 96510    | 2026-05-20 | -3490    | Könyvesbolt               | 0 | 0
            czech                |  2 |   751.00 | 2026-05-20 |  -249.00 | Knihkupectví              | 0 | 0
            indian               |  2 |-54999.50 | 2026-05-14 |-105000.00| UPI BOOKS                 | 0 | 0
            blanks-before-quotes |  2 |   -10.00 | 2026-05-14 |   -12.50 | Books, second hand        | 0 | 0
            continued-rows       |  2 |   980.00 | 2026-05-14 |   -20.00 | FUND TRANSFER             | 0 | 0
            totals-at-the-end    |  2 |    -7.50 | 2026-05-14 |   -10.00 | Boekhandel                | 3 | 0
            cr-cr-lf             |  2 |    -3.00 | 2026-05-14 |    -1.00 | Books                     | 0 | 0
            cr-only              |  2 |    -3.00 | 2026-05-14 |    -1.00 | Books                     | 0 | 0
            utf-16               |  1 |    -1.00 | 2026-05-14 |    -1.00 | Café                      | 0 | 0
            unquoted-commas      |  4 |   -12.00 | 2026-05-14 |   -12.50 | Books, new and old        | 0 | 0
            unknown-language     |  2 |   987.50 | 2026-05-14 |   -12.50 | Raamatupood               | 0 | 0
            card-suffix          |  2 |   -74.50 | 2026-05-14 |  -100.00 | BOOKSHOP                  | 0 | 0
            """)
    void reads_a_dialect_without_a_question(
            String file,
            int count,
            BigDecimal sum,
            String day,
            BigDecimal amount,
            String title,
            int skipped,
            int rejected) {
        Collected read = Collected.read(new CsvFormat(), Fixtures.bytes("csv/" + file + ".csv"));
        assertTrue(read.refusal.isEmpty(), () -> read.refusal.toString());
        assertEquals("[]", read.questions.toString());
        assertEquals(count, read.rows.size());
        assertEquals(0, sum.compareTo(read.sum()), () -> "sum " + read.sum());
        StatementRow first = read.rows.get(0);
        assertEquals(day, first.date().toString());
        assertEquals(0, amount.compareTo(first.amount()), () -> "amount " + first.amount());
        assertEquals(title, first.title());
        assertEquals(skipped, read.skipped.size(), () -> read.skipped.toString());
        assertEquals(rejected, read.rejected.size(), () -> read.rejected.toString());
    }

    @Test
    void every_fixture_is_in_the_table() {
        assertEquals(25, Fixtures.names("csv").size());
    }
}
