package dev.payweek.statements.ofx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.payweek.statement.RejectedRow;
import dev.payweek.statement.StatementFile;
import dev.payweek.statement.StatementRow;
import dev.payweek.statements.Collected;
import dev.payweek.statements.Fixtures;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OfxFormatTest {

    private static Collected fixture(String name) {
        return Collected.read(new OfxFormat(), Fixtures.bytes("ofx/" + name + ".ofx"));
    }

    private static Collected movement(String tags) {
        return read(
                "<OFX><STMTRS><CURDEF>EUR<BANKTRANLIST><STMTTRN>" + tags + "</STMTTRN></BANKTRANLIST></STMTRS></OFX>");
    }

    private static Collected read(String text) {
        return Collected.read(new OfxFormat(), text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void reads_version_1_without_closing_tags() {
        Collected read = fixture("bank-sgml");
        assertEquals(2, read.rows.size());
        StatementRow first = read.rows.get(0);
        assertEquals("2026-05-14", first.date().toString());
        assertEquals("-12.50", first.amount().toString());
        assertEquals("Books & more", first.title());
        assertEquals("Books & more second   hand", first.text());
        assertEquals("F1", first.sourceId().orElseThrow());
        assertEquals("Employer", read.rows.get(1).title());
        assertEquals(List.of(new RejectedRow(19, "amount", "bad_amount", "TRNAMT \".\" is no amount.")), read.rejected);
    }

    @Test
    void reads_version_2_with_comments_cdata_and_entities() {
        Collected read = fixture("card-xml");
        assertEquals("Salt & Pepper", read.rows.get(0).title());
        assertEquals("A&1", read.rows.get(0).sourceId().orElseThrow());
        assertEquals("Refund <late>", read.rows.get(1).title());
        assertEquals("5.125", read.rows.get(1).amount().toString());
        assertTrue(read.rows.get(1).sourceId().isEmpty());
    }

    @Test
    void a_row_is_in_its_currency_but_not_in_the_one_it_was_changed_from() {
        Collected read = fixture("card-xml");
        assertEquals("CAD", read.rows.get(0).currency().orElseThrow().getCurrencyCode());
        assertTrue(read.rows.get(1).currency().isEmpty());
    }

    @Test
    void every_statement_is_an_account_of_its_own() {
        Collected read = fixture("bank-sgml");
        assertEquals(
                List.of("111-1", "111-2"),
                read.accounts.stream()
                        .map(account -> account.id().orElseThrow())
                        .toList());
        assertEquals("EUR", read.accounts.get(0).currency().orElseThrow().getCurrencyCode());
        assertEquals(List.of("22: The statement of this account holds no cash movements."), read.skipped);
    }

    @Test
    void of_investments_only_cash_movements_are_read() {
        Collected read = fixture("investment");
        assertEquals("7.25", read.sum().toString());
        assertEquals(List.of("4: A security transaction; only cash movements are imported."), read.skipped);
    }

    @Test
    void a_file_without_statement_is_refused_in_the_banks_own_words() {
        assertEquals(
                "The file holds no account statement. The bank answered with error 15500: Wrong password",
                fixture("refused").refusal.orElseThrow().getMessage());
    }

    @ParameterizedTest
    @CsvSource({
        "20260514, 2026-05-14",
        "20260514235959.000[-7:MST], 2026-05-14",
        "20260514000000[+5.5], 2026-05-14",
        "20260514093914:014, 2026-05-14"
    })
    void the_day_is_the_one_written_and_never_converted(String posted, String day) {
        assertEquals(
                day,
                movement("<DTPOSTED>" + posted + "<TRNAMT>1").rows.get(0).date().toString());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            -12.50        | -12.50
            '    -11,76 ' | -11.76
            +3            | 3
            -30.000       | -30.000
            1,234.56      | 1234.56
            1.234,56      | 1234.56
            $120          | 120
            """)
    void amounts_are_read_exactly(String written, String amount) {
        assertEquals(
                amount,
                movement("<DTPOSTED>20260514<TRNAMT>" + written)
                        .rows
                        .get(0)
                        .amount()
                        .toString());
    }

    @ParameterizedTest
    @CsvSource({
        "<DTPOSTED>20261399<TRNAMT>1, date",
        "<DTPOSTED><TRNAMT>1, date",
        "<TRNAMT>1, date",
        "<DTPOSTED>20260514, amount",
        "<DTPOSTED>20260514<TRNAMT>1e9, amount",
        "<DTPOSTED>20260514<TRNAMT>1-2, amount"
    })
    void a_movement_that_makes_no_sense_is_rejected(String tags, String field) {
        Collected read = movement(tags);
        assertEquals(0, read.rows.size());
        assertEquals(field, read.rejected.get(0).field());
    }

    @Test
    void a_movement_the_bank_withdraws_is_skipped() {
        Collected read = movement("<DTPOSTED>20260514<TRNAMT>1<CORRECTFITID>F7<CORRECTACTION>DELETE");
        assertEquals(List.of("1: The bank withdraws its movement F7."), read.skipped);
    }

    @Test
    void a_file_that_is_cut_off_says_so() {
        Collected read = read("<OFX><STMTRS><STMTTRN><DTPOSTED>20260514<TRNAMT>1</STMTTRN><STMTTRN><DTPOS");
        assertEquals(1, read.rows.size());
        assertEquals("truncated", read.rejected.get(0).code());
        assertEquals(List.of("1: The file ends without its closing tag; it may be cut off."), read.skipped);
    }

    @Test
    void movements_whose_closing_tags_are_missing_are_still_several() {
        Collected read = read("<OFX><STMTRS><BANKTRANLIST><STMTTRN><DTPOSTED>20260514<TRNAMT>1"
                + "<STMTTRN><DTPOSTED>20260515<TRNAMT>2</BANKTRANLIST></STMTRS></OFX>");
        assertEquals("3", read.sum().toString());
    }

    @Test
    void bytes_decide_on_the_encoding_whatever_the_header_declares() {
        String text = "OFXHEADER:100\nENCODING:USASCII\nCHARSET:1252\n<OFX><STMTRS><STMTTRN><DTPOSTED>20260514"
                + "<TRNAMT>1<NAME>Café</STMTTRN></STMTRS></OFX>\u0000";
        for (Charset charset : List.of(StandardCharsets.UTF_8, Charset.forName("windows-1252"))) {
            Collected read = Collected.read(new OfxFormat(), text.getBytes(charset));
            assertEquals("Café", read.rows.get(0).title());
        }
    }

    @Test
    void recognises_ofx_by_its_content() throws IOException {
        for (String name : Fixtures.names("ofx")) {
            assertEquals(100, new OfxFormat().recognise(StatementFile.of("?", Fixtures.bytes(name))), name);
        }
        for (String name : Fixtures.names("csv")) {
            assertEquals(0, new OfxFormat().recognise(StatementFile.of("?", Fixtures.bytes(name))), name);
        }
    }
}
