package dev.payweek.statements.simplefin;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.payweek.statement.RejectedRow;
import dev.payweek.statement.StatementFile;
import dev.payweek.statements.Collected;
import dev.payweek.statements.Fixtures;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SimpleFinFormatTest {

    private static final Collected FIRST = fixture("version-1");
    private static final Collected SECOND = fixture("version-2");

    private static Collected fixture(String name) {
        return Collected.read(new SimpleFinFormat(), Fixtures.bytes("simplefin/" + name + ".json"));
    }

    private static String refusal(String text) {
        return Collected.read(new SimpleFinFormat(), text.getBytes(StandardCharsets.UTF_8))
                .refusal
                .orElseThrow()
                .getMessage();
    }

    @Test
    void an_account_is_known_before_its_rows_wherever_its_name_stands() {
        assertEquals(Optional.of("A1"), FIRST.accounts.get(0).id());
        assertEquals("USD", FIRST.accounts.get(0).currency().orElseThrow().getCurrencyCode());
        assertEquals(Optional.empty(), FIRST.accounts.get(1).currency());
    }

    @Test
    void posted_transactions_are_rows() {
        assertEquals(2, FIRST.rows.size());
        assertEquals("2026-05-15", FIRST.rows.get(0).date().toString());
        assertEquals("-12.50", FIRST.rows.get(0).amount().toString());
        assertEquals("Books & more", FIRST.rows.get(0).title());
        assertEquals("Books & more BOOKS 4711 second hand", FIRST.rows.get(0).text());
        assertEquals(Optional.of("T1"), FIRST.rows.get(0).sourceId());
        assertEquals(Optional.of("Leisure"), FIRST.rows.get(0).categoryHint());
        assertEquals("2026-05-15", FIRST.rows.get(1).date().toString());
        assertEquals("Refund é", FIRST.rows.get(1).title());
    }

    @Test
    void pending_ones_empty_accounts_and_errors_are_reported() {
        assertEquals(
                List.of(
                        "2: The server says: Connection to First Bank may need attention",
                        "9: A pending movement, not booked yet.",
                        "10: A pending movement, not booked yet.",
                        "17: This account has no transactions in the file."),
                FIRST.skipped);
    }

    @Test
    void what_makes_no_sense_is_rejected_with_line_and_member() {
        assertEquals(
                List.of(
                        new RejectedRow(12, "date", "bad_date", "posted \"soon\" is no time in seconds."),
                        new RejectedRow(13, "amount", "bad_amount", "amount \"1..00\" is no amount.")),
                FIRST.rejected);
    }

    @Test
    void version_2_names_connections_and_codes_its_errors() {
        assertEquals("-5.00", SECOND.sum().toString());
        assertEquals(
                List.of(
                        "1: The server says: Please sign in again.",
                        "1: The server says: Slow today.",
                        "2: The server says: act.failed"),
                SECOND.skipped);
    }

    @Test
    void what_is_no_account_set_is_refused() {
        assertEquals("The file has no member \"accounts\" with a list.", refusal("{\"errors\":[]}"));
        assertEquals(
                "The file is a web page, not JSON; servers answer with one when they refuse access.",
                refusal("<!doctype html><html>"));
        assertEquals("The file is no JSON: at line 2: it ends too early; it may be cut off.", refusal("{\n\"acc"));
    }

    @Test
    void is_recognised_by_its_content() throws IOException {
        SimpleFinFormat format = new SimpleFinFormat();
        for (String name : Fixtures.names("simplefin")) {
            assertEquals(100, format.recognise(StatementFile.of("a", Fixtures.bytes(name))), name);
        }
        assertEquals(0, format.recognise(StatementFile.of("a", "{\"accounts\": 1}".getBytes(StandardCharsets.UTF_8))));
    }
}
