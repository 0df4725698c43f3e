package dev.payweek.statements.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.payweek.statement.Question;
import dev.payweek.statements.Collected;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a file leaves open is asked for, and one answer settles it. */
class QuestionsTest {

    private static final String BOTH_ORDERS = "Date,Description,Amount\n03/04/2026,Books,-1.00\n05/04/2026,Tea,-2.00\n";
    private static final String NO_MINUS = "Date,Description,Amount\n2026-04-13,Books,1.00\n2026-04-14,Tea,2.00\n";
    private static final String TWO_SIDES = "2026-04-13;Alpha;;1,00\n2026-04-14;Beta;2,00;\n";
    private static final String WHOLE = "date,name,amount\n2026-04-13,Books,-1250\n2026-04-14,Wage,55801\n";

    private static Collected read(String text, String... answers) {
        return Collected.read(new CsvFormat(), text.getBytes(StandardCharsets.UTF_8), answers);
    }

    @Test
    void asks_whether_day_or_month_comes_first_when_both_fit_all_rows() {
        Collected read = read(BOTH_ORDERS);
        assertEquals(
                List.of(new Question(
                        "date_order",
                        "Does a date like 03/04/2026 begin with the day or with the month?",
                        "date_format",
                        List.of("D/M/Y", "M/D/Y"))),
                read.questions);
        assertTrue(read.rows.isEmpty() && read.accounts.isEmpty() && read.skipped.isEmpty());
    }

    @ParameterizedTest
    @CsvSource({"D/M/Y, 2026-04-03", "M/D/Y, 2026-03-04", "dd.mm.yyyy, 2026-04-03", "mdy, 2026-03-04"})
    void takes_the_order_it_is_told(String answer, String day) {
        assertEquals(
                day, read(BOTH_ORDERS, "date_format", answer).rows.get(0).date().toString());
    }

    @Test
    void an_answer_does_not_outweigh_what_the_dates_prove() {
        Collected read = read("Date,Text,Amount\n03/04/2026,A,-1.00\n25/04/2026,B,-1.00\n", "date_format", "M/D/Y");
        assertEquals("2026-04-03", read.rows.get(0).date().toString());
    }

    @Test
    void one_day_above_twelve_anywhere_decides_for_all_rows() {
        Collected read = read("Date,Text,Amount\n03/04/2026,A,-1.00\n04/25/2026,B,-1.00\n");
        assertEquals("2026-03-04", read.rows.get(0).date().toString());
    }

    @Test
    void points_between_the_numbers_mean_that_the_day_comes_first() {
        assertEquals(
                "2026-04-03",
                read("Date,Text,Amount\n03.04.2026,A,-1.00\n")
                        .rows
                        .get(0)
                        .date()
                        .toString());
    }

    @Test
    void asks_when_some_dates_can_only_begin_with_the_day_and_others_only_with_the_month() {
        String mixed = "Date,Text,Amount\n13/04/2026,A,-1.00\n04/25/2026,B,-1.00\n";
        assertEquals("date_order", read(mixed).questions.get(0).code());
        Collected told = read(mixed, "date_format", "D/M/Y");
        assertEquals(1, told.rows.size());
        assertEquals("bad_date", told.rejected.get(0).code());
        assertEquals(3, told.rejected.get(0).line());
    }

    @ParameterizedTest
    @CsvSource({"positive_in, 3.00", "positive_out, -3.00"})
    void asks_what_amounts_without_any_minus_mean(String answer, String sum) {
        assertEquals("sign", read(NO_MINUS).questions.get(0).code());
        assertEquals(
                List.of("positive_out", "positive_in"),
                read(NO_MINUS).questions.get(0).options());
        assertEquals(sum, read(NO_MINUS, "sign", answer).sum().toString());
    }

    @ParameterizedTest
    @CsvSource({"first_in, 1.00", "first_out, -1.00"})
    void asks_which_of_two_columns_without_headings_is_money_in(String answer, String sum) {
        assertEquals(
                List.of("first_out", "first_in"),
                read(TWO_SIDES).questions.get(0).options());
        assertEquals(sum, read(TWO_SIDES, "sign", answer).sum().toString());
    }

    @ParameterizedTest
    @CsvSource({"units, 54551", "cents, 545.51"})
    void asks_whether_odd_whole_numbers_are_cents(String answer, String sum) {
        assertEquals("amount_unit", read(WHOLE).questions.get(0).code());
        assertEquals(sum, read(WHOLE, "amount_unit", answer).sum().toString());
    }

    @ParameterizedTest
    @CsvSource({
        "amount_minor, GBP, 1549.38",
        "Amount (cents), '', 1549.38",
        "Betrag in Cent, EUR, 1549.38",
        "Betrag_Cent, EUR, 1549.38",
        "amount_minor, JPY, 154938",
        "amount_minor, KWD, 154.938",
        "Amount, HUF, 154938",
        "Amount, JPY, 154938"
    })
    void a_heading_or_a_currency_says_whether_whole_numbers_are_cents(String heading, String currency, String sum) {
        Collected read = read(("Date,Text," + heading + ",Currency\n2026-11-27,A,-3117,?\n2026-11-26,B,248055,?\n"
                        + "2026-11-25,C,-90000,?\n")
                .replace("?", currency));
        assertEquals(List.of(), read.questions);
        assertEquals(sum, read.sum().toPlainString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"GBP", "EUR", ""})
    void of_a_currency_with_cents_whole_numbers_are_asked_about(String currency) {
        Collected read =
                read("Date,Text,Amount,Currency\n2026-11-27,A,-3117,?\n2026-11-26,B,248055,?\n".replace("?", currency));
        assertEquals("amount_unit", read.questions.get(0).code());
    }

    @Test
    void asks_all_at_once() {
        Collected read = read("Date,Text,Amount\n03/04/2026,A,1.00\n");
        assertEquals(
                List.of("date_order", "sign"),
                read.questions.stream().map(Question::code).toList());
    }

    @ParameterizedTest
    @CsvSource({"sign, sideways", "sign, first_in", "amount_unit, pounds", "encoding, klingon", "date_column, Nowhere"})
    void refuses_an_answer_it_does_not_know(String parameter, String answer) {
        Collected read = read(NO_MINUS, parameter, answer);
        assertEquals(parameter, read.refusal.orElseThrow().problems().get(0).field());
    }

    @Test
    void refuses_a_date_format_it_does_not_know() {
        assertEquals(
                "\"often\" is no order of dates like D/M/Y, M/D/Y or Y/M/D.",
                read(BOTH_ORDERS, "date_format", "often").refusal.orElseThrow().getMessage());
    }

    @Test
    void heeds_the_encoding_and_the_column_of_the_day_it_is_told() {
        byte[] bytes = "Date,Posted Date,Text,Amount\n2026-04-13,2026-04-15,Žlutý kůň,-1.00\n"
                .getBytes(Charset.forName("windows-1250"));
        Collected read = Collected.read(new CsvFormat(), bytes, "encoding", "windows-1250", "date_column", "Date");
        assertEquals("Žlutý kůň", read.rows.get(0).title());
        assertEquals("2026-04-13", read.rows.get(0).date().toString());
        assertEquals(
                "2026-04-15",
                Collected.read(new CsvFormat(), bytes).rows.get(0).date().toString());
    }
}
