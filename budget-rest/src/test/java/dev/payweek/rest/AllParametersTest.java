package dev.payweek.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.payweek.rest.http.Content;
import dev.payweek.rest.http.QueryParameter;
import dev.payweek.rest.http.Route;
import dev.payweek.testkit.TransportContract.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is wrong with a query, whoever sent it learns of all of it at once, and of nothing that is not wrong. */
class AllParametersTest {

    /** Longer than any name, no number, no word of ours. */
    private static final String NONSENSE = "x".repeat(1_000);

    /**
     * A parameter as it must not be sent.
     *
     * @param name whose it is
     * @param sent how it stands in the query
     */
    private record Wrong(String name, String sent) {}

    static List<Route> routes() throws Exception {
        return new DirectApi().api().routes();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("routes")
    void of_all_parameters_that_are_wrong_each_is_named(Route route) throws Exception {
        var api = new DirectApi();
        List<Wrong> wrong = wrong(route);
        var faults = new ArrayList<String>();
        for (int i = 0; i < wrong.size(); i++) {
            for (int j = i; j < wrong.size(); j++) {
                if (i == j || !wrong.get(i).name().equals(wrong.get(j).name())) {
                    faults.addAll(faults(api, route, List.of(wrong.get(i), wrong.get(j))));
                }
            }
        }
        List<Wrong> oneOfEach =
                wrong.stream().collect(Collectors.toMap(Wrong::name, one -> one, (one, other) -> one)).values().stream()
                        .toList();
        faults.addAll(faults(api, route, oneOfEach));
        assertEquals(List.of(), faults);
    }

    private static List<String> faults(DirectApi api, Route route, List<Wrong> wrong) throws Exception {
        String query = wrong.stream().map(Wrong::sent).distinct().collect(Collectors.joining("&"));
        Answer answer = api.send(route.method(), target(route) + "?" + query);
        List<String> named =
                new ArrayList<>(wrong.stream().map(one -> "?" + one.name()).toList());
        if (route.takes().map(Content::mediaType).equals(Optional.of("application/json"))) {
            // There is no body either.
            named.add("");
        }
        boolean all = answer.status() == 400 && new TreeSet<>(named).equals(new TreeSet<>(Tree.pointers(answer)));
        return all ? List.of() : List.of(query.replace(NONSENSE, "…") + ": " + answer.status() + answer.text());
    }

    private static String target(Route route) {
        return route.template()
                .replace("{id}", "1")
                .replace("{version}", "1")
                .replace("{due}", "2026-01-05")
                .replaceAll("\\{[a-z]+}", "main");
    }

    /** Each in each way in which it can be wrong; and what no route knows. */
    private static List<Wrong> wrong(Route route) {
        List<Wrong> wrong = new ArrayList<>(List.of(new Wrong("foo", "foo=1"), new Wrong("bar", "bar")));
        for (QueryParameter parameter : route.parameters()) {
            String name = parameter.name();
            boolean read =
                    parameter.reading().isPresent() || !parameter.choices().isEmpty();
            if (read || parameter.type() != QueryParameter.Type.TEXT) {
                wrong.add(new Wrong(name, name + "=" + NONSENSE));
            }
            parameter.bounds().ifPresent(bounds -> {
                wrong.add(new Wrong(name, name + "=" + (bounds.least() - 1)));
                wrong.add(new Wrong(name, name + "=" + (bounds.most() + 1)));
            });
            wrong.add(new Wrong(name, name + "=1&" + name + "=2"));
        }
        return wrong;
    }

    @ParameterizedTest
    @CsvSource({"/expenses", "/income", "/transfers", "/expenses/summary", "/export", "/schedule/paydays"})
    void days_in_the_wrong_order_are_named_beside_the_rest(String path) throws Exception {
        Answer answer = new DirectApi().send("GET", path + "?from=2026-02-01&to=2026-01-31&foo=1");

        assertEquals(400, answer.status());
        assertEquals(
                List.of("?foo", "?to"), Tree.pointers(answer).stream().sorted().toList());
    }

    @Test
    void a_cursor_of_another_list_is_named_beside_the_rest() throws Exception {
        var api = new DirectApi();
        for (int day = 1; day <= 2; day++) {
            api.sendJson("POST", "/expenses", "{\"title\":\"x\",\"amount\":1,\"date\":\"2026-01-0" + day + "\"}");
        }
        String next = api.send("GET", "/expenses?limit=1").header("link").orElseThrow();
        String cursor = next.replaceAll(".*(cursor=[^&>]*).*", "$1");

        assertEquals(200, api.send("GET", "/expenses?limit=1&" + cursor).status());
        Answer answer = api.send("GET", "/expenses?sort=amount&limit=0&" + cursor);
        assertTrue(answer.status() == 400, answer::text);
        assertEquals(
                List.of("?cursor", "?limit"),
                Tree.pointers(answer).stream().sorted().toList());
    }
}
