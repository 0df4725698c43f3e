package dev.payweek.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import dev.payweek.rest.http.Request;
import dev.payweek.rest.http.Response;
import dev.payweek.rest.json.Json;
import dev.payweek.testkit.TransportContract.Answer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ListingTest {

    private static final int MANY = 57;

    private final DirectApi api = new DirectApi();

    @BeforeEach
    void fill() throws Exception {
        List<String> expenses = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            expenses.add("{\"title\":\"Tea %d\",\"amount\":%d.25,\"date\":\"2026-11-%02d\",\"category\":\"%s\"}"
                    .formatted(i, i % 7, 1 + i % 20, i % 3 == 0 ? "Fun:Tea" : "Other"));
        }
        api.sendJson("POST", "/expenses", "[" + String.join(",", expenses) + "]");
    }

    private List<JsonNode> pages(String target) throws Exception {
        List<JsonNode> all = new ArrayList<>();
        Optional<String> next = Optional.of(target);
        while (next.isPresent()) {
            Answer page = api.send("GET", next.get());
            assertEquals(200, page.status(), page.text());
            all.addAll(Tree.elements(Tree.of(page)));
            next = page.header("link").map(link -> link.replaceAll("^<(.*)>; rel=\"next\"$", "$1"));
        }
        return all;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "sort=date&", "sort=-amount&", "sort=amount&from=2026-11-03&", "category=Fun&", "q=tea+1&"})
    void the_pages_together_are_the_whole_list(String query) throws Exception {
        List<JsonNode> whole = Tree.elements(Tree.of(api.send("GET", "/expenses?" + query + "total")));
        assertFalse(whole.isEmpty());
        assertEquals(whole, pages("/expenses?" + query + "limit=1"));
        assertEquals(whole, pages("/expenses?" + query + "limit=10"));
        assertEquals(whole, pages("/expenses?" + query + "limit=1000"));
    }

    @Test
    void paging_gives_everything_once_while_entries_are_added_and_deleted() throws Exception {
        Set<Long> before = new HashSet<>();
        Tree.of(api.send("GET", "/expenses"))
                .forEach(entry -> before.add(entry.path("id").longValue()));
        List<Long> given = new ArrayList<>();
        Optional<String> next = Optional.of("/expenses?limit=5");
        while (next.isPresent()) {
            Answer page = api.send("GET", next.get());
            Tree.of(page).forEach(entry -> given.add(entry.path("id").longValue()));
            next = page.header("link").map(link -> link.replaceAll("^<(.*)>; rel=\"next\"$", "$1"));
            api.sendJson("POST", "/expenses", "{\"title\":\"New\",\"amount\":1,\"date\":\"2026-11-30\"}");
            api.sendJson("POST", "/expenses", "{\"title\":\"Old\",\"amount\":1,\"date\":\"2026-11-10\"}");
            api.send("DELETE", "/expenses/" + given.get(given.size() - 1));
        }
        Set<Long> once = new HashSet<>(given);
        assertEquals(once.size(), given.size());
        assertTrue(once.containsAll(before));
    }

    @Test
    void every_filter_is_held() throws Exception {
        api.sendJson(
                "POST",
                "/expenses",
                "{\"title\":\"Crème\",\"amount\":-3,\"account\":\"a b\",\"date\":\"2026-10-01\",\"note\":\"100%\"}");
        for (String query : List.of("account=a+b", "q=CR%C3%88ME", "q=0%25", "max=-1", "to=2026-10-31", "max=-3.00")) {
            assertEquals(1, Tree.of(api.send("GET", "/expenses?" + query)).size(), query);
        }
        Answer counted = api.send("GET", "/expenses?category=Fun&min=1.25&max=2.25&limit=2&total=true");
        assertEquals("5", counted.header("total-count").orElseThrow());
        assertEquals(2, Tree.of(counted).size());
        assertEquals("[]", api.send("GET", "/expenses?min=5&max=4").text());
    }

    @Test
    void every_wrong_parameter_is_told_at_once() throws Exception {
        Answer refused = api.send("GET", "/expenses?from=x&to=2026-13-01&min=1.234&limit=ten&total=yes&colour=red");
        assertEquals(400, refused.status());
        assertEquals(List.of("?colour", "?from", "?limit", "?min", "?to", "?total"), Tree.pointers(refused));
        for (String query : List.of(
                "cursor=x",
                "cursor=MQ",
                "cursor=Lg",
                "cursor=%00",
                "limit=0",
                "limit=1001",
                "limit=-1",
                "limit=9223372036854775808",
                "sort=title",
                "category=a::b",
                "category=%00",
                "from=0000-00-00",
                "to=9999999-01-01",
                "min=1e5",
                "max=NaN")) {
            Answer wrong = api.send("GET", "/expenses?" + query);
            assertEquals(400, wrong.status(), query);
            assertEquals(List.of("?" + query.substring(0, query.indexOf('='))), Tree.pointers(wrong), query);
        }
    }

    @Test
    void a_caller_who_goes_away_mid_stream_holds_nobody_up() throws Exception {
        Response response = api.api()
                .handle(
                        new Request(
                                "GET",
                                "/expenses",
                                Map.of(),
                                Map.of("host", "localhost"),
                                InputStream.nullInputStream()),
                        "test");
        var gone = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("gone");
            }
        };
        assertThrows(UncheckedIOException.class, () -> response.body().writeTo(gone));
        int status = CompletableFuture.supplyAsync(() -> {
                    try {
                        return api.sendJson("POST", "/expenses", "{\"title\":\"After\",\"amount\":1}")
                                .status();
                    } catch (IOException | InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .get(10, TimeUnit.SECONDS);
        assertEquals(201, status);
    }

    @Test
    void a_list_that_breaks_off_does_not_look_whole() throws Exception {
        var out = new ByteArrayOutputStream();
        assertThrows(IllegalStateException.class, () -> {
            try (JsonGenerator generator = Json.generator(out)) {
                generator.writeStartArray();
                Json.write(List.of(1), generator);
                throw new IllegalStateException("the store has gone");
            }
        });
        assertEquals("[[1]", out.toString(StandardCharsets.UTF_8));
    }

    @Test
    void a_cursor_is_refused_for_another_order_or_other_filters() throws Exception {
        for (String title : List.of("Tea", "Teapot", "Cake")) {
            api.sendJson("POST", "/expenses", "{\"title\":\"" + title + "\",\"amount\":4}");
        }
        String link =
                api.send("GET", "/expenses?limit=1&sort=amount").header("link").orElseThrow();
        String next = link.substring(1, link.indexOf('>'));
        assertEquals(200, api.send("GET", next).status());
        assertEquals(200, api.send("GET", next.replace("limit=1", "limit=2")).status());
        for (String other : List.of(
                next.replace("sort=amount", "sort=-amount"),
                next.replace("&sort=amount", ""),
                next + "&q=tea",
                next.replace("/expenses", "/income"))) {
            Answer refused = api.send("GET", other);
            assertEquals(400, refused.status(), other);
            assertTrue(refused.text().contains("?cursor"), refused.text());
        }
    }
}
