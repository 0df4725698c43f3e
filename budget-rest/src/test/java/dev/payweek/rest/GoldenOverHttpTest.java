package dev.payweek.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.payweek.testkit.Dice;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The ledgers worked out by hand, written and asked through the API: each figure of every answer. */
class GoldenOverHttpTest {

    /** What must be absent where it means nothing. */
    private static final Set<String> OPTIONAL = Set.of("share_spent", "status", "limit");

    private static final Map<String, List<String>> KEYS = Map.of(
            "pay", List.of("source", "payday", "date"),
            "bills", List.of("bill", "due"),
            "set_asides", List.of("set_aside"),
            "categories", List.of("category"),
            "children", List.of("category"));

    private static final String BEGUN = Long.toString(System.nanoTime());

    private int compared;

    private static List<JsonNode> examples() {
        try (InputStream file =
                Objects.requireNonNull(GoldenOverHttpTest.class.getResourceAsStream("/golden/ledgers.json"))) {
            String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            return Tree.elements(Tree.of(text).path("examples"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @TestFactory
    Stream<DynamicTest> every_figure_of_a_golden_ledger_is_answered() {
        return examples().stream()
                .map(example -> DynamicTest.dynamicTest(
                        example.path("name").textValue(),
                        () -> assertEquals(List.of(), differences(example, UnaryOperator.identity()))));
    }

    @Test
    void the_order_of_writing_changes_no_figure() throws Exception {
        long seed = Long.parseLong(System.getProperty("seed", BEGUN));
        Dice dice = new Dice(seed);
        List<JsonNode> examples = examples();
        for (JsonNode example : examples) {
            assertEquals(
                    List.of(),
                    differences(example, dice::shuffled),
                    example.path("name").textValue() + ", repeat it with -Dseed=" + seed);
        }
        assertEquals(32, examples.size());
        assertEquals(3185, compared);
    }

    private List<String> differences(JsonNode example, UnaryOperator<List<Integer>> order) throws Exception {
        DirectApi api = new DirectApi();
        new GoldenLedgerWriter(api).write(example.path("ledger"), order);
        List<String> out = new ArrayList<>();
        for (JsonNode check : example.path("checks")) {
            String days = "on=" + check.path("on").asText() + "&today="
                    + check.path("today").asText();
            compare(check.path("expect"), Tree.of(api.send("GET", "/budget?" + days)), days, "", out);
        }
        for (JsonNode history : example.path("history")) {
            String target = "/budget/history?of=" + history.path("of").asText() + "&periods="
                    + history.path("periods").asText() + "&today="
                    + history.path("today").asText();
            compare(history.path("expect"), Tree.of(api.send("GET", target)), target, "", out);
        }
        return out;
    }

    private void compare(JsonNode expected, JsonNode actual, String path, String name, List<String> out) {
        if (expected.isObject()) {
            expected.properties()
                    .forEach(field -> compare(
                            field.getValue(),
                            actual.path(field.getKey()),
                            path + "." + field.getKey(),
                            field.getKey(),
                            out));
            OPTIONAL.stream()
                    .filter(field -> actual.has(field) && !expected.has(field))
                    .forEach(field -> out.add(path + "." + field + ": must be absent, not " + actual.path(field)));
        } else if (expected.isArray()) {
            compareRows(expected, new ArrayList<>(Tree.elements(actual)), path, name, out);
        } else {
            compared++;
            boolean same = (expected.isNumber() && actual.isNumber())
                    ? expected.decimalValue().compareTo(actual.decimalValue()) == 0
                    : expected.equals(actual);
            if (!same) {
                out.add(path + ": expected " + expected + ", not " + actual);
            }
        }
    }

    private void compareRows(JsonNode expected, List<JsonNode> actual, String path, String name, List<String> out) {
        List<String> keys = KEYS.getOrDefault(name, List.of());
        for (JsonNode row : expected) {
            JsonNode match = actual.stream()
                    .filter(own -> keys.stream().allMatch(key -> own.path(key).equals(row.path(key))))
                    .findFirst()
                    .orElse(Tree.of("{}"));
            actual.remove(match);
            compare(row, match, path + "[" + row + "]", "", out);
        }
        actual.stream()
                .filter(own -> !(keys.contains("category") && isEmptyCategory(own)))
                .forEach(own -> out.add(path + ": nobody expects " + own));
    }

    /** Categories nothing was spent in may be shown or not. */
    private static boolean isEmptyCategory(JsonNode row) {
        return row.path("count").intValue() == 0
                && row.path("week").path("spent").decimalValue().signum() == 0
                && row.path("period").path("spent").decimalValue().signum() == 0;
    }
}
