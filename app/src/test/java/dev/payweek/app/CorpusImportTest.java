package dev.payweek.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.payweek.budget.Budget;
import dev.payweek.statement.ImportOptions;
import dev.payweek.statement.ImportReport;
import dev.payweek.statement.StatementFile;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Real bank files through the whole import, into a ledger, when a folder of them is at hand: every row has an outcome,
 * and counts and sums are those known of the file.
 */
class CorpusImportTest {

    private static final Set<String> FORMATS = Set.of("csv", "ofx1", "ofx2");
    private static final int FEWEST_FILES = 100;

    private final Path corpus = Path.of(System.getProperty("payweek.corpus", "no-such-folder"));

    @Test
    void every_row_of_a_real_file_has_an_outcome_and_the_sums_are_known_ones() throws IOException {
        assumeTrue(
                Files.isDirectory(corpus),
                "There is no folder of real bank files; name one by -Dpayweek.corpus=FOLDER to try them.");
        JsonNode expected = JsonMapper.builder()
                .build()
                .readTree(corpus.resolve("expected.json").toFile());
        List<String> wrong = new ArrayList<>();
        int right = 0;
        int asked = 0;
        for (var entry : expected.properties()) {
            JsonNode details = entry.getValue();
            if (details.path("kind").asText().equals("statement")
                    && FORMATS.contains(details.path("format").asText())) {
                ImportReport report = imported(corpus.resolve(entry.getKey()));
                if (!report.questions().isEmpty()) {
                    asked++;
                } else if (isAsExpected(report, details.path("expect"))) {
                    right++;
                } else {
                    wrong.add(entry.getKey() + ": " + told(report));
                }
            }
        }
        System.out.println(
                "real bank files imported: " + right + " right, " + asked + " ask a question, wrong: " + wrong);
        assertEquals(List.of(), wrong);
        assertTrue(right >= FEWEST_FILES, "only " + right + " files were right");
    }

    private static ImportReport imported(Path file) throws IOException {
        try (Budget budget = Budget.inMemory()) {
            StatementFile statement = StatementFile.of(file.getFileName().toString(), Files.readAllBytes(file));
            ImportReport first = budget.importStatement(statement, ImportOptions.NONE);
            if (first.questions().isEmpty()) {
                assertEquals(0, inserted(budget.importStatement(statement, ImportOptions.NONE)), file.toString());
            }
            return first;
        }
    }

    private static boolean isAsExpected(ImportReport report, JsonNode expect) {
        long rows =
                report.accounts().stream().mapToLong(part -> part.rows().size()).sum();
        BigDecimal sum = report.accounts().stream()
                .flatMap(part -> part.sums().values().stream())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return rows == expect.path("count").asLong()
                && sum.compareTo(new BigDecimal(expect.path("sum").asText())) == 0;
    }

    private static int inserted(ImportReport report) {
        return report.accounts().stream()
                .mapToInt(part -> part.batch().inserted())
                .sum();
    }

    private static String told(ImportReport report) {
        return report.accounts().stream()
                .map(part -> part.rows().size() + " rows " + part.sums())
                .toList()
                .toString();
    }
}
