package dev.payweek.benchmarks;

import dev.payweek.budget.Budget;
import dev.payweek.category.CategoryPath;
import dev.payweek.ledger.Entry;
import dev.payweek.ledger.EntryKind;
import dev.payweek.store.EntryCursor;
import dev.payweek.store.EntryOrder;
import dev.payweek.store.EntryQuery;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;

/**
 * What a person's questions cost beside the database alone, asked by a prepared statement on the same rows, in turn in
 * one run: medians of rounds. On SQLite that is the thread's CPU time; on PostgreSQL, which works elsewhere, time on
 * the clock.
 *
 * <p>Give the URL of a ledger, such as the one {@link ImportCost} leaves: accounts Checking and Card, categories from
 * {@code Fun:Place 0} on.
 */
public final class QueryCost {

    private static final int ROUNDS = 11;
    private static final int PAGE = 50;
    private static final long LEAST_NANOS = 20_000_000L;
    private static final long WARM_UP_NANOS = 1_500_000_000L;

    private static final String ALL = "FROM ledger_entry e WHERE e.ledger = 1 AND e.kind = 0 ";
    private static final String ROWS = "SELECT e.* " + ALL;
    private static final String COUNT = "SELECT count(*) " + ALL;
    private static final String BY_CATEGORY =
            "AND e.category = (SELECT id FROM category WHERE ledger = 1 AND name = 'Fun:Place 3') ";
    private static final String BELOW =
            "AND e.category IN (SELECT id FROM category WHERE ledger = 1 AND name LIKE 'Fun%') ";
    private static final String BY_ACCOUNT =
            "AND e.account = (SELECT id FROM account WHERE ledger = 1 AND name = 'Checking') ";
    private static final String NEWEST = "ORDER BY e.day DESC, e.id DESC LIMIT 50";
    private static final String LARGEST = "ORDER BY e.minor_units DESC, e.id DESC LIMIT 50";

    private final Budget budget;
    private final Connection plain;
    private final boolean onTheClock;

    private QueryCost(Budget budget, Connection plain, boolean onTheClock) {
        this.budget = budget;
        this.plain = plain;
        this.onTheClock = onTheClock;
    }

    /** Something measured. */
    private interface Work {
        long run() throws SQLException;
    }

    /**
     * Runs the comparison.
     *
     * @param arguments the ledger's URL
     */
    public static void main(String[] arguments) throws SQLException, IOException {
        String url = arguments[0];
        try (Budget budget = Budget.open(url);
                Connection plain = DriverManager.getConnection(url)) {
            new QueryCost(budget, plain, !url.startsWith("jdbc:sqlite:")).run();
        }
    }

    private void run() throws SQLException {
        EntryQuery all = EntryQuery.all(EntryKind.EXPENSE);
        EntryQuery place = all.inCategory(CategoryPath.of("Fun:Place 3"));
        EntryQuery fun = all.inCategory(CategoryPath.of("Fun"));
        EntryQuery largest = all.ordered(EntryOrder.LARGEST_FIRST);
        pages("by day", all, ROWS);
        pages("of a category", place, ROWS + BY_CATEGORY);
        pages("of a category and all below", fun, ROWS + BELOW);
        pages("of an account", all.onAccount("Checking"), ROWS + BY_ACCOUNT);
        pages("of category and account", place.onAccount("Checking"), ROWS + BY_CATEGORY + BY_ACCOUNT);
        compare("page by amount", page(largest), sql(ROWS + LARGEST));
        compare(
                "page of a category by amount",
                page(place.ordered(EntryOrder.LARGEST_FIRST)),
                sql(ROWS + BY_CATEGORY + LARGEST));
        String nowhere = "AND e.search_text LIKE '%nowhere to be found%' ";
        String somewhere = "AND e.search_text LIKE '%store 1%' ";
        compare("words that are nowhere", page(all.containing("nowhere to be found")), sql(ROWS + nowhere + NEWEST));
        compare("words among the newest", page(all.containing("store 1")), sql(ROWS + somewhere + NEWEST));
        compare("count of a category", count(place), sql(COUNT + BY_CATEGORY));
        compare("count of a category and below", count(fun), sql(COUNT + BELOW));
        compare("count of an account", count(all.onAccount("Checking")), sql(COUNT + BY_ACCOUNT));
        compare("count of the words", count(all.containing("store 1")), sql(COUNT + somewhere));
    }

    /** Compares the first page of fifty, and the one after half of all the entries that the query selects. */
    private void pages(String what, EntryQuery query, String sql) throws SQLException {
        compare("first page " + what, page(query), sql(sql + NEWEST));
        Optional<Entry> middle = middle(query);
        if (middle.isPresent()) {
            Entry entry = middle.get();
            int day = Integer.parseInt(entry.date().toString().replace("-", ""));
            EntryCursor cursor = new EntryCursor(entry.date().toEpochDay(), entry.id());
            compare(
                    "deep page " + what,
                    page(query.startingAfter(cursor)),
                    sql(sql + "AND e.day <= " + day + " AND (e.day < " + day + " OR e.id < " + entry.id() + ") "
                            + NEWEST));
        }
    }

    private Optional<Entry> middle(EntryQuery query) {
        long half = budget.<Long>read(view -> view.countEntries(query)) / 2;
        long[] seen = new long[1];
        Entry[] found = new Entry[1];
        budget.use(view -> view.forEachEntry(query.first(Math.toIntExact(half)), entry -> {
            if (++seen[0] == half) {
                found[0] = entry;
            }
        }));
        return Optional.ofNullable(found[0]);
    }

    private Work count(EntryQuery query) {
        return () -> budget.read(view -> view.countEntries(query));
    }

    private Work page(EntryQuery query) {
        return () -> {
            long[] read = new long[1];
            budget.use(view -> view.forEachEntry(query.first(PAGE), entry -> read[0]++));
            return read[0];
        };
    }

    private Work sql(String sql) throws SQLException {
        PreparedStatement statement = plain.prepareStatement(sql);
        int columns = statement.getMetaData().getColumnCount();
        return () -> {
            long read = 0;
            long value = 0;
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    for (int column = 1; column <= columns; column++) {
                        value = rows.getObject(column) instanceof Number number ? number.longValue() : value;
                    }
                    read++;
                }
            }
            return columns == 1 ? value : read;
        };
    }

    private void compare(String what, Work ours, Work theirs) throws SQLException {
        if (ours.run() != theirs.run()) {
            throw new IllegalStateException(what + ": " + ours.run() + " here and " + theirs.run() + " there");
        }
        double[] our = new double[ROUNDS];
        double[] their = new double[ROUNDS];
        long begun = nanos();
        do {
            ours.run();
            theirs.run();
        } while (nanos() - begun < WARM_UP_NANOS);
        for (int round = 0; round < ROUNDS; round++) {
            our[round] = micros(ours);
            their[round] = micros(theirs);
        }
        Arrays.sort(our);
        Arrays.sort(their);
        double mine = our[ROUNDS / 2];
        double other = their[ROUNDS / 2];
        System.out.printf("%-40s %,12.0f us, the database alone %,12.0f us: %.2f x%n", what, mine, other, mine / other);
    }

    private double micros(Work work) throws SQLException {
        long begun = nanos();
        int times = 0;
        do {
            work.run();
            times++;
        } while (nanos() - begun < LEAST_NANOS);
        return (nanos() - begun) / 1e3 / times;
    }

    private long nanos() {
        return onTheClock
                ? System.nanoTime()
                : ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
