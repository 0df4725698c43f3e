package dev.payweek.statements.qif;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.payweek.statement.StatementRow;
import dev.payweek.statements.Collected;
import dev.payweek.statements.Fixtures;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The splits of a record are its parts, and nothing of them is lost where they make no sense. */
class QifSplitsTest {

    private static Collected read(String... lines) {
        String text = "!Type:Bank\nD5/14/26\nPCorner Market\n" + String.join("\n", lines) + "\n^\n";
        return Collected.read(new QifFormat(), text.getBytes(StandardCharsets.UTF_8));
    }

    private static StatementRow row(String... lines) {
        return read(lines).rows.get(0);
    }

    private static List<String> parts(StatementRow row) {
        return row.parts().stream()
                .map(part -> part.amount().map(Object::toString).orElse("?") + "|"
                        + part.categoryHint().orElse("") + "|" + part.text())
                .toList();
    }

    @Test
    void splits_are_parts_with_their_categories_and_memos() {
        StatementRow row =
                row("T-30.00", "L--Split--", "SFood/home", "EFor the week", "$-22.00", "SHousehold", "$-8.00");
        assertEquals(List.of("-22.00|Food|For the week", "-8.00|Household|"), parts(row));
        assertEquals("Corner Market", row.text());
        assertTrue(row.categoryHint().isEmpty());
    }

    @Test
    void the_word_for_several_categories_is_none_and_any_other_stays() {
        assertTrue(row("T-3.00", "L|--Multiple Categories--|", "SA", "$-1", "SB", "$-2")
                .categoryHint()
                .isEmpty());
        assertEquals(
                "A",
                row("T-3.00", "LA", "SA", "$-1", "SB", "$-2").categoryHint().orElseThrow());
    }

    @Test
    void the_only_split_without_an_amount_is_the_rest() {
        assertEquals(List.of("-22.00|A|", "-8.00|B|"), parts(row("T-30.00", "SA", "$-22.00", "SB")));
    }

    @Test
    void a_lone_split_gives_its_category_to_all_of_the_record() {
        StatementRow row = row("T-30.00", "SFood", "$-30.00");
        assertEquals("Food", row.categoryHint().orElseThrow());
        assertTrue(row.parts().isEmpty());
    }

    @Test
    void a_record_is_a_transfer_only_if_all_of_its_splits_are() {
        assertTrue(row("T-3.00", "L[Savings]", "S[Savings]", "$-1", "S[House]", "$-2")
                .transfer());
        StatementRow mixed = row("T-3.00", "L[House]", "S[House]", "$-1", "SInterest", "$-2");
        assertFalse(mixed.transfer());
        assertEquals(List.of("-1||[House]", "-2|Interest|"), parts(mixed));
    }

    @Test
    void where_the_splits_make_no_sense_the_record_speaks_for_itself() {
        assertTrue(
                row("T-3.00", "L[House]", "S[House]", "$-1", "SInterest", "$=2").transfer());
        assertEquals(
                "Home",
                row("T-3.00", "LHome", "SHome", "$-1", "SPost", "$-1")
                        .categoryHint()
                        .orElseThrow());
    }

    @Test
    void splits_that_do_not_come_to_the_amount_are_told_by_line_and_kept() {
        Collected read = read("T-30.00", "SA", "$-22.00", "SB", "$-7.00");
        assertEquals(
                List.of("2: The splits from line 5 on come to -29.00, not to the amount of -30.00;"
                        + " the record is taken whole."),
                read.skipped);
        assertEquals(List.of("-22.00|A|", "-7.00|B|"), parts(read.rows.get(0)));
        assertEquals("-30.00", read.sum().toString());
    }

    @Test
    void a_split_amount_that_is_none_is_told_by_line() {
        Collected read = read("T-1000.00", "SA", "$-253.64", "SB", "$=746.36");
        assertEquals(
                List.of("2: The amount of the split in line 7, \"=746.36\", is none; the record is taken whole."),
                read.skipped);
        assertEquals(List.of("-253.64|A|", "?|B|"), parts(read.rows.get(0)));
    }

    @Test
    void several_splits_without_amounts_are_told_by_line() {
        assertEquals(
                List.of("2: The splits in lines 5 and 6 have no amount; the record is taken whole."),
                read("T-3.00", "SA", "SB").skipped);
    }

    @Test
    void splits_with_decimal_commas_are_read_as_the_file_is() {
        assertEquals(List.of("-22.50|A|", "-8.00|B|"), parts(row("T-30,50", "SA", "$-22,50", "SB", "$-8,00")));
    }

    @Test
    void the_splits_of_one_record_are_not_those_of_the_next() {
        Collected read = Collected.read(new QifFormat(), Fixtures.bytes("qif/two-accounts.qif"));
        assertEquals(List.of("-1000.00|Books|", "-12.50|Post|"), parts(read.rows.get(0)));
        assertTrue(read.rows.get(1).parts().isEmpty());
    }
}
