package dev.payweek.persistence.migration;

import dev.payweek.ledger.LedgerId;
import dev.payweek.persistence.migration.Migrations.Script;
import dev.payweek.store.LedgerStore;
import dev.payweek.testkit.Dice;
import dev.payweek.testkit.Samples;
import dev.payweek.testkit.StoreModelContract;
import dev.payweek.testkit.WholeLedger;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The scripts of this program and two made-up ones after them, since none after the first has been released: they add a
 * table, an index and a column, fill rows, and drop a table.
 */
public final class MadeUpMigrations {

    public static final Script SECOND = Script.load("V2__made_up_notes.sql")
            .then(link -> link.run("INSERT INTO made_up_note (ledger, id, words)"
                    + " SELECT ledger, version, who FROM change WHERE version <= 5"));

    public static final Script THIRD = Script.load("V3__made_up_marks.sql")
            .then(link -> link.run(
                    "INSERT INTO made_up_mark (ledger, id)" + " SELECT ledger, id FROM ledger_entry WHERE id <= 5"));

    public static final Migrations TWO = Migrations.CURRENT.and(SECOND);

    public static final Migrations THREE = TWO.and(THIRD);

    private static final List<LedgerId> LEDGERS = List.of(new LedgerId(1), new LedgerId(2));

    private MadeUpMigrations() {}

    /** Fills a store with two ledgers that hold something of everything. */
    public static void fill(LedgerStore store) {
        Dice dice = new Dice(6);
        for (LedgerId ledger : LEDGERS) {
            store.create(ledger, Samples::settings);
            for (int i = 0; i < 30; i++) {
                store.write(ledger, writer -> {
                    WholeLedger.scribble(dice, 10, writer);
                    return true;
                });
            }
        }
    }

    /** Returns everything that can be read of the ledgers. */
    public static String contents(LedgerStore store) {
        return LEDGERS.stream()
                .flatMap(ledger -> store.read(ledger, StoreModelContract::picture).stream())
                .map(Object::toString)
                .collect(Collectors.joining("\n"));
    }

    /** Returns all rows of all tables of a file, whatever they are. */
    static List<String> rows(Path file) throws SQLException {
        List<String> rows = new ArrayList<>();
        for (String table :
                strings(file, "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'")) {
            String columns = strings(file, "SELECT name FROM pragma_table_info('" + table + "')").stream()
                    .map(column -> "quote(" + column + ")")
                    .collect(Collectors.joining(" || ',' || "));
            strings(file, "SELECT " + columns + " FROM " + table).forEach(row -> rows.add(table + " " + row));
        }
        return rows.stream().sorted().toList();
    }

    static int number(Path file, String sql) throws SQLException {
        return Integer.parseInt(strings(file, sql).get(0));
    }

    private static List<String> strings(Path file, String sql) throws SQLException {
        List<String> strings = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                strings.add(rows.getString(1));
            }
        }
        return strings;
    }
}
