package dev.payweek.statements.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;

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
}
