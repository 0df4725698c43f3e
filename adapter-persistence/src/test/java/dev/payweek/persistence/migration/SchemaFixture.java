package dev.payweek.persistence.migration;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.payweek.ledger.LedgerId;
import dev.payweek.persistence.migration.Migrations.Script;
import dev.payweek.persistence.sqlite.SqliteStore;
import dev.payweek.store.LedgerStore;
import dev.payweek.store.StoreProvider.Access;
import dev.payweek.testkit.Dice;
import dev.payweek.testkit.Samples;
import dev.payweek.testkit.StoreModelContract;
import dev.payweek.testkit.WholeLedger;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * For each schema a ledgers' file as the program of that schema left it: two ledgers with entries of all kinds, splits,
 * tags, rules, limits, reserved amounts, imports, kept answers and changes, and with accounts, events and an import
 * that is leaving where the schema has them. Schemas 4 and 6 were never left by a program; theirs are files of the
 * schema before, on their way.
 */
public final class SchemaFixture {

    private static final List<String> SCRIPTS = List.of(
            "V1__ledgers.sql",
            "V2__rollover_accounts_events.sql",
            "V3__imports_in_pieces.sql",
            "V4__slim_and_checked.sql",
            "V5__drop_the_wide_tables.sql",
            "V6__memory_of_rows_by_day.sql",
            "V7__drop_the_memory_row_by_row.sql");

    /**
     * What the ledgers of each schema tell, everything that can be read of them, as a digest. A file that was brought
     * over tells what it told before, so a digest changes only when the words of a value do.
     */
    private static final List<String> TOLD = List.of(
            "c8adaf1a87b876b7dec8ca1c47b3bf1721e6b7dc848fa5d036069bf108fda49c",
            "977a2e5259ab091059de2a94d1e10c364e9cd0fc6d3e9e4c89c9232b32e34fb5",
            "e048ff5c9b1f6a8a7f96c9b32684caf1b4275ccebe4ae86a842558ddc6af4bac",
            "e048ff5c9b1f6a8a7f96c9b32684caf1b4275ccebe4ae86a842558ddc6af4bac",
            "cb0644a082b97dbfcfedd10148e9b7acfc4fd2c66c8d92be1c4cc07dc0e72940",
            "cb0644a082b97dbfcfedd10148e9b7acfc4fd2c66c8d92be1c4cc07dc0e72940",
            "c027429a63b6a636a3c281eb4a78a975adc7137a727e4710d988e65c092706d1");

    private static final List<LedgerId> LEDGERS = List.of(new LedgerId(1), new LedgerId(2));

    private SchemaFixture() {}

    /** Returns the number of each schema there was. */
    static IntStream all() {
        return IntStream.rangeClosed(1, TOLD.size());
    }

    /** Returns the scripts that make a schema, without what is done besides them. */
    public static List<Script> scripts(int schema) {
        return SCRIPTS.subList(0, schema).stream().map(Script::load).toList();
    }

    /** Puts the file of a schema in a folder. */
    static Path unpack(int schema, Path folder) throws IOException {
        Path file = folder.resolve("schema-" + schema + ".db");
        String name = file.getFileName() + ".gz";
        try (InputStream packed = Objects.requireNonNull(
                        SchemaFixture.class.getResourceAsStream("/dev/payweek/persistence/" + name), name);
                InputStream in = new GZIPInputStream(packed)) {
            Files.write(file, in.readAllBytes());
        }
        return file;
    }

    /** Makes a file of the newest schema that holds something of everything. */
    static void make(Path file) {
        Dice dice = new Dice(6);
        try (LedgerStore store = SqliteStore.open(file, Access.READ_WRITE, Migrations.CURRENT)) {
            for (LedgerId ledger : LEDGERS) {
                store.create(ledger, Samples::settings);
                for (int i = 0; i < 60; i++) {
                    store.write(ledger, writer -> {
                        WholeLedger.scribble(dice, 10, writer);
                        return true;
                    });
                }
            }
        }
    }

    /** Puts a file where {@link #unpack} finds it. */
    static void pack(Path file, Path folder) throws IOException {
        Path packed = folder.resolve("schema-" + Migrations.CURRENT.version() + ".db.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
            Files.copy(file, out);
        }
    }

    /** Asserts that a store is sound and tells what the file of the schema told. */
    static void assertToldBy(LedgerStore store, int schema, String where) {
        assertEquals(List.of(), store.check().findings(), where);
        assertEquals(TOLD.get(schema - 1), told(store), where + " of schema " + schema);
    }

    /** Returns the digest of everything that the ledgers tell. */
    static String told(LedgerStore store) {
        return digest(LEDGERS.stream()
                .flatMap(ledger -> store.read(ledger, StoreModelContract::picture).stream())
                .map(Object::toString)
                .collect(Collectors.joining("\n")));
    }

    /** Returns the digest of all rows of all tables of a file, whatever they are. */
    static String rows(Path file) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            for (String table : tables(connection)) {
                forEachRow(connection, table, values -> rows.add(table + " " + Arrays.deepToString(values)));
            }
        }
        return digest(rows.stream().sorted().collect(Collectors.joining("\n")));
    }

    /** Copies the rows of a file into the tables of another database, which are there and empty. */
    static void copy(Path file, Connection to) throws SQLException {
        try (Connection from = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            for (String table : tables(from)) {
                if (!table.equals("schema_version")) {
                    copy(from, table, to);
                }
            }
        }
    }

    private static void copy(Connection from, String table, Connection to) throws SQLException {
        int[] types = types(to, table);
        String places = IntStream.of(types).mapToObj(type -> "?").collect(Collectors.joining(", "));
        try (PreparedStatement insert = to.prepareStatement("INSERT INTO " + table + " VALUES (" + places + ")")) {
            forEachRow(from, table, values -> {
                for (int i = 0; i < types.length; i++) {
                    boolean isFlag = types[i] == Types.BIT && values[i] != null;
                    insert.setObject(i + 1, isFlag ? values[i].equals(1) : values[i], types[i]);
                }
                insert.executeUpdate();
            });
        }
    }

    private static int[] types(Connection connection, String table) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet none = statement.executeQuery("SELECT * FROM " + table + " LIMIT 0")) {
            ResultSetMetaData columns = none.getMetaData();
            int[] types = new int[columns.getColumnCount()];
            for (int i = 0; i < types.length; i++) {
                types[i] = columns.getColumnType(i + 1);
            }
            return types;
        }
    }

    @FunctionalInterface
    private interface Row {
        void take(Object[] values) throws SQLException;
    }

    private static void forEachRow(Connection connection, String table, Row row) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT * FROM " + table)) {
            int columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                Object[] values = new Object[columns];
                for (int i = 0; i < columns; i++) {
                    values[i] = rows.getObject(i + 1);
                }
                row.take(values);
            }
        }
    }

    /** Returns the tables in the order in which they were made, so that none refers to a later one. */
    private static List<String> tables(Connection connection) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'"
                                + " ORDER BY rowid")) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }
        return tables;
    }

    static int number(Path file, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return row.getInt(1);
        }
    }

    private static String digest(String text) {
        try {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }
}
