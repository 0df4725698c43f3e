package dev.payweek.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.payweek.budget.Budget;
import dev.payweek.ledger.LedgerSettings;
import dev.payweek.money.Money;
import dev.payweek.rest.http.Access;
import dev.payweek.rest.http.Call;
import dev.payweek.rest.http.Dispatcher;
import dev.payweek.rest.http.QueryParameter;
import dev.payweek.rest.http.QueryString;
import dev.payweek.rest.http.Request;
import dev.payweek.rest.http.Response;
import dev.payweek.rest.http.Route;
import dev.payweek.rest.http.RouteTable;
import dev.payweek.rest.http.Settings;
import dev.payweek.rest.json.Problem;
import dev.payweek.store.MemoryStore;
import dev.payweek.store.StoreProvider;
import dev.payweek.testkit.SettableClock;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** An answer is made once and kept as bytes until the ledger or the day changes, whoever changes it. */
class KeptAnswersTest {

    /** Half past ten in the evening in New York. */
    private final SettableClock clock =
            new SettableClock(Instant.parse("2026-11-23T03:30:00Z"), ZoneId.of("America/New_York"));

    private final MemoryStore store = new MemoryStore();
    private final Budget budget = Budget.on(store, StoreProvider.Access.READ_WRITE, clock);
    private final AtomicInteger made = new AtomicInteger();

    /** Counts how often it is asked, and says by which version, day and parameter. */
    private String count(Call call) {
        return budget.read(view -> view.version() + " " + view.today() + " "
                + call.query().text("q").orElse("") + call.path("name") + " " + made.incrementAndGet());
    }

    private Dispatcher serving(Route.Handler handler) {
        QueryParameter word = new QueryParameter("q", QueryParameter.Type.TEXT, "Any.");
        QueryParameter other = new QueryParameter("r", QueryParameter.Type.TEXT, "Any.");
        Route plain =
                Route.of("GET", "/counted", Access.READ, "Counts.", handler).with(word, other);
        Route named = Route.of("GET", "/counted/{name}", Access.READ, "Counts.", handler)
                .with(word, other);
        return new Dispatcher(new RouteTable(List.of(plain, named)), budget, Settings.LOCAL);
    }

    private Dispatcher counting() {
        return serving(call -> call.view(view -> List.of(count(call))));
    }

    private static Response get(Dispatcher service, String target) {
        String[] parts = (target + "?").split("\\?", -1);
        return service.handle(
                new Request(
                        "GET",
                        parts[0],
                        QueryString.parse(parts[1]),
                        Map.of("host", "localhost"),
                        InputStream.nullInputStream()),
                "test");
    }

    private static String text(Response response) {
        var out = new ByteArrayOutputStream();
        try {
            response.body().writeTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    private void spend(Budget by) {
        by.spend(Money.of("4.50", "USD"), "Coffee", LocalDate.of(2026, 11, 22));
    }

    @Test
    void the_same_bytes_are_sent_until_the_ledger_changes() {
        Dispatcher service = counting();
        Response first = get(service, "/counted");
        assertEquals("[\"0 2026-11-22  1\"]", text(first));
        assertEquals("[\"0 2026-11-22  1\"]", text(get(service, "/counted")));
        assertEquals(first.headers(), get(service, "/counted").headers());
        spend(budget);
        Response later = get(service, "/counted");
        assertEquals("[\"1 2026-11-22  2\"]", text(later));
        assertEquals("\"1.2026-11-22\"", later.headers().get("ETag"));
    }

    @Test
    void a_change_made_by_another_service_on_the_same_store_counts_at_once() {
        Dispatcher service = counting();
        Budget other = Budget.on(store, StoreProvider.Access.READ_WRITE, clock);
        for (int version = 0; version < 3; version++) {
            assertEquals("[\"" + version + " 2026-11-22  " + (version + 1) + "\"]", text(get(service, "/counted")));
            spend(other);
        }
    }

    @Test
    void the_day_ends_where_the_ledgers_owner_lives() {
        Dispatcher service = counting();
        assertEquals("[\"0 2026-11-22  1\"]", text(get(service, "/counted")));
        clock.advance(Duration.ofMinutes(89));
        assertEquals("[\"0 2026-11-22  1\"]", text(get(service, "/counted")));
        clock.advance(Duration.ofMinutes(1));
        Response morning = get(service, "/counted");
        assertEquals("[\"0 2026-11-23  2\"]", text(morning));
        assertEquals("\"0.2026-11-23\"", morning.headers().get("ETag"));
        var farEast = ZoneId.of("Pacific/Kiritimati");
        budget.change("Ann", edit -> edit.change(new LedgerSettings("Home", Money.currency("USD"), farEast, 90)));
        assertEquals("[\"1 2026-11-23  3\"]", text(get(service, "/counted")));
        clock.advance(Duration.ofHours(6));
        assertEquals("[\"1 2026-11-24  4\"]", text(get(service, "/counted")));
    }

    @Test
    void every_path_and_query_has_an_answer_of_its_own() {
        Dispatcher service = counting();
        List<String> targets = List.of(
                "/counted",
                "/counted/a",
                "/counted/b",
                "/counted?q=a",
                "/counted?q=b",
                "/counted?r=a",
                "/counted?q=a&r=a",
                "/counted?q=a%2C%20r%3Da",
                "/counted?q=%5Ba%5D");
        Set<String> answers = new TreeSet<>();
        for (String target : targets) {
            String answer = text(get(service, target));
            assertEquals(answer, text(get(service, target)), target);
            answers.add(answer);
        }
        assertEquals(targets.size(), answers.size());
        assertEquals(targets.size(), made.get());
    }

    @Test
    void a_hundred_who_ask_at_once_have_it_made_once() throws Exception {
        var allAsked = new CountDownLatch(100);
        Dispatcher service = serving(call -> call.view(view -> {
            await(allAsked);
            return List.of(count(call));
        }));
        ExecutorService callers = Executors.newFixedThreadPool(100);
        try {
            for (int round = 1; round <= 3; round++) {
                List<Future<String>> answers = new ArrayList<>();
                for (int i = 0; i < 100; i++) {
                    answers.add(callers.submit(() -> {
                        allAsked.countDown();
                        return text(get(service, "/counted"));
                    }));
                }
                for (Future<String> answer : answers) {
                    assertEquals("[\"" + (round - 1) + " 2026-11-22  " + round + "\"]", answer.get());
                }
                spend(budget);
            }
        } finally {
            callers.shutdown();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void a_refusal_is_not_kept() {
        Dispatcher service = serving(call -> call.view(view -> {
            if (made.incrementAndGet() == 1) {
                throw Problem.of(503, "busy", "Not now.");
            }
            return List.of("now");
        }));
        assertEquals(503, get(service, "/counted").status());
        assertEquals("[\"now\"]", text(get(service, "/counted")));
        assertEquals("[\"now\"]", text(get(service, "/counted")));
        assertEquals(2, made.get());
    }

    @Test
    void what_is_kept_is_bounded_by_number_and_by_size() {
        Dispatcher service = counting();
        String first = text(get(service, "/counted"));
        for (int i = 0; i < 250; i++) {
            get(service, "/counted/" + i);
        }
        assertNotEquals(first, text(get(service, "/counted")));
        Dispatcher large = serving(call -> call.view(view -> List.of("x".repeat(1_500_000) + made.incrementAndGet())));
        assertNotEquals(text(get(large, "/counted")), text(get(large, "/counted")));
    }
}
