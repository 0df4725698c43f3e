package dev.payweek.statements.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RowsTest {

    private static Collected read(String text) {
        return Collected.read(new CsvFormat(), text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void a_row_with_a_bad_amount_is_rejected_with_its_line_and_the_others_are_read() {
        Collected read = read("Date,Text,Amount\n2026-04-13,A,-1.00\n2026-04-14,B,12..34\n2026-04-15,C,-3.00\n");
        assertEquals(2, read.rows.size());
        assertEquals(List.of(new RejectedRow(3, "amount", "bad_amount", "\"12..34\" is no amount.")), read.rejected);
    }

    @Test
    void money_without_a_date_is_rejected_and_never_lost_in_silence() {
        Collected read = read("Date,Text,Amount\n2026-04-13,A,-1.00\n,B,-2.00\n2026-02-30,C,-3.00\n");
        assertEquals(1, read.rows.size());
        assertEquals("The row has no date.", read.rejected.get(0).message());
        assertEquals("\"2026-02-30\" is no date.", read.rejected.get(1).message());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Extra", "Gebuchte Summe", "USD$", "Betrag 2"})
    void money_in_a_column_that_is_not_read_is_rejected_and_no_notice(String heading) {
        Collected read = read("Date,Text,Amount," + heading
                + "\n2026-04-13,A,-1.00,\n2026-04-14,B,,-2.00\n2026-04-15,C,-3.00,\n2026-04-16,D,-4.00,\n");
        assertEquals(3, read.rows.size(), read.rows::toString);
        assertEquals(3, read.rejected.get(0).line());
        assertEquals("no_amount", read.rejected.get(0).code());
    }

    @ParameterizedTest
    @ValueSource(strings = {"EUR,USD", "USD$,CAD$"})
    void of_a_column_for_each_currency_the_fullest_is_read_and_no_row_is_lost(String headings) {
        Collected read = read("Date,Text," + headings
                + "\n2026-04-13,A,-1.00,\n2026-04-14,B,,-2.00\n2026-04-15,C,,-3.00\n2026-04-16,D,,4.00\n");
        assertEquals(3, read.rows.size(), read.rows::toString);
        assertEquals("no_amount", read.rejected.get(0).code());
    }

    @ParameterizedTest
    @ValueSource(strings = {"n/a", "***", "nil", "--", "."})
    void a_side_that_is_seldom_filled_is_one(String nothing) {
        Collected read = read("""
                Date,Text,Debit,Credit
                2026-04-13,A,1.00,-
                2026-04-14,B,2.00,-
                2026-04-15,C,3.00,-
                2026-04-16,D,-,900.00
                """.replace(",-", "," + nothing));
        assertEquals(List.of(), read.rejected);
        assertEquals(
                List.of("-1.00", "-2.00", "-3.00", "900.00"),
                read.rows.stream().map(row -> row.amount().toString()).toList());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Source fee amount", "Bank charges (EUR)", "Transfer fee", "Frais de tenue", "Gebühren in EUR"})
    void a_fee_is_not_the_amount_whatever_it_is_called(String heading) {
        Collected read = read("Date,Text," + heading + ",Movement\n2026-04-13,A,0.10,-1.00\n2026-04-14,B,0.20,2.00\n"
                + "2026-04-15,C,0.00,-3.00\n");
        assertEquals(
                List.of("-1.00", "2.00", "-3.00"),
                read.rows.stream().map(row -> row.amount().toString()).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Amount incl. fees", "Betrag inkl. Gebühren", "Montant frais inclus", "Net of fees"})
    void an_amount_that_says_what_it_has_to_do_with_fees_is_one(String heading) {
        Collected read = read("Date,Text,Fee," + heading + "\n2026-04-13,A,0.10,-1.00\n2026-04-14,B,0.20,2.00\n"
                + "2026-04-15,C,0.00,-3.00\n");
        assertEquals(
                List.of("-1.00", "2.00", "-3.00"),
                read.rows.stream().map(row -> row.amount().toString()).toList());
    }

    @Test
    void what_was_paid_is_read_and_not_what_was_ordered() {
        Collected read = read("""
                交易时间,订单标题,收/支,订单金额,实付金额
                2026-04-13,A,支出,¥22.30,¥21.17
                2026-04-14,B,支出,¥50.00,¥49.56
                2026-04-15,C,收入,¥11.90,¥11.90
                """);
        assertEquals(List.of("-21.17", "-49.56", "11.90"), amounts(read));
        assertEquals("A", read.rows.get(0).title());
    }

    @ParameterizedTest
    @ValueSource(strings = {"-", "--", "----------"})
    void a_line_of_dashes_is_no_title(String nothing) {
        Collected read = read("Date,Payee,Purpose,Amount\n2026-04-13," + nothing + ",Rent,-1.00\n"
                + "2026-04-14,Shop,Food,-2.00\n2026-04-15,Bakery,Bread,-3.00\n");
        assertEquals("Rent", read.rows.get(0).title());
        assertEquals("Rent", read.rows.get(0).text());
    }

    @Test
    void each_currency_has_a_balance_of_its_own() {
        Collected read = read("""
                Date,Text,Amount,Currency,Balance
                2026-04-13,A,-1.00,HKD,99.00
                2026-04-14,B,500.00,CNY,500.00
                2026-04-15,C,-2.00,HKD,97.00
                2026-04-16,D,-3.00,HKD,94.00
                """);
        assertEquals(4, read.rows.size());
        assertEquals(List.of(), read.skipped);
    }

    @Test
    void a_backslash_before_digits_is_the_yen_of_japanese_encodings() {
        Collected read =
                read("日付,お支払金額,お預り金額,残高,摘要\n2026/04/30,,\\7\\,000,\\7\\,000,A\n2026/04/30,\\4\\,600,,\\2\\,400,B\n"
                        .replace("\\,", ""));
        assertEquals(List.of("7000", "-4600"), amounts(read));
    }

    @Test
    void money_under_a_heading_of_a_side_issue_is_likelier_than_whole_numbers_under_an_unknown_one() {
        Collected read = read("""
                Route,Price,Travel date,Order no
                A,-25.50,2026-04-13,12345678
                B,-14.00,2026-04-14,12345679
                C,-28.75,2026-04-15,12345681
                """);
        assertEquals(List.of("-25.50", "-14.00", "-28.75"), amounts(read));
    }

    @Test
    void of_two_amounts_under_the_same_heading_the_fuller_one_is_the_accounts() {
        Collected read = read("""
                Belegdatum;Verwendungszweck;Fremdwährung;Betrag;Kurs;Betrag;Währung
                13.04.2026;A;;;;- 12,34;EUR
                14.04.2026;B;;;;12,34;EUR
                15.04.2026;C;USD;- 123,45;1,05000;- 117,57;EUR
                """);
        assertEquals(List.of("-12.34", "12.34", "-117.57"), amounts(read));
    }

    @ParameterizedTest
    @CsvSource({
        "Opening Balance: 160.82 AED,Amount,-1.00,AED",
        "Opening Balance: AED 160.82,Amount,-1.00,AED",
        "Saldo 1 160.82 zł / 12.00 zł,Amount,-1.00,PLN",
        "Statement,Belopp,-1.00 kr,SEK",
        "Statement,Beløb,-1.00 kr.,DKK",
        "Statement,Beløp,kr -1.00,NOK",
        "Statement,Amount (in Rs),-1.00,INR",
        "Limits 10.00 AED 12.00 USD,Amount,-1.00,none",
        "Statement,Amount,-1.00 kr,none"
    })
    void a_currency_is_found_beside_amounts_above_the_table_and_by_sign_and_language(
            String above, String heading, String amount, String currency) {
        Collected read = read(above + "\nDate,Text," + heading + "\n2026-04-13,A," + amount + "\n2026-04-14,B," + amount
                + "\n2026-04-15,C," + amount + "\n");
        assertEquals(
                currency, read.accounts.get(0).currency().map(Object::toString).orElse("none"));
    }

    @ParameterizedTest
    @CsvSource({
        "Currency,Amount,Reference currency,Amount in reference currency, USD,-120.50,CHF,-107.25",
        "Account currency,Amount,Currency of purchase,Purchase, USD,-120.50,CHF,-107.25",
        "Purchase,Other currency,Amount,Currency, -107.25,CHF,-120.50,USD"
    })
    void between_two_currencies_the_amount_has_its_own(
            String a, String b, String c, String d, String first, String second, String third, String fourth) {
        String cells = String.join(",", first, second, third, fourth);
        Collected read = read("Date,Text," + String.join(",", a, b, c, d) + "\n2026-04-13,A," + cells
                + "\n2026-04-14,B," + cells + "\n");
        assertEquals(List.of("-120.50", "-120.50"), amounts(read));
        assertEquals(
                "USD",
                read.rows
                        .get(0)
                        .currency()
                        .or(() -> read.accounts.get(0).currency())
                        .orElseThrow()
                        .getCurrencyCode());
    }

    @Test
    void a_reference_that_says_hold_is_pending() {
        Collected read = read("""
                Дата операции;Референс проводки;Описание операции;Приход;Расход
                13.04.2026;CRD_1;A;0;1234,50
                14.04.2026;HOLD;B;0;100,00
                15.04.2026;CRD_2;C;500,00;0
                """);
        assertEquals(List.of("-1234.50", "500.00"), amounts(read));
        assertEquals(List.of(), read.questions);
    }

    @Test
    void where_each_cell_begins_with_what_it_is_the_name_of_the_other_side_is_the_title() {
        Collected read = read("""
                "Data operacji","Kwota","Waluta","Opis transakcji","","",""
                "2026-11-28","-45.99","PLN","Tytuł: 000123","Lokalizacja: Adres: SHOP 12 Miasto: KRAKOW Kraj: POLSKA",""
                "2026-11-27","+6500.00","PLN","Rachunek nadawcy: 11 2222","Nazwa nadawcy: FIRMA  A","Tytuł: PENSJA",""
                "2026-11-25","-2200.00","PLN","Rachunek odbiorcy: 44 55","Nazwa odbiorcy: JAN B","Tytuł: CZYNSZ",""
                """);
        assertEquals(
                List.of("SHOP 12", "FIRMA A", "JAN B"),
                read.rows.stream().map(StatementRow::title).toList());
        assertEquals(
                "Rachunek odbiorcy: 44 55 Nazwa odbiorcy: JAN B Tytuł: CZYNSZ",
                read.rows.get(2).text());
    }

    @Test
    void what_is_net_of_its_fee_already_has_nothing_taken_off() {
        Collected read = read("""
                Date,Name,Currency,Gross,Fee,Net,Balance
                2026-04-13,A,USD,84.00,-4.25,79.75,79.75
                2026-04-14,B,USD,-50.00,0,-50.00,29.75
                2026-04-14,C,EUR,43.34,0,43.34,43.34
                2026-04-15,D,USD,100.00,-3.20,96.80,126.55
                """);
        assertEquals(List.of("79.75", "-50.00", "43.34", "96.80"), amounts(read));
        assertEquals(List.of(), read.skipped);
    }

    private static List<String> amounts(Collected read) {
        return read.rows.stream().map(row -> row.amount().toString()).toList();
    }

    @Test
    void lines_count_the_line_ends_inside_quotations() {
        Collected read = read("Date,Text,Amount\r\n2026-04-13,\"A\r\nand\r\nmore\",-1.00\r\n\r\n2026-04-14,B,x\r\n");
        assertEquals(2, read.rows.get(0).line());
        assertEquals("A and more", read.rows.get(0).title());
        assertEquals("A\nand\nmore", read.rows.get(0).text());
        assertEquals(6, read.rejected.get(0).line());
    }

    @Test
    void notices_pending_and_failed_rows_are_skipped_with_a_reason() {
        Collected read = Collected.read(new CsvFormat(), Fixtures.bytes("csv/revolut-like.csv"));
        assertEquals(
                List.of("4: A pending movement, not booked yet.", "5: A movement that did not take place: REVERTED."),
                read.skipped);
    }

    @Test
    void a_row_without_an_amount_is_a_notice() {
        Collected read = read("Date,Text,Amount\n2026-04-13,A,-1.00\n2026-04-14,New terms from May,\n");
        assertEquals(List.of("3: No amount: \"2026-04-14 New terms from May\"."), read.skipped);
    }

    @Test
    void text_that_goes_on_in_the_next_row_is_joined() {
        Collected read = Collected.read(new CsvFormat(), Fixtures.bytes("csv/continued-rows.csv"));
        assertEquals("FUND TRANSFER to A Friend", read.rows.get(0).text());
    }

    @Test
    void the_text_holds_all_words_and_the_title_the_other_side() {
        StatementRow row = read("Date,Type,Payee,Memo,Amount\n2026-04-13,Card,Book  Shop,Two novels,-1.00\n")
                .rows
                .get(0);
        assertEquals("Book Shop", row.title());
        assertEquals("Card Book  Shop Two novels", row.text());
    }

    @Test
    void the_title_of_money_in_is_who_paid() {
        Collected read = read("""
                Buchungsdatum;Zahlungspflichtige*r;Zahlungsempfänger*in;Betrag (€)
                13.04.26;Me;Shop;-1
                14.04.26;Boss;Me;1.000
                15.04.26;Me;Shop;-1,50
                """);
        assertEquals(
                List.of("Shop", "Boss", "Shop"),
                read.rows.stream().map(StatementRow::title).toList());
        assertEquals("1000", read.rows.get(1).amount().toString());
        assertEquals("EUR", read.accounts.get(0).currency().orElseThrow().getCurrencyCode());
    }

    @Test
    void ids_categories_and_currencies_are_taken_from_their_columns() {
        StatementRow row = read("""
                id,created,amount,currency,category,name
                tx_1,2026-04-13T10:00:00Z,-1.00,gbp,eating out,Café
                """).rows.get(0);
        assertEquals("tx_1", row.sourceId().orElseThrow());
        assertEquals("GBP", row.currency().orElseThrow().getCurrencyCode());
        assertEquals("eating out", row.categoryHint().orElseThrow());
    }

    @Test
    void several_accounts_in_one_file_are_told_apart() {
        Collected read = read("Date,Account,Text,Amount\n2026-04-13,One,A,-1.00\n2026-04-13,Two,B,-2.00\n");
        assertEquals(
                List.of("One", "Two"),
                read.accounts.stream()
                        .map(account -> account.id().orElseThrow())
                        .toList());
    }

    @Test
    void the_preamble_names_the_account() {
        Collected read = read("IBAN;NL00 TEST 0000 0000 01\n\nDatum;Omschrijving;Bedrag\n13-04-2026;A;-1,00\n");
        assertEquals("NL00TEST0000000001", read.accounts.get(0).id().orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n\n",
                "just a line of words",
                "a,b,c\nd,e,f\n",
                "Name,Amount\nA,-1.00\nB,-2.00\n",
                "Date,Name\n2026-04-13,A\n2026-04-14,B\n",
                "Date,Text,Amount\n1111/11/11,A,-1.00\n",
                "Date,Text,Amount\n2026-04-13,\"A,-1.00\n2026-04-14,B,-2.00\n",
                "JournalNumber,JournalDate,NetAmount\n1,2026-04-13,-1.00\n",
                "{\"a\": 1}",
                "<html></html>"
            })
    void a_file_that_is_no_statement_is_refused_with_a_sentence(String text) {
        String message = read(text).refusal.orElseThrow().getMessage();
        assertTrue(message.endsWith("."), message);
    }

    @Test
    void a_header_without_rows_is_no_error() {
        Collected read = read("Date,Text,Amount\n");
        assertEquals(List.of("1: A header without rows."), read.skipped);
        assertTrue(read.refusal.isEmpty() && read.questions.isEmpty());
    }

    @Test
    void recognises_tables_and_nothing_else() throws IOException {
        for (String name : Fixtures.names("csv")) {
            assertEquals(60, new CsvFormat().recognise(StatementFile.of("?", Fixtures.bytes(name))), name);
        }
        for (String name : Fixtures.names("ofx")) {
            assertEquals(1, new CsvFormat().recognise(StatementFile.of("?", Fixtures.bytes(name))), name);
        }
        assertEquals(1, new CsvFormat().recognise(StatementFile.of("a.csv", new byte[] {1, 2, 3, 0, 0})));
        assertEquals(
                20, new CsvFormat().recognise(StatementFile.of("?", "a,b\nc,d\n".getBytes(StandardCharsets.UTF_8))));
        assertFalse(new CsvFormat().name().isBlank());
    }
}
