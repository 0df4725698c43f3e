package dev.payweek.statements.camt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.payweek.statement.RejectedRow;
import dev.payweek.statement.StatementFile;
import dev.payweek.statement.StatementPart;
import dev.payweek.statement.StatementRow;
import dev.payweek.statements.Collected;
import dev.payweek.statements.Fixtures;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CamtFormatTest {

    private static final Collected TWO = fixture("two-accounts");

    private static Collected fixture(String name) {
        return Collected.read(new CamtFormat(), Fixtures.bytes("camt/" + name + ".xml"));
    }

    private static Collected read(String text) {
        return Collected.read(new CamtFormat(), text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void every_statement_is_an_account_with_its_currency() {
        assertEquals(
                List.of("DE02120300000000202051 EUR", "777 CHF"),
                TWO.accounts.stream()
                        .map(account -> account.id().orElseThrow() + " "
                                + account.currency().orElseThrow())
                        .toList());
    }

    @Test
    void a_bundle_of_payments_is_one_movement_with_the_words_of_all() {
        StatementRow row = TWO.rows.get(0);
        assertEquals("-40.00", row.amount().toString());
        assertEquals("Garden & Co", row.title());
        assertEquals("Garden & Co Plumber Seeds, two bags RF18539007547034 Ada Example", row.text());
        assertEquals("BANK-REF-1", row.sourceId().orElseThrow());
    }

    @Test
    void the_day_is_the_one_written_and_no_zone_moves_it() {
        assertEquals("2026-05-04", TWO.rows.get(0).date().toString());
        assertEquals("2026-05-05", TWO.rows.get(1).date().toString());
    }

    @Test
    void a_reversal_is_signed_by_its_indicator_and_keeps_the_other_side() {
        StatementRow row = TWO.rows.get(1);
        assertEquals("12.50", row.amount().toString());
        assertEquals("Gym", row.title());
        assertEquals("Gym Returned direct debit Ada Example", row.text());
        assertEquals("I-77", row.sourceId().orElseThrow());
    }

    @Test
    void without_a_booking_day_the_value_day_and_then_the_closing_day_counts() {
        assertEquals("2026-05-31", TWO.rows.get(2).date().toString());
        assertEquals("14.00000", TWO.rows.get(2).amount().toString());
        assertEquals("2026-05-09", TWO.rows.get(3).date().toString());
        assertEquals("USD", TWO.rows.get(3).currency().orElseThrow().getCurrencyCode());
    }

    @Test
    void what_makes_no_sense_is_rejected_with_line_and_field() {
        assertEquals(
                List.of(
                        new RejectedRow(81, "amount", "bad_amount", "Amt \"-3.00\" is no amount."),
                        new RejectedRow(82, "direction", "bad_direction", "The entry has no CdtDbtInd."),
                        new RejectedRow(83, "date", "bad_date", "BookgDt/Dt \"2026-02-30\" is no day.")),
                TWO.rejected);
    }

    @Test
    void pending_entries_are_passed_over_and_matching_balances_need_no_word() {
        assertEquals(List.of("62: A pending movement, not booked yet."), TWO.skipped);
    }

    @Test
    void balances_that_do_not_match_are_told() {
        Collected read = fixture("incomplete");
        assertEquals("Intérêts", read.rows.get(0).title());
        assertEquals(
                List.of(
                        "4: A report within the day (camt.052); only what is booked already is imported.",
                        "10: The opening balance and the movements come to 3.00, but the closing balance is 9.00;"
                                + " movements may be missing from the file."),
                read.skipped);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Stmt", "Rpt", "Ntfctn"})
    void a_statement_without_entries_says_so(String kind) {
        Collected read = read("<Document><" + kind + "><Acct><Id><IBAN>X</IBAN></Id></Acct></" + kind + "></Document>");
        assertEquals("1: The statement of this account holds no movements.", read.skipped.get(read.skipped.size() - 1));
    }

    @Test
    void a_file_without_a_statement_is_refused() {
        assertEquals(
                "The file holds no account statement; a statement begins with <Stmt>, <Rpt> or <Ntfctn>.",
                read("<Document/>").refusal.orElseThrow().getMessage());
    }

    @Test
    void a_file_cut_off_is_refused_with_the_line() {
        assertEquals(
                "The file is no well-formed XML at line 2; it may be cut off or damaged.",
                read("<Document>\n<Stmt>").refusal.orElseThrow().getMessage());
    }

    @Test
    void is_recognised_by_its_content() throws IOException {
        CamtFormat format = new CamtFormat();
        assertEquals(100, format.recognise(StatementFile.of("a", Fixtures.bytes("camt/two-accounts.xml"))));
        assertEquals(100, format.recognise(StatementFile.of("a", Fixtures.bytes("camt/incomplete.xml"))));
        assertEquals(0, format.recognise(StatementFile.of("a", Fixtures.bytes("ofx/card-xml.ofx"))));
        assertTrue(TWO.questions.isEmpty());
    }

    @Test
    void the_payments_of_a_bundle_are_its_parts() {
        assertEquals(
                List.of(
                        new StatementPart(
                                Optional.of(new BigDecimal("-15.00")), "Garden & Co Seeds, two bags", Optional.empty()),
                        new StatementPart(
                                Optional.of(new BigDecimal("-25.00")), "Plumber RF18539007547034", Optional.empty())),
                TWO.rows.get(0).parts());
        assertTrue(TWO.rows.get(1).parts().isEmpty());
    }

    private static Collected bundle(String payments) {
        return read("""
                <Document><BkToCstmrStmt><Stmt><Acct><Id><IBAN>X</IBAN></Id><Ccy>EUR</Ccy></Acct>
                <Ntry><Amt Ccy="EUR">40.00</Amt><CdtDbtInd>DBIT</CdtDbtInd><Sts>BOOK</Sts>
                <BookgDt><Dt>2026-05-04</Dt></BookgDt><NtryDtls>%s</NtryDtls></Ntry>
                </Stmt></BkToCstmrStmt></Document>
                """.formatted(payments));
    }

    @Test
    void payments_in_the_details_count_and_one_that_was_returned_has_the_other_sign() {
        Collected read = bundle("""
                <TxDtls><AmtDtls><InstdAmt><Amt Ccy="USD">60.00</Amt></InstdAmt>
                <TxAmt><Amt Ccy="EUR">52.00</Amt></TxAmt></AmtDtls></TxDtls>
                <TxDtls><Amt Ccy="EUR">12.00</Amt><CdtDbtInd>CRDT</CdtDbtInd></TxDtls>
                """);
        assertEquals(
                List.of("-52.00", "12.00"),
                read.rows.get(0).parts().stream()
                        .map(part -> part.amount().orElseThrow().toString())
                        .toList());
        assertEquals(List.of(), read.skipped);
    }

    @Test
    void payments_that_do_not_come_to_the_entry_are_told_and_the_entry_is_taken_whole() {
        Collected read = bundle("<TxDtls><Amt Ccy=\"EUR\">40.00</Amt></TxDtls>".repeat(2));
        assertEquals("-40.00", read.sum().toString());
        assertEquals(
                List.of("2: The 2 payments of the entry (TxDtls) come to -80.00, not to its amount of -40.00;"
                        + " it is taken whole."),
                read.skipped);
    }

    @Test
    void payments_without_amounts_of_their_own_or_in_another_currency_are_no_parts() {
        assertTrue(bundle("<TxDtls><Refs/></TxDtls><TxDtls><Amt Ccy=\"EUR\">40.00</Amt></TxDtls>")
                .rows
                .get(0)
                .parts()
                .isEmpty());
        assertTrue(bundle("<TxDtls><Amt Ccy=\"USD\">20.00</Amt></TxDtls>".repeat(2))
                .rows
                .get(0)
                .parts()
                .isEmpty());
    }
}
