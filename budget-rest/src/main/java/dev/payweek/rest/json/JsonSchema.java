package dev.payweek.rest.json;

import com.fasterxml.jackson.databind.JsonNode;
import dev.payweek.money.Money;
import dev.payweek.money.Ratio;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Describes records as JSON schemas in the dialect of OpenAPI 3.1: the same rules that {@link ShapeReader} reads and
 * {@link ShapeWriter} writes by.
 */
public final class JsonSchema {

    private final Map<String, Object> components = new TreeMap<>();
    private final Map<String, Class<?>> named = new HashMap<>();

    /** Creates an empty collection of schemas. */
    public JsonSchema() {}

    /** Returns the schemas of all records described so far, by name. */
    public Map<String, Object> components() {
        return components;
    }

    /** Returns a reference to the record's schema, describing it if that has not been done. */
    public Map<String, Object> of(Class<?> shape) {
        return plain(shape);
    }

    private Map<String, Object> schema(Type type, Optional<Text> limits) {
        if (type instanceof ParameterizedType generic) {
            Type[] arguments = generic.getActualTypeArguments();
            if (generic.getRawType() == Optional.class) {
                return schema(arguments[0], limits);
            }
            if (generic.getRawType() == List.class) {
                return fields("type", "array", "items", schema(arguments[0], limits));
            }
            return fields("type", "object", "additionalProperties", schema(arguments[1], limits));
        }
        Map<String, Object> plain = new LinkedHashMap<>(plain((Class<?>) type));
        limits.filter(limit -> type == String.class).ifPresent(limit -> {
            plain.put("maxLength", limit.max());
            if (!limit.blank()) {
                plain.put("minLength", 1);
            }
        });
        return plain;
    }

    private Map<String, Object> plain(Class<?> type) {
        if (type == Money.class || type == BigDecimal.class) {
            return fields("type", "number", "examples", List.of(new BigDecimal("12.50")));
        }
        if (type == Ratio.class) {
            return fields("type", "number", "examples", List.of(new BigDecimal("0.2707")));
        }
        if (type == Integer.class || type == int.class) {
            return fields("type", "integer", "format", "int32");
        }
        if (type == Long.class || type == long.class) {
            return fields("type", "integer", "format", "int64");
        }
        if (type == Boolean.class || type == boolean.class) {
            return fields("type", "boolean");
        }
        if (type == LocalDate.class) {
            return fields("type", "string", "format", "date", "examples", List.of("2026-11-22"));
        }
        if (type == Instant.class) {
            return fields("type", "string", "format", "date-time", "examples", List.of("2026-11-22T12:00:00Z"));
        }
        if (type == YearMonth.class) {
            return fields("type", "string", "pattern", "^\\d{4}-\\d{2}$", "examples", List.of("2026-11"));
        }
        if (type == JsonNode.class || type == Object.class) {
            return Map.of();
        }
        if (type.isEnum()) {
            List<String> words = Arrays.stream(type.getEnumConstants())
                    .map(constant -> Names.word((Enum<?>) constant))
                    .toList();
            return fields("type", "string", "enum", words);
        }
        return type == String.class ? fields("type", "string") : record(type);
    }

    private Map<String, Object> record(Class<?> type) {
        Shape shape = Shape.of(type);
        Class<?> other = named.putIfAbsent(shape.name(), type);
        if (other == null) {
            components.put(shape.name(), described(shape));
        } else if (other != type) {
            throw new IllegalStateException(type + " and " + other + " have the same name");
        }
        return reference(shape.name());
    }

    private Map<String, Object> described(Shape shape) {
        List<String> required = shape.fields().stream()
                .filter(field -> field.raw() != Optional.class && field.raw() != List.class)
                .map(Shape.Field::name)
                .toList();
        Map<String, Object> described = fields("type", "object", "properties", properties(shape));
        if (!required.isEmpty()) {
            described.put("required", required);
        }
        described.put("additionalProperties", false);
        return described;
    }

    private Map<String, Object> properties(Shape shape) {
        Map<String, Object> properties = new LinkedHashMap<>();
        shape.fields().forEach(field -> properties.put(field.name(), schema(field.type(), field.limits())));
        return properties;
    }

    /** Returns a reference to the schema of a merge patch (RFC 7396): any field may be left out, and null clears it. */
    public Map<String, Object> patchOf(Class<?> type) {
        Shape shape = Shape.of(type);
        String name = shape.name() + "Patch";
        Map<String, Object> properties = properties(shape);
        properties.replaceAll((field, schema) -> orNull((Map<?, ?>) schema));
        components.put(name, fields("type", "object", "properties", properties, "additionalProperties", false));
        return reference(name);
    }

    private static Map<String, Object> orNull(Map<?, ?> schema) {
        if (!schema.containsKey("type") || schema.containsKey("enum")) {
            return fields("anyOf", List.of(schema, fields("type", "null")));
        }
        Map<String, Object> nullable = new LinkedHashMap<>();
        schema.forEach((word, value) -> nullable.put(word.toString(), value));
        nullable.put("type", List.of(nullable.get("type"), "null"));
        return nullable;
    }

    private static Map<String, Object> reference(String name) {
        return fields("$ref", "#/components/schemas/" + name);
    }

    /** Returns a JSON object that keeps the order given, so that the document is the same each time. */
    public static Map<String, Object> fields(Object... namesAndValues) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.put(namesAndValues[i].toString(), namesAndValues[i + 1]);
        }
        return fields;
    }
}
