package dev.payweek.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.payweek.budget.Budget;
import dev.payweek.ledger.EntryKind;
import dev.payweek.refusal.LedgerException;
import dev.payweek.statement.ImportOptions;
import dev.payweek.store.EntryQuery;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Slices of real bank files that overlap, imported in every order, each twice, with and without the whole file, when a
 * folder of them is at hand: the ledger then holds what the whole file holds.
 */
class CorpusReimportTest {

    private static final Pattern EXPECTED = Pattern.compile("(\\d+) transactions, sum (-?[\\d.]+)");
    private static final int FEWEST_CASES = 4;

    /** What a slice leaves open and its person would answer; 10/31/2012 in the other slice shows that it is right. */
    private static final Map<String, Map<String, String>> ANSWERS =
            Map.of("bancodobrasil-identical-rows-overlap", Map.of("date_format", "M/D/Y"));

    private final Path corpus = Path.of(System.getProperty("payweek.corpus", "no-such-folder"));

    @Test
    void overlapping_slices_in_every_order_end_with_the_whole() throws IOException {
        assumeTrue(
                Files.isDirectory(corpus.resolve("_derived")),
                "There is no folder of real bank files; name one by -Dpayweek.corpus=FOLDER to try them.");
        JsonNode cases = JsonMapper.builder()
                .build()
                .readTree(corpus.resolve("reimport.json").toFile());
        List<String> right = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        for (var entry : cases.properties()) {
            Matcher expected = EXPECTED.matcher(entry.getValue().path("expect").asText());
            assertTrue(expected.find(), entry.getKey());
            var options = ImportOptions.NONE.answering(ANSWERS.getOrDefault(entry.getKey(), Map.of()));
            String held = expected.group(1) + " " + new BigDecimal(expected.group(2));
            try {
                int orders = 0;
                for (List<String> order : orders()) {
                    assertEquals(
                            held,
                            after(corpus.resolve("_derived").resolve(entry.getKey()), order, options),
                            order::toString);
                    orders++;
                }
                right.add(entry.getKey() + " in " + orders + " orders");
            } catch (LedgerException refusal) {
                assertEquals("unknown_format", refusal.problems().get(0).code());
                unknown.add(entry.getKey());
            }
        }
        System.out.println("overlapping slices imported: " + right + ", of no known format: " + unknown);
        assertTrue(right.size() >= FEWEST_CASES, "only " + right);
    }

    /** Returns every order of the two slices, each twice, with and without the whole file. */
    private static Set<List<String>> orders() {
        Set<List<String>> orders = new LinkedHashSet<>();
        orders.add(List.of("whole"));
        addOrders(orders, List.of(), List.of("first", "second"));
        addOrders(orders, List.of(), List.of("first", "first", "second", "second"));
        addOrders(orders, List.of(), List.of("first", "first", "second", "second", "whole"));
        return orders;
    }

    private static void addOrders(Set<List<String>> orders, List<String> begun, List<String> left) {
        if (left.isEmpty()) {
            orders.add(begun);
        }
        for (int i = 0; i < left.size(); i++) {
            List<String> rest = new ArrayList<>(left);
            List<String> next = new ArrayList<>(begun);
            next.add(rest.remove(i));
            addOrders(orders, List.copyOf(next), rest);
        }
    }

    private static String after(Path folder, List<String> order, ImportOptions options) throws IOException {
        try (Budget budget = Budget.inMemory()) {
            for (String slice : order) {
                var report = budget.importStatement(FileOnDisk.of(Caller.ofProcess(), file(folder, slice)), options);
                assertEquals(List.of(), report.questions());
            }
            List<BigDecimal> amounts = new ArrayList<>();
            budget.read(view -> {
                for (EntryKind kind : EntryKind.values()) {
                    view.forEachEntry(EntryQuery.all(kind), entry -> {
                        BigDecimal amount = entry.amount().decimal();
                        amounts.add(kind == EntryKind.INCOME ? amount : amount.negate());
                    });
                }
                return amounts;
            });
            return amounts.size() + " " + amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        }
    }

    private static Path file(Path folder, String name) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith(name + "."))
                    .findFirst()
                    .orElseThrow(() -> new IOException("there is no " + name + " in " + folder));
        }
    }
}
