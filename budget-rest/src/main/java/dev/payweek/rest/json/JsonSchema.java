package dev.payweek.rest.json;

import com.fasterxml.jackson.databind.JsonNode;
import dev.payweek.money.Money;
import dev.payweek.money.Ratio;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
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
        if (!components.containsKey(name)) {
            components.put(name, Map.of());
            Map<String, Object> properties = new LinkedHashMap<>();
            List<String> required = new ArrayList<>();
            for (RecordComponent component : shape.getRecordComponents()) {
                String field = Names.snakeCase(component.getName());
                properties.put(
                        field,
                        schema(component.getGenericType(), Optional.ofNullable(component.getAnnotation(Text.class))));
                if (component.getType() != Optional.class && component.getType() != List.class) {
                    required.add(field);
                }
            }
            Map<String, Object> described = new LinkedHashMap<>();
            described.put("type", "object");
            described.put("properties", properties);
            if (!required.isEmpty()) {
                described.put("required", required);
            }
            described.put("additionalProperties", false);
            components.put(name, described);
        }
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
