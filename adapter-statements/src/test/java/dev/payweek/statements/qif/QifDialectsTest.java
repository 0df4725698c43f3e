package dev.payweek.statements.qif;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.payweek.statements.Collected;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** QIF of many programs and countries. */
class QifDialectsTest {

    private static Collected read(String text) {
        return Collected.read(new QifFormat(), text.getBytes(StandardCharsets.UTF_8));
    }

    private static String shown(Collected read) {
        assertEquals("[]", read.rejected.toString());
        return read.rows.stream()
                .map(row -> row.date() + " " + row.amount() + " " + row.title())
                .collect(Collectors.joining("; "));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            5/14/26          | 2026-05-14
            5/14'26          | 2026-05-14
            05/14/2026       | 2026-05-14
            14/05/2026       | 2026-05-14
            14.05.26         | 2026-05-14
            14.05.2026       | 2026-05-14
            14-05-2026       | 2026-05-14
            2026-05-14       | 2026-05-14
            2026/05/14       | 2026-05-14
            14 May 2026      | 2026-05-14
            14 mai 2026      | 2026-05-14
            12/31'04         | 2004-12-31
            12/31/94         | 1994-12-31
            12/31' 4         | 2004-12-31
            5-14-26          | 2026-05-14
            """)
    void a_day_is_read_as_its_program_wrote_it(String written, String day) {
        assertEquals(day + " -1.00 A", shown(read("!Type:Bank\nD" + written + "\nT-1.00\nPA\n^\n")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            -1,012.50   | -1012.50
            -1.012,50   | -1012.50
            -1 012,50   | -1012.50
            -12,50      | -12.50
            12.50-      | -12.50
            (12.50)     | -12.50
            -12         | -12
            +12.50      | 12.50
            """)
    void an_amount_is_read_as_its_country_writes_it(String written, String amount) {
        assertEquals("2026-05-14 " + amount + " A", shown(read("!Type:Bank\nD2026-05-14\nT" + written + "\nPA\n^\n")));
    }

    @Test
    void headers_and_line_ends_vary() {
        String rows = "2026-05-14 -1.00 A; 2026-05-13 2.00 B";
        String body = "D2026-05-14\nT-1.00\nPA\n^\nD2026-05-13\nT2.00\nPB\n^\n";
        for (String header : List.of("!Type:Bank", "!type:bank ", "!TYPE:CCard", "!Type:Oth L", "!Type:Cash\t")) {
            assertEquals(rows, shown(read(header + "\n" + body)));
        }
        assertEquals(rows, shown(read(("\uFEFF!Type:Bank\n" + body).replace("\n", "\r\n"))));
        assertEquals(rows, shown(read(("!Type:Bank\n" + body).replace("\n", "\r"))));
        assertEquals(rows, shown(read("!Type:Bank\n" + body.replace("^", "^^"))));
        assertEquals(rows, shown(read("# made by a program\n\n!Type:Bank\n" + body.substring(0, body.length() - 2))));
    }

    @Test
    void an_unknown_kind_of_account_holds_movements_if_they_look_like_some() {
        String body = "D2026-05-14\nT-1.00\nPA\n^\n";
        assertEquals("2026-05-14 -1.00 A", shown(read("!Type:Banque\n" + body)));
        Collected list = read("!Type:Tag\nNHolidays\nDJourneys\n^\n!Type:Memorized\nKC\nT-1.00\nPA\n^\n");
        assertEquals(0, list.rows.size());
        assertEquals(2, list.skipped.size());
    }

    @Test
    void accounts_listed_between_switches_are_not_those_of_the_movements() {
        Collected read = read("""
                !Option:AutoSwitch
                !Account
                NEveryday
                TBank
                ^
                NCard
                TCCard
                ^
                !Clear:AutoSwitch
                !Option:AutoSwitch
                !Account
                NEveryday
                TBank
                ^
                !Type:Bank
                D5/14/26
                T-1.00
                PA
                ^
                !Account
                NCard
                TCCard
                ^
                !Type:CCard
                D5/15/26
                T-2.00
                PB
                ^
                !Account
                NBroker
                TInvst
                ^
                !Type:Invst
                D5/15/26
                NBuy
                YACME
                I10.00
                Q2
                T20.00
                ^
                """);
        assertEquals("2026-05-14 -1.00 A; 2026-05-15 -2.00 B", shown(read));
        assertEquals(
                List.of("Everyday", "Card"),
                read.accounts.stream()
                        .map(account -> account.id().orElseThrow())
                        .toList());
        assertEquals(1, read.skipped.size());
    }

    @Test
    void words_in_the_encoding_of_windows_are_read() {
        byte[] bytes = "!Type:Bank\nD14.05.2026\nT-1,00\nPBäckerei Süß\n^\n".getBytes(Charset.forName("windows-1252"));
        assertEquals("2026-05-14 -1.00 Bäckerei Süß", shown(Collected.read(new QifFormat(), bytes)));
    }
}
