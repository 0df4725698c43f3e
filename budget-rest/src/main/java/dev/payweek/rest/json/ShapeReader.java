package dev.payweek.rest.json;

import com.fasterxml.jackson.databind.JsonNode;
import dev.payweek.money.Money;
import dev.payweek.period.DateSpan;
import dev.payweek.refusal.LedgerException;
import dev.payweek.refusal.Validation;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Reads JSON into records, strictly, and finds everything that is wrong: what cannot be read is replaced, see {@link
 * StandIn}. Each record is looked at once, see {@link Shape}.
 *
 * <p>A component that is {@code Optional} or a list may be left out or null, any other must be there; a field that the
 * record has not is a problem, so that typing errors don't pass in silence. Nothing is converted: {@code "12"} is no
 * number and 1 no text. Only money may be a number or a decimal text.
 */
public final class ShapeReader {

    private final Optional<Currency> currency;
    private final StandIn standIn;
    private final List<Problem.Detail> problems = new ArrayList<>();

    private ShapeReader(Optional<Currency> currency, StandIn standIn) {
        this.currency = currency;
        this.standIn = standIn;
    }

    /**
     * What could be read.
     *
     * @param value the record; where there are problems, with something that stands in for what could not be read
     * @param problems all that is wrong, in the order of the record
     */
    public record Reading<T extends Record>(T value, List<Problem.Detail> problems) {}

    /**
     * Returns the record that the tree holds, as far as it can be read.
     *
     * @param currency the currency of every amount
     * @param pointer where the tree stands in the body
     * @param standIn what stands in for what cannot be read
     */
    public static <T extends Record> Reading<T> reading(
            JsonNode tree, Class<T> shape, Currency currency, String pointer, StandIn standIn) {
        return reading(tree, shape, Optional.of(currency), pointer, standIn);
    }

    /** As {@link #reading(JsonNode, Class, Currency, String, StandIn)}, for a record without amounts. */
    public static <T extends Record> Reading<T> reading(
            JsonNode tree, Class<T> shape, String pointer, StandIn standIn) {
        return reading(tree, shape, Optional.empty(), pointer, standIn);
    }

    /** Returns the names of the fields that a record is read from. */
    public static List<String> fields(Class<? extends Record> shape) {
        return Shape.of(shape).fields().stream().map(Shape.Field::name).toList();
    }

    private static <T extends Record> Reading<T> reading(
            JsonNode tree, Class<T> shape, Optional<Currency> currency, String pointer, StandIn standIn) {
        var reader = new ShapeReader(currency, standIn);
        Optional<T> read = reader.record(tree, shape, pointer);
        T value = read.isPresent() ? read.get() : shape.cast(reader.standIn(shape));
        return new Reading<>(value, List.copyOf(reader.problems));
    }

    private Object standIn(Type type) {
        return standIn.of(type, currency);
    }

    private <T extends Record> Optional<T> record(JsonNode node, Class<T> shape, String pointer) {
        if (!node.isObject()) {
            return wrong(pointer, "wrong_type", "An object is expected here.");
        }
        Set<String> unknown = new HashSet<>();
        node.fieldNames().forEachRemaining(unknown::add);
        Shape known = Shape.of(shape);
        List<Object> values = new ArrayList<>();
        for (Shape.Field field : known.fields()) {
            unknown.remove(field.name());
            values.add(field(node.path(field.name()), field, pointer + "/" + field.name()));
        }
        unknown.stream()
                .sorted()
                .forEach(name -> wrong(
                        pointer + "/" + name.replace("~", "~0").replace("/", "~1"),
                        "unknown_field",
                        "There is no field \"" + name + "\" here."));
        return Optional.of(shape.cast(known.make(values)));
    }

    private Object field(JsonNode node, Shape.Field field, String pointer) {
        boolean absent = node.isMissingNode() || node.isNull();
        Class<?> type = field.raw();
        if (type == Optional.class) {
            Optional<?> value = absent ? Optional.empty() : value(node, argument(field.type()), field, pointer);
            return absent || value.isPresent() ? value : standIn(field.type());
        }
        if (type == List.class && absent) {
            return List.of();
        }
        Optional<?> value = absent ? missing(pointer) : value(node, field.type(), field, pointer);
        return value.isPresent() ? value.get() : standIn(field.type());
    }

    private Optional<?> missing(String pointer) {
        String name = pointer.substring(pointer.lastIndexOf('/') + 1);
        return wrong(pointer, "required", "The " + name.replace('_', ' ') + " is missing.");
    }

    private Optional<?> value(JsonNode node, Type type, Shape.Field field, String pointer) {
        if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
            return list(node, argument(list), field, pointer);
        }
        if (type instanceof ParameterizedType map && map.getRawType() == Map.class) {
            return map(node, map.getActualTypeArguments()[1], field, pointer);
        }
        Class<?> plain = (Class<?>) type;
        if (plain == String.class) {
            return text(node, field.limits(), pointer);
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

    private Optional<?> list(JsonNode node, Type element, Shape.Field field, String pointer) {
        if (!node.isArray()) {
            return wrong(pointer, "wrong_type", "A list is expected here.");
        }
        List<Object> values = new ArrayList<>();
        for (int i = 0; i < node.size(); i++) {
            Optional<?> value = value(node.get(i), element, field, pointer + "/" + i);
            values.add(value.isPresent() ? value.get() : standIn(element));
        }
        return Optional.of(List.copyOf(values));
    }

    private Optional<?> map(JsonNode node, Type element, Shape.Field field, String pointer) {
        if (!node.isObject()) {
            return wrong(pointer, "wrong_type", "An object is expected here.");
        }
        Map<String, Object> values = new TreeMap<>();
        for (Map.Entry<String, JsonNode> member : node.properties()) {
            value(member.getValue(), element, field, pointer + "/" + member.getKey())
                    .ifPresent(value -> values.put(member.getKey(), value));
        }
        return Optional.of(values);
    }

    private Optional<String> text(JsonNode node, Optional<Text> limits, String pointer) {
        if (!node.isTextual()) {
            return wrong(pointer, "wrong_type", "A text is expected here.");
        }
        String text = node.textValue();
        int before = problems.size();
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
        return problems.size() == before ? Optional.of(text) : Optional.empty();
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
                int before = problems.size();
                note(() -> DateSpan.requireUsable("", date), pointer);
                return problems.size() == before ? Optional.of(date) : Optional.empty();
            } catch (DateTimeException e) {
                // Reported below like any other text that is no date.
            }
        }
        return wrong(pointer, "wrong_date", "A date like 2026-11-22 is expected here.");
    }

    private Optional<?> constant(JsonNode node, Class<?> type, String pointer) {
        List<String> names = Arrays.stream(type.getEnumConstants())
                .map(constant -> Names.word((Enum<?>) constant))
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
}
