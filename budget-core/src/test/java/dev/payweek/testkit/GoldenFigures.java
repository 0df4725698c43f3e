package dev.payweek.testkit;

import static dev.payweek.testkit.Json.object;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The ledgers worked out by hand, and how the figures of an answer are held against theirs. */
public final class GoldenFigures {

    /** How many ledgers there are. */
    public static final int LEDGERS = 32;

    /** How many figures there are in all of them. */
    public static final int FIGURES = 3185;

    /** What must be absent where it means nothing. */
    private static final Set<String> OPTIONAL = Set.of("share_spent", "status", "limit");

    private static final Map<String, List<String>> KEYS = Map.of(
            "pay", List.of("source", "payday", "date"),
            "bills", List.of("bill", "due"),
            "set_asides", List.of("set_aside"),
            "categories", List.of("category"),
            "children", List.of("category"));

    private final List<String> differences = new ArrayList<>();
    private int compared;

    /** Returns the file that holds them. */
    public static String text() {
        try (InputStream file =
                Objects.requireNonNull(GoldenFigures.class.getResourceAsStream("/golden/ledgers.json"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns what differed in all that was compared, each with its place. */
    public List<String> differences() {
        return differences;
    }

    /** Returns how many figures were compared. */
    public int compared() {
        return compared;
    }

    /** Compares an answer, or a history, with what is expected of it. */
    public void compare(Object expected, Object actual, String path) {
        compare(expected, actual, path, "");
    }

    private void compare(Object expected, @Nullable Object actual, String path, String name) {
        if (expected instanceof Map<?, ?> map && actual instanceof Map<?, ?> other) {
            map.forEach((key, value) -> compare(value, other.get(key), path + "." + key, key.toString()));
            OPTIONAL.stream()
                    .filter(key -> other.containsKey(key) && !map.containsKey(key))
                    .forEach(key -> differences.add(path + "." + key + ": must be absent, not " + other.get(key)));
        } else if (expected instanceof List<?> list && actual instanceof List<?> other) {
            compareLists(list, new ArrayList<>(other), path, name);
        } else {
            compared++;
            boolean same = (expected instanceof BigDecimal number && actual instanceof BigDecimal own)
                    ? number.compareTo(own) == 0
                    : expected.equals(actual);
            if (!same) {
                differences.add(path + ": expected " + expected + ", not " + actual);
            }
        }
    }

    private void compareLists(List<?> expected, List<Object> actual, String path, String name) {
        List<String> keys = KEYS.getOrDefault(name, List.of());
        if (keys.isEmpty() && expected.size() != actual.size()) {
            differences.add(path + ": expected " + expected.size() + " rows, not " + actual.size());
        }
        for (Object row : expected) {
            Object match = actual.stream()
                    .filter(own -> keys.stream()
                            .allMatch(key -> Objects.equals(
                                    object(own).get(key), object(row).get(key))))
                    .findFirst()
                    .orElse(Map.of());
            actual.remove(match);
            compare(row, match, path + "[" + row + "]", "");
        }
        actual.stream()
                .filter(own -> !(keys.contains("category") && isEmptyCategory(object(own))))
                .forEach(own -> differences.add(path + ": nobody expects " + own));
    }

    /** Categories nothing was spent in may be shown or not. */
    private static boolean isEmptyCategory(Map<String, Object> row) {
        return Json.number(row, "count").signum() == 0
                && Json.number(object(Json.required(row, "week")), "spent").signum() == 0
                && Json.number(object(Json.required(row, "period")), "spent").signum() == 0;
    }
}
