package dev.payweek.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.payweek.budget.Budget;
import dev.payweek.ledger.EntryDraft;
import dev.payweek.money.Money;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.Queue;
import org.junit.jupiter.api.Test;

/** A ledger is looked through on a thread of its own, for which nobody waits long; here that waits for the test. */
class DiscoveringTest {

    private static final int MORE_THAN_A_MOMENT = 10_100;
    private static final LocalDate LAST = LocalDate.of(2026, 11, 20);

    private final DirectApi api = new DirectApi();
    private final Queue<Runnable> waiting = new ArrayDeque<>();

    private void aLedgerOf(int entries) {
        api.budget().change(Budget.LOCAL, edit -> {
            for (int i = 0; i < entries; i++) {
                edit.add(spent("Kiosk " + i % 97, 100L + i % 13 * 17L, LAST.minusDays(i % 700)));
            }
            for (int month = 1; month <= 11; month++) {
                edit.add(spent("Parkview Apartments", 90_000, LocalDate.of(2026, month, 1)));
            }
        });
        api.api().discoverBy(waiting::add);
    }

    private void look() {
        for (Runnable next = waiting.poll(); next != null; next = waiting.poll()) {
            next.run();
        }
    }

    private static EntryDraft spent(String title, long minorUnits, LocalDate day) {
        return EntryDraft.expense(Money.ofMinor(minorUnits, Money.currency("USD")), title)
                .on(day);
    }

    @Test
    void who_asks_first_has_to_come_again_and_who_comes_again_gets_it() throws Exception {
        aLedgerOf(MORE_THAN_A_MOMENT);
        look();
        var first = api.send("GET", "/discoveries");
        assertEquals(503, first.status());
        assertEquals("1", first.headers().get("retry-after"));
        assertTrue(first.text().contains("being looked through"), first.text());
        assertEquals(503, api.send("GET", "/discoveries").status(), "nobody has looked yet");
        assertEquals(1, waiting.size(), "once for all who ask");
        look();
        var then = api.send("GET", "/discoveries");
        assertEquals(200, then.status());
        assertTrue(then.text().contains("Parkview Apartments takes 900.00 monthly on the 1st"), then.text());
    }

    @Test
    void a_small_ledger_is_looked_through_before_anybody_asks() throws Exception {
        aLedgerOf(100);
        look();
        assertEquals(200, api.send("GET", "/discoveries").status());
        assertEquals(0, waiting.size());
    }

    @Test
    void a_small_ledger_is_not_looked_through_within_a_request() throws Exception {
        aLedgerOf(100);
        assertEquals(503, api.send("GET", "/discoveries").status());
        look();
        assertEquals(200, api.send("GET", "/discoveries").status());
    }

    @Test
    void what_an_import_brought_to_a_small_ledger_is_looked_through_before_anybody_asks() throws Exception {
        aLedgerOf(100);
        look();
        StringBuilder rows = new StringBuilder("#lines\naccount checking USD\n");
        for (int day = 1; day <= 80; day++) {
            rows.append(LAST.minusDays(day)).append(" -").append(day).append(".00 Market\n");
        }
        byte[] file = rows.toString().getBytes(StandardCharsets.UTF_8);
        assertEquals(
                201,
                api.send("POST", "/imports?file_name=bank.rows", Map.of(), file).status());
        look();
        assertEquals(200, api.send("GET", "/discoveries").status());
        assertEquals(0, waiting.size());
    }

    @Test
    void who_asks_waits_a_moment_for_the_look() throws Exception {
        aLedgerOf(100);
        api.api().discoverBy(Runnable::run);
        assertEquals(200, api.send("GET", "/discoveries").status());
    }

    @Test
    void what_a_few_entries_change_in_a_small_ledger_is_said_at_once() throws Exception {
        aLedgerOf(100);
        look();
        oneMoreRent();
        assertTrue(found().contains("monthly on the 1st: 12 of 12 times"));
        assertEquals(0, waiting.size());
        api.budget().change(Budget.LOCAL, edit -> {
            for (int i = 0; i < 60; i++) {
                edit.add(spent("Market", 1_000L + i, LAST.minusDays(i)));
            }
        });
        assertEquals(503, api.send("GET", "/discoveries").status());
        look();
        found();
    }

    @Test
    void what_a_few_entries_change_in_a_larger_ledger_is_looked_for_aside() throws Exception {
        aLedgerOf(2_100);
        look();
        oneMoreRent();
        assertEquals(503, api.send("GET", "/discoveries").status());
        look();
        assertTrue(found().contains("monthly on the 1st: 12 of 12 times"));
    }

    private void oneMoreRent() {
        api.budget().add(spent("Parkview Apartments", 90_000, LocalDate.of(2025, 12, 1)));
    }

    private String found() throws Exception {
        var answer = api.send("GET", "/discoveries");
        assertEquals(200, answer.status(), answer::text);
        return answer.text();
    }

    @Test
    void nothing_is_decided_before_it_is_known_and_no_write_waits_for_that() throws Exception {
        aLedgerOf(MORE_THAN_A_MOMENT);
        String none = "{\"ids\":[]}";
        assertEquals(503, api.sendJson("POST", "/discoveries/accept", none).status());
        look();
        assertEquals(200, api.sendJson("POST", "/discoveries/accept", none).status());
    }
}
