package dev.payweek.statements.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.payweek.statement.StatementFile;
import dev.payweek.statements.Collected;
import dev.payweek.statements.Fixtures;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class HtmlTableFormatTest {

    private static List<String> shown(Collected read) {
        assertEquals("Optional.empty", read.refusal.toString());
        assertEquals(List.of(), read.questions);
        return read.rows.stream()
                .map(row -> row.date() + " " + row.amount() + " " + row.title()
                        + row.currency().map(currency -> " " + currency).orElse(""))
                .toList();
    }

    @Test
    void reads_the_table_of_a_page_that_is_named_like_a_workbook() {
        assertEquals(
                List.of("2026-03-25 -12.50 Fırın & Pastane TRY", "2026-03-26 1000.00 Maaş TRY"),
                shown(Collected.read(new HtmlTableFormat(), Fixtures.bytes("html/page.xls"))));
    }

    @Test
    void reads_a_workbook_saved_as_xml_with_cells_left_out() {
        assertEquals(
                List.of("2026-03-25 -12.5 Books & tea", "2026-03-26 1000 Salary"),
                shown(Collected.read(new HtmlTableFormat(), Fixtures.bytes("html/workbook.xls"))));
    }

    @Test
    void a_page_without_a_table_is_refused_with_a_sentence() {
        byte[] page = "<html><body>Log in</body></html>".getBytes(StandardCharsets.UTF_8);
        assertEquals(
                "The file is a web page without a table, so nothing can be read from it.",
                Collected.read(new HtmlTableFormat(), page)
                        .refusal
                        .orElseThrow()
                        .getMessage());
    }

    @Test
    void a_page_may_break_off_or_repeat_itself_anywhere() {
        String page = new String(Fixtures.bytes("html/workbook.xls"), StandardCharsets.UTF_8);
        for (int length = 0; length < page.length(); length++) {
            Collected read = Collected.read(
                    new HtmlTableFormat(), page.substring(0, length).getBytes(StandardCharsets.UTF_8));
            assertTrue(read.rows.size() <= 2, "rows of the first " + length);
        }
        Collected deep = Collected.read(
                new HtmlTableFormat(), "<table><tr><td>".repeat(5_000).getBytes(StandardCharsets.UTF_8));
        assertTrue(deep.refusal.isPresent());
    }

    @Test
    void knows_tables_and_nothing_else() throws IOException {
        for (String name : Fixtures.names("html")) {
            assertEquals(70, new HtmlTableFormat().recognise(StatementFile.of("?", Fixtures.bytes(name))), name);
        }
        for (String name : Fixtures.names("camt")) {
            assertEquals(0, new HtmlTableFormat().recognise(StatementFile.of("?", Fixtures.bytes(name))), name);
        }
    }
}
