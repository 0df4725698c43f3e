package dev.payweek.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.payweek.testkit.Dice;
import dev.payweek.testkit.GoldenFigures;
import dev.payweek.testkit.Json;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The ledgers worked out by hand, written and asked through the API: each figure of every answer. */
class GoldenOverHttpTest {

    private static final String BEGUN = Long.toString(System.nanoTime());

    private static List<JsonNode> examples() {
        return Tree.elements(Tree.of(GoldenFigures.text()).path("examples"));
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
        GoldenFigures figures = new GoldenFigures();
        for (JsonNode example : examples) {
            compare(example, dice::shuffled, figures);
            assertEquals(
                    List.of(),
                    figures.differences(),
                    example.path("name").textValue() + ", repeat it with -Dseed=" + seed);
        }
        assertEquals(GoldenFigures.LEDGERS, examples.size());
        assertEquals(GoldenFigures.FIGURES, figures.compared());
    }

    private static List<String> differences(JsonNode example, UnaryOperator<List<Integer>> order) throws Exception {
        GoldenFigures figures = new GoldenFigures();
        compare(example, order, figures);
        return figures.differences();
    }

    private static void compare(JsonNode example, UnaryOperator<List<Integer>> order, GoldenFigures figures)
            throws Exception {
        DirectApi api = new DirectApi();
        new GoldenLedgerWriter(api).write(example.path("ledger"), order);
        for (JsonNode check : example.path("checks")) {
            compare(check, api, "/budget?on=" + check.path("on").asText(), figures);
        }
        for (JsonNode history : example.path("history")) {
            String of = "of=" + history.path("of").asText() + "&periods="
                    + history.path("periods").asText();
            compare(history, api, "/budget/history?" + of, figures);
        }
    }

    private static void compare(JsonNode check, DirectApi api, String target, GoldenFigures figures) throws Exception {
        String asked = target + "&today=" + check.path("today").asText();
        figures.compare(
                Json.parse(check.path("expect").toString()),
                Json.parse(api.send("GET", asked).text()),
                asked);
    }
}
