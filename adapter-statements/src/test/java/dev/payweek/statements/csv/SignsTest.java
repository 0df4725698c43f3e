package dev.payweek.statements.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.payweek.statement.RejectedRow;
import dev.payweek.statements.Collected;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Money out is negative, however the bank writes it. */
class SignsTest {

    private static String amounts(String text) {
        Collected read = Collected.read(new CsvFormat(), text.getBytes(StandardCharsets.UTF_8));
        assertEquals("[]", read.questions.toString());
        return String.join(
                " ", read.rows.stream().map(row -> row.amount().toString()).toList());
    }

    @Test
    void a_minus_is_taken_at_its_word() {
        assertEquals("-1.00 2.00", amounts("Date,Text,Amount\n2026-04-13,A,-1.00\n2026-04-14,B,2.00\n"));
    }

    @Test
    void a_thousand_amounts_with_a_minus_leave_nothing_for_later_rows_to_turn() {
        String purchases = "2026-04-13,Shop,-1.00\n".repeat(1_000);
        String thanks = "2026-04-14,Payment - thank you,-500.00\n";
        String other = "2026-04-15,Shop,3.00\n";
        assertEquals("-500.00 3.00", lastTwo("Date,Text,Amount\n" + purchases + thanks + other));
        assertEquals("500.00 -3.00", lastTwo("Date,Text,Amount\n" + thanks + purchases + thanks + other));
    }

    @ParameterizedTest
    @CsvSource({"Payer,Payee", "Maksaja,Saaja", "Avsändare,Mottagare", "Плательщик,Получатель", "付款人,收款人"})
    void the_customer_pays_what_goes_out_and_is_paid_what_comes_in(String payer, String payee) {
        String rows = ",50.00,Ann,Club\n2026-04-14,50.00,Bob,Club\n2026-04-15,-15.00,Club,Printer\n";
        String header = "Date,Amount," + payer + "," + payee + "\n";
        assertEquals("50.00 50.00 -15.00", amounts(header + "2026-04-13" + rows));
        assertEquals(
                "-50.00 -50.00 15.00",
                amounts(header + "2026-04-13,50.00,Club,Ann\n2026-04-14,50.00,Club,Bob\n2026-04-15,-15.00,Dan,Club\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"תאריך חיוב", "4 ספרות אחרונות של כרטיס האשראי", "מספר כרטיס"})
    void what_an_israeli_card_charges_is_money_out(String heading) {
        String row = ",17.00,₪,10-05-2026\n";
        assertEquals(
                "-17.00 -17.00",
                amounts("תאריך עסקה,שם בית העסק,סכום חיוב,מטבע חיוב," + heading + "\n2026-04-13,A" + row
                        + "2026-04-14,B" + row + "סך הכל,,34.00,₪,\n"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Transferência recebida - Maria", "Virement reçu de Marie", "Bonifico ricevuto da Maria",
                        "Pix recebido",
                "Überweisungsgutschrift", "Incoming transfer", "Przelew przychodzący", "Gelen EFT"
            })
    void a_transfer_that_was_received_came_in(String words) {
        assertEquals(
                "1000.00 -45.90 200.00",
                amounts("Date,Amount,Description\n2026-04-13,1000.00,Savings\n2026-04-14,-45.90,Bread\n"
                        + "2026-04-15,200.00," + words + "\n"));
    }

    @ParameterizedTest
    @CsvSource({
        "PAYMENT THANK YOU/PAIEMENT MERCI, Shop",
        "Zahlung erhalten, Shop",
        "Salary, Supermarket",
        "Gehalt, Bäckerei"
    })
    void of_two_columns_without_headings_words_show_which_is_money_in(String in, String out) {
        assertEquals(
                "-12.50 500.00 -2.50",
                amounts("2026-11-30," + out + ",12.50,,1\n2026-11-28," + in + ",,500.00,1\n2026-11-27," + out
                        + ",2.50,,1\n"));
        assertEquals(
                "-12.50 500.00 -2.50",
                amounts("2026-11-30," + out + ",,12.50,1\n2026-11-28," + in + ",500.00,,1\n2026-11-27," + out
                        + ",,2.50,1\n"));
    }

    private static String lastTwo(String text) {
        String[] amounts = amounts(text).split(" ");
        return amounts[amounts.length - 2] + " " + amounts[amounts.length - 1];
    }

    @Test
    void a_running_balance_proves_that_purchases_without_minus_are_money_out() {
        assertEquals("-10.00 -20.00 -5.00", amounts("""
                        Opening balance,100.00
                        Date,Text,Amount,Balance
                        2026-04-13,A,10.00,90.00
                        2026-04-14,B,20.00,70.00
                        2026-04-15,C,5.00,65.00
                        """));
    }

    @Test
    void a_running_balance_proves_signs_with_the_newest_row_first_too() {
        assertEquals("5.00 20.00 10.00", amounts("""
                        Date,Text,Amount,Balance
                        2026-04-15,C,5.00,65.00
                        2026-04-14,B,20.00,60.00
                        2026-04-13,A,10.00,40.00
                        Opening balance,,,30.00
                        """));
    }

    @Test
    void an_amount_before_all_balances_is_rejected_unless_its_words_say_the_way() {
        String rest = "2026-04-14,B,20.00,70.00\n2026-04-15,C,5.00,65.00\n";
        String header = "Date,Text,Amount,Balance\n";
        assertEquals("-20.00 -5.00", amounts(header + "2026-04-13,A,10.00,90.00\n" + rest));
        assertEquals("10.00 -20.00 -5.00", amounts(header + "2026-04-13,Salary,10.00,90.00\n" + rest));
        assertEquals("-10.00 -20.00 -5.00", amounts(header + "2026-04-13,Bakery,10.00,90.00\n" + rest));
    }

    @Test
    void a_running_balance_tells_which_of_two_columns_without_headings_is_money_out() {
        assertEquals(
                "-10.00 30.00 -5.00",
                amounts("2026-04-13,A,10.00,,90.00\n2026-04-14,B,,30.00,120.00\n2026-04-15,C,5.00,,115.00\n"));
    }

    @Test
    void a_column_of_ways_gives_amounts_their_sign() {
        assertEquals("-1.00 2.00", amounts("Date,Text,Amount,D/C\n2026-04-13,A,1.00,D\n2026-04-14,B,2.00,C\n"));
        assertEquals("-1.00 2.00", amounts("2026-04-13,A,1.00,Af\n2026-04-14,B,2.00,Bij\n"));
        assertEquals("-1.00 2.00", amounts("Datum;Text;Umsatz; \n13.04.2026;A;1,00;S\n14.04.2026;B;2,00;H\n"));
    }

    @ParameterizedTest
    @CsvSource({"借 Dr,贷 Cr", "D - Debit,C - Credit", "Debit (DR),Credit (CR)", "Soll/S,Haben/H"})
    void a_column_of_ways_may_say_them_twice(String out, String in) {
        assertEquals(
                "-1.00 2.00",
                amounts("Date,Text,Amount,Type\n2026-04-13,A,1.00," + out + "\n2026-04-14,B,2.00," + in + "\n"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Amount (credit),Amount (debit)",
                "Betrag (Haben),Betrag (Soll)",
                "Montant (crédit),Montant (débit)",
                "交易金额(收入),交易金额(支出)",
                "入账金额（收入）,入账金额（支出）"
            })
    void a_side_may_stand_in_brackets_behind_the_amount(String headings) {
        assertEquals(
                "-1.00 2.00 -3.00",
                amounts("Date,Text," + headings + "\n2026-04-13,A,,1.00\n2026-04-14,B,2.00,\n2026-04-15,C,,3.00\n"));
    }

    @Test
    void of_sides_in_two_currencies_those_of_the_account_are_read() {
        assertEquals("-7.00 14.00", amounts("""
                        交易日期,摘要,交易金额(收入),交易金额(支出),交易币种,记账金额(收入),记账金额(支出),记账币种
                        2026-04-13,A,,1.00,美元,,7.00,人民币
                        2026-04-14,B,2.00,,美元,14.00,,人民币
                        """));
    }

    @ParameterizedTest
    @CsvSource({
        "信用卡对账单 2026年04月,银联转账还款",
        "Credit card statement,Repayment 12",
        "Kreditkarte 1234,Zahlungseingang",
        "Karta kredytowa,Spłata"
    })
    void what_is_repaid_has_a_minus_in_a_cards_file_be_it_most_of_it(String preamble, String repaid) {
        String rows = "2026-04-13," + repaid + ",-50.00\n2026-04-14," + repaid + ",-60.00\n2026-04-15,A,80.00\n";
        assertEquals("50.00 60.00 -80.00", amounts(preamble + "\nDate,Text,Amount\n" + rows));
        assertEquals("-50.00 -60.00 80.00", amounts("Date,Text,Amount\n" + rows));
    }

    @Test
    void amounts_that_are_all_named_purchases_or_money_back_need_no_minus() {
        assertEquals("-2.99 1.99 66.60", amounts("""
                        Date,Text,Amount
                        2026-04-13,消费 A,2.99
                        2026-04-14,退货 A,1.99
                        2026-04-15,信用卡还款 B,66.60
                        """));
    }

    @Test
    void a_purchase_named_in_a_column_behind_the_payee_shows_it_too() {
        assertEquals("-15.90 -3.00", amounts("日期,交易对方,交易说明,金额\n2026-04-13,A,消费,15.90\n2026-04-14,B,消费,3.00\n"));
    }

    @Test
    void what_a_refund_was_spent_on_says_nothing_of_signs() {
        assertEquals("-12.00 -6.50 6.43 9.00", amounts("""
                        Date,Type,Text,Amount
                        2026-04-13,Payment,A,-12.00
                        2026-04-14,Payment,Coffee shop,-6.50
                        2026-04-15,Payment refund,Coffee shop,6.43
                        2026-04-16,Income,Salary,9.00
                        """));
    }

    @Test
    void a_purchase_named_before_a_bracket_shows_a_card_issuers_view() {
        assertEquals("-15.90 97.20", amounts("Date,Text,Amount\n2026-04-13,（消费）A,15.90\n2026-04-14,（退款）B,-97.20\n"));
    }

    @Test
    void a_column_of_ways_that_contradicts_every_sign_shows_a_card_issuers_view() {
        assertEquals("-1.00 2.00", amounts("2026-04-13,A,1.00,DEBIT\n2026-04-14,B,-2.00,CREDIT\n"));
    }

    @Test
    void thanks_for_a_payment_with_a_minus_show_a_card_issuers_view() {
        assertEquals(
                "-1.00 2.00",
                amounts("Date,Text,Amount\n2026-04-13,Shop,1.00\n2026-04-14,PAYMENT RECEIVED - THANK YOU,-2.00\n"));
    }

    @Test
    void columns_for_either_side_need_no_signs_and_may_hold_zeros() {
        assertEquals("-1.00 2.00", amounts("Date,Text,Debit,Credit\n2026-04-13,A,1.00,0.00\n2026-04-14,B,0.00,2.00\n"));
    }

    @Test
    void a_refund_among_debits_is_money_in() {
        assertEquals(
                "-1.00 0.40 2.00",
                amounts("Date,Text,Debit,Credit\n2026-04-13,A,1.00,\n2026-04-13,A,-0.40,\n2026-04-14,B,,2.00\n"));
    }

    @Test
    void debits_that_are_all_negative_stay_so() {
        assertEquals("-1.00 2.00", amounts("Date,Text,Debit,Credit\n2026-04-13,A,-1.00,\n2026-04-14,B,,2.00\n"));
    }

    @Test
    void credits_that_are_all_negative_are_money_in() {
        assertEquals("-1.00 2.00", amounts("Date,Text,Debit,Credit\n2026-04-13,A,1.00,\n2026-04-14,B,,-2.00\n"));
        assertEquals("-1.00 2.00", amounts("Date,Text,Debit,Credit\n2026-04-13,A,-1.00,\n2026-04-14,B,,-2.00\n"));
    }

    @Test
    void purchases_without_a_minus_show_a_card_issuers_view() {
        assertEquals(
                "-1.00 2.00",
                amounts("Date,Text,Type,Amount\n2026-04-13,A,Purchase,1.00\n2026-04-14,B,Payment,-2.00\n"));
        assertEquals("-1.00", amounts("Date,Text,Type,Amount\n2026-04-13,A,Purchase,1.00\n"));
    }

    @Test
    void a_balance_before_the_movement_does_not_turn_signs() {
        assertEquals(
                "-5.00 -10.00 -1.0",
                amounts("2026-04-13;100,00;95,00;-5,00\n2026-04-14;95,00;85,00;-10,00\n2026-04-15;85,00;84,00;-1,0\n"));
    }

    @Test
    void an_amount_with_signs_is_preferred_to_columns_for_either_side() {
        assertEquals(
                "-1.00 2.00",
                amounts("Date,Text,Amount,Debit,Credit\n2026-04-13,A,-1.00,1.00,\n2026-04-14,B,2.00,,2.00\n"));
    }

    @Test
    void one_or_two_amounts_with_a_currency_each_lack_a_minus_by_chance() {
        String header = "Date,Text,Amount,Currency\n";
        String garbled = header + "2026-04-13,A,100.00,EUR\n2026-04-14,B,12..34,EUR\n";
        assertEquals("100.00", amounts(garbled));
        Collected read = Collected.read(new CsvFormat(), garbled.getBytes(StandardCharsets.UTF_8));
        assertEquals(List.of(new RejectedRow(3, "amount", "bad_amount", "\"12..34\" is no amount.")), read.rejected);
        assertEquals(
                List.of("1: No amount in Amount has a minus; so few of them are taken as money in. If they are money"
                        + " out, answer sign with positive_out."),
                read.skipped);
        Collected told =
                Collected.read(new CsvFormat(), garbled.getBytes(StandardCharsets.UTF_8), "sign", "positive_out");
        assertEquals("-100.00", told.sum().toString());
        assertEquals(List.of(), told.skipped);
        String many = header + "2026-04-13,A,1.00,EUR\n".repeat(3);
        assertEquals(
                "sign",
                Collected.read(new CsvFormat(), many.getBytes(StandardCharsets.UTF_8))
                        .questions
                        .get(0)
                        .code());
    }

    /** Of a card whose refunds have no minus either: a column of kinds or the words set them apart, once asked. */
    @Test
    void refunds_without_a_minus_are_never_taken_as_purchases_in_silence() {
        String kinds = """
                Date,Type,Description,Amount
                2026-01-13,Purchase,Cinnabon,4.50
                2026-01-14,Refund,Wool,10.00
                2026-01-15,Purchase,Wool,7.00
                2026-01-16,Payment,Web,70.00
                2026-01-17,Fee,Late,2.00
                """;
        Collected asked = Collected.read(new CsvFormat(), kinds.getBytes(StandardCharsets.UTF_8));
        assertTrue(asked.questions.get(0).options().contains("out:Fee|Purchase"), asked.questions.toString());
        Collected read =
                Collected.read(new CsvFormat(), kinds.getBytes(StandardCharsets.UTF_8), "sign", "out:Fee|Purchase");
        assertEquals(new BigDecimal("66.50"), read.sum());

        String words = """
                Date,Description,Amount
                2026-01-13,Cinnabon,4.50
                2026-01-14,Refund Wool,10.00
                2026-01-15,Wool,7.00
                """;
        byte[] bytes = words.getBytes(StandardCharsets.UTF_8);
        Collected plain = Collected.read(new CsvFormat(), bytes, "sign", "positive_out");
        assertEquals(new BigDecimal("-1.50"), plain.sum());
        assertEquals(List.of("3: \"Refund Wool\" is taken as money in, as its words say."), plain.skipped);
    }
}
