package dev.payweek.report;

import static dev.payweek.testkit.Json.list;
import static dev.payweek.testkit.Json.object;
import static dev.payweek.testkit.Json.text;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.payweek.testkit.Dice;
import dev.payweek.testkit.GoldenFigures;
import dev.payweek.testkit.Json;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Small ledgers worked out by hand, each figure of them. */
class GoldenLedgersTest {

    private static List<Map<String, Object>> examples() {
        return list(object(Json.parse(GoldenFigures.text())), "examples");
    }

    @TestFactory
    List<DynamicTest> every_figure_of_a_golden_ledger_is_right() {
        return examples().stream()
                .map(example -> DynamicTest.dynamicTest(
                        text(example, "name").orElseThrow(), () -> assertEquals(List.of(), differences(example, 0))))
                .toList();
    }

    @Test
    void the_order_of_writing_changes_no_figure() {
        for (Map<String, Object> example : examples()) {
            assertEquals(
                    List.of(), differences(example, 7), text(example, "name").orElseThrow());
        }
    }

    @Test
    void all_ledgers_and_figures_are_compared() {
        List<Map<String, Object>> examples = examples();
        GoldenFigures figures = new GoldenFigures();
        examples.forEach(example -> compare(example, 0, figures));

        assertEquals(GoldenFigures.LEDGERS, examples.size());
        assertEquals(GoldenFigures.FIGURES, figures.compared());
    }

    /** Compares, with the entries written in the order of the file, or in another one. */
    static List<String> differences(Map<String, Object> example, long shuffle) {
        GoldenFigures figures = new GoldenFigures();
        compare(example, shuffle, figures);
        return figures.differences();
    }

    private static void compare(Map<String, Object> example, long shuffle, GoldenFigures figures) {
        GoldenLedger ledger = new GoldenLedger(object(Json.required(example, "ledger")));
        Books books = Books.of(shuffle == 0 ? ledger.entries() : new Dice(shuffle).shuffled(ledger.entries()));
        for (Map<String, Object> check : list(example, "checks")) {
            LocalDate on = LocalDate.parse(text(check, "on").orElseThrow());
            LocalDate today = LocalDate.parse(text(check, "today").orElseThrow());
            Map<String, Object> answer = AnswerFigures.of(Answer.of(ledger.plan(), books, on, today));
            figures.compare(Json.required(check, "expect"), answer, on + " " + today);
        }
        for (Map<String, Object> history : list(example, "history")) {
            LocalDate today = LocalDate.parse(text(history, "today").orElseThrow());
            int count = Json.number(history, "periods").intValueExact();
            List<Map<String, Object>> rows = "week".equals(history.get("of"))
                    ? History.weeks(ledger.plan(), books, today, count).stream()
                            .map(AnswerFigures::of)
                            .toList()
                    : History.periods(ledger.plan(), books, today, count).stream()
                            .map(AnswerFigures::of)
                            .toList();
            figures.compare(Json.required(history, "expect"), rows, "history " + history.get("of"));
        }
    }
}
