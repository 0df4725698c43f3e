package dev.payweek.persistence.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.payweek.budget.Budget;
import dev.payweek.ledger.EntryDraft;
import dev.payweek.ledger.EntryKind;
import dev.payweek.money.Money;
import dev.payweek.period.DateSpan;
import dev.payweek.period.PaySchedule;
import dev.payweek.plan.Per;
import dev.payweek.plan.SetAside;
import dev.payweek.refusal.LedgerException;
import dev.payweek.rule.When;
import dev.payweek.store.EntryQuery;
import dev.payweek.store.StoreProvider.Access;
import dev.payweek.testkit.Seed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * That no single bit of a ledgers' file can turn into a wrong answer. {@code -Dpayweek.flips=1000} tries more of them;
 * {@code -Dseed=} the same again.
 */
class BitFlipTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC);
    private static final int ENTRIES = 600;

    @TempDir
    Path folder;

    private Path file;
    private Path flipped;
    private List<Object> right = List.of();

    @BeforeEach
    void make_a_ledger() throws SQLException {
        file = folder.resolve("right.db");
        flipped = folder.resolve("flipped.db");
        Random random = new Random(7);
        try (Budget budget = Budget.open("jdbc:sqlite:" + file, Access.READ_WRITE, CLOCK)) {
            budget.paidOn(PaySchedule.everyTwoWeeks(LocalDate.of(2026, 11, 20)));
            budget.limit("Fun", Money.of("120.00", "USD"), Per.WEEK);
            budget.setAside(SetAside.of("Rent", Money.of("900.00", "USD")));
            budget.rule("coffee", When.when().title().contains("coffee").then("Fun:Coffee"));
            budget.write("test", edit -> {
                for (int i = 0; i < ENTRIES; i++) {
                    Money amount = Money.ofMinor(100 + random.nextInt(9_900), Money.currency("USD"));
                    EntryDraft draft = i % 20 == 0
                            ? EntryDraft.income(amount, "Pay")
                            : EntryDraft.expense(amount, i % 3 == 0 ? "Coffee " + i : "Shop number " + i);
                    edit.add(draft.on(TODAY.minusDays(random.nextInt(200))));
                }
                return edit.version();
            });
        }
        right = answers(file);
    }

    @Test
    void no_flipped_bit_is_served_as_a_number() throws IOException {
        long seed = Seed.chosen();
        Random random = new Random(seed);
        int flips = Integer.getInteger("payweek.flips", 100);
        byte[] bytes = Files.readAllBytes(file);
        int refused = 0;
        for (int flip = 0; flip < flips; flip++) {
            int bit = random.nextInt(bytes.length * 8);
            write(bytes, bit);
            try {
                List<Object> served = answers(flipped);
                assertEquals(right, served, "seed " + seed + ", bit " + bit);
            } catch (LedgerException refusal) {
                refused++;
            }
        }
        System.out.println("bit flips: " + flips + ", " + refused + " refused, 0 served wrong");
    }

    @Test
    void the_check_tells_each_flip_that_changes_what_is_stored() throws Exception {
        Random random = new Random(Long.getLong("seed", 11));
        byte[] bytes = Files.readAllBytes(file);
        List<Object> stored = rows(file);
        int told = 0;
        for (int flip = 0; flip < 60; flip++) {
            int bit = random.nextInt(bytes.length * 8);
            write(bytes, bit);
            boolean changed = isChanged(stored);
            boolean sound = isSound();
            assertTrue(!changed || !sound, "bit " + bit + " changed a row and the check did not tell");
            told += sound ? 0 : 1;
        }
        assertTrue(told > 0, "no flip hit anything");
    }

    @Test
    void without_the_checks_some_flips_would_be_served() throws Exception {
        Random random = new Random(5);
        byte[] bytes = Files.readAllBytes(file);
        List<Object> stored = rows(file);
        int silent = 0;
        for (int flip = 0; flip < 100; flip++) {
            write(bytes, random.nextInt(bytes.length * 8));
            silent += isChanged(stored) ? 1 : 0;
        }
        assertTrue(silent > 0, "SQLite alone told every flip, so this test shows nothing");
    }

    /** Tells whether SQLite by itself hands out other rows than were written, without a word. */
    private boolean isChanged(List<Object> stored) {
        try {
            return !rows(flipped).equals(stored);
        } catch (SQLException e) {
            return false;
        }
    }

    private boolean isSound() {
        try (Budget budget = Budget.open("jdbc:sqlite:" + flipped, Access.READ_ONLY, CLOCK)) {
            return budget.check().isSound();
        } catch (LedgerException refusal) {
            return false;
        }
    }

    private void write(byte[] bytes, int bit) throws IOException {
        byte[] damaged = bytes.clone();
        damaged[bit / 8] ^= (byte) (1 << bit % 8);
        Files.deleteIfExists(folder.resolve("flipped.db-wal"));
        Files.deleteIfExists(folder.resolve("flipped.db-shm"));
        Files.write(flipped, damaged);
    }

    /** Everything that the web page shows: the report, the summary, the lists, what is discovered. */
    private static List<Object> answers(Path from) {
        try (Budget budget = Budget.open("jdbc:sqlite:" + from, Access.READ_WRITE, CLOCK)) {
            return budget.read(view -> {
                List<Object> all = new ArrayList<>(List.of(
                        view.answer(TODAY),
                        view.answer(TODAY.minusDays(40)),
                        budget.summary(DateSpan.ALWAYS),
                        budget.summary(DateSpan.ofDays(TODAY, 10)),
                        view.rules().inOrder(),
                        view.limits(),
                        view.discover(),
                        view.settings()));
                for (EntryKind kind : EntryKind.values()) {
                    view.forEachEntry(EntryQuery.all(kind), all::add);
                    all.add(view.countEntries(EntryQuery.all(kind)));
                }
                view.forEachEntry(EntryQuery.all(EntryKind.EXPENSE).first(20), all::add);
                return all;
            });
        }
    }

    /** The rows as SQLite alone gives them. */
    private static List<Object> rows(Path from) throws SQLException {
        List<Object> rows = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + from);
                Statement statement = connection.createStatement()) {
            for (String sql : List.of(
                    "SELECT id, day, minor_units, title FROM ledger_entry ORDER BY id",
                    "SELECT day, 0, 0, hex(body) FROM day_sum ORDER BY day",
                    "SELECT kind, name, body, 0 FROM thing ORDER BY kind, name",
                    "SELECT version, who, what, at_millis FROM change ORDER BY version")) {
                try (ResultSet row = statement.executeQuery(sql)) {
                    while (row.next()) {
                        rows.add(Arrays.asList(row.getString(1), row.getString(2), row.getString(3), row.getString(4)));
                    }
                }
            }
        }
        return rows;
    }
}
