package dev.payweek.statements;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.payweek.statement.ReadOptions;
import dev.payweek.statement.StatementFile;
import dev.payweek.statement.StatementFormat;
import dev.payweek.statement.StatementRow;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Reads files that once came out wrong, each of one kind of fault, and compares them with what is right. The folder is
 * no part of the project; without it the test is skipped, and the tests with files of our own remain.
 */
class FaultFilesTest {

    private static final Path FOLDER = Corpus.FOLDER.resolve("faults");

    /** What only a person can know of these files: nothing in them proves it. */
    private static final Map<String, Map<String, String>> ANSWERS = Map.of(
            "nubank-card2.csv", Map.of("sign", "positive_out"),
            "usd3.csv", Map.of("decimal_mark", "point"),
            "only-thousands.csv", Map.of("decimal_mark", "comma"));

    /** Files that are rightly refused, with the words that must name the reason. */
    private static final Map<String, List<String>> REFUSED = Map.of(
            "journal.iif", List.of("IIF"),
            "bank-api.json", List.of("JSON"),
            "open-quote.csv", List.of("line 2", "quotation"),
            "tabs-before-commas-2.csv", List.of("amounts"));

    @Test
    void reads_every_file_right_or_asks_what_can_be_answered() throws IOException {
        assumeTrue(Files.isDirectory(FOLDER), "There is no folder of faulty files at " + FOLDER + ".");
        JsonNode all =
                new ObjectMapper().readTree(FOLDER.resolve("expected.json").toFile());
        List<String> wrong = new ArrayList<>();
        int count = 0;
        for (Map.Entry<String, JsonNode> entry : all.properties()) {
            count++;
            String difference = difference(entry.getKey(), entry.getValue());
            System.out.printf("%-28s %s%n", entry.getKey(), difference.isEmpty() ? "right" : "WRONG " + difference);
            if (!difference.isEmpty()) {
                wrong.add(entry.getKey() + ": " + difference);
            }
        }
        System.out.printf("faults: %d of %d files right%n", count - wrong.size(), count);
        assertEquals(List.of(), wrong);
    }

    private static String difference(String name, JsonNode details) throws IOException {
        StatementFile file = StatementFile.of(name, Files.readAllBytes(FOLDER.resolve(name)));
        Optional<StatementFormat> surest = format(file);
        if (surest.isEmpty()) {
            return "known to no format";
        }
        StatementFormat format = surest.get();
        Collected read = Collected.read(format, file, ReadOptions.NONE);
        if (read.refusal.isPresent() || REFUSED.containsKey(name)) {
            String message = read.refusal.map(Throwable::getMessage).orElse("not refused");
            boolean named =
                    REFUSED.getOrDefault(name, List.of("\u0000")).stream().allMatch(message::contains);
            return named ? "" : message;
        }
        if (!read.questions.isEmpty()) {
            if (!ANSWERS.containsKey(name)) {
                return "asked " + read.questions;
            }
            read = Collected.read(format, file, new ReadOptions(ANSWERS.getOrDefault(name, Map.of())));
        }
        return difference(read, details.path("expect"));
    }

    private static String difference(Collected read, JsonNode expect) {
        List<String> found = new ArrayList<>();
        same(found, "questions", List.of(), read.questions);
        same(found, "count", expect.path("count").asInt(), read.rows.size() + read.rejected.size());
        same(found, "sum", 0, new BigDecimal(expect.path("sum").asText()).compareTo(read.sum()));
        if (!read.rows.isEmpty()) {
            same(
                    found,
                    "first",
                    expect.path("first_date").asText(),
                    days(read).sorted().findFirst().orElseThrow().toString());
            same(
                    found,
                    "last",
                    expect.path("last_date").asText(),
                    days(read).sorted().reduce((a, b) -> b).orElseThrow().toString());
        }
        if (expect.hasNonNull("title")) {
            List<String> titles = read.rows.stream().map(StatementRow::title).toList();
            same(
                    found,
                    "title " + titles,
                    true,
                    titles.contains(expect.path("title").asText()));
        }
        if (expect.hasNonNull("currency")) {
            String code = expect.path("currency").asText();
            boolean said = Stream.concat(
                            read.rows.stream().flatMap(row -> row.currency().stream()),
                            read.accounts.stream().flatMap(account -> account.currency().stream()))
                    .anyMatch(currency -> currency.getCurrencyCode().equals(code));
            same(found, "currency " + code, true, said);
        }
        return found.isEmpty() ? "" : found + " rejected " + read.rejected + " sum " + read.sum();
    }

    private static Stream<LocalDate> days(Collected read) {
        return read.rows.stream().map(StatementRow::date);
    }

    private static void same(List<String> found, String what, Object wanted, Object got) {
        if (!wanted.equals(got)) {
            found.add(what + " " + got + " instead of " + wanted);
        }
    }

    private static Optional<StatementFormat> format(StatementFile file) throws IOException {
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
}
