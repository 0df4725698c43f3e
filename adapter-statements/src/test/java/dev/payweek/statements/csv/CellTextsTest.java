package dev.payweek.statements.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.payweek.statements.Collected;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a cell holds is what was meant, whatever was done to it for spreadsheets or for want of quotes. */
class CellTextsTest {

    private static Collected read(String text) {
        return Collected.read(new CsvFormat(), text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> amounts(Collected read) {
        return read.rows.stream().map(row -> row.amount().toString()).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"'", "=\"", "\u00A0"})
    void what_keeps_spreadsheets_from_reading_a_cell_is_no_part_of_it(String guard) {
        String end = guard.startsWith("=") ? "\"" : "";
        Collected read = read("Date;Text;Branch;Amount\n"
                + (guard + "2026-04-13" + end + ";'t Hoekje;" + guard + "0001" + end + ";" + guard + "-1.50" + end
                        + "\n")
                + (guard + "2026-04-14" + end + ";B;" + guard + "0002" + end + ";" + guard + "-2.50" + end + "\n"));
        assertEquals(List.of("-1.50", "-2.50"), amounts(read));
        assertEquals("'t Hoekje", read.rows.get(0).title());
    }

    @Test
    void texts_behind_an_apostrophe_are_texts() {
        Collected read = read("Date,Text,Amount\n2026-04-13,\"'BAKERY, TOWN\",-1.00\n2026-04-14,'Quoted',-2.00\n");
        assertEquals("BAKERY, TOWN", read.rows.get(0).title());
        assertEquals("'Quoted'", read.rows.get(1).title());
    }

    @Test
    void a_last_row_without_words_is_the_balance_of_a_file_without_headings() {
        Collected read = read("""
                30/11/2026;-12,50;Carte;;CB BOULANGER;;0;Divers
                28/11/2026;-1000,00;Virement;;VIREMENT;;0;Divers
                27/11/2026;-2,50;Carte;;CB CAFE;;0;Divers
                30/11/2026;987,50;;01234 567890A
                """);
        assertEquals(List.of("-12.50", "-1000.00", "-2.50"), amounts(read));
        assertEquals(1, read.skipped.size(), read.skipped::toString);
    }

    @Test
    void a_day_and_a_number_above_the_headings_hide_none_of_them() {
        Collected read = read("""
                ="0123456789";01/11/2026;30/11/2026;2;30/11/2026;987,50 EUR

                jour_du_mois;texte_complet;quantité_en_argent;devise
                30/11/2026;CAFE;-12,50;EUR
                28/11/2026;BOULANGER;-1000,00;EUR
                """);
        assertEquals(List.of("-12.50", "-1000.00"), amounts(read));
        assertEquals(
                "EUR", read.accounts.get(0).currency().map(Object::toString).orElse("none"));
    }

    @Test
    void days_without_a_year_behind_an_apostrophe_are_days_and_pending_is_none() {
        Collected read = read("""
                Periode : ,01/05/2026 - 31/05/2026

                Tanggal,Keterangan,Cabang,Jumlah,,Saldo
                '02/05,TRSF DB,'0000,"50,000.00",DB,"950,000.00"
                '05/05,KARTU DEBIT,'0000,"10,000.00",DB,"940,000.00"
                '15/05,GAJI,'0000,"100,000.00",CR,"1,040,000.00"
                'PEND,TRANSAKSI DEBIT,'0000,"25,000.00",DB,"1,015,000.00"
                """);
        assertEquals(List.of("-50000.00", "-10000.00", "100000.00"), amounts(read));
        assertEquals("2026-05-02", read.rows.get(0).date().toString());
        assertEquals(List.of(), read.rejected);
    }

    @Test
    void decimals_that_an_unquoted_comma_tore_off_are_put_back() {
        String rows = "13/04/2026,A,-45,50\n14/04/2026,B,200,00\n15/04/2026,C,-1.234,56\n";
        assertEquals(List.of("-45.50", "200.00", "-1234.56"), amounts(read("Data,Descrição,Valor\n" + rows)));
        // Under a heading of its own a number is none.
        assertEquals(
                List.of("-45", "200"),
                amounts(read("Date,Text,Amount,Points\n2026-04-13,A,-45,50\n2026-04-14,B,200,10\n")));
    }

    @Test
    void rows_of_any_width_keep_their_own_cells_whatever_stands_above() {
        List<CsvRow> rows = CsvRows.beginning("""
                a,same,x y,1
                b,same
                c,same,x  y,1
                d,same,x  y,1,'2,'2
                e
                f,other,x y,1,'2
                """, new Delimiter(',', false), 10);
        assertEquals(
                List.of(
                        List.of("a", "same", "x y", "1"),
                        List.of("b", "same"),
                        List.of("c", "same", "x  y", "1"),
                        List.of("d", "same", "x  y", "1", "2", "2"),
                        List.of("e"),
                        List.of("f", "other", "x y", "1", "2")),
                rows.stream().map(CsvRow::cells).toList());
        assertTrue(rows.get(0).isClean(2));
        assertFalse(rows.get(3).isClean(2));
        assertFalse(rows.get(3).isClean(5));
        assertTrue(rows.get(5).isClean(2));
        assertFalse(rows.get(5).isClean(4));
    }
}
