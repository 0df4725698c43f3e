package dev.payweek.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.payweek.budget.Budget;
import dev.payweek.ledger.EntryDraft;
import dev.payweek.money.Money;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A long ledger is looked through while nobody waits for it. */
class DiscoveringTest {

    private static final int MORE_THAN_A_MOMENT = 10_100;
    private static final LocalDate LAST = LocalDate.of(2026, 11, 20);

    private final DirectApi api = new DirectApi();

    @BeforeEach
    void a_long_ledger_with_rent_behind_a_service_that_goes_on() {
        api.budget().change(Budget.LOCAL, edit -> {
            for (int i = 0; i < MORE_THAN_A_MOMENT; i++) {
                edit.add(spent("Kiosk " + i % 97, 100L + i % 13 * 17L, LAST.minusDays(i % 700)));
            }
            for (int month = 1; month <= 11; month++) {
                edit.add(spent("Parkview Apartments", 90_000, LocalDate.of(2026, month, 1)));
            }
        });
        api.api().discoverLater();
    }

    private static EntryDraft spent(String title, long minorUnits, LocalDate day) {
        return EntryDraft.expense(Money.ofMinor(minorUnits, Money.currency("USD")), title)
                .on(day);
    }

    @Test
    void who_asks_first_has_to_come_again_and_who_comes_again_gets_it() throws Exception {
        api.api().discover();
        var first = api.send("GET", "/discoveries");
        assertEquals(503, first.status());
        assertEquals("2", first.headers().get("retry-after"));
        assertTrue(first.text().contains("being looked through"), first.text());
        assertEquals(503, api.send("GET", "/discoveries").status(), "nobody has looked yet");
        api.api().discover();
        var then = api.send("GET", "/discoveries");
        assertEquals(200, then.status());
        assertTrue(then.text().contains("Parkview Apartments takes 900.00 monthly on the 1st"), then.text());
    }

    @Test
    void what_a_few_entries_change_is_said_at_once_and_what_many_do_is_looked_for() throws Exception {
        api.send("GET", "/discoveries");
        api.api().discover();
        api.budget().add(spent("Parkview Apartments", 90_000, LocalDate.of(2025, 12, 1)));
        var few = api.send("GET", "/discoveries");
        assertEquals(200, few.status());
        assertTrue(few.text().contains("monthly on the 1st: 12 of 12 times"), few.text());
        api.budget().change(Budget.LOCAL, edit -> {
            for (int i = 0; i < 60; i++) {
                edit.add(spent("Market", 1_000L + i, LAST.minusDays(i)));
            }
        });
        assertEquals(503, api.send("GET", "/discoveries").status());
        api.api().discover();
        assertEquals(200, api.send("GET", "/discoveries").status());
    }

    @Test
    void nothing_is_decided_before_it_is_known_and_no_write_waits_for_that() throws Exception {
        String none = "{\"ids\":[]}";
        assertEquals(503, api.sendJson("POST", "/discoveries/accept", none).status());
        api.api().discover();
        assertEquals(200, api.sendJson("POST", "/discoveries/accept", none).status());
    }
}
