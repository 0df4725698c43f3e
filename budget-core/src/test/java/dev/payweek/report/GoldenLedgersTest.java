package dev.payweek.report;

import static dev.payweek.testkit.Json.list;
import static dev.payweek.testkit.Json.object;
import static dev.payweek.testkit.Json.text;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.payweek.testkit.Dice;
import dev.payweek.testkit.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Small ledgers worked out by hand, each figure of them. */
class GoldenLedgersTest {

    /** What must be absent where it means nothing. */
    private static final Set<String> OPTIONAL = Set.of("share_spent", "status", "limit");

    private static final Map<String, List<String>> KEYS = Map.of(
            "pay", List.of("source", "payday", "date"),
            "bills", List.of("bill", "due"),
            "set_asides", List.of("set_aside"),
            "categories", List.of("category"),
            "children", List.of("category"));

    private int compared;

    static List<Map<String, Object>> examples() {
        try (InputStream file =
                Objects.requireNonNull(GoldenLedgersTest.class.getResourceAsStream("/golden/ledgers.json"))) {
            String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            return list(object(Json.parse(text)), "examples");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
        examples.forEach(example -> differences(example, 0));

        assertEquals(32, examples.size());
        assertEquals(3185, compared);
    }

    /** Compares, with the entries written in the order of the file, or in another one. */
    List<String> differences(Map<String, Object> example, long shuffle) {
        GoldenLedger ledger = new GoldenLedger(object(Json.required(example, "ledger")));
        Books books = Books.of(shuffle == 0 ? ledger.entries() : new Dice(shuffle).shuffled(ledger.entries()));
        List<String> out = new ArrayList<>();
        for (Map<String, Object> check : list(example, "checks")) {
            LocalDate on = LocalDate.parse(text(check, "on").orElseThrow());
            LocalDate today = LocalDate.parse(text(check, "today").orElseThrow());
            Map<String, Object> answer = AnswerFigures.of(Answer.of(ledger.plan(), books, on, today));
            compare(Json.required(check, "expect"), answer, on + " " + today, "", out);
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
            compare(Json.required(history, "expect"), rows, "history " + history.get("of"), "", out);
        }
        return out;
    }

    private void compare(Object expected, @Nullable Object actual, String path, String name, List<String> out) {
        if (expected instanceof Map<?, ?> map && actual instanceof Map<?, ?> other) {
            map.forEach((key, value) -> compare(value, other.get(key), path + "." + key, key.toString(), out));
            OPTIONAL.stream()
                    .filter(key -> other.containsKey(key) && !map.containsKey(key))
                    .forEach(key -> out.add(path + "." + key + ": must be absent, not " + other.get(key)));
        } else if (expected instanceof List<?> list && actual instanceof List<?> other) {
            compareLists(list, new ArrayList<>(other), path, name, out);
        } else {
            compared++;
            boolean same = (expected instanceof BigDecimal number && actual instanceof BigDecimal own)
                    ? number.compareTo(own) == 0
                    : expected.equals(actual);
            if (!same) {
                out.add(path + ": expected " + expected + ", not " + actual);
            }
        }
    }

    private void compareLists(List<?> expected, List<Object> actual, String path, String name, List<String> out) {
        List<String> keys = KEYS.getOrDefault(name, List.of());
        if (keys.isEmpty() && expected.size() != actual.size()) {
            out.add(path + ": expected " + expected.size() + " rows, not " + actual.size());
        }
        for (Object row : expected) {
            Object match = actual.stream()
                    .filter(own -> keys.stream()
                            .allMatch(key -> Objects.equals(
                                    object(own).get(key), object(row).get(key))))
                    .findFirst()
                    .orElse(Map.of());
            actual.remove(match);
            compare(row, match, path + "[" + row + "]", "", out);
        }
        actual.stream()
                .filter(own -> !(keys.contains("category") && isEmptyCategory(object(own))))
                .forEach(own -> out.add(path + ": nobody expects " + own));
    }

    /** Categories nothing was spent in may be shown or not. */
    private static boolean isEmptyCategory(Map<String, Object> row) {
        return Json.number(row, "count").signum() == 0
                && Json.number(object(Json.required(row, "week")), "spent").signum() == 0
                && Json.number(object(Json.required(row, "period")), "spent").signum() == 0;
    }
}
