package dev.payweek.discovery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.payweek.category.Categories;
import dev.payweek.ledger.Entry;
import dev.payweek.ledger.EntryDetails;
import dev.payweek.ledger.Expense;
import dev.payweek.ledger.Provenance;
import dev.payweek.money.Money;
import dev.payweek.plan.BudgetPlan;
import dev.payweek.plan.Discovery;
import dev.payweek.plan.Discovery.Kind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a bank's words, a payment made twice and a last one on another day say of bills that were seen a few times. */
class FewPaymentsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

    private final List<Entry> entries = new ArrayList<>();

    private void paid(String text, String... daysAndSums) {
        for (String one : daysAndSums) {
            String[] parts = one.split(" ", 2);
            EntryDetails details = EntryDetails.of(LocalDate.parse(parts[0]), Money.of(parts[1], "GBP"), text)
                    .withBankText(text)
                    .withAccount("current");
            entries.add(Expense.of(entries.size() + 1, 1, details, Categories.OTHER, Provenance.DEFAULT));
        }
    }

    private List<String> bills() {
        Map<Long, Entry> byId = new HashMap<>();
        Discoverer discoverer = new Discoverer();
        entries.forEach(entry -> {
            byId.put(entry.id(), entry);
            discoverer.add(entry);
        });
        return discoverer
                .find(new Given(
                        BudgetPlan.of(Money.currency("GBP")), TODAY, Set.of(), id -> Optional.ofNullable(byId.get(id))))
                .discoveries()
                .stream()
                .filter(one -> one.kind() == Kind.BILL)
                .map(FewPaymentsTest::said)
                .toList();
    }

    private static String said(Discovery one) {
        return one.state() + " " + one.name() + " " + one.hits();
    }

    @Test
    void what_is_drawn_is_a_bill_after_three_payments_whose_sums_differ() {
        paid("DIRECT DEBIT SEVERN WATER REF 1", "2026-09-14 61.20", "2026-10-14 74.85", "2026-11-16 70.02");
        paid("SEVERN BOOKSHOP", "2026-09-14 61.20", "2026-10-14 74.85", "2026-11-16 70.02");
        assertEquals(List.of("PROPOSED SEVERN WATER 3"), bills());
    }

    @Test
    void rent_that_is_sent_about_a_day_is_a_bill_after_three_payments() {
        paid("STO FOXTONS LETTINGS", "2026-09-01 950.00", "2026-10-04 950.00", "2026-11-03 950.00");
        assertEquals(List.of("PROPOSED FOXTONS LETTINGS 3"), bills());
    }

    @Test
    void a_payment_made_twice_hides_no_bill_of_three() {
        paid("ROYAL AUTOCLUB", "2026-09-07 20.13", "2026-09-09 20.13", "2026-10-07 20.06", "2026-11-07 20.05");
        assertEquals(List.of("PROPOSED ROYAL AUTOCLUB 3"), bills());
    }

    @Test
    void a_purchase_by_card_is_no_payment_of_the_card() {
        assertTrue(Marks.has(
                Words.of("CARD PAYMENT TO AMAZON.CO.UK ON 11 JAN", false).marks(), Marks.SHOP));
        assertFalse(Marks.has(
                Words.of("CARD PAYMENT TO AMAZON.CO.UK ON 11 JAN", false).marks(), Marks.CARD));
        assertTrue(Marks.has(Words.of("CARD PAYMENT - THANK YOU", false).marks(), Marks.CARD));
    }

    @Test
    void what_is_a_bonus_in_pay_is_a_name_in_what_is_spent() {
        assertEquals(List.of("amazon", "prime"), Words.of("AMAZON PRIME", false).names());
        assertEquals(List.of("dupont"), Words.of("VIR DUPONT PRIME", true).names());
    }

    @Test
    void a_last_payment_on_another_day_does_not_keep_an_ended_bill_alive() {
        paid("GYMNASIUM NORTH", "2026-01-05 30.00", "2026-02-05 30.00", "2026-03-05 30.00", "2026-04-07 30.00");
        paid("GYMNASIUM NORTH", "2026-05-05 30.00", "2026-06-19 30.00");
        paid("CORNER SHOP", "2026-11-19 4.10");
        assertEquals(List.of("STOPPED GYMNASIUM NORTH 5"), bills());
    }

    @Test
    void a_transfer_is_found_over_a_weekend_and_a_holiday() {
        List<Row> rows = List.of(
                new Row(1, 19_718, 63_950, false, 1, 1, 1, 0, 0, Marks.CARD),
                new Row(2, 19_724, 63_950, true, 2, 2, 2, 0, 0, Marks.CARD));
        TransferPairs pairs = new TransferPairs(new Coverage(), payee -> rows);
        assertEquals(1, pairs.change(new RowChanges(List.of(), rows)).came().size());
    }
}
