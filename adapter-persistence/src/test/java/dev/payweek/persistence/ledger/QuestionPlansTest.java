package dev.payweek.persistence.ledger;

import static dev.payweek.testkit.Samples.LEDGER;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.payweek.category.CategoryPath;
import dev.payweek.ledger.Entry;
import dev.payweek.ledger.EntryDetails;
import dev.payweek.ledger.EntryKind;
import dev.payweek.period.DateSpan;
import dev.payweek.persistence.WatchedConnection;
import dev.payweek.persistence.jdbc.Session;
import dev.payweek.persistence.migration.Migrations;
import dev.payweek.persistence.sqlite.SqliteStore;
import dev.payweek.store.EntryCursor;
import dev.payweek.store.EntryOrder;
import dev.payweek.store.EntryQuery;
import dev.payweek.store.EntryQuery.Only;
import dev.payweek.store.Kinds;
import dev.payweek.store.LedgerReader;
import dev.payweek.store.LedgerStore;
import dev.payweek.store.StoreProvider.Access;
import dev.payweek.testkit.Samples;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jooq.SQLDialect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * That SQLite, which has no statistics of a ledger, finds what is asked for by an index, and goes over all entries only
 * where amounts are looked for in all of them, where category and account are counted together, or what an import
 * brought, as for its removal.
 */
class QuestionPlansTest {

    private static final DateSpan MONTH = DateSpan.ofDays(LocalDate.of(2026, 11, 1), 30);
    private static final EntryQuery EXPENSES = EntryQuery.all(EntryKind.EXPENSE);
    private static final CategoryPath FUN = CategoryPath.of("Fun");
    private static final Set<String> GO_OVER_ALL = Set.of(
            "amounts of at least",
            "amounts of at most",
            "largest first",
            "smallest first",
            "category and account, counted",
            "entries of an import");

    @TempDir
    Path folder;

    private final Map<String, Consumer<LedgerReader>> questions = new LinkedHashMap<>();

    @Test
    void every_question_goes_by_an_index() throws SQLException {
        ask("version", LedgerReader::version);
        Kinds.SMALL.forEach(kind -> ask("all of kind " + kind, reader -> reader.all(kind)));
        ask("entry", reader -> reader.findEntry(7));
        ask("refunds of one", reader -> reader.refundsOf(List.of(7L)));
        ask("refunds of some", reader -> reader.refundsOf(List.of(7L, 8L, 9L)));
        ask("totals of days", reader -> reader.dayTotals(MONTH));
        ask("totals of months", reader -> reader.monthTotals(MONTH));
        ask("events after", reader -> reader.thresholdEventsAfter(3, 10));
        ask("events since", reader -> reader.thresholdEventsSince(MONTH.startInclusive()));
        ask("changes", reader -> reader.changesAfter(0, 10));
        ask("import", reader -> reader.findImport(5));
        ask("imports", LedgerReader::imports);
        ask("import keys", reader -> reader.importKeys("checking", List.of("a", "b")));
        ask("keys of an import", reader -> reader.importKeysOf(5, 10));
        ask("entries of an import", reader -> reader.entryIdsOfImport(5));
        ask("entries of an import, changed", reader -> reader.changedEntriesOfImport(5));
        ask("entered by hand", reader -> reader.handMade(MONTH));
        ask("kept answer", reader -> reader.findAnswer("key"));
        EntryQuery page = EXPENSES.first(50);
        pages("day", page.during(MONTH));
        pages("category", page.inCategory(FUN));
        pages("account", page.onAccount("checking"));
        pages(
                "transfers of an account",
                EntryQuery.all(EntryKind.TRANSFER).first(50).onAccount("checking"));
        pages("category and account", page.inCategory(FUN).onAccount("checking"));
        pages("words", page.during(MONTH).containing("coffee"));
        pages("split", page.only(Only.SPLIT));
        pages("refunds", page.only(Only.REFUNDS));
        pages("refunds of a month", page.only(Only.REFUNDS).during(MONTH));
        pages("amounts of at least", page.atLeast(100));
        pages("amounts of at most", page.atMost(100));
        pages("largest first", page.ordered(EntryOrder.LARGEST_FIRST));
        pages("smallest first", page.ordered(EntryOrder.SMALLEST_FIRST));

        Map<String, List<String>> overAll = new TreeMap<>();
        try (LedgerStore store =
                Samples.withLedger(SqliteStore.open(folder.resolve("a.db"), Access.READ_WRITE, Migrations.CURRENT))) {
            // Of a category or an account that no entry names nothing is asked.
            Samples.write(store, writer -> {
                EntryDetails coffee = Samples.details("2026-11-02", "4.50", "Coffee");
                writer.put(Samples.expense(1, coffee.withAccount("checking"), "Fun:Coffee"));
            });
            String url = "jdbc:sqlite:" + folder.resolve("a.db");
            try (Connection connection = DriverManager.getConnection(url)) {
                for (var question : questions.entrySet()) {
                    Set<String> statements = new LinkedHashSet<>();
                    Session link = new Session(WatchedConnection.of(connection, statements::add), SQLDialect.SQLITE);
                    SqlLedger.read(link, new KeptTables(), LEDGER, reader -> {
                        question.getValue().accept(reader);
                        return true;
                    });
                    for (String sql : statements) {
                        stepsOverAll(connection, sql)
                                .forEach(step -> overAll.computeIfAbsent(question.getKey(), any -> new ArrayList<>())
                                        .add(step + " for " + sql));
                    }
                }
            }
            overAll.keySet().removeIf(name -> GO_OVER_ALL.stream().anyMatch(name::startsWith));
            assertEquals(Map.of(), overAll);
            assertEquals(List.of(), store.check().findings());
        }
    }

    private void ask(String name, Consumer<LedgerReader> question) {
        questions.put(name, question);
    }

    /** The first page and one further on, and how many there are. */
    private void pages(String name, EntryQuery query) {
        ask(name, reader -> reader.forEachEntry(query, QuestionPlansTest::ignore));
        ask(
                name + ", further on",
                reader -> reader.forEachEntry(
                        query.startingAfter(new EntryCursor(query.order().isByDate() ? 20_000 : 500, 40)),
                        QuestionPlansTest::ignore));
        ask(name + ", counted", reader -> reader.countEntries(query));
    }

    private static void ignore(Entry entry) {}

    /** Goes over all entries who searches the table by the ledger alone. */
    private static List<String> stepsOverAll(Connection connection, String sql) throws SQLException {
        List<String> steps = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet plan = statement.executeQuery("EXPLAIN QUERY PLAN " + sql)) {
            while (plan.next()) {
                String step = plan.getString("detail");
                boolean byLedgerAlone = step.startsWith("SEARCH ledger_entry") && step.endsWith("(ledger=?)");
                if (step.startsWith("SCAN ledger_entry") || byLedgerAlone) {
                    steps.add(step);
                }
            }
        }
        return steps;
    }
}
