package dev.payweek.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.payweek.rest.http.Content;
import dev.payweek.rest.http.Route;
import dev.payweek.testkit.Dice;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** The kinds of wrong or odd request, each made of one that is right. */
enum RequestKind {
    WRONG_TYPE(On.FIELD, "{\"a\":[{}]}", "[[1]]"),
    MISSING(On.FIELD),
    NULL(On.FIELD, "null"),
    EXTRA_FIELD(On.JSON),
    DEEP_NESTING(On.JSON),
    HUGE_NUMBER(On.FIELD, "1".repeat(400), "1e999999999", "10e2147483647"),
    NOT_A_NUMBER(On.FIELD, "NaN", "1e400", "-Infinity"),
    MINUS_ZERO(On.FIELD, "-0", "-0.0"),
    TWO_TO_63(On.FIELD, "9223372036854775808", "-9223372036854775809"),
    NUL(On.FIELD, "\"a\\u0000b\""),
    LONE_SURROGATE(On.FIELD, "\"\\ud800\"", "\"x\\udc00y\""),
    DIRECTION_MARKS(On.FIELD, "\"\\u202eabc\\u200b\""),
    DUPLICATE_KEYS(On.JSON),
    BYTE_ORDER_MARK(On.JSON),
    WRONG_CHARSET(On.JSON),
    WRONG_CONTENT_TYPE(On.JSON),
    BAD_UTF8_BODY(On.JSON),
    WRONG_METHOD(On.ANYTHING),
    BAD_PERCENT(On.ANYTHING),
    DOT_SEGMENTS(On.ANYTHING),
    BAD_UTF8(On.ANYTHING),
    WRONG_ID_FORM(On.ID),
    CONFLICTING_HEADERS(On.ANYTHING),
    FORM_CUT(On.FILE);

    /** What a request must have for a kind to apply to it. */
    private enum On {
        ANYTHING,
        JSON,
        FIELD,
        ID,
        FILE
    }

    /** What is sent; the target is path and query as on the wire. */
    record Sent(String method, String target, Map<String, String> headers, ByteArrayInputStream body) {}

    private static final String PLACEHOLDER = "\u2603";

    private final On on;

    @SuppressWarnings("ImmutableEnumChecker") // a list that is never changed
    private final List<String> values;

    RequestKind(On on, String... values) {
        this.on = on;
        this.values = List.of(values);
    }

    /** Returns whether there is such a request for the route. */
    boolean appliesTo(Route route) {
        return switch (on) {
            case ANYTHING -> true;
            case JSON, FIELD -> route.takes().map(Content::mediaType).equals(Optional.of(Content.JSON));
            case ID -> route.template().contains("{id}") || route.template().contains("{version}");
            case FILE ->
                route.takes().filter(content -> content.shape() == byte[].class).isPresent();
        };
    }

    /** Returns whether it can be made of an example, as there is one at least for each route. */
    boolean canBeMadeOf(List<String> example) {
        return on != On.FIELD || !places(Tree.of(example.get(2))).isEmpty();
    }

    /** Returns whether nothing that is of this kind may be taken. */
    boolean isNeverRight() {
        return switch (this) {
            case EXTRA_FIELD,
                    DEEP_NESTING,
                    HUGE_NUMBER,
                    NOT_A_NUMBER,
                    TWO_TO_63,
                    LONE_SURROGATE,
                    DUPLICATE_KEYS,
                    WRONG_CHARSET,
                    WRONG_CONTENT_TYPE,
                    BAD_UTF8_BODY,
                    BAD_PERCENT,
                    BAD_UTF8,
                    DOT_SEGMENTS,
                    WRONG_ID_FORM -> true;
            default -> false;
        };
    }

    Sent of(Route route, List<String> example, Dice dice) {
        String target = example.get(1);
        String body = example.get(2);
        Map<String, String> headers = new HashMap<>(Map.of("host", "localhost:8000"));
        route.takes().ifPresent(content -> headers.put("content-type", content.mediaType()));
        String mark = target.contains("?") ? "&" : "?";
        return switch (this) {
            case WRONG_METHOD ->
                new Sent(dice.oneOf("TRACE", "get", "PROPFIND", "", "\u0000"), target, headers, stream(utf8(body)));
            case BAD_PERCENT ->
                sent(route, target + mark + dice.oneOf("x=%zz", "%", "x=%4", "x=%u0041"), headers, body);
            case BAD_UTF8 -> sent(route, target + mark + dice.oneOf("x=%FF", "%C3=x", "x=%ED%A0%80"), headers, body);
            case DOT_SEGMENTS -> {
                String path = target.split("\\?", 2)[0];
                yield sent(route, dice.oneOf(path + "/..", "/.." + path, path + "/.", path + "/%2e%2e"), headers, body);
            }
            case WRONG_ID_FORM ->
                sent(route, withoutId(route, dice.oneOf("x", "1.0", "-1", "%201", "９")), headers, body);
            case CONFLICTING_HEADERS -> {
                headers.putAll(dice.oneOf(
                        Map.of("if-match", "\"1\"", "if-none-match", "*"),
                        Map.of("idempotency-key", "a, b"),
                        Map.of("content-encoding", "gzip", "content-length", "-1"),
                        Map.of("forwarded", "host=a.example", "x-forwarded-host", "b.example"),
                        Map.of("accept", "text/plain", "origin", "null", "sec-fetch-site", "cross-site")));
                yield sent(route, target, headers, body);
            }
            case WRONG_CHARSET -> {
                headers.put("content-type", "application/json; charset=" + dice.oneOf("utf-16", "iso-8859-1", "x"));
                yield sent(route, target, headers, body);
            }
            case WRONG_CONTENT_TYPE -> {
                headers.put("content-type", dice.oneOf("text/plain", "application/x-www-form-urlencoded", "", "/"));
                yield sent(route, target, headers, body);
            }
            case BYTE_ORDER_MARK -> sent(route, target, headers, "\uFEFF" + body);
            case BAD_UTF8_BODY -> {
                var bytes = new ByteArrayOutputStream();
                bytes.writeBytes(utf8(body.substring(0, body.length() / 2)));
                bytes.writeBytes(new byte[] {(byte) 0xC3, (byte) 0x28});
                bytes.writeBytes(utf8(body.substring(body.length() / 2)));
                yield new Sent(route.method(), target, headers, stream(bytes.toByteArray()));
            }
            case FORM_CUT -> {
                headers.put("content-type", "multipart/form-data; boundary=y-y");
                byte[] form = utf8("--y-y\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\n\r\n"
                        + body + "\r\n--y-y--\r\n");
                yield new Sent(
                        route.method(), target, headers, stream(Arrays.copyOf(form, dice.between(0, form.length))));
            }
            default -> sent(route, target, headers, json(Tree.of(body), dice));
        };
    }

    private static Sent sent(Route route, String target, Map<String, String> headers, String body) {
        return new Sent(route.method(), target, headers, stream(utf8(body)));
    }

    private static ByteArrayInputStream stream(byte[] bytes) {
        return new ByteArrayInputStream(bytes);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String withoutId(Route route, String id) {
        return route.template().replaceAll("\\{(id|version)}", id).replaceAll("\\{\\w+}", "x");
    }

    private String json(JsonNode tree, Dice dice) {
        List<ObjectNode> objects = new ArrayList<>();
        collect(tree, objects);
        ObjectNode object = dice.oneOf(objects.isEmpty() ? List.of(JsonNodeFactory.instance.objectNode()) : objects);
        switch (this) {
            case EXTRA_FIELD -> object.put(dice.oneOf("id", "version", "household", "a/b~", ""), 1);
            case DEEP_NESTING -> object.put(PLACEHOLDER, 1);
            case DUPLICATE_KEYS -> object.put(PLACEHOLDER, 1);
            default -> {
                Place place = dice.oneOf(places(tree));
                if (this == MISSING) {
                    place.object().remove(place.name());
                } else {
                    place.object().put(place.name(), PLACEHOLDER);
                }
            }
        }
        String text = tree.toString();
        return switch (this) {
            case DEEP_NESTING -> text.replace(PLACEHOLDER + "\":1", "a\":" + "[".repeat(5_000) + "]".repeat(5_000));
            case DUPLICATE_KEYS -> text.replace("\"" + PLACEHOLDER + "\":1", "\"a\":1,\"a\":2");
            default -> values.isEmpty() ? text : text.replace("\"" + PLACEHOLDER + "\"", dice.oneOf(values));
        };
    }

    private record Place(ObjectNode object, String name) {}

    private static List<Place> places(JsonNode tree) {
        List<ObjectNode> objects = new ArrayList<>();
        collect(tree, objects);
        return objects.stream()
                .flatMap(object -> StreamSupport.stream(object.properties().spliterator(), false)
                        .map(field -> new Place(object, field.getKey())))
                // What a rule compares with may be any number, taken as it is written.
                .filter(place -> !place.name().equals("value"))
                .toList();
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
