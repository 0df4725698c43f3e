package dev.payweek.persistence;

import static dev.payweek.testkit.Samples.LEDGER;
import static dev.payweek.testkit.Samples.day;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.payweek.category.CategoryPath;
import dev.payweek.ledger.Entry;
import dev.payweek.ledger.Expense;
import dev.payweek.ledger.Facts;
import dev.payweek.ledger.LedgerId;
import dev.payweek.ledger.Provenance;
import dev.payweek.ledger.Split;
import dev.payweek.ledger.Transfer;
import dev.payweek.money.Money;
import dev.payweek.period.DateSpan;
import dev.payweek.period.Paycheck;
import dev.payweek.persistence.Migrations.Script;
import dev.payweek.statement.ImportKey;
import dev.payweek.store.LedgerReader;
import dev.payweek.store.LedgerStore;
import dev.payweek.store.StoreProvider.Access;
import dev.payweek.testkit.Samples;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jooq.SQLDialect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** That a ledger of every schema there was is brought over with all it holds, or left exactly as it was. */
class OldSchemasTest {

    private static final List<String> SCRIPTS = List.of(
            "V1__ledgers.sql",
            "V2__rollover_accounts_events.sql",
            "V3__imports_in_pieces.sql",
            "V4__slim_and_checked.sql",
            "V5__drop_the_wide_tables.sql",
            "V6__memory_of_rows_by_day.sql",
            "V7__drop_the_memory_row_by_row.sql");

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void a_file_of_an_older_schema_is_brought_over_and_a_copy_of_it_kept(int schema) throws Exception {
        Path file = folder.resolve("old.db");
        SqliteFile.create(file, new Migrations(scripts(schema)));
        fill("jdbc:sqlite:" + file);
        try (LedgerStore store = SqliteStore.open(file, Access.READ_WRITE, Migrations.CURRENT)) {
            assertBroughtOver(store);
        }
        Path copy = folder.resolve("old.db.schema-" + schema + ".backup");
        assertEquals(schema, number(copy, "PRAGMA user_version"));
        assertEquals(3, number(copy, "SELECT count(*) FROM entry"));
        assertEquals(7, number(file, "PRAGMA user_version"));
    }

    @Test
    void a_database_of_the_first_schema_is_brought_over() throws Exception {
        String url = TestPostgres.freshUrl();
        try (Connection connection = DriverManager.getConnection(url)) {
            connection.setAutoCommit(false);
            try (Link link = new Link(connection, SQLDialect.POSTGRES)) {
                new Migrations(scripts(1)).apply(link, true);
                connection.commit();
            }
        }
        fill(url);
        try (LedgerStore store = new SqlStoreProvider().open(url, Access.READ_WRITE)) {
            assertBroughtOver(store);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 4, 5})
    void a_process_killed_in_the_middle_leaves_the_file_as_it_was(int script) throws Exception {
        Path file = folder.resolve("old.db");
        SqliteFile.create(file, new Migrations(scripts(1)));
        fill("jdbc:sqlite:" + file);
        Process dying = ChildJvm.start(Dying.class, file.toString(), Integer.toString(script));
        assertNotEquals(0, dying.waitFor());
        assertEquals(1, number(file, "PRAGMA user_version"));
        assertEquals(1, number(file, "SELECT max(version) FROM schema_version"));
        assertEquals(3, number(file, "SELECT count(*) FROM entry"));
        assertEquals(0, number(file, "SELECT count(*) FROM sqlite_schema WHERE name = 'ledger_entry'"));
        try (LedgerStore store = SqliteStore.open(file, Access.READ_WRITE, Migrations.CURRENT)) {
            assertBroughtOver(store);
        }
        assertFalse(Files.exists(folder.resolve("old.db.schema-1.backup.new")));
    }

    private static void assertBroughtOver(LedgerStore store) {
        assertEquals(List.of(), store.check().findings());
        store.read(LEDGER, reader -> {
            assertHolds(reader);
            return true;
        });
        assertTrue(store.create(new LedgerId(2), Samples::settings));
    }

    private static void assertHolds(LedgerReader reader) {
        Facts facts = new Facts(
                day("2026-11-20"),
                euro("-12.50"),
                "Größe 7",
                Optional.of("KARTE 4711"),
                Optional.of("Giro"),
                Optional.of(""),
                List.of("zurück"));
        Expense expense = new Expense(
                1,
                2,
                facts,
                CategoryPath.of("Fun"),
                Provenance.rule(7, 3),
                List.of(
                        new Split(CategoryPath.of("Fun"), euro("-20.00")),
                        new Split(CategoryPath.of("Rent"), euro("7.50"))),
                Optional.of(77L),
                Optional.of(9L));
        assertEquals(Optional.of(expense), reader.findEntry(1));
        assertEquals(4, reader.dayTotals(DateSpan.ALWAYS).size());
        assertEquals(
                List.of(new Paycheck(2, day("2026-11-21"), euro("2400.00"), true)), reader.paychecks(DateSpan.ALWAYS));
        assertEquals(
                "Tagesgeld", reader.findEntry(3).map(OldSchemasTest::target).orElseThrow());
        assertEquals(2, reader.categories().size());
        assertEquals("coffee", reader.rules().get(0).name());
        assertEquals(euro("120.00"), reader.limits().get(0).amount());
        assertEquals(euro("900.00"), reader.reserved().get(0).amount());
        assertEquals(3, reader.version());
        assertEquals(
                List.of("add expense 1", "more"),
                reader.changesAfter(0, 10).stream().map(change -> change.what()).toList());
        assertEquals("märz.csv", reader.imports().get(0).file());
        assertEquals(List.of(new ImportKey("Giro", "k1", 2, 1, 9)), reader.importKeys("Giro", List.of("k1")));
        assertEquals(201, reader.findAnswer("key").orElseThrow().status());
        assertEquals(85, reader.settings().nearPercent());
    }

    private static String target(Entry entry) {
        return entry instanceof Transfer transfer ? transfer.toAccount().orElse("") : "no transfer";
    }

    private static Money euro(String decimal) {
        return Money.of(decimal, "EUR");
    }

    private static List<Script> scripts(int count) {
        return SCRIPTS.subList(0, count).stream().map(Script::load).toList();
    }

    private static void fill(String url) throws SQLException, IOException {
        try (InputStream in = OldSchemasTest.class.getResourceAsStream("schema-1.sql");
                Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            String script = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            for (String sql : script.split(";\\R")) {
                statement.execute(sql);
            }
        }
    }

    private static int number(Path file, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                ResultSet row = connection.createStatement().executeQuery(sql)) {
            return row.getInt(1);
        }
    }

    /** Migrates and dies without a word after one of the scripts. */
    static final class Dying {

        private Dying() {}

        public static void main(String[] arguments) {
            int last = Integer.parseInt(arguments[1]);
            List<Script> scripts = new ArrayList<>();
            for (int i = 1; i <= SCRIPTS.size(); i++) {
                Script script = Script.load(SCRIPTS.get(i - 1));
                Migrations.Fill own = i == 4 ? SlimCopy::fill : i == 6 ? OldImportRow::toDays : link -> {};
                boolean die = i == last;
                scripts.add(script.then(link -> {
                    own.run(link);
                    if (die) {
                        Runtime.getRuntime().halt(9);
                    }
                }));
            }
            SqliteStore.open(Path.of(arguments[0]), Access.READ_WRITE, new Migrations(scripts));
        }
    }
}
