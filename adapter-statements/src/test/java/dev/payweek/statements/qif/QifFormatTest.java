package dev.payweek.statements.qif;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.payweek.statement.RejectedRow;
import dev.payweek.statement.StatementFile;
import dev.payweek.statement.StatementRow;
import dev.payweek.statements.Collected;
import dev.payweek.statements.Fixtures;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QifFormatTest {

    private static Collected read(String text, String... answers) {
        return Collected.read(new QifFormat(), text.getBytes(StandardCharsets.UTF_8), answers);
    }

    private static Collected fixture() {
        return Collected.read(new QifFormat(), Fixtures.bytes("qif/two-accounts.qif"));
    }

    @Test
    void reads_the_movements_of_every_account() {
        Collected read = fixture();
        assertEquals(
                List.of("Everyday", "Savings"),
                read.accounts.stream()
                        .map(account -> account.id().orElseThrow())
                        .toList());
        assertEquals("-977.50", read.sum().toString());
        StatementRow first = read.rows.get(0);
        assertEquals("2026-05-14", first.date().toString());
        assertEquals("Corner Bookshop", first.title());
        assertEquals("Corner Bookshop Two novels", first.text());
        assertEquals("Books:Novels", first.categoryHint().orElseThrow());
    }

    @Test
    void an_apostrophe_is_of_this_century_and_blanks_are_padding() {
        assertEquals("2006-05-03", fixture().rows.get(1).date().toString());
        assertEquals("1995-01-02", fixture().rows.get(2).date().toString());
    }

    @Test
    void a_category_in_brackets_is_a_transfer() {
        StatementRow transfer = fixture().rows.get(1);
        assertTrue(transfer.transfer() && transfer.categoryHint().isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Opening Balance",
                "Anfangssaldo",
                "Solde initial",
                "Saldo inicial",
                "Beginsaldo",
                "Начальный остаток"
            })
    void what_an_account_began_with_is_no_income_with_or_without_its_brackets(String words) {
        String head = "!Type:Bank\nD01/31/2026\nT100.00\nP" + words + "\n";
        String rest = "^\nD02/01/2026\nT-4.50\nPNew Balance Shoes\n^\n";
        for (String category : List.of("", "L[Checking]\n", "LEquity\n")) {
            Collected read = read(head + category + rest);
            assertEquals(
                    List.of(true, false),
                    read.rows.stream().map(StatementRow::transfer).toList(),
                    category);
        }
    }

    @Test
    void records_that_make_no_sense_are_rejected_and_lists_skipped() {
        assertEquals(
                List.of(
                        new RejectedRow(29, "date", "bad_date", "\"never\" is no date."),
                        new RejectedRow(37, "amount", "bad_amount", "\"x\" is no amount.")),
                fixture().rejected);
        assertEquals(List.of("3: Records of !Type:Cat, which are no movements."), fixture().skipped);
    }

    @Test
    void the_order_of_dates_is_asked_for_when_no_date_decides() {
        String open = "!Type:Bank\nD3/4/26\nT-1.00\n^\n";
        assertEquals("date_order", read(open).questions.get(0).code());
        assertEquals(
                "2026-04-03",
                read(open, "date_format", "D/M/Y").rows.get(0).date().toString());
        assertEquals(
                "2026-03-04", read("!Option:MDY\n" + open).rows.get(0).date().toString());
    }

    @Test
    void investments_are_skipped() {
        assertEquals(
                List.of("2: A security transaction; only cash movements are imported."),
                read("!Type:Invst\nD3/14/26\nNBuy\n^\n").skipped);
    }

    @Test
    void other_files_are_refused_and_not_recognised() throws IOException {
        assertEquals(
                "not_qif", read("a,b\n").refusal.orElseThrow().problems().get(0).code());
        for (String name : Fixtures.names("csv")) {
            assertEquals(0, new QifFormat().recognise(StatementFile.of("?", Fixtures.bytes(name))), name);
        }
        assertEquals(90, new QifFormat().recognise(StatementFile.of("?", Fixtures.bytes("qif/two-accounts.qif"))));
    }
}
