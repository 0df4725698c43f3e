package dev.payweek.rest.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import dev.payweek.money.Money;
import dev.payweek.refusal.FieldError;
import dev.payweek.refusal.LedgerException;
import dev.payweek.rest.json.Amounts;
import dev.payweek.rest.json.Faults;
import dev.payweek.rest.json.Problem;
import dev.payweek.rest.json.Schema;
import dev.payweek.rest.json.ShapeReader;
import dev.payweek.rest.json.StandIn;
import dev.payweek.rule.Comparison;
import dev.payweek.rule.Condition;
import dev.payweek.rule.Field;
import dev.payweek.rule.Operator;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The condition of a rule as JSON: {@code {"all": []}} or {@code {"any": []}} of others, {@code {"not": {}}} of one,
 * or {@code {"field": "title", "op": "contains", "value": "coffee"}}. The value of {@code between} and {@code one_of}
 * is a list; amounts are numbers.
 */
final class ConditionJson {

    private ConditionJson() {}

    @Schema("Comparison")
    record Compared(Field field, Operator op, JsonNode value) {}

    static Condition read(JsonNode node, Currency currency, String pointer) {
        try {
            if (node.isObject() && node.size() == 1 && (node.has("all") || node.has("any"))) {
                String word = node.has("all") ? "all" : "any";
                List<Condition> parts = parts(node.get(word), currency, pointer + "/" + word);
                return word.equals("all") ? new Condition.All(parts) : new Condition.Any(parts);
            }
            if (node.isObject() && node.size() == 1 && node.has("not")) {
                return new Condition.Not(read(node.get("not"), currency, pointer + "/not"));
            }
            Comparison comparison = compared(node, pointer);
            if (comparison.field() == Field.AMOUNT) {
                comparison.values().forEach(value -> requireAmount(new BigDecimal(value), currency));
            }
            return comparison;
        } catch (LedgerException refusal) {
            throw Problem.of(
                    422,
                    "invalid",
                    refusal.problems().stream()
                            .map(one -> new Problem.Detail(
                                    one.field().isEmpty() ? pointer : pointer + "/" + one.field(),
                                    one.code(),
                                    one.message()))
                            .toList());
        }
    }

    private static Comparison compared(JsonNode node, String pointer) {
        var faults = new Faults();
        Compared compared = faults.note(ShapeReader.reading(node, Compared.class, pointer, StandIn.FIRST));
        Optional<List<String>> values = compared.value().isNull()
                ? Optional.empty()
                : faults.read("", () -> values(compared.value(), pointer + "/value"));
        faults.refuseIfAny();
        return Comparison.of(compared.field(), compared.op(), values.orElseThrow());
    }

    /** An amount that no entry can have is a typing error. */
    private static void requireAmount(BigDecimal value, Currency currency) {
        try {
            Money.of(value, currency);
        } catch (LedgerException refusal) {
            FieldError problem = refusal.problems().get(0);
            throw LedgerException.invalid("value", problem.code(), problem.message());
        }
    }

    private static List<Condition> parts(JsonNode array, Currency currency, String pointer) {
        if (!array.isArray()) {
            throw wrongType(pointer, "A list is expected here.");
        }
        List<Condition> parts = new ArrayList<>();
        List<Problem.Detail> problems = new ArrayList<>();
        for (int i = 0; i < array.size(); i++) {
            try {
                parts.add(read(array.get(i), currency, pointer + "/" + i));
            } catch (Problem problem) {
                problems.addAll(problem.errors());
            }
        }
        if (!problems.isEmpty()) {
            throw Problem.of(422, "invalid", problems);
        }
        return parts;
    }

    /** A number is taken as it is written: spelling out 1e999999999 would take all memory there is. */
    private static List<String> values(JsonNode value, String pointer) {
        List<String> values = new ArrayList<>();
        for (JsonNode one : value.isArray() ? value : List.of(value)) {
            if (!one.isTextual() && !one.isNumber()) {
                throw wrongType(pointer, "A text, a number or a list of them is expected here.");
            }
            values.add(one.asText());
        }
        return values;
    }

    private static Problem wrongType(String pointer, String message) {
        return Problem.of(422, "invalid", List.of(new Problem.Detail(pointer, "wrong_type", message)));
    }

    static Map<String, Object> toJson(Condition condition, Currency currency) {
        if (condition instanceof Condition.All all) {
            return Map.of(
                    "all",
                    all.parts().stream().map(part -> toJson(part, currency)).toList());
        }
        if (condition instanceof Condition.Any any) {
            return Map.of(
                    "any",
                    any.parts().stream().map(part -> toJson(part, currency)).toList());
        }
        if (condition instanceof Condition.Not not) {
            return Map.of("not", toJson(not.part(), currency));
        }
        Comparison comparison = (Comparison) condition;
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("field", comparison.field().word());
        shown.put("op", comparison.operator().word());
        shown.put("value", value(comparison, currency));
        return shown;
    }

    /** Returns what is compared with: one value, or a list where the operator takes one. */
    static Object value(Comparison comparison, Currency currency) {
        List<Object> values = toJson(comparison.field(), comparison.values(), currency);
        return comparison.operator().takesList() ? values : values.get(0);
    }

    /** Returns values as JSON writes them: amounts as numbers, everything else as texts. */
    static List<Object> toJson(Field field, List<String> values, Currency currency) {
        return values.stream()
                .<Object>map(
                        value -> field == Field.AMOUNT ? Amounts.inDecimalsOf(currency, new BigDecimal(value)) : value)
                .toList();
    }
}
