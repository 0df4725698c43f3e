package dev.payweek.persistence.ledger;

import static dev.payweek.testkit.Samples.LEDGER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.payweek.persistence.migration.Migrations;
import dev.payweek.persistence.sqlite.SqliteStore;
import dev.payweek.refusal.LedgerException;
import dev.payweek.statement.ImportKey;
import dev.payweek.store.IdempotentResponse;
import dev.payweek.store.LedgerReader;
import dev.payweek.store.LedgerStore;
import dev.payweek.store.StoreProvider.Access;
import dev.payweek.testkit.Samples;
import dev.payweek.testkit.Seed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a flipped bit does to the memory of imported rows and to the answers kept for repeated requests. Neither becomes
 * another; one that is not found any more, because the way to it was hit, is told by the check. {@code
 * -Dpayweek.flips=1000} tries more bits; {@code -Dseed=} the same again.
 */
class ForgottenRowsTest {

    private static final int ROWS = 2_000;
    private static final int ANSWERS = 300;

    @TempDir
    Path folder;

    private Path file;
    private final Map<String, ImportKey> rows = new TreeMap<>();
    private final Map<String, IdempotentResponse> answers = new TreeMap<>();

    @BeforeEach
    void remember() {
        file = folder.resolve("right.db");
        Random random = new Random(3);
        for (int i = 0; i < ROWS; i++) {
            String key = "202611%02d%022x".formatted(1 + i % 30, random.nextLong());
            rows.put(key, new ImportKey("Giro", key, 1, i + 1, 7));
        }
        for (int i = 0; i < ANSWERS; i++) {
            String key = Long.toHexString(random.nextLong());
            answers.put(key, new IdempotentResponse(key, "print " + i, 201, "{\"id\":" + i + "}", Instant.EPOCH));
        }
        try (LedgerStore store = Samples.withLedger(open(file))) {
            Samples.write(store, writer -> {
                writer.putImportKeys(rows.values());
                answers.values().forEach(writer::put);
            });
        }
    }

    @Test
    void no_row_or_answer_becomes_another_and_a_forgotten_one_is_told_by_the_check() throws IOException {
        long seed = Seed.chosen();
        Random random = new Random(seed);
        int flips = Integer.getInteger("payweek.flips", 50);
        byte[] bytes = Files.readAllBytes(file);
        int refused = 0;
        int forgottenRows = 0;
        int forgottenAnswers = 0;
        for (int flip = 0; flip < flips; flip++) {
            int bit = random.nextInt(bytes.length * 8);
            String where = "seed " + seed + ", bit " + bit;
            Path damaged = flipped(bytes, bit);
            try (LedgerStore store = open(damaged)) {
                boolean knowsRows = store.read(LEDGER, reader -> knowsRows(reader, where));
                boolean knowsAnswers = store.read(LEDGER, reader -> knowsAnswers(reader, where));
                forgottenRows += knowsRows ? 0 : 1;
                forgottenAnswers += knowsAnswers ? 0 : 1;
                if (!knowsRows || !knowsAnswers) {
                    assertFalse(isSound(store), where);
                }
            } catch (LedgerException refusal) {
                refused++;
            }
        }
        System.out.println("bit flips in memories: " + flips + ", " + refused + " refused, " + forgottenRows
                + " made rows and " + forgottenAnswers
                + " made answers forgotten, told by the check; 0 served wrong");
    }

    /** One bit makes a text in an index bytes, which SQLite then takes for any text that is searched near it. */
    @Test
    void an_answer_to_another_request_is_told_as_damage_though_the_index_leads_to_it() throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        // One byte a character, so that places in the text are places in the file.
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        Set<String> told = new HashSet<>();
        for (String key : List.copyOf(answers.keySet()).subList(200, 220)) {
            // In an entry of the index, the kinds of a number 1, of a text of sixteen bytes and of a number stand
            // before.
            int at = text.indexOf("\t-\u0002" + key) + 1;
            if (at > 0) {
                try (LedgerStore store = open(flipped(bytes, 8 * at))) {
                    answers.values().forEach(answer -> told.add(whatIsSaidOf(answer, store)));
                }
            }
        }
        assertTrue(told.contains("The way to a row of kept_answer"), told.toString());
    }

    private static String whatIsSaidOf(IdempotentResponse answer, LedgerStore store) {
        try {
            Optional<IdempotentResponse> kept = store.read(LEDGER, reader -> reader.findAnswer(answer.key()));
            kept.ifPresent(it -> assertEquals(answer, it));
            return "";
        } catch (LedgerException refusal) {
            return refusal.getMessage().split(" \\(")[0];
        }
    }

    /** Tells whether a file that is imported again, at once or by and by, would find its rows. */
    private boolean knowsRows(LedgerReader reader, String where) {
        List<ImportKey> found = new ArrayList<>(reader.importKeys("Giro", rows.keySet()));
        pieces(rows.keySet(), 100).forEach(some -> found.addAll(reader.importKeys("Giro", some)));
        found.forEach(row -> assertEquals(rows.get(row.key()), row, where));
        return found.size() == 2 * ROWS;
    }

    /** Tells whether each repeated request would find its answer. */
    private boolean knowsAnswers(LedgerReader reader, String where) {
        int found = 0;
        for (IdempotentResponse answer : answers.values()) {
            Optional<IdempotentResponse> kept = reader.findAnswer(answer.key());
            kept.ifPresent(it -> assertEquals(answer, it, where));
            found += kept.isPresent() ? 1 : 0;
        }
        return found == ANSWERS;
    }

    private static List<List<String>> pieces(Collection<String> keys, int size) {
        List<String> all = List.copyOf(keys);
        List<List<String>> pieces = new ArrayList<>();
        for (int from = 0; from < all.size(); from += size) {
            pieces.add(all.subList(from, from + size));
        }
        return pieces;
    }

    private static boolean isSound(LedgerStore store) {
        try {
            return store.check().isSound();
        } catch (LedgerException refusal) {
            return false;
        }
    }

    private Path flipped(byte[] bytes, int bit) throws IOException {
        Path damaged = folder.resolve("flipped.db");
        byte[] other = bytes.clone();
        other[bit / 8] ^= (byte) (1 << bit % 8);
        Files.deleteIfExists(folder.resolve("flipped.db-wal"));
        Files.deleteIfExists(folder.resolve("flipped.db-shm"));
        Files.write(damaged, other);
        return damaged;
    }

    private static LedgerStore open(Path path) {
        return SqliteStore.open(path, Access.READ_WRITE, Migrations.CURRENT);
    }
}
