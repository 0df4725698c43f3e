package dev.payweek.benchmarks;

import dev.payweek.budget.Budget;
import dev.payweek.category.CategoryPath;
import dev.payweek.ledger.EntryKind;
import dev.payweek.store.EntryOrder;
import dev.payweek.store.EntryQuery;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.OptionalLong;

/**
 * What a person's questions cost beside plain SQLite on the same rows, in turn in one run: medians of the thread's CPU
 * time.
 *
 * <p>Give the file of a ledger, such as the one {@link ImportCost} leaves.
 */
public final class QueryCost {

    private static final int ROUNDS = 11;
    private static final int PAGE = 50;

    private static final String WORDS =
            "SELECT e.* FROM ledger_entry e WHERE e.ledger = 1 AND e.kind = 0 ";

    private static final String BY_CATEGORY =
            "AND e.category = (SELECT id FROM category WHERE ledger = 1 AND name = 'Fun:Place 3') ";

    private static final String BY_ACCOUNT =
            "AND e.account = (SELECT id FROM account WHERE ledger = 1 AND name = 'Checking') ";

    private static final String NEWEST = "ORDER BY e.day DESC, e.id DESC LIMIT 50";

    private QueryCost() {}

    /** Something measured. */
    private interface Work {
        long run() throws SQLException;
    }

    /**
     * Runs the comparison.
     *
     * @param arguments the ledger's file
     */
    public static void main(String[] arguments) throws SQLException, IOException {
        String url = "jdbc:sqlite:" + Path.of(arguments[0]).toAbsolutePath();
        try (Budget budget = Budget.open(url);
                Connection plain = DriverManager.getConnection(url)) {
            EntryQuery all = EntryQuery.all(EntryKind.EXPENSE);
            EntryQuery inCategory = all.inCategory(CategoryPath.of("Fun:Place 3"));
            compare("first page by day", page(budget, all), sql(plain, WORDS + NEWEST));
            compare("page of a category", page(budget, inCategory), sql(plain, WORDS + BY_CATEGORY + NEWEST));
            compare(
                    "page of an account",
                    page(budget, all.onAccount("Checking")),
                    sql(plain, WORDS + BY_ACCOUNT + NEWEST));
            compare(
                    "page of category and account",
                    page(budget, inCategory.onAccount("Checking")),
                    sql(plain, WORDS + BY_CATEGORY + BY_ACCOUNT + NEWEST));
            compare(
                    "first page by amount",
                    page(budget, all.ordered(EntryOrder.LARGEST_FIRST)),
                    sql(plain, WORDS + "ORDER BY e.minor_units DESC, e.id DESC LIMIT 50"));
            compare(
                    "words that are nowhere",
                    page(budget, all.containing("nowhere to be found")),
                    sql(plain, WORDS + "AND e.search_text LIKE '%nowhere to be found%' " + NEWEST));
            compare(
                    "words among the newest",
                    page(budget, all.containing("store 1")),
                    sql(plain, WORDS + "AND e.search_text LIKE '%store 1%' " + NEWEST));
            compare(
                    "how many of a category",
                    () -> budget.read(view -> view.countEntries(inCategory)),
                    sql(plain, "SELECT count(*) FROM ledger_entry e WHERE e.ledger = 1 AND e.kind = 0 " + BY_CATEGORY));
            compare(
                    "how many with the words",
                    () -> budget.read(view -> view.countEntries(all.containing("store 1"))),
                    sql(
                            plain,
                            "SELECT count(*) FROM ledger_entry e WHERE e.ledger = 1 AND e.kind = 0"
                                    + " AND e.search_text LIKE '%store 1%'"));
        }
    }

    private static Work page(Budget budget, EntryQuery query) {
        return () -> {
            long[] read = new long[1];
            budget.use(view -> view.forEachEntry(query.first(PAGE), entry -> read[0]++));
            return read[0];
        };
    }

    private static Work sql(Connection plain, String sql) throws SQLException {
        PreparedStatement statement = plain.prepareStatement(sql);
        int columns = statement.getMetaData().getColumnCount();
        return () -> {
            long read = 0;
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    for (int column = 1; column <= columns; column++) {
                        read += rows.getObject(column) == null ? 0 : 1;
                    }
                }
            }
            return read;
        };
    }

    private static void compare(String what, Work ours, Work theirs) throws SQLException {
        double[] our = new double[ROUNDS];
        double[] their = new double[ROUNDS];
        for (int round = -3; round < ROUNDS; round++) {
            double mine = micros(ours);
            double plain = micros(theirs);
            if (round >= 0) {
                our[round] = mine;
                their[round] = plain;
            }
        }
        Arrays.sort(our);
        Arrays.sort(their);
        double mine = our[ROUNDS / 2];
        double plain = their[ROUNDS / 2];
        System.out.printf("%-30s %,12.0f us, plain SQLite %,12.0f us: %.2f x%n", what, mine, plain, mine / plain);
    }

    private static double micros(Work work) throws SQLException {
        long begun = System.nanoTime();
        OptionalLong kept = OptionalLong.of(work.run());
        double spent = (System.nanoTime() - begun) / 1e3;
        if (kept.isEmpty()) {
            throw new IllegalStateException("nothing was measured");
        }
        return spent;
    }
}
