package dev.payweek.statements.camt;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.payweek.statement.StatementFile;
import dev.payweek.statements.Collected;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** CAMT of all versions, as banks wrap and spell it. */
class CamtDialectsTest {

    private static final String ENTRY = """
            <Ntry><Amt Ccy="EUR">12.50</Amt><CdtDbtInd>DBIT</CdtDbtInd><Sts>BOOK</Sts>
            <BookgDt><Dt>2026-05-14</Dt></BookgDt><ValDt><Dt>2026-05-15</Dt></ValDt>
            <NtryDtls><TxDtls><RltdPties><Cdtr><Nm>Bookshop</Nm></Cdtr></RltdPties>
            <RmtInf><Ustrd>Novels</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>
            """;

    private static String document(String namespace, String body) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Document" + namespace + "><BkToCstmrStmt><GrpHdr>"
                + "<MsgId>1</MsgId></GrpHdr><Stmt><Id>1</Id><Acct><Id><IBAN>DE02120300000000202051</IBAN></Id>"
                + "<Ccy>EUR</Ccy></Acct>" + body + "</Stmt></BkToCstmrStmt></Document>";
    }

    private static String shown(Collected read) {
        assertEquals("Optional.empty", read.refusal.toString());
        assertEquals("[]", read.rejected.toString());
        return read.rows.stream()
                .map(row -> row.date() + " " + row.amount() + " " + row.title())
                .collect(Collectors.joining("; "));
    }

    private static String rows(byte[] bytes) throws IOException {
        assertEquals(100, new CamtFormat().recognise(StatementFile.of("?", bytes)));
        return shown(Collected.read(new CamtFormat(), bytes));
    }

    private static String rows(String text) throws IOException {
        return rows(text.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"02", "03", "04", "05", "06", "07", "08", "09", "10", "11", "12", "13"})
    void every_version_is_read(String version) throws IOException {
        String newer = ENTRY.replace("<Sts>BOOK</Sts>", "<Sts><Cd>BOOK</Cd></Sts>")
                .replace("<Nm>Bookshop</Nm>", "<Pty><Nm>Bookshop</Nm></Pty>");
        String body = Integer.parseInt(version) >= 8 ? newer : ENTRY;
        assertEquals(
                "2026-05-14 -12.50 Bookshop",
                rows(document(" xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001." + version + "\"", body)));
    }

    @Test
    void a_prefix_no_namespace_and_a_wrapping_make_no_difference() throws IOException {
        String plain = document("", ENTRY);
        String prefixed = plain.replaceAll("<(/?)(?=[A-Z])", "<$1n0:")
                .replace("<n0:Document", "<n0:Document xmlns:n0=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.02\"");
        String wrapped =
                "<Envelope><Header/><Body>" + plain.substring(plain.indexOf("<Document")) + "</Body></Envelope>";
        for (String text : new String[] {plain, prefixed, wrapped, "\uFEFF" + plain, "\n\n" + plain}) {
            assertEquals("2026-05-14 -12.50 Bookshop", rows(text));
        }
    }

    @Test
    void a_report_within_the_day_gives_what_is_booked() throws IOException {
        String report = document("", ENTRY + ENTRY.replace("BOOK<", "PDNG<"))
                .replace("BkToCstmrStmt", "BkToCstmrAcctRpt")
                .replace("<Stmt>", "<Rpt>")
                .replace("</Stmt>", "</Rpt>");
        assertEquals("2026-05-14 -12.50 Bookshop", rows(report));
    }

    @ParameterizedTest
    @CsvSource({"UTF-8", "ISO-8859-1", "windows-1252", "UTF-16", "UTF-16LE"})
    void the_bytes_tell_the_encoding(String charset) throws IOException {
        String text = document("", ENTRY.replace("Bookshop", "Bäckerei"))
                .replace("encoding=\"UTF-8\"", "encoding=\"" + charset + "\"");
        assertEquals("2026-05-14 -12.50 Bäckerei", rows(text.getBytes(Charset.forName(charset))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <BookgDt><DtTm>2026-05-14T23:59:59Z</DtTm></BookgDt>        | 2026-05-14
            <BookgDt><DtTm>2026-05-14T00:00:00+02:00</DtTm></BookgDt>   | 2026-05-14
            <BookgDt><Dt>2026-05-14Z</Dt></BookgDt>                     | 2026-05-14
            <BookgDt></BookgDt>                                         | 2026-05-15
            """)
    void the_day_is_the_one_booked_or_else_the_value_day(String written, String day) throws IOException {
        assertEquals(
                day + " -12.50 Bookshop",
                rows(document("", ENTRY.replace("<BookgDt><Dt>2026-05-14</Dt></BookgDt>", written))));
    }

    @Test
    void two_statements_of_one_account_are_both_read() throws IOException {
        String two = document(
                "",
                ENTRY + "</Stmt><Stmt><Acct><Id><IBAN>DE02120300000000202051</IBAN></Id>" + "<Ccy>EUR</Ccy></Acct>"
                        + ENTRY.replace("12.50", "00007,5"));
        assertEquals("2026-05-14 -12.50 Bookshop; 2026-05-14 -7.5 Bookshop", rows(two));
    }

    @Test
    void without_names_the_words_are_the_title_and_a_comment_is_none_of_them() throws IOException {
        assertEquals("2026-05-14 -12.50 Fee & charges", rows(document("", """
                        <!-- <Ntry> --><Ntry><Amt Ccy="EUR">12.50</Amt><CdtDbtInd>DBIT</CdtDbtInd>
                        <BookgDt><Dt>2026-05-14</Dt></BookgDt>
                        <AddtlNtryInf><![CDATA[Fee & charges]]></AddtlNtryInf></Ntry>
                        """)));
    }
}
