package dev.payweek.persistence.migration;

import static dev.payweek.testkit.Samples.LEDGER;
import static dev.payweek.testkit.Samples.day;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.payweek.category.CategoryPath;
import dev.payweek.ledger.Entry;
import dev.payweek.ledger.EntryDetails;
import dev.payweek.ledger.Expense;
import dev.payweek.ledger.LedgerId;
import dev.payweek.ledger.Provenance;
import dev.payweek.ledger.Split;
import dev.payweek.ledger.Transfer;
import dev.payweek.money.Money;
import dev.payweek.period.DateSpan;
import dev.payweek.period.Paycheck;
import dev.payweek.persistence.SqlStoreProvider;
import dev.payweek.persistence.TestPostgres;
import dev.payweek.persistence.WatchedConnection;
import dev.payweek.persistence.jdbc.Session;
import dev.payweek.persistence.migration.Migrations.Script;
import dev.payweek.persistence.postgres.PostgresPool;
import dev.payweek.persistence.sqlite.SqliteFile;
import dev.payweek.persistence.sqlite.SqliteStore;
import dev.payweek.refusal.LedgerException;
import dev.payweek.statement.ImportKey;
import dev.payweek.store.LedgerReader;
import dev.payweek.store.LedgerStore;
import dev.payweek.store.StoreCheck;
import dev.payweek.store.StoreProvider.Access;
import dev.payweek.testkit.Samples;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.jooq.SQLDialect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** That a ledger of every schema there was is brought over with all it holds, or left exactly as it was. */
class OldSchemasTest {

    private static final int VERSION = Migrations.CURRENT.version();

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void a_file_of_an_older_schema_is_brought_over_and_a_copy_of_it_kept(int schema) throws Exception {
        Path file = folder.resolve("old.db");
        SqliteFile.create(file, new Migrations(SchemaFixture.scripts(schema)));
        fill("jdbc:sqlite:" + file);
        try (LedgerStore store = SqliteStore.open(file, Access.READ_WRITE, Migrations.CURRENT)) {
            assertBroughtOver(store);
        }
        Path copy = folder.resolve("old.db.schema-" + schema + ".backup");
        assertEquals(schema, SchemaFixture.number(copy, "PRAGMA user_version"));
        assertEquals(3, SchemaFixture.number(copy, "SELECT count(*) FROM entry"));
        assertEquals(VERSION, SchemaFixture.number(file, "PRAGMA user_version"));
    }

    @Test
    void a_database_of_the_first_schema_is_brought_over() throws Exception {
        String url = TestPostgres.freshUrl();
        try (Connection connection = DriverManager.getConnection(url)) {
            connection.setAutoCommit(false);
            try (Session link = new Session(connection, SQLDialect.POSTGRES)) {
                new Migrations(SchemaFixture.scripts(1)).apply(link, true);
                connection.commit();
            }
        }
        fill(url);
        try (LedgerStore store = new SqlStoreProvider().open(url, Access.READ_WRITE)) {
            assertBroughtOver(store);
        }
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void ledgers_of_every_schema_tell_after_the_upgrade_what_they_told_before(int schema) throws Exception {
        Path file = SchemaFixture.unpack(schema, folder);
        String rows = SchemaFixture.rows(file);
        for (int opening = 1; opening <= 2; opening++) {
            try (LedgerStore store = SqliteStore.open(file, Access.READ_WRITE, Migrations.CURRENT)) {
                SchemaFixture.assertToldBy(store, schema, "opening " + opening);
            }
        }
        Path copy = folder.resolve(file.getFileName() + ".schema-" + schema + ".backup");
        assertEquals(schema < VERSION, Files.exists(copy));
        if (Files.exists(copy)) {
            assertEquals(rows, SchemaFixture.rows(copy));
        }
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void a_database_of_every_schema_tells_after_the_upgrade_what_the_file_told(int schema) throws Exception {
        String url = database(schema);
        try (LedgerStore store = new SqlStoreProvider().open(url, Access.READ_WRITE)) {
            SchemaFixture.assertToldBy(store, schema, "PostgreSQL");
        }
    }

    @Test
    void a_database_whose_upgrade_fails_at_any_script_stays_as_it_was() throws Exception {
        String url = database(1);
        for (Migrations script : IntStream.rangeClosed(2, VERSION)
                .mapToObj(OldSchemasTest::failingAt)
                .toList()) {
            DataSource source = WatchedConnection.source(url, sql -> {});
            try (Session link = new Session(source.getConnection(), SQLDialect.POSTGRES)) {
                assertThrows(LedgerException.class, () -> PostgresPool.migrate(link, script));
            }
        }
        try (LedgerStore store = new SqlStoreProvider().open(url, Access.READ_WRITE)) {
            SchemaFixture.assertToldBy(store, 1, "after the failures");
        }
    }

    static IntStream schemas() {
        return SchemaFixture.all();
    }

    /** With {@code -Dpayweek.fixture=} a folder, the file is kept there, as the fixture of a schema without one. */
    @Test
    void a_file_with_something_of_everything_tells_the_same_when_it_is_opened_again() throws Exception {
        Path file = folder.resolve("made.db");
        SchemaFixture.make(file);
        List<String> told = new ArrayList<>();
        for (int opening = 1; opening <= 2; opening++) {
            try (LedgerStore store = SqliteStore.open(file, Access.READ_WRITE, Migrations.CURRENT)) {
                told.add(SchemaFixture.told(store));
            }
        }
        assertEquals(told.get(0), told.get(1));
        Optional<String> kept = Optional.ofNullable(System.getProperty("payweek.fixture"));
        if (kept.isPresent()) {
            SchemaFixture.pack(file, Path.of(kept.get()));
            System.out.println("the fixture tells " + told.get(0));
        }
    }

    @Test
    void every_schema_has_its_fixture() {
        assertEquals(VERSION, SchemaFixture.all().max().orElseThrow());
    }

    @Test
    void a_long_ledger_is_brought_over_page_by_page() throws Exception {
        Path file = SchemaFixture.unpack(3, folder);
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    WITH RECURSIVE more (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM more WHERE n < 2500)
                    INSERT INTO entry SELECT 1, 1000000 + n, 1, 'EXPENSE', 21000 + n % 90, n, 'USD', 'One of many',
                      NULL, NULL, NULL, 'Fun', 'MANUAL', NULL, FALSE, FALSE, NULL, NULL, '',
                      CASE WHEN n % 3 THEN 0 ELSE 2 END, n % 2 FROM more""");
            statement.execute("INSERT INTO entry_split SELECT ledger, id, 0, 'Fun', minor_units - 1 FROM entry"
                    + " WHERE id > 1000000 AND split_count > 0");
            statement.execute("INSERT INTO entry_split SELECT ledger, id, 1, 'Other', 1 FROM entry"
                    + " WHERE id > 1000000 AND split_count > 0");
            statement.execute("INSERT INTO entry_tag SELECT ledger, id, 0, 'tag' || id FROM entry"
                    + " WHERE id > 1000000 AND tag_count > 0");
        }
        int entries = SchemaFixture.number(file, "SELECT count(*) FROM entry");
        try (LedgerStore store = SqliteStore.open(file, Access.READ_WRITE, Migrations.CURRENT)) {
            StoreCheck check = store.check();
            assertEquals(List.of(), check.findings());
            assertEquals(entries, check.entries());
            Entry last =
                    store.read(LEDGER, reader -> reader.findEntry(1_002_499)).orElseThrow();
            assertEquals(List.of("tag1002499"), last.details().tags());
            assertEquals(Money.of("24.99", "USD"), last.details().amount());
        }
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
        EntryDetails details = new EntryDetails(
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
                details,
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

    /** Returns the URL of a database with what the file of a schema holds. */
    private String database(int schema) throws Exception {
        String url = TestPostgres.freshUrl();
        try (Connection connection = DriverManager.getConnection(url)) {
            connection.setAutoCommit(false);
            new Migrations(SchemaFixture.scripts(schema)).apply(new Session(connection, SQLDialect.POSTGRES), true);
            SchemaFixture.copy(SchemaFixture.unpack(schema, folder), connection);
            connection.commit();
        }
        return url;
    }

    /** Returns the migrations of which one fails when it is nearly done. */
    private static Migrations failingAt(int script) {
        List<Script> scripts = SchemaFixture.scripts(VERSION);
        return new Migrations(IntStream.rangeClosed(1, VERSION)
                .mapToObj(i -> i < script
                        ? scripts.get(i - 1)
                        : scripts.get(i - 1).then(link -> {
                            throw new SQLException("planned", "XX000");
                        }))
                .toList());
    }

    private static void fill(String url) throws SQLException, IOException {
        try (InputStream in = OldSchemasTest.class.getResourceAsStream("/dev/payweek/persistence/schema-1.sql");
                Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            String script = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            for (String sql : script.split(";\\R")) {
                statement.execute(sql);
            }
        }
    }
}
