package dev.payweek.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.payweek.budget.Budget;
import dev.payweek.budget.BudgetView;
import dev.payweek.ledger.EntryDetails;
import dev.payweek.ledger.EntryKind;
import dev.payweek.ledger.Income;
import dev.payweek.ledger.LedgerId;
import dev.payweek.money.Money;
import dev.payweek.plan.Per;
import dev.payweek.rest.http.Request;
import dev.payweek.rest.http.Response;
import dev.payweek.rest.http.Settings;
import dev.payweek.statement.ImportBatch;
import dev.payweek.store.EntryQuery;
import dev.payweek.store.MemoryStore;
import dev.payweek.store.StoreProvider.Access;
import dev.payweek.testkit.SettableClock;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Threshold events are noticed by the service, after each change and once a day, and never by who reads them. */
class NewsTest {

    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC);
    private final MemoryStore store = new MemoryStore();
    private final Budget budget = Budget.on(store, Access.READ_WRITE, clock);
    private final PayweekApi api = new PayweekApi(budget, Settings.LOCAL);

    private String send(String method, String target, String body) throws Exception {
        Map<String, String> headers = Map.of("host", "localhost", "content-type", "application/json");
        Response response = api.handle(
                new Request(
                        method,
                        target,
                        Map.of(),
                        headers,
                        new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8))),
                "test");
        var out = new ByteArrayOutputStream();
        response.body().writeTo(out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private List<String> events() throws Exception {
        JsonNode events = Tree.of(send("GET", "/events", ""));
        return Tree.elements(events).stream()
                .map(event -> event.path("threshold").textValue() + " "
                        + event.path("start").textValue())
                .toList();
    }

    @Test
    void reading_writes_nothing() throws Exception {
        budget.limit("Fun", Money.of("4.00", "USD"), Per.WEEK);
        for (String target : List.of("/events", "/budget", "/expenses", "/imports", "/changes")) {
            send("GET", target, "");
            assertEquals(List.of(), budget.read(view -> view.eventsAfter(0, 10)), target);
        }
    }

    @Test
    void a_change_is_looked_after_at_once() throws Exception {
        send("PUT", "/schedule", "{\"kind\":\"every_n_weeks\",\"n\":2,\"anchor\":\"2026-11-20\"}");
        assertEquals(List.of("new_period 2026-11-20"), events());
        send("PUT", "/limits/Fun", "{\"amount\":100,\"from\":\"2026-11-20\"}");
        send("POST", "/expenses", "{\"title\":\"Concert\",\"amount\":99,\"category\":\"Fun\"}");
        assertEquals(List.of("new_period 2026-11-20", "near 2026-11-20"), events());
    }

    @Test
    void what_is_refused_or_only_supposed_is_not_looked_after() throws Exception {
        send("POST", "/expenses", "{\"title\":\"\"}");
        send("POST", "/budget/what-if", "{\"expenses\":[{\"title\":\"x\",\"amount\":1}]}");
        send("POST", "/imports?dry_run", "x");
        assertEquals(List.of(), events());
    }

    @Test
    void a_day_that_begins_is_looked_at_once() throws Exception {
        send("PUT", "/schedule", "{\"kind\":\"every_n_weeks\",\"n\":2,\"anchor\":\"2026-11-20\"}");
        api.tend();
        clock.advance(Duration.ofDays(12));
        assertEquals(List.of("new_period 2026-11-20"), events());
        api.tend();
        assertEquals(List.of("new_period 2026-11-20", "new_period 2026-12-04"), events());
        budget.limit("Fun", Money.of("0.00", "USD"), Per.WEEK);
        budget.spend(Money.of("4.00", "USD"), "x", LocalDate.parse("2026-12-04"));
        api.tend();
        assertEquals(2, events().size());
    }

    @Test
    void an_import_left_half_done_goes_without_anybody_asking() {
        var day = LocalDate.parse("2026-11-20");
        EntryDetails half = EntryDetails.of(day, Money.of("1.00", "USD"), "Half of a file");
        boolean written = store.write(LedgerId.FIRST, writer -> {
            writer.put(ImportBatch.begun(7, clock.instant(), "bank.csv", "csv", "Giro"));
            writer.put(new Income(8, 1, half, Optional.of(7L)));
            return true;
        });
        assertTrue(written);
        api.tend();
        assertEquals(List.of(), budget.read(BudgetView::imports));
        assertEquals(0, budget.<Long>read(view -> view.countEntries(EntryQuery.all(EntryKind.INCOME))));
    }

    @Test
    void a_stream_that_cannot_go_on_ends_after_what_there_is() throws Exception {
        budget.spend(Money.of("4.00", "USD"), "Tea", LocalDate.parse("2026-11-22"));
        String text = stream("0.0");
        assertEquals("""
                retry: 2000

                event: start
                id: 0.0
                data: {"version":0}

                event: change
                id: 1.0
                data: {"version":1,"kinds":["entry"],"ids":[1],"more":false}

                """, text);
        assertEquals(
                "retry: 2000\n\nevent: reset\nid: 1.1\ndata: {\"version\":1}\n\n", stream("9.0"), "a restored ledger");
    }

    private String stream(String lastEventId) throws Exception {
        Map<String, String> headers =
                Map.of("host", "localhost", "accept", "text/event-stream", "last-event-id", lastEventId);
        Response response = api.handle(
                new Request("GET", "/events", Map.of(), headers, new ByteArrayInputStream(new byte[0])), "test");
        var out = new ByteArrayOutputStream();
        response.body().writeTo(out);
        return out.toString(StandardCharsets.UTF_8);
    }
}
