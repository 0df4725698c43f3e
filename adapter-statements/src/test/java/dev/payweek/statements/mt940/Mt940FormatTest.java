package dev.payweek.statements.mt940;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.payweek.statement.StatementFile;
import dev.payweek.statements.Collected;
import dev.payweek.statements.Fixtures;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Mt940FormatTest {

    private static Collected read(String name) {
        return Collected.read(new Mt940Format(), Fixtures.bytes("mt940/" + name));
    }

    private static List<String> shown(Collected read) {
        return read.rows.stream()
                .map(row -> row.line() + " " + row.date() + " " + row.amount() + " " + row.title() + " | " + row.text())
                .toList();
    }

    @Test
    void reads_the_structured_details_of_german_banks() {
        Collected read = read("german.sta");
        assertEquals(
                List.of(
                        "5 2026-03-25 -45.10 Buchladen am Ring GmbH | Buchladen am Ring GmbH Rechnung Maerz Buecher und"
                                + " Hefte",
                        "7 2026-03-26 1500 ACME GmbH | ACME GmbH Gehalt Maerz",
                        "9 2026-03-27 -10.00 ACME GmbH | ACME GmbH Fehlbuchung"),
                shown(read));
        assertEquals("Optional[10020030/0123456789]", read.accounts.get(0).id().toString());
        assertEquals("Optional[EUR]", read.accounts.get(0).currency().toString());
        assertEquals(List.of(), read.skipped);
    }

    @Test
    void reads_the_structured_details_of_dutch_banks_and_the_year_of_a_booking_day() {
        Collected read = read("dutch.940");
        assertEquals(
                List.of(
                        "6 2025-12-31 -12.50 BOEKHANDEL DE KAST | BOEKHANDEL DE KAST FACTUUR 17",
                        "10 2026-01-02 1000.00 WERKGEVER BV | WERKGEVER BV SALARIS JANUARI"),
                shown(read));
        assertEquals(
                List.of("12: The closing balance is 1650.00, but the opening balance and the movements come to"
                        + " 1649.73."),
                read.skipped);
    }

    @Test
    void reads_an_interim_report_and_rejects_a_line_that_is_no_movement() {
        Collected read = read("interim.942");
        assertEquals(List.of("6 2026-03-25 7.50 Interest on savings | Interest on savings"), shown(read));
        assertEquals(
                "\"26XX250325D7,50NMSCNONREF\" is no movement.",
                read.rejected.get(0).message());
        assertEquals(9, read.rejected.get(0).line());
    }

    @ParameterizedTest
    @CsvSource({
        "160230D6;NTRFNONREF, 2016-02-29",
        "160432D6;NTRFNONREF, none",
        "1602300301D6;NTRFNONREF, 2016-03-01",
        "160226D6;NOV NONREF, 2016-02-26",
        "160226D6;S   X, 2016-02-26",
        "160226D6;NTRF, 2016-02-26"
    })
    void takes_a_kind_with_blanks_and_a_day_of_the_bankers_month(String line, String day) {
        Collected read = Collected.read(
                new Mt940Format(),
                (":20:A\n:25:B\n:28C:1\n:60F:C160225EUR0,\n:61:" + line.replace(";", ",") + "\n:86:C\n-\n")
                        .getBytes(StandardCharsets.UTF_8));
        assertEquals(
                day.equals("none") ? List.of() : List.of(day),
                read.rows.stream().map(row -> row.date().toString()).toList());
    }

    @Test
    void an_interim_report_names_its_currency_by_the_least_amount_and_details_may_be_parted_by_any_mark() {
        Collected read = Collected.read(new Mt940Format(), """
                :20:A
                :25:B
                :28C:1
                :34F:PLN0
                :13D:1701191815+0100
                :61:1701190119CN0,01NTRFNONREF
                :86:000>10012
                >20RE>21NT
                -
                """.getBytes(StandardCharsets.UTF_8));
        assertEquals("Optional[PLN]", read.accounts.get(0).currency().toString());
        assertEquals("RENT", read.rows.get(0).title());
    }

    @Test
    void knows_its_own_files_and_no_others() throws IOException {
        for (String name : Fixtures.names("mt940")) {
            assertEquals(95, new Mt940Format().recognise(StatementFile.of("?", Fixtures.bytes(name))), name);
        }
        assertEquals(
                0,
                new Mt940Format().recognise(StatementFile.of("?", "Date,Amount\n".getBytes(StandardCharsets.UTF_8))));
    }
}
