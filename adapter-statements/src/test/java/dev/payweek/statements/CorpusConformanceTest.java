package dev.payweek.statements;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.payweek.statement.ReadOptions;
import dev.payweek.statement.StatementFile;
import dev.payweek.statement.StatementFormat;
import dev.payweek.statements.camt.CamtFormat;
import dev.payweek.statements.csv.CsvFormat;
import dev.payweek.statements.ofx.OfxFormat;
import dev.payweek.statements.qif.QifFormat;
import dev.payweek.statements.simplefin.SimpleFinFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Reads real files of some fifty banks and compares them with details that were verified by two other programs. The
 * folder is no part of the project; without it these tests are skipped.
 */
class CorpusConformanceTest {

    /** What only a person can know of these files. Whoever adds a line weakens the reader. */
    private static final Map<String, Map<String, String>> ANSWERS = Map.of(
            // Two columns of amounts without headings and without a balance.
            "test_delimiter_tab.csv", Map.of("sign", "first_in"),
            // No amount has a minus, and no balance or column says the way.
            "51-sample.csv", Map.of("sign", "positive_out"),
            "73-sample.csv", Map.of("sign", "positive_out", "date_format", "M/D/Y"),
            "creditunion.csv", Map.of("sign", "positive_in"),
            "default.csv", Map.of("sign", "positive_in"),
            // Amounts in cents without any decimal mark.
            "kontist/test-data/transactions.csv", Map.of("amount_unit", "cents"),
            // The details take the day of the purchase although the file has the booking day too.
            "capitalone.csv", Map.of("date_column", "Transaction Date"));

    /** Files whose dates can be read both ways; the details say so and say which way is right. */
    private static final List<String> AMBIGUOUS_DATES = List.of(
            "20180226_12345678.csv",
            "73-sample.csv",
            "spanish_date_example.csv",
            "Outbank_Export_20190403.csv",
            "payoneer.csv");

    @BeforeAll
    static void skip_without_corpus() {
        assumeTrue(Corpus.isThere(), "There is no folder of real bank files at " + Corpus.FOLDER + ".");
    }

    @Test
    void reads_every_ofx_statement_as_verified() throws IOException {
        assertAllRight(49, new OfxFormat(), List.of("ofx1", "ofx2"));
    }

    @Test
    void reads_every_csv_statement_as_verified() throws IOException {
        assertAllRight(79, new CsvFormat(), List.of("csv"));
    }

    @Test
    void reads_every_qif_statement_as_verified() throws IOException {
        assertAllRight(20, new QifFormat(), List.of("qif"));
    }

    @Test
    void reads_every_camt_statement_as_verified() throws IOException {
        assertAllRight(39, new CamtFormat(), List.of("camt"));
    }

    @Test
    void reads_every_simplefin_account_set_as_verified() throws IOException {
        assertAllRight(1, new SimpleFinFormat(), List.of("simplefin"));
    }

    @Test
    void asks_for_no_more_than_a_person_must_tell() throws IOException {
        TreeMap<String, List<String>> asked = new TreeMap<>();
        for (Corpus.Sample sample : Corpus.samples(List.of("csv"))) {
            if (sample.isStatement()) {
                StatementFile file = StatementFile.of(sample.path(), sample.bytes());
                Collected read = Collected.read(new CsvFormat(), file, ReadOptions.NONE);
                List<String> parameters = read.questions.stream()
                        .map(question -> question.parameter())
                        .toList();
                if (!parameters.isEmpty()) {
                    asked.put(sample.path(), parameters);
                }
            }
        }
        asked.forEach((path, parameters) -> assertTrue(
                parameters.stream().allMatch(parameter -> isExpected(path, parameter)), path + " asks " + parameters));
        assertEquals(10, asked.size(), asked.toString());
    }

    @Test
    void reads_the_overlapping_slices() throws IOException {
        try (Stream<Path> files = Files.walk(Corpus.FOLDER.resolve("_derived"))) {
            for (Path path : files.filter(file -> file.toString().matches(".*\\.(csv|ofx)"))
                    .toList()) {
                StatementFormat format = path.toString().endsWith("csv") ? new CsvFormat() : new OfxFormat();
                Collected read = Collected.read(format, Files.readAllBytes(path), "date_format", "M/D/Y");
                assertTrue(
                        read.refusal.isEmpty() && read.questions.isEmpty() && read.rejected.isEmpty(), path.toString());
                assertTrue(read.rows.size() >= 13, path + ": " + read.rows.size());
            }
        }
    }

    private static boolean isExpected(String path, String parameter) {
        boolean ambiguousDate =
                parameter.equals("date_format") && AMBIGUOUS_DATES.stream().anyMatch(path::endsWith);
        return ambiguousDate || answers(path).containsKey(parameter);
    }

    private static Map<String, String> answers(String path) {
        return ANSWERS.entrySet().stream()
                .filter(entry -> path.endsWith(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(Map.of());
    }

    private static ReadOptions options(Corpus.Sample sample) {
        TreeMap<String, String> answers = new TreeMap<>(answers(sample.path()));
        JsonNode dialect = sample.expect().path("dialect");
        if (dialect.path("date_ambiguous_in_file").asBoolean()) {
            String documented = dialect.path("date_format").asText();
            answers.putIfAbsent("date_format", documented.startsWith("%d") ? "D/M/Y" : "M/D/Y");
        }
        // QIF dates seldom decide; the details tell the order that was verified.
        sample.details().path("quirks").forEach(quirk -> {
            if (quirk.asText().startsWith("date order ")) {
                answers.putIfAbsent(
                        "date_format",
                        quirk.asText().substring("date order ".length()).replace("ISO", "YMD"));
            }
        });
        return new ReadOptions(answers);
    }

    private static void assertAllRight(int bar, StatementFormat format, List<String> formats) throws IOException {
        List<String> wrong = new ArrayList<>();
        int statements = 0;
        for (Corpus.Sample sample : Corpus.samples(formats)) {
            StatementFile file = StatementFile.of(sample.path(), sample.bytes());
            assertTrue(format.recognise(file) > 0 || !sample.isStatement(), () -> sample.path() + " is not recognised");
            Collected read = Collected.read(format, file, options(sample));
            List<String> differences = sample.isStatement() ? Verdict.on(read, sample.details()) : silence(read);
            statements += sample.isStatement() ? 1 : 0;
            if (!differences.isEmpty()) {
                wrong.add(sample.path() + " " + differences);
            }
            System.out.println(line(sample, read, differences));
        }
        System.out.printf("%s: %d of %d statements right%n", format.name(), statements - wrong.size(), statements);
        assertEquals(List.of(), wrong);
        assertEquals(bar, statements);
    }

    private static List<String> silence(Collected read) {
        return read.isSilent() ? List.of("neither rows nor a reason") : List.of();
    }

    private static String line(Corpus.Sample sample, Collected read, List<String> differences) {
        String outcome = differences.isEmpty() ? (sample.isStatement() ? "right" : "edge") : "WRONG " + differences;
        return String.format(
                "%-92s %4d rows %3d skipped %3d rejected %d questions  %s %s",
                sample.path(),
                read.rows.size(),
                read.skipped.size(),
                read.rejected.size(),
                read.questions.size(),
                outcome,
                read.refusal.map(Throwable::getMessage).orElse(""));
    }
}
