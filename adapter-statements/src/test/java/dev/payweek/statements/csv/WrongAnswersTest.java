package dev.payweek.statements.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.payweek.budget.Budget;
import dev.payweek.refusal.FieldError;
import dev.payweek.refusal.LedgerException;
import dev.payweek.statement.ImportOptions;
import dev.payweek.statement.StatementFile;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Whatever answers do not fit a file, whoever gave them learns of all at once, and of none that fits. */
class WrongAnswersTest {

    private static final StatementFile FILE = StatementFile.of(
            "a.csv",
            "Date,Description,Amount\n01/02/2026,Shop,-3.00\n03/04/2026,Shop,5.00\n".getBytes(StandardCharsets.UTF_8));

    private static final Map<String, String> RIGHT =
            new TreeMap<>(Map.of("date_format", "D/M/Y", "sign", "positive_in", "encoding", "UTF-8"));

    private final Budget budget = Budget.inMemory(Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC));

    @Test
    void of_all_answers_that_are_wrong_each_is_named() {
        List<String> names = List.copyOf(RIGHT.keySet());
        for (int wrong = 1; wrong < 1 << names.size(); wrong++) {
            Map<String, String> answers = new HashMap<>(RIGHT);
            for (int i = 0; i < names.size(); i++) {
                if ((wrong >> i & 1) == 1) {
                    answers.put(names.get(i), "nonsense");
                }
            }
            ImportOptions options = ImportOptions.NONE.answering(answers);
            LedgerException refusal =
                    assertThrows(LedgerException.class, () -> budget.importStatement(FILE, options), answers::toString);
            List<String> expected = names.stream()
                    .filter(name -> "nonsense".equals(answers.get(name)))
                    .toList();
            assertEquals(
                    expected,
                    refusal.problems().stream().map(FieldError::field).sorted().toList());
        }
        assertEquals(0, budget.version());
        budget.importStatement(FILE, ImportOptions.NONE.answering(RIGHT));
        assertEquals(1, budget.version());
    }
}
