package dev.payweek.rest.json;

import com.fasterxml.jackson.databind.JsonNode;
import dev.payweek.money.Money;
import dev.payweek.period.DateSpan;
import dev.payweek.refusal.LedgerException;
import dev.payweek.refusal.Validation;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Reads JSON into records, strictly, and finds everything that is wrong before it refuses.
 *
 * <p>A component that is {@code Optional} or a list may be left out or null, any other must be there; a field that the
 * record has not is a problem, so that typing errors don't pass in silence. Nothing is converted: {@code "12"} is no
 * number and 1 no text. Only money may be a number or a decimal text.
 */
public final class ShapeReader {

    private final Optional<Currency> currency;
    private final List<Problem.Detail> problems = new ArrayList<>();

    private ShapeReader(Optional<Currency> currency) {
        this.currency = currency;
    }

    /**
     * Returns the record that the tree holds.
     *
     * @param currency the currency of every amount
     * @throws Problem with status 422 and all that is wrong
     */
    public static <T extends Record> T read(JsonNode tree, Class<T> shape, Currency currency) {
        return read(tree, shape, currency, "");
    }

    /** Returns the record that the tree holds, with pointers told from further out. */
    public static <T extends Record> T read(JsonNode tree, Class<T> shape, Currency currency, String pointer) {
        return read(tree, shape, Optional.of(currency), pointer);
    }

    /** Returns the record that the tree holds, which has no amounts, with pointers told from further out. */
    public static <T extends Record> T read(JsonNode tree, Class<T> shape, String pointer) {
        return read(tree, shape, Optional.empty(), pointer);
    }

    /** Returns the names of the fields that a record is read from. */
    public static List<String> fields(Class<? extends Record> shape) {
        return Arrays.stream(shape.getRecordComponents())
                .map(component -> Names.snakeCase(component.getName()))
                .toList();
    }

    private static <T extends Record> T read(
            JsonNode tree, Class<T> shape, Optional<Currency> currency, String pointer) {
        var reader = new ShapeReader(currency);
        Optional<T> read = reader.record(tree, shape, pointer);
        if (!reader.problems.isEmpty()) {
            throw Problem.of(422, "invalid", reader.problems);
        }
        return read.orElseThrow();
    }

    private <T extends Record> Optional<T> record(JsonNode node, Class<T> shape, String pointer) {
        if (!node.isObject()) {
            return wrong(pointer, "wrong_type", "An object is expected here.");
        }
        Set<String> unknown = new HashSet<>();
        node.fieldNames().forEachRemaining(unknown::add);
        RecordComponent[] components = shape.getRecordComponents();
        List<Object> values = new ArrayList<>();
        for (RecordComponent component : components) {
            String name = Names.snakeCase(component.getName());
            unknown.remove(name);
            component(node.path(name), component, pointer + "/" + name).ifPresent(values::add);
        }
        unknown.stream()
                .sorted()
                .forEach(name -> wrong(
                        pointer + "/" + name.replace("~", "~0").replace("/", "~1"),
                        "unknown_field",
                        "There is no field \"" + name + "\" here."));
        return values.size() == components.length && problems.isEmpty()
                ? Optional.of(construct(shape, values))
                : Optional.empty();
    }

    private Optional<?> component(JsonNode node, RecordComponent component, String pointer) {
        boolean absent = node.isMissingNode() || node.isNull();
        Class<?> type = component.getType();
        if (type == Optional.class) {
            Optional<?> value =
                    absent ? Optional.empty() : value(node, argument(component.getGenericType()), component, pointer);
            return Optional.of(value);
        }
        if (type == List.class && absent) {
            return Optional.of(List.of());
        }
        if (absent) {
            String name = pointer.substring(pointer.lastIndexOf('/') + 1);
            return wrong(pointer, "required", "The " + name.replace('_', ' ') + " is missing.");
        }
        return value(node, component.getGenericType(), component, pointer);
    }

    private Optional<?> value(JsonNode node, Type type, RecordComponent component, String pointer) {
        if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
            return list(node, argument(list), component, pointer);
        }
        if (type instanceof ParameterizedType map && map.getRawType() == Map.class) {
            return map(node, map.getActualTypeArguments()[1], component, pointer);
        }
        Class<?> plain = (Class<?>) type;
        if (plain == String.class) {
            return text(node, Optional.ofNullable(component.getAnnotation(Text.class)), pointer);
        }
        if (plain == Money.class) {
            return money(node, pointer);
        }
        if (plain == LocalDate.class) {
            return date(node, pointer);
        }
        if (plain == Integer.class || plain == int.class) {
            return node.isIntegralNumber() && node.canConvertToInt()
                    ? Optional.of(node.intValue())
                    : wrong(pointer, "wrong_type", "A whole number is expected here.");
        }
        if (plain == Long.class || plain == long.class) {
            return node.isIntegralNumber() && node.canConvertToLong()
                    ? Optional.of(node.longValue())
                    : wrong(pointer, "wrong_type", "A whole number is expected here.");
        }
        if (plain == Boolean.class || plain == boolean.class) {
            return node.isBoolean()
                    ? Optional.of(node.booleanValue())
                    : wrong(pointer, "wrong_type", "true or false is expected here.");
        }
        if (plain == JsonNode.class) {
            return Optional.of(node);
        }
        if (plain.isEnum()) {
            return constant(node, plain, pointer);
        }
        return record(node, plain.asSubclass(Record.class), pointer);
    }

    private Optional<?> list(JsonNode node, Type element, RecordComponent component, String pointer) {
        if (!node.isArray()) {
            return wrong(pointer, "wrong_type", "A list is expected here.");
        }
        List<Object> values = new ArrayList<>();
        for (int i = 0; i < node.size(); i++) {
            value(node.get(i), element, component, pointer + "/" + i).ifPresent(values::add);
        }
        return Optional.of(List.copyOf(values));
    }

    private Optional<?> map(JsonNode node, Type element, RecordComponent component, String pointer) {
        if (!node.isObject()) {
            return wrong(pointer, "wrong_type", "An object is expected here.");
        }
        Map<String, Object> values = new TreeMap<>();
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            value(field.getValue(), element, component, pointer + "/" + field.getKey())
                    .ifPresent(value -> values.put(field.getKey(), value));
        }
        return Optional.of(values);
    }

    private Optional<String> text(JsonNode node, Optional<Text> limits, String pointer) {
        if (!node.isTextual()) {
            return wrong(pointer, "wrong_type", "A text is expected here.");
        }
        String text = node.textValue();
        limits.ifPresent(limit -> {
            var checks = new Validation();
            String name = pointer.substring(pointer.lastIndexOf('/') + 1);
            if (limit.blank()) {
                checks.textOrEmpty(name, text, limit.max());
            } else {
                checks.text(name, text, limit.max());
            }
            note(checks::refuseIfAny, pointer);
        });
        return Optional.of(text);
    }

    private Optional<Money> money(JsonNode node, String pointer) {
        if (!node.isNumber() && !node.isTextual()) {
            return wrong(pointer, "wrong_type", "An amount like 12.50 is expected here.");
        }
        Currency in = currency.orElseThrow();
        try {
            return Optional.of(
                    node.isTextual() ? Money.of(node.textValue(), in.getCurrencyCode()) : Money.of(decimal(node), in));
        } catch (LedgerException refusal) {
            note(refusal, pointer);
            return Optional.empty();
        }
    }

    private static BigDecimal decimal(JsonNode node) {
        return node.isBigInteger() || node.isIntegralNumber()
                ? new BigDecimal(node.bigIntegerValue())
                : node.decimalValue();
    }

    private Optional<LocalDate> date(JsonNode node, String pointer) {
        if (node.isTextual() && node.textValue().length() == "2026-11-22".length()) {
            try {
                LocalDate date = LocalDate.parse(node.textValue());
                note(() -> DateSpan.requireUsable("", date), pointer);
                return Optional.of(date);
            } catch (DateTimeException e) {
                // Told below like any other text that is no date.
            }
        }
        return wrong(pointer, "wrong_date", "A date like 2026-11-22 is expected here.");
    }

    private Optional<?> constant(JsonNode node, Class<?> type, String pointer) {
        List<String> names = Arrays.stream(type.getEnumConstants())
                .map(constant -> ((Enum<?>) constant).name().toLowerCase(Locale.ROOT))
                .toList();
        int found = node.isTextual() ? names.indexOf(node.textValue()) : -1;
        return found >= 0
                ? Optional.of(type.getEnumConstants()[found])
                : wrong(pointer, "unknown_word", "One of " + String.join(", ", names) + " is expected here.");
    }

    private void note(Runnable check, String pointer) {
        try {
            check.run();
        } catch (LedgerException refusal) {
            note(refusal, pointer);
        }
    }

    private void note(LedgerException refusal, String pointer) {
        refusal.problems()
                .forEach(problem -> problems.add(new Problem.Detail(pointer, problem.code(), problem.message())));
    }

    private <T> Optional<T> wrong(String pointer, String code, String message) {
        problems.add(new Problem.Detail(pointer, code, message));
        return Optional.empty();
    }

    private static Type argument(Type type) {
        return ((ParameterizedType) type).getActualTypeArguments()[0];
    }

    private static <T extends Record> T construct(Class<T> shape, List<Object> values) {
        Class<?>[] types = Arrays.stream(shape.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            Constructor<T> constructor = shape.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values.toArray());
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(shape + " cannot be made", e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(shape + " cannot be made", e);
        }
    }
}
