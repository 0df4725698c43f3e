package dev.payweek.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.payweek.rest.http.QueryParameter;
import dev.payweek.rest.http.Request;
import dev.payweek.rest.http.Route;
import dev.payweek.testkit.Dice;
import dev.payweek.testkit.NastyTexts;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Random requests: nearly right ones, which get furthest, and wrong ones of every kind. */
final class RequestDice {

    /** JSON as it is written, so that it can be what no parser would give. */
    private static final List<String> NASTY = List.of(
            "null",
            "true",
            "-0",
            "-0.0",
            "0",
            "1",
            "-1",
            "1.5",
            "0.01",
            "10000000000.00",
            "-10000000000.00",
            "10000000000.01",
            "1e400",
            "1e-400",
            "1e999999999",
            "10e2147483647",
            "1e-999999999",
            "1e99999999999",
            "2147483648",
            "9223372036854775807",
            "9223372036854775808",
            "-9223372036854775808",
            "NaN",
            "Infinity",
            "\"NaN\"",
            "\"1e5\"",
            "\"12.50\"",
            "\"\\u0000\"",
            "\"\\ud800\"",
            "\"\\udc00x\"",
            "\"\\u202eabc\"",
            "\"\\u200b\"",
            "\" \"",
            "\"\"",
            "\"0000-00-00\"",
            "\"0000-01-01\"",
            "\"2026-02-29\"",
            "\"1900-01-01\"",
            "\"2200-12-31\"",
            "\"2201-01-01\"",
            "\"9999-12-31\"",
            "\"9999999-01-01\"",
            "\"+999999999-12-31\"",
            "\"2026-11-22\"",
            "\"last\"",
            "\"last_business_day\"",
            "\"weekly\"",
            "\"irregular\"",
            "\"period\"",
            "\"yearly\"",
            "\"JPY\"",
            "\"Other\"",
            "\"a:b:c:d:e\"",
            "[]",
            "{}",
            "[null]",
            "[[1]]",
            "{\"all\":[]}",
            "{\"not\":{\"not\":{\"not\":{\"not\":1}}}}",
            "[{\"category\":\"Fun\",\"amount\":1},{\"category\":\"Fun\",\"amount\":-1}]",
            "[\"2026-11-20\",\"2026-11-21\",\"1900-01-01\",\"2200-12-31\"]");

    private static final List<String> WORDS = List.of(
            "0",
            "1",
            "2",
            "3",
            "7",
            "-1",
            "x",
            "1.0",
            "9223372036854775807",
            "9223372036854775808",
            "%00",
            "%20",
            "%",
            "%zz",
            "%C3%28",
            "%ED%A0%80",
            "..",
            ".",
            "a%2Fb",
            "Fun",
            "fun",
            "Other",
            "a:b:c:d:e",
            ":",
            "Fun:Tea",
            "");

    private static final List<String> VALUES = List.of(
            "",
            "0",
            "1",
            "5",
            "1000",
            "-1",
            "1e9",
            "9223372036854775808",
            "2026-11-22",
            "1900-01-01",
            "2200-12-31",
            "0000-00-00",
            "9999999-01-01",
            "+999999999-12-31",
            "true",
            "week",
            "period",
            "date",
            "-amount",
            "Fun",
            "a::b",
            "MjA3NzguMQ",
            "MS4x",
            "\uD800",
            "\u0000",
            "%",
            "12.50",
            "-10000000000.00");

    private final Dice dice;
    private final List<Route> routes;
    private final Map<Route, List<String>> bodies = new HashMap<>();

    RequestDice(Dice dice, List<Route> routes) {
        this.dice = dice;
        this.routes = routes;
        Examples.TRAFFIC.stream()
                .filter(example -> !example.get(2).isEmpty())
                .forEach(
                        example -> bodies.computeIfAbsent(Examples.routeOf(example, routes), route -> new ArrayList<>())
                                .add(example.get(2)));
    }

    Request next() {
        Route route = dice.oneOf(routes);
        String method = dice.percent(95)
                ? route.method()
                : dice.oneOf("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "TRACE", "get", "\u0000");
        return new Request(method, path(route), query(route), headers(route), new ByteArrayInputStream(body(route)));
    }

    private String path(Route route) {
        StringBuilder path = new StringBuilder();
        for (String word : route.template().substring(1).split("/", -1)) {
            path.append('/').append(word.startsWith("{") ? variable(word) : word);
        }
        return dice.percent(97)
                ? path.toString()
                : dice.oneOf(
                        path + "/",
                        path + "//",
                        "/" + path,
                        path + "/..",
                        path + "%",
                        "",
                        "*",
                        "/" + "a/".repeat(5_000));
    }

    private String variable(String name) {
        boolean number = name.equals("{id}") || name.equals("{version}");
        if (dice.percent(75)) {
            return number
                    ? Integer.toString(dice.between(1, 30))
                    : dice.oneOf("Fun", "Other", "Fun:Tea", "Rent", "2026-11-05");
        }
        return dice.percent(95) ? dice.oneOf(WORDS) : "a".repeat(dice.between(1, 9_000));
    }

    private Map<String, List<String>> query(Route route) {
        Map<String, List<String>> query = new LinkedHashMap<>();
        for (QueryParameter parameter : route.parameters()) {
            if (dice.percent(15)) {
                query.put(parameter.name(), dice.listOf(1, dice.percent(95) ? 1 : 3, this::value));
            }
        }
        if (dice.percent(3)) {
            query.put(dice.oneOf("x", "", "\uD800", "limit ", "a".repeat(5_000)), List.of(value()));
        }
        return query;
    }

    private String value() {
        return dice.percent(80) ? dice.oneOf(VALUES) : NastyTexts.any(dice);
    }

    private Map<String, String> headers(Route route) {
        Map<String, String> headers = new HashMap<>(Map.of("host", "localhost:8000"));
        route.takes().ifPresent(content -> headers.put("content-type", content.mediaType()));
        int kind = dice.between(1, 100);
        if (kind <= 8) {
            headers.put("if-match", dice.oneOf("*", "\"1\"", "\"2\"", "\"x", "", "W/\"1\"", ",,", "\"1.2026-11-22\""));
        } else if (kind <= 14) {
            headers.put("if-none-match", dice.oneOf("*", "\"1\"", "W/\"3\"", "", ",", "\uD800"));
        } else if (kind <= 20) {
            headers.put("idempotency-key", dice.oneOf("a", "b", "", "\u0000", "k".repeat(300), "\uD800", "a\nb"));
        } else if (kind <= 24) {
            headers.put(
                    "content-type", dice.oneOf("", "text/plain", ";", "application/json;charset=", "a/b+json", "/"));
        } else if (kind <= 27) {
            headers.put("accept", dice.oneOf("", ",", "*/*", "text/html", ";;q=0", "application/*;q=0.000", "\u0000"));
        } else if (kind <= 29) {
            headers.put("host", dice.oneOf("", "[", "[::1", "evil.example", "localhost:", ":", "localhost:99999"));
        } else if (kind <= 31) {
            headers.put("origin", dice.oneOf("", "null", "http://localhost:8000", "https://evil.example", "\uD800"));
        }
        return headers;
    }

    private byte[] body(Route route) {
        if (!bodies.containsKey(route)) {
            return new byte[0];
        }
        String text = dice.oneOf(bodies.getOrDefault(route, List.of("{}")));
        boolean json = text.startsWith("{") || text.startsWith("[");
        String body = json ? json(Tree.of(text)) : lines(text);
        return dice.percent(93) ? body.getBytes(StandardCharsets.UTF_8) : broken(body);
    }

    private String lines(String text) {
        return text
                + dice.oneOf("", "2026-11-20 1e5 x\n", "0000-01-01 1 x\n", "2026-11-21 -10000000000.00 y\n", "ask\n");
    }

    private byte[] broken(String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return switch (dice.between(1, 9)) {
            case 1 -> ("\uFEFF" + body).getBytes(StandardCharsets.UTF_8);
            case 2 -> body.getBytes(StandardCharsets.UTF_16);
            case 3 -> Arrays.copyOf(bytes, dice.between(0, bytes.length));
            case 4 -> Arrays.copyOf(bytes, bytes.length + 1);
            case 5 -> {
                bytes[dice.between(0, bytes.length - 1)] = (byte) dice.between(0, 255);
                yield bytes;
            }
            case 6 -> ("[".repeat(dice.between(1, 70_000)) + body).getBytes(StandardCharsets.UTF_8);
            case 7 -> (" ".repeat(1_000_000) + body).getBytes(StandardCharsets.UTF_8);
            case 8 -> body.replace("{", "{\"title\":1,\"title\":2,\"name\":3,").getBytes(StandardCharsets.UTF_8);
            default -> (body + body).getBytes(StandardCharsets.UTF_8);
        };
    }

    /** Nearly always one thing is changed, so that the rest leads the request deep in. */
    private String json(JsonNode tree) {
        Map<String, String> inserts = new LinkedHashMap<>();
        int changes = dice.percent(30) ? 0 : dice.between(1, 2);
        for (int i = 0; i < changes; i++) {
            change(tree, inserts);
        }
        String text = tree.toString();
        for (Map.Entry<String, String> insert : inserts.entrySet()) {
            text = text.replace("\"" + insert.getKey() + "\"", insert.getValue());
        }
        return dice.percent(5) ? "[" + text + "," + text + "]" : text;
    }

    private void change(JsonNode tree, Map<String, String> inserts) {
        List<ObjectNode> objects = new ArrayList<>();
        collect(tree, objects);
        if (objects.isEmpty()) {
            return;
        }
        ObjectNode object = dice.oneOf(objects);
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        String name = dice.percent(90) && !names.isEmpty()
                ? dice.oneOf(names)
                : dice.oneOf(
                        "id",
                        "version",
                        "a/b~",
                        "",
                        "splits",
                        "dates",
                        "holidays",
                        "n",
                        "expected_paycheck",
                        "match",
                        "versions");
        if (dice.percent(15)) {
            object.remove(name);
            return;
        }
        String mark = "\u2603" + inserts.size();
        object.set(name, JsonNodeFactory.instance.textNode(mark));
        inserts.put(mark, dice.percent(85) ? dice.oneOf(NASTY) : text());
    }

    private String text() {
        String text = dice.percent(90) ? NastyTexts.any(dice) : "\uD83D\uDE00".repeat(dice.between(1, 60_000));
        return JsonNodeFactory.instance.textNode(text).toString();
    }

    private static void collect(JsonNode node, List<ObjectNode> objects) {
        if (node instanceof ObjectNode object) {
            objects.add(object);
        }
        if (node instanceof ObjectNode || node instanceof ArrayNode) {
            node.forEach(child -> collect(child, objects));
        }
    }
}
