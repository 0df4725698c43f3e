package dev.payweek.statements;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.payweek.category.CategoryPath;
import dev.payweek.suggest.CategoryLearner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/**
 * Learns from the first half of real card payments what their buyers called them, and suggests for the second half. The
 * measure is a table of the very same writings. The folder is no part of the project; without it the test is skipped.
 */
class SuggestionCorpusTest {

    private static final Path PAYMENTS = Corpus.FOLDER.resolve("birmingham-city-council/purchase-cards-given.csv");

    private record Payment(String date, String merchant, String category) {}

    private record Score(int asked, int suggested, int right) {

        double coverage() {
            return (double) suggested / asked;
        }

        double accuracy() {
            return (double) right / suggested;
        }
    }

    @Test
    void covers_more_than_a_table_of_merchants_and_is_no_less_accurate() throws IOException {
        assumeTrue(Files.isRegularFile(PAYMENTS), "There are no card payments at " + PAYMENTS + ".");
        Set<String> crisp = crispCategories();
        List<Payment> payments = new ArrayList<>(payments());
        payments.removeIf(payment -> !crisp.contains(payment.category()));
        compare("in the order of the file", payments);
        payments.sort(Comparator.comparing(Payment::date));
        compare("in the order of days", payments);
    }

    private static void compare(String order, List<Payment> payments) {
        CategoryLearner learner = new CategoryLearner();
        Score ours = score(
                payments,
                (merchant, category) -> learner.learn(merchant, CategoryPath.of(category), 1),
                merchant ->
                        learner.suggest(merchant).map(found -> found.category().name()));
        Map<String, Map<String, Integer>> table = new HashMap<>();
        Score exact = score(
                payments,
                (merchant, category) ->
                        table.computeIfAbsent(merchant, any -> new HashMap<>()).merge(category, 1, Integer::sum),
                merchant -> table.getOrDefault(merchant, Map.of()).entrySet().stream()
                        .max(Map.Entry.comparingByValue())
                        .map(Map.Entry::getKey));
        System.out.printf(
                "suggestions %s: coverage %.4f, accuracy %.4f; a table of merchants: coverage %.4f, accuracy %.4f%n",
                order, ours.coverage(), ours.accuracy(), exact.coverage(), exact.accuracy());
        assertTrue(ours.coverage() > exact.coverage() && ours.accuracy() >= exact.accuracy(), ours + " " + exact);
    }

    private static Score score(
            List<Payment> payments, BiConsumer<String, String> learn, Function<String, Optional<String>> suggest) {
        int half = payments.size() / 2;
        payments.subList(0, half).forEach(payment -> learn.accept(payment.merchant(), payment.category()));
        int suggested = 0;
        int right = 0;
        for (Payment payment : payments.subList(half, payments.size())) {
            Optional<String> category = suggest.apply(payment.merchant());
            suggested += category.isPresent() ? 1 : 0;
            right += category.equals(Optional.of(payment.category())) ? 1 : 0;
        }
        return new Score(payments.size() - half, suggested, right);
    }

    private static List<Payment> payments() throws IOException {
        List<Payment> payments = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(PAYMENTS)) {
            reader.forEach(row -> payments.add(
                    new Payment(row.getField("date"), row.getField("merchant"), row.getField("category"))));
        }
        return payments;
    }

    private static Set<String> crispCategories() throws IOException {
        JsonNode details = new ObjectMapper()
                .readTree(Corpus.FOLDER.resolve("category-data.json").toFile());
        Set<String> crisp = new HashSet<>();
        details.path("_crisp_subset").path("categories").forEach(name -> crisp.add(name.asText()));
        return crisp;
    }
}
