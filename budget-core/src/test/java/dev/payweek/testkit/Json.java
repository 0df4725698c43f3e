package dev.payweek.testkit;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Reads JSON into maps, lists, texts, booleans and decimals: as much of it as the tests' own files use. */
public final class Json {

    private final String text;
    private int at;

    private Json(String text) {
        this.text = text;
    }

    /** Returns the value that a text says. */
    public static Object parse(String text) {
        Json json = new Json(text);
        Object value = json.value();
        json.skip();
        if (json.at != text.length()) {
            throw json.malformed();
        }
        return value;
    }

    /** Returns a value known to be an object. */
    @SuppressWarnings("unchecked")
    public static Map<String, Object> object(Object value) {
        return (Map<String, Object>) value;
    }

    /** Returns what has that name; it must be there. */
    public static Object required(Map<String, Object> in, String name) {
        return Objects.requireNonNull(in.get(name), name);
    }

    /** Returns the number of that name; it must be there. */
    public static BigDecimal number(Map<String, Object> in, String name) {
        return (BigDecimal) required(in, name);
    }

    /** Returns the list of that name; none where there is none. */
    public static List<Map<String, Object>> list(Map<String, Object> in, String name) {
        return ((List<?>) in.getOrDefault(name, List.of()))
                .stream().map(Json::object).toList();
    }

    /** Returns the text of that name. */
    public static Optional<String> text(Map<String, Object> in, String name) {
        return Optional.ofNullable(in.get(name)).map(Object::toString);
    }

    private Object value() {
        skip();
        return switch (text.charAt(at)) {
            case '{' -> members();
            case '[' -> elements();
            case '"' -> string();
            default -> word();
        };
    }

    private Map<String, Object> members() {
        Map<String, Object> object = new LinkedHashMap<>();
        for (at++; !accept('}'); accept(',')) {
            String name = string();
            expect(':');
            object.put(name, value());
        }
        return object;
    }

    private List<Object> elements() {
        List<Object> list = new ArrayList<>();
        for (at++; !accept(']'); accept(',')) {
            list.add(value());
        }
        return list;
    }

    private Object word() {
        int start = at;
        while (at < text.length() && ",]} \n\r\t".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        String word = text.substring(start, at);
        return switch (word) {
            case "true" -> true;
            case "false" -> false;
            default -> new BigDecimal(word);
        };
    }

    private String string() {
        expect('"');
        StringBuilder string = new StringBuilder();
        while (text.charAt(at) != '"') {
            if (text.charAt(at) == '\\') {
                at++;
                if ("\"\\/".indexOf(text.charAt(at)) < 0) {
                    throw malformed();
                }
            }
            string.append(text.charAt(at++));
        }
        at++;
        return string.toString();
    }

    private void skip() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private boolean accept(char sign) {
        skip();
        boolean there = at < text.length() && text.charAt(at) == sign;
        at += there ? 1 : 0;
        return there;
    }

    private void expect(char sign) {
        if (!accept(sign)) {
            throw malformed();
        }
    }

    private IllegalArgumentException malformed() {
        return new IllegalArgumentException("not understood at " + at);
    }
}
