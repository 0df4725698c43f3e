package dev.payweek.benchmarks;

import static java.util.Objects.requireNonNull;

import dev.payweek.budget.Budget;
import dev.payweek.ledger.EntryKind;
import dev.payweek.rest.PayweekApi;
import dev.payweek.rest.http.Request;
import dev.payweek.rest.http.Response;
import dev.payweek.rest.http.Settings;
import dev.payweek.store.EntryOrder;
import dev.payweek.store.EntryQuery;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What it costs to go through all expenses of a ledger: by the driver alone with the same columns and in the same
 * order, as entries of the store, each verified, and written out as CSV and as JSON. In turn in one run; medians of the
 * thread's CPU time.
 *
 * <p>Give the URL of a ledger, such as the one {@link ImportCost} leaves, and how many rounds, 5 by default.
 */
public final class ListCost {

    private static final String PLAIN = "SELECT ledger, id, version, kind, day, minor_units, currency, category, parts,"
            + " account, to_account, title, bank_text, note, tags, provenance, refund_of, import_batch, row_check"
            + " FROM ledger_entry WHERE ledger = 1 AND kind = 0 ORDER BY day, id";
    private static final String TEXTS = ",currency,title,bank_text,note,tags,provenance,";

    private ListCost() {}

    /** Something measured, which returns how many rows it went through. */
    private interface Work {
        long run() throws SQLException, IOException;
    }

    /**
     * Runs the comparison.
     *
     * @param arguments the ledger's URL and the number of rounds
     */
    public static void main(String[] arguments) throws SQLException, IOException {
        String url = arguments[0];
        int rounds = arguments.length < 2 ? 5 : Integer.parseInt(arguments[1]);
        try (Budget budget = Budget.open(url);
                Connection plain = DriverManager.getConnection(url)) {
            PayweekApi api = new PayweekApi(budget, Settings.LOCAL);
            Map<String, Work> works = new LinkedHashMap<>();
            works.put("the driver alone", () -> driver(plain));
            works.put("entries", () -> entries(budget));
            works.put("CSV", () -> answer(api, "/export", Map.of()));
            works.put("JSON", () -> answer(api, "/expenses", Map.of("sort", List.of("date"))));
            compare(works, rounds);
        }
    }

    private static void compare(Map<String, Work> works, int rounds) throws SQLException, IOException {
        Map<String, double[]> micros = new LinkedHashMap<>();
        works.keySet().forEach(name -> micros.put(name, new double[rounds]));
        long rows = requireNonNull(works.get("entries")).run();
        for (int round = 0; round < rounds; round++) {
            for (Map.Entry<String, Work> work : works.entrySet()) {
                long begun = nanos();
                work.getValue().run();
                requireNonNull(micros.get(work.getKey()))[round] = (nanos() - begun) / 1e3 / rows;
            }
        }
        for (Map.Entry<String, double[]> each : micros.entrySet()) {
            Arrays.sort(each.getValue());
            double median = each.getValue()[rounds / 2];
            System.out.printf("%-20s %.2f us a row, %,.0f rows a CPU second%n", each.getKey(), median, 1e6 / median);
        }
    }

    private static long driver(Connection plain) throws SQLException {
        long read = 0;
        try (Statement statement = plain.createStatement();
                ResultSet rows = statement.executeQuery(PLAIN)) {
            int columns = rows.getMetaData().getColumnCount();
            boolean[] isText = new boolean[columns + 1];
            for (int column = 1; column <= columns; column++) {
                isText[column] = TEXTS.contains("," + rows.getMetaData().getColumnName(column) + ",");
            }
            while (rows.next()) {
                for (int column = 1; column <= columns; column++) {
                    if (isText[column]) {
                        rows.getString(column);
                    } else {
                        rows.getLong(column);
                    }
                }
                read++;
            }
        }
        return read;
    }

    private static long entries(Budget budget) {
        long[] read = new long[1];
        budget.use(view -> view.forEachEntry(
                EntryQuery.all(EntryKind.EXPENSE).ordered(EntryOrder.OLDEST_FIRST), entry -> read[0]++));
        return read[0];
    }

    private static long answer(PayweekApi api, String path, Map<String, List<String>> query) throws IOException {
        Request request = new Request("GET", path, query, Map.of("host", "localhost"), InputStream.nullInputStream());
        Response response = api.handle(request, "list");
        if (response.status() != 200) {
            throw new IllegalStateException(path + " is answered by " + response.status());
        }
        response.body().writeTo(OutputStream.nullOutputStream());
        return 0;
    }

    private static long nanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
