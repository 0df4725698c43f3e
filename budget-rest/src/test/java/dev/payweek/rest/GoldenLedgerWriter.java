package dev.payweek.rest;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.payweek.testkit.TransportContract.Answer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/** Writes a golden ledger through the API, one request for each thing in it. */
final class GoldenLedgerWriter {

    /** A request, with what has to be there before it and what is there after it. */
    private record Step(String needs, String gives, Request request) {}

    private interface Request {
        void send() throws Exception;
    }

    private static final String NOTHING = "";

    private final DirectApi api;
    private final Map<String, Long> expenses = new HashMap<>();
    private final List<Step> steps = new ArrayList<>();

    GoldenLedgerWriter(DirectApi api) {
        this.api = api;
    }

    /** Writes a ledger in the order of the file, or in another; what needs something else waits for it. */
    void write(JsonNode ledger, UnaryOperator<List<Integer>> order) throws Exception {
        send("PATCH", "/ledger", Tree.of("{\"currency\":\"USD\",\"zone\":\"Etc/UTC\"}"));
        Set<String> committed = new HashSet<>();
        ledger.path("non_discretionary").forEach(name -> committed.add(name.textValue()));
        for (String category : categories(ledger)) {
            String discretionary = Boolean.toString(!committed.contains(category));
            send("PUT", "/categories/" + word(category), Tree.of("{\"discretionary\":" + discretionary + "}"));
        }
        plan(ledger);
        entries(ledger);
        inOrder(order);
    }

    private void plan(JsonNode ledger) {
        if (ledger.has("carry")) {
            ObjectNode carry = (ObjectNode) Tree.of("{}");
            carry.set("carry", ledger.path("carry"));
            steps.add(new Step(NOTHING, NOTHING, () -> send("PATCH", "/ledger", carry)));
        }
        Map<String, String> names = new LinkedHashMap<>();
        names.put("sources", "name");
        names.put("bills", "name");
        names.put("set_asides", "name");
        names.put("limits", "category");
        names.forEach((list, key) -> ledger.path(list).forEach(one -> {
            String name = one.path(key).textValue();
            String path = "/" + list.replace('_', '-') + "/" + word(name);
            String gives = list.equals("sources") ? "source " + name : NOTHING;
            steps.add(new Step(NOTHING, gives, () -> send("PUT", path, without(one, key))));
        }));
    }

    private void entries(JsonNode ledger) {
        ledger.path("income").forEach(one -> {
            String source = one.path("pay").path("source").asText();
            steps.add(new Step(source.isEmpty() ? NOTHING : "source " + source, NOTHING, () -> {
                long id =
                        send("POST", "/income", without(one, "pay")).path("id").longValue();
                if (one.has("pay")) {
                    send("PUT", "/income/" + id + "/pay", one.path("pay"));
                }
            }));
        });
        ledger.path("expenses").forEach(one -> {
            String name = one.path("id").asText();
            String refunded = one.path("refund_of").asText();
            steps.add(new Step(
                    refunded.isEmpty() ? NOTHING : "expense " + refunded,
                    name.isEmpty() ? NOTHING : "expense " + name,
                    () -> {
                        ObjectNode body = without(one, "id");
                        if (!refunded.isEmpty()) {
                            body.put("refund_of", expenses.get(refunded));
                        }
                        expenses.put(
                                name, send("POST", "/expenses", body).path("id").longValue());
                    }));
        });
    }

    private void inOrder(UnaryOperator<List<Integer>> order) throws Exception {
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            places.add(i);
        }
        List<Integer> left = new ArrayList<>(order.apply(places));
        Set<String> there = new HashSet<>(Set.of(NOTHING));
        while (!left.isEmpty()) {
            Integer next = left.stream()
                    .filter(place -> there.contains(steps.get(place).needs()))
                    .findFirst()
                    .orElseThrow();
            steps.get(next).request().send();
            there.add(steps.get(next).gives());
            left.remove(next);
        }
    }

    private JsonNode send(String method, String path, JsonNode body) throws Exception {
        Answer answer = api.sendJson(method, path, body.toString());
        assertTrue(answer.status() < 300, () -> method + " " + path + " " + body + " answers " + answer.text());
        return Tree.of(answer);
    }

    /** Returns every category that the ledger names, and those above it, the higher ones first. */
    private static Set<String> categories(JsonNode ledger) {
        Set<String> named = new TreeSet<>();
        ledger.path("non_discretionary").forEach(name -> named.add(name.textValue()));
        for (String list : List.of("bills", "set_asides", "limits", "expenses")) {
            ledger.path(list).forEach(one -> {
                named.add(one.path("category").asText());
                one.path("splits")
                        .forEach(part -> named.add(part.path("category").asText()));
            });
        }
        Set<String> all = new TreeSet<>();
        for (String name : named) {
            List<String> parts = Arrays.asList(name.split(":", -1));
            for (int i = 1; i <= parts.size(); i++) {
                all.add(String.join(":", parts.subList(0, i)));
            }
        }
        all.remove("");
        return all;
    }

    private static ObjectNode without(JsonNode one, String field) {
        ObjectNode body = one.deepCopy();
        body.remove(field);
        return body;
    }

    private static String word(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
