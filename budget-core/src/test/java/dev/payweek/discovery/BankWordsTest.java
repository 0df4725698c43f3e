package dev.payweek.discovery;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.payweek.budget.Budget;
import dev.payweek.budget.BudgetView;
import dev.payweek.ledger.EntryDraft;
import dev.payweek.money.Money;
import dev.payweek.plan.Discovery;
import dev.payweek.testkit.SettableClock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What says how money moved names nobody, in the words of banks of many countries. */
class BankWordsTest {

    private final SettableClock clock = new SettableClock(Instant.parse("2026-06-30T12:00:00Z"), ZoneOffset.UTC);
    private final Budget budget = Budget.inMemory(clock);

    private static Money money(String amount) {
        return Money.of(amount, "USD");
    }

    private void paid(int day, String amount, String text) {
        monthly(day, text, EntryDraft::expense, amount);
    }

    private void came(int day, String amount, String text) {
        monthly(day, text, EntryDraft::income, amount);
    }

    private interface Kind {
        EntryDraft of(Money amount, String text);
    }

    /** Six months, each with a reference of its own where the text has a place for it. */
    private void monthly(int day, String text, Kind kind, String amount) {
        budget.change(Budget.LOCAL, edit -> {
            for (int month = 1; month <= 6; month++) {
                edit.add(kind.of(money(amount), text.replace("#", "4711" + month * 37))
                        .on(LocalDate.of(2026, month, day))
                        .onAccount("current"));
            }
        });
    }

    private List<String> names() {
        return budget.read(BudgetView::discover).discoveries().stream()
                .map(Discovery::name)
                .toList();
    }

    @Test
    void two_standing_orders_are_two_bills_named_by_whom_they_pay() {
        paid(1, "720.00", "STANDING ORDER J COLEMAN");
        paid(3, "60.00", "STANDING ORDER FENWICK PIANO LESSONS");
        assertEquals(List.of("COLEMAN", "FENWICK PIANO LESSONS"), names());
    }

    @Test
    void what_is_paid_through_one_service_is_as_many_bills_as_there_are_shops() {
        paid(19, "17.99", "PAYPAL EUROPE S.A.R.L. ET CIE S.C.A LASTSCHRIFT/TONSPUR #");
        paid(7, "9.99", "PAYPAL EUROPE S.A.R.L. ET CIE S.C.A LASTSCHRIFT/FILMRAUM #");
        assertEquals(2, names().size());
    }

    @Test
    void pay_by_bank_transfer_is_named_by_who_pays() {
        came(28, "84500.00", "NEFT CR-HDFC0000240-KAVERI SOFTWARE PVT LTD-SALARY #");
        assertEquals(List.of("KAVERI SOFTWARE PVT"), names());
    }

    @Test
    void a_benefit_is_pay_however_little_it_is() {
        came(24, "2744.10", "Gemeente Zwolle SALARIS #");
        came(20, "97.00", "BELASTINGDIENST Zorgtoeslag #");
        assertEquals(List.of("Gemeente Zwolle", "BELASTINGDIENST Zorgtoeslag"), names());
    }

    @Test
    void a_name_that_is_joined_to_a_number_is_written_as_the_bank_writes_it() {
        paid(7, "16.62", "DVLA-AB12CDE");
        assertEquals(List.of("DVLA"), names());
    }
}
