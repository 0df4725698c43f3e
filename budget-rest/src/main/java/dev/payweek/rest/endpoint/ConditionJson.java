package dev.payweek.rest.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import dev.payweek.refusal.Refusal;
import dev.payweek.rest.json.Problem;
import dev.payweek.rest.json.ShapeReader;
import dev.payweek.rest.json.Text;
import dev.payweek.rule.Condition;
import dev.payweek.rule.TextField;
import dev.payweek.rule.TextOperator;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The condition of a rule as JSON: {@code {"all": […]}}, {@code {"any": […]}}, {@code {"not": …}} or {@code {"field":
 * "title", "op": "contains", "value": "coffee"}}.
 */
final class ConditionJson {

    private ConditionJson() {}

    record Comparison(
            TextField field,
            TextOperator op,
            @Text(max = 200) String value) {}

    static Condition read(JsonNode node, String pointer) {
        try {
            if (node.isObject() && node.size() == 1 && (node.has("all") || node.has("any"))) {
                String word = node.has("all") ? "all" : "any";
                List<Condition> parts = parts(node.get(word), pointer + "/" + word);
                return word.equals("all") ? new Condition.All(parts) : new Condition.Any(parts);
            }
            if (node.isObject() && node.size() == 1 && node.has("not")) {
                return new Condition.Not(read(node.get("not"), pointer + "/not"));
            }
            Comparison comparison = ShapeReader.read(node, Comparison.class, pointer);
            return new Condition.Text(comparison.field(), comparison.op(), comparison.value());
        } catch (Refusal refusal) {
            throw Problem.of(
                    422,
                    "invalid",
                    refusal.problems().stream()
                            .map(one -> new Problem.Detail(pointer, one.code(), one.message()))
                            .toList());
        }
    }

    private static List<Condition> parts(JsonNode array, String pointer) {
        if (!array.isArray()) {
            throw Problem.of(
                    422, "invalid", List.of(new Problem.Detail(pointer, "wrong_type", "A list is expected here.")));
        }
        List<Condition> parts = new ArrayList<>();
        List<Problem.Detail> problems = new ArrayList<>();
        for (int i = 0; i < array.size(); i++) {
            try {
                parts.add(read(array.get(i), pointer + "/" + i));
            } catch (Problem problem) {
                problems.addAll(problem.errors());
            }
        }
        if (!problems.isEmpty()) {
            throw Problem.of(422, "invalid", problems);
        }
        return parts;
    }

    static Map<String, Object> shown(Condition condition) {
        if (condition instanceof Condition.All all) {
            return Map.of("all", all.parts().stream().map(ConditionJson::shown).toList());
        }
        if (condition instanceof Condition.Any any) {
            return Map.of("any", any.parts().stream().map(ConditionJson::shown).toList());
        }
        if (condition instanceof Condition.Not not) {
            return Map.of("not", shown(not.part()));
        }
        Condition.Text text = (Condition.Text) condition;
        Map<String, Object> comparison = new LinkedHashMap<>();
        comparison.put("field", text.field().name().toLowerCase(Locale.ROOT));
        comparison.put("op", text.operator().name().toLowerCase(Locale.ROOT));
        comparison.put("value", text.value());
        return comparison;
    }
}
