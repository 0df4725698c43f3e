package dev.payweek.report;

import static dev.payweek.testkit.Json.list;
import static dev.payweek.testkit.Json.object;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.payweek.testkit.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The worked examples of docs/FIGURES.md. */
class FiguresPageTest {

    private static final Pattern BLOCK = Pattern.compile("```json\\n(.*?)\\n```", Pattern.DOTALL);

    @Test
    void every_worked_example_of_the_page_comes_out_as_written() throws IOException {
        List<Map<String, Object>> examples = examples();
        for (Map<String, Object> example : examples) {
            assertEquals(List.of(), GoldenLedgersTest.differences(example, 0), example.toString());
        }
        assertEquals(6, examples.size());
        assertEquals(
                8,
                examples.stream()
                        .mapToInt(example -> list(example, "checks").size())
                        .sum());
    }

    private static List<Map<String, Object>> examples() throws IOException {
        Matcher blocks = BLOCK.matcher(Files.readString(page()));
        List<Map<String, Object>> examples = new ArrayList<>();
        while (blocks.find()) {
            examples.add(object(Json.parse(blocks.group(1))));
        }
        return examples;
    }

    /** The tests run in the module's folder. */
    private static Path page() {
        Path beside = Path.of("docs", "FIGURES.md");
        return Files.exists(beside) ? beside : Path.of("..", "docs", "FIGURES.md");
    }
}
