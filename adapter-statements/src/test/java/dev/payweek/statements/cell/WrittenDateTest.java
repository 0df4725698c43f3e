package dev.payweek.statements.cell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WrittenDateTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026-04-03                    | YMD | 2026-04-03
            2026/4/3                      | YMD | 2026-04-03
            2026.04.03.                   | YMD | 2026-04-03
            2026 04 03                    | YMD | 2026-04-03
            2026-04-03T23:00:04Z          | YMD | 2026-04-03
            2026-04-03 23:00:04 +0200     | YMD | 2026-04-03
            2026-04-03-11.57.44.235044    | YMD | 2026-04-03
            20260403                      | YMD | 2026-04-03
            20260403120000[0:GMT]         | YMD | 2026-04-03
            03042026                      | DMY | 2026-04-03
            03/04/2026                    | DMY | 2026-04-03
            03/04/2026                    | MDY | 2026-03-04
            3.4.26                        | DMY | 2026-04-03
            03-04-99                      | DMY | 1999-04-03
            04/03'26                      | MDY | 2026-04-03
            4/ 3' 0                       | MDY | 2000-04-03
            25.03.2026 04:13              | DMY | 2026-03-25
            3 Apr 2026                    | MDY | 2026-04-03
            03-Apr-26                     | DMY | 2026-04-03
            Apr 3, 2026                   | DMY | 2026-04-03
            3. März 2026                  | DMY | 2026-03-03
            1er févr. 2026                | DMY | -
            12 févr. 2026                 | DMY | 2026-02-12
            03 mrt 2026                   | DMY | 2026-03-03
            3 de abril de 2026            | DMY | 2026-04-03
            3 června 2026                 | DMY | 2026-06-03
            3 července 2026               | DMY | 2026-07-03
            31/12/2026                    | MDY | -
            """)
    void is_read_under_an_order(String cell, DateOrder order, String day) {
        String found = WrittenDate.of(cell)
                .flatMap(date -> date.under(order))
                .map(Object::toString)
                .orElse("-");
        assertEquals(day, found);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                "Pending",
                "1111/11/11",
                "2026-13-01",
                "2026-02-30",
                "12.50",
                "1.234.567",
                "00000000",
                "99999999",
                "22 102,16",
                "1234 5678",
                "3 Foo 2026",
                "DE00123456",
                "04:05:42",
                "2026"
            })
    void other_cells_are_no_dates(String cell) {
        assertTrue(WrittenDate.of(cell).isEmpty(), cell);
    }

    @ParameterizedTest
    @CsvSource({"D/M/Y, DMY", "mm/dd/yyyy, MDY", "YYYY-MM-DD, YMD", "dmy, DMY"})
    void orders_are_named_in_many_ways(String label, DateOrder order) {
        assertEquals(order, DateOrder.ofLabel(label).orElseThrow());
    }
}
