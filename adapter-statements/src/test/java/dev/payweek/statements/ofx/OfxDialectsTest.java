package dev.payweek.statements.ofx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.payweek.statement.StatementFile;
import dev.payweek.statements.Collected;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** OFX as banks write it rather than as the rules have it. */
class OfxDialectsTest {

    private static final String MOVEMENT =
            "<STMTTRN><TRNTYPE>DEBIT<DTPOSTED>20260514<TRNAMT>-12.50<FITID>1<NAME>Bookshop</STMTTRN>";

    private static Collected read(String text, Charset charset) throws IOException {
        byte[] bytes = text.getBytes(charset);
        assertTrue(new OfxFormat().recognise(StatementFile.of("?", bytes)) >= 90, "not recognised");
        return Collected.read(new OfxFormat(), bytes);
    }

    private static String rows(String text) throws IOException {
        Collected read = read(text, StandardCharsets.UTF_8);
        assertEquals("[]", read.rejected.toString());
        return shown(read);
    }

    private static String shown(Collected read) {
        return read.rows.stream()
                .map(row -> row.date() + " " + row.amount() + " " + row.title())
                .collect(Collectors.joining("; "));
    }

    private static String bank(String movements) {
        return "OFXHEADER:100\nDATA:OFXSGML\nVERSION:102\n\n<OFX><BANKMSGSRSV1><STMTTRNRS><STMTRS><CURDEF>EUR"
                + "<BANKACCTFROM><BANKID>1<ACCTID>77<ACCTTYPE>CHECKING</BANKACCTFROM><BANKTRANLIST>"
                + movements + "</BANKTRANLIST></STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>";
    }

    @ParameterizedTest
    @CsvSource({
        "20260514, 2026-05-14",
        "20260514235959, 2026-05-14",
        "20260514120000.000[-5:EST], 2026-05-14",
        "20260514000000[\u22125:EST], 2026-05-14",
        "20260514000000[+5.5:IST], 2026-05-14",
        "20260514[0:GMT], 2026-05-14",
        "2026-05-14, 2026-05-14",
        "2026-05-14T08:15:00+02:00, 2026-05-14",
        "2026/05/14, 2026-05-14",
    })
    void the_day_is_the_one_written(String written, String day) throws IOException {
        assertEquals(
                day + " -12.50 Bookshop",
                rows(bank(MOVEMENT.replace("20260514", written.replace("\\u2212", "\u2212")))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            -12,50       | -12.50
            +12.50       | 12.50
            -1,234.56    | -1234.56
            -1.234,56    | -1234.56
            -1 234,56    | -1234.56
            -.50         | -0.50
            12.50-       | -12.50
            -12.50000    | -12.50000
            -$12.50      | -12.50
            """)
    void the_amount_is_read_whatever_its_marks(String written, String amount) throws IOException {
        assertEquals("2026-05-14 " + amount + " Bookshop", rows(bank(MOVEMENT.replace("-12.50", written))));
    }

    @Test
    void tags_may_be_small_closed_or_left_open() throws IOException {
        assertEquals(
                "2026-05-14 -12.50 bookshop; 2026-05-13 1100.00 Pay",
                rows("<ofx><bankmsgsrsv1><stmttrnrs><stmtrs><banktranlist>"
                        + MOVEMENT.toLowerCase(java.util.Locale.ROOT)
                        + "<STMTTRN><DTPOSTED>20260513</DTPOSTED><TRNAMT>1100.00</TRNAMT><MEMO/><NAME>Pay</NAME>"
                        + "</STMTTRN></banktranlist></stmtrs></stmttrnrs></bankmsgsrsv1></ofx>"));
    }

    @Test
    void movements_without_closing_tags_end_where_the_next_begins() throws IOException {
        String open = MOVEMENT.replace("</STMTTRN>", "");
        assertEquals("2026-05-14 -12.50 Bookshop; 2026-05-14 -12.50 Bookshop", rows(bank(open + open)));
    }

    @Test
    void a_header_on_one_line_or_none_at_all_is_enough() throws IOException {
        String body = bank(MOVEMENT).substring(bank(MOVEMENT).indexOf("<OFX>"));
        assertEquals("2026-05-14 -12.50 Bookshop", rows(body));
        assertEquals(
                "2026-05-14 -12.50 Bookshop",
                rows("OFXHEADER:100DATA:OFXSGMLVERSION:102SECURITY:NONEENCODING:USASCIICHARSET:1252" + body));
        assertEquals("2026-05-14 -12.50 Bookshop", rows("\r\n\r\n" + body));
    }

    @ParameterizedTest
    @CsvSource({"UTF-8", "windows-1252", "UTF-16", "UTF-16LE"})
    void the_bytes_tell_the_encoding(String charset) throws IOException {
        String text = bank(MOVEMENT.replace("Bookshop", "Café"));
        assertEquals("2026-05-14 -12.50 Café", shown(read(text, Charset.forName(charset))));
    }

    @Test
    void xml_with_a_namespace_is_read_alike() throws IOException {
        assertEquals(
                "2026-05-14 -12.50 Books & more",
                rows("<?xml version=\"1.0\"?><?OFX OFXHEADER=\"200\" VERSION=\"211\"?>"
                        + "<ofx:OFX xmlns:ofx=\"http://ofx.net/types/2003/04\"><ofx:CREDITCARDMSGSRSV1>"
                        + "<ofx:CCSTMTRS><ofx:STMTTRN><ofx:DTPOSTED>20260514</ofx:DTPOSTED>"
                        + "<ofx:TRNAMT>-12.50</ofx:TRNAMT><ofx:PAYEE><ofx:NAME>Books &amp; more</ofx:NAME></ofx:PAYEE>"
                        + "</ofx:STMTTRN></ofx:CCSTMTRS></ofx:CREDITCARDMSGSRSV1></ofx:OFX>"));
    }

    @Test
    void a_movement_without_a_usable_day_or_amount_names_its_line() throws IOException {
        Collected read = read(
                bank("\n" + MOVEMENT.replace("20260514", "00000000") + "\n" + MOVEMENT.replace("-12.50", ".")),
                StandardCharsets.UTF_8);
        assertEquals(
                "6 date, 7 amount",
                read.rejected.stream()
                        .map(row -> row.line() + " " + row.field())
                        .collect(Collectors.joining(", ")));
    }
}
