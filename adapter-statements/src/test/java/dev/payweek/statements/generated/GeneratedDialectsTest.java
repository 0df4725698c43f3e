package dev.payweek.statements.generated;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.payweek.statement.Question;
import dev.payweek.statement.ReadOptions;
import dev.payweek.statement.StatementFile;
import dev.payweek.statement.StatementRow;
import dev.payweek.statements.Collected;
import dev.payweek.statements.csv.CsvFormat;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Reads made-up statements in every mix of language, encoding, delimiter, sign, mark and form of days. A person may be
 * asked, but only for what the file leaves open, and no number is ever wrong in silence. More files than usual are made
 * with {@code -Dpayweek.dialects=5000}.
 */
class GeneratedDialectsTest {

    private static final int FILES = Integer.getInteger("payweek.dialects", 500);
    private static final long SEED = Long.getLong("payweek.dialects.seed", 20_260_325L);
    private static final int SHOWN = 40;

    private final List<String> wrong = new ArrayList<>();
    private final List<String> unneeded = new ArrayList<>();
    private final List<String> unanswerable = new ArrayList<>();
    private final List<String> refused = new ArrayList<>();
    private int asked;

    @Test
    void no_made_up_statement_is_wrong_in_silence() {
        DialectGenerator generator = new DialectGenerator(SEED);
        for (int i = 0; i < FILES; i++) {
            judge(i, generator.next());
        }
        show("wrong in silence", wrong);
        show("unneeded questions", unneeded);
        show("questions without a right answer", unanswerable);
        show("refused", refused);
        System.out.printf(
                "generated dialects: %d files, %d wrong in silence, %d asked, %d unneeded questions,"
                        + " %d without a right answer, %d refused%n",
                FILES, wrong.size(), asked, unneeded.size(), unanswerable.size(), refused.size());
        assertEquals(List.of(), wrong);
        assertEquals(List.of(), unanswerable);
        assertEquals(List.of(), refused);
        assertTrue(unneeded.size() * 100 <= FILES, () -> "unneeded: " + unneeded.size());
    }

    private static void show(String what, List<String> found) {
        found.stream().limit(SHOWN).forEach(line -> System.out.println(what + ": " + line));
    }

    private void judge(int number, Truth truth) {
        String name = number + " " + truth.description();
        StatementFile file = StatementFile.of("made-up.csv", truth.bytes());
        Collected read = Collected.read(new CsvFormat(), file, ReadOptions.NONE);
        if (read.refusal.isPresent()) {
            refused.add(name + ": " + read.refusal.get().getMessage());
            return;
        }
        if (read.questions.isEmpty()) {
            difference(read, truth).ifPresent(difference -> wrong.add(name + ": " + difference));
            return;
        }
        asked++;
        Map<String, String> answers = new HashMap<>();
        for (Question question : read.questions) {
            if (!truth.needed().contains(question.parameter())) {
                unneeded.add(name + ": " + question);
            }
            String right = question.parameter().equals("encoding")
                    ? encoding(question, truth)
                    : truth.answers().getOrDefault(question.parameter(), "?");
            if (!question.options().contains(right)) {
                unanswerable.add(name + ": " + right + " of " + question);
                return;
            }
            answers.put(question.parameter(), right);
        }
        Collected again = Collected.read(new CsvFormat(), file, new ReadOptions(answers));
        difference(again, truth).ifPresent(difference -> unanswerable.add(name + ": " + answers + " " + difference));
    }

    /** An encoding that reads the same letters is as right as the one the file was written in. */
    private static String encoding(Question question, Truth truth) {
        String written = truth.answers().getOrDefault("encoding", "?");
        String text = new String(truth.bytes(), Charset.forName(written));
        return question.options().stream()
                .filter(option -> new String(truth.bytes(), Charset.forName(option)).equals(text))
                .findFirst()
                .orElse(written);
    }

    private static java.util.Optional<String> difference(Collected read, Truth truth) {
        List<Truth.Movement> left = new ArrayList<>(truth.rows());
        for (StatementRow row : read.rows) {
            Truth.Movement found = new Truth.Movement(row.date(), row.amount().stripTrailingZeros(), row.title());
            boolean known = left.removeIf(movement -> found.equals(plain(movement)));
            if (!known) {
                return java.util.Optional.of("read " + found + " for one of " + truth.rows());
            }
        }
        boolean same = left.size() == read.rejected.size() && left.size() <= truth.mayReject();
        return same && read.questions.isEmpty()
                ? java.util.Optional.empty()
                : java.util.Optional.of("left " + left + " rejected " + read.rejected + read.questions
                        + read.refusal.map(Throwable::getMessage).orElse("") + read.skipped);
    }

    private static Truth.Movement plain(Truth.Movement movement) {
        return new Truth.Movement(movement.date(), movement.amount().stripTrailingZeros(), movement.title());
    }
}
