package dev.payweek.statements;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.payweek.statement.Question;
import dev.payweek.statement.ReadOptions;
import dev.payweek.statement.StatementFile;
import dev.payweek.statement.StatementFormat;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Files of each kind that was once read wrong: signs of cards, three decimals, directions, encodings, states, footers,
 * titles, dates, balances, fees, journals and files that are no statements. What each holds was written down by hand in
 * {@code faults.txt}: name, answers given, and what comes of it.
 */
class KindsOfFaultTest {

    static List<String> faults() {
        return new String(Fixtures.bytes("faults.txt"), StandardCharsets.UTF_8)
                .lines()
                .toList();
    }

    @ParameterizedTest
    @MethodSource("faults")
    void reads_asks_or_refuses_what_was_read_wrong(String line) throws IOException {
        String[] parts = line.split("\\|", 3);
        Map<String, String> answers = new HashMap<>();
        for (String answer : parts[1].split(",", -1)) {
            int equals = answer.indexOf('=');
            if (equals > 0) {
                answers.put(answer.substring(0, equals), answer.substring(equals + 1));
            }
        }
        StatementFile file = StatementFile.of(parts[0], Fixtures.bytes("faults/" + parts[0]));
        StatementFormat format = surest(file).orElseThrow();
        assertEquals(parts[2], outcome(Collected.read(format, file, new ReadOptions(answers))));
    }

    private static String outcome(Collected read) {
        List<String> parts = new ArrayList<>();
        read.refusal.ifPresent(refusal -> parts.add("refused: " + refusal.getMessage()));
        if (!read.questions.isEmpty()) {
            parts.add("asks "
                    + read.questions.stream().map(KindsOfFaultTest::shown).collect(Collectors.joining(" and ")));
        }
        if (!read.rows.isEmpty()) {
            parts.add(read.rows.stream()
                    .map(row -> row.date() + " " + row.amount() + " " + row.title()
                            + row.currency()
                                    .or(() -> read.accounts.get(0).currency())
                                    .map(currency -> " " + currency)
                                    .orElse(""))
                    .collect(Collectors.joining("; ")));
        }
        read.skipped.forEach(skipped -> parts.add("skipped " + skipped));
        read.rejected.forEach(rejected -> parts.add("rejected " + rejected.line() + ": " + rejected.message()));
        return String.join(" + ", parts);
    }

    private static String shown(Question question) {
        return question.code() + " " + question.options();
    }

    private static Optional<StatementFormat> surest(StatementFile file) throws IOException {
        StatementFormat surest = null;
        int best = 0;
        for (StatementFormat format : ServiceLoader.load(StatementFormat.class)) {
            int sureness = format.recognise(file);
            if (sureness > best) {
                best = sureness;
                surest = format;
            }
        }
        return Optional.ofNullable(surest);
    }

    @Test
    void every_file_is_in_the_list() {
        assertEquals(
                Fixtures.names("faults"),
                faults().stream()
                        .map(line -> "faults/" + line.split("\\|", 2)[0])
                        .distinct()
                        .sorted()
                        .toList());
    }
}
