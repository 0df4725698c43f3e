package dev.payweek.rest.json;

import com.fasterxml.jackson.databind.JsonNode;
import dev.payweek.money.Money;
import dev.payweek.money.Ratio;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Describes records as JSON schemas: the same rules that {@link ShapeReader} reads and {@link ShapeWriter} writes by.
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
        if (type == Money.class || type == BigDecimal.class || type == Ratio.class) {
            return fields("type", "number");
        }
        if (type == Integer.class || type == int.class || type == Long.class || type == long.class) {
            return fields("type", "integer", "format", type == Long.class || type == long.class ? "int64" : "int32");
        }
        if (type == Boolean.class || type == boolean.class) {
            return fields("type", "boolean");
        }
        if (type == LocalDate.class) {
            return fields("type", "string", "format", "date");
        }
        if (type == Instant.class) {
            return fields("type", "string", "format", "date-time");
        }
        if (type == YearMonth.class) {
            return fields("type", "string", "pattern", "^\\d{4}-\\d{2}$");
        }
        if (type == JsonNode.class || type == Object.class) {
            return Map.of();
        }
        if (type.isEnum()) {
            return fields(
                    "type",
                    "string",
                    "enum",
                    Arrays.stream(type.getEnumConstants())
                            .map(constant -> ((Enum<?>) constant).name().toLowerCase(Locale.ROOT))
                            .toList());
        }
        if (type.isRecord()) {
            return record(type);
        }
        return fields("type", "string");
    }

    private Map<String, Object> record(Class<?> shape) {
        String name = nameOf(shape);
        Class<?> other = named.putIfAbsent(name, shape);
        if (other == null) {
            components.put(name, described(shape));
        } else if (other != shape) {
            throw new IllegalStateException(shape + " and " + other + " have the same name");
        }
        return reference(name);
    }

    private Map<String, Object> described(Class<?> shape) {
        List<String> required = Arrays.stream(shape.getRecordComponents())
                .filter(component -> component.getType() != Optional.class && component.getType() != List.class)
                .map(component -> Names.snakeCase(component.getName()))
                .toList();
        Map<String, Object> described = fields("type", "object", "properties", properties(shape));
        if (!required.isEmpty()) {
            described.put("required", required);
        }
        described.put("additionalProperties", false);
        return described;
    }

    private Map<String, Object> properties(Class<?> shape) {
        Map<String, Object> properties = new LinkedHashMap<>();
        for (RecordComponent component : shape.getRecordComponents()) {
            properties.put(
                    Names.snakeCase(component.getName()),
                    schema(component.getGenericType(), Optional.ofNullable(component.getAnnotation(Text.class))));
        }
        return properties;
    }

    /** Returns a reference to the schema of a merge patch (RFC 7396): any field may be left out, and null clears it. */
    public Map<String, Object> patchOf(Class<?> shape) {
        String name = nameOf(shape) + "Patch";
        Map<String, Object> properties = new LinkedHashMap<>();
        properties(shape).forEach((field, schema) -> properties.put(field, nullable((Map<?, ?>) schema)));
        components.put(name, fields("type", "object", "properties", properties, "additionalProperties", false));
        return reference(name);
    }

    private static Map<String, Object> nullable(Map<?, ?> schema) {
        Map<String, Object> nullable = new LinkedHashMap<>();
        schema.forEach((word, value) -> nullable.put(word.toString(), value));
        nullable.put("nullable", true);
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

    private static String nameOf(Class<?> shape) {
        return shape.getEnclosingClass() == null || shape.getSimpleName().length() > 8
                ? shape.getSimpleName()
                : shape.getEnclosingClass().getSimpleName() + shape.getSimpleName();
    }
}
