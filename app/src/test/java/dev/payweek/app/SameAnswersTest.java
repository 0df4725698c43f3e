package dev.payweek.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.payweek.budget.Budget;
import dev.payweek.rest.PayweekApi;
import dev.payweek.rest.http.QueryString;
import dev.payweek.rest.http.Request;
import dev.payweek.rest.http.Response;
import dev.payweek.rest.http.Settings;
import dev.payweek.store.StoreProvider.Access;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That the API answers to the letter the same on SQLite as in memory. */
class SameAnswersTest {

    private static final String COFFEE = "{\"name\":\"coffee\",\"priority\":30,\"when\":{\"any\":["
            + "{\"field\":\"title\",\"op\":\"matches\",\"value\":\"^corner .*[0-9]+$\"},"
            + "{\"not\":{\"field\":\"amount\",\"op\":\"less_than\",\"value\":1000}}]},"
            + "\"then\":{\"category\":\"Fun:Coffee\",\"tags\":[\"hot\"]}}";
    private static final String HALVES = "{\"name\":\"halves\",\"priority\":20,\"when\":{\"field\":\"weekday\","
            + "\"op\":\"one_of\",\"value\":[\"friday\",\"saturday\"]},"
            + "\"then\":{\"split\":[{\"category\":\"Fun\",\"percent\":50},{\"category\":\"Other\",\"percent\":50}]}}";
    private static final String STATEMENT = """
            Date,Description,Amount
            2026-11-20,PAYROLL ACME,1500.00
            2026-11-20,CORNER COFFEE 12,-4.51
            2026-11-20,CORNER COFFEE 12,-4.51
            2026-11-21,GREEN GROCER,-38.20
            """;

    private static final String SPLIT = """
            !Type:Bank
            D11/20/2026
            T-30.00
            PMarket
            L--Split--
            SFood
            $-22.00
            SFun
            EFlowers
            $-8.00
            ^
            """;

    private static final List<List<String>> TRAFFIC = List.of(
            List.of("PUT", "/schedule", "{\"kind\":\"weekly\",\"anchor\":\"2026-11-06\"}"),
            List.of("POST", "/expenses", "{\"title\":\"Corner Coffee 12\",\"amount\":4.51,\"account\":\"cash\"}"),
            List.of("POST", "/imports?dry_run", STATEMENT),
            List.of("POST", "/imports", STATEMENT),
            List.of("POST", "/imports", STATEMENT),
            List.of("GET", "/imports", ""),
            List.of("POST", "/rules/dry-run", "{\"rule\":" + COFFEE + "}"),
            List.of("POST", "/rules/apply", "{\"rule\":" + COFFEE + "}"),
            List.of("GET", "/rules", ""),
            List.of("GET", "/expenses?sort=date", ""),
            List.of("GET", "/expenses/2/explanation", ""),
            List.of("GET", "/expenses/5/explanation", ""),
            List.of("POST", "/rules/dry-run", "{\"rule\":" + HALVES + "}"),
            List.of("POST", "/rules", HALVES),
            List.of("GET", "/rules/lint", ""),
            List.of("POST", "/expenses/2/category", "{\"category\":\"Fun:Bars\"}"),
            List.of("GET", "/suggestions", ""),
            List.of("PUT", "/limits/Fun", "{\"amount\":4,\"rollover\":\"both\",\"cap\":10,\"from\":\"2026-11-06\"}"),
            List.of("GET", "/budget", ""),
            List.of("GET", "/budget/history?periods=4", ""),
            List.of("POST", "/budget/what-if", "{\"expenses\":[{\"title\":\"Corner 1\",\"amount\":7}]}"),
            List.of("GET", "/events", ""),
            List.of("GET", "/expenses/summary", ""),
            List.of("POST", "/categories/Fun:Coffee/move", "{\"to\":\"Other:Drinks\"}"),
            List.of("POST", "/categories/Fun:Bars/merge", "{\"to\":\"Other:Drinks\"}"),
            List.of("GET", "/categories", ""),
            List.of("GET", "/accounts", ""),
            List.of("GET", "/expenses?q=coffee&sort=-amount&limit=2&total", ""),
            List.of("GET", "/changes", ""),
            List.of("POST", "/changes/8/undo", ""),
            List.of("GET", "/changes?since=7", ""),
            List.of("GET", "/export?format=csv", ""),
            List.of("GET", "/export?format=json", ""),
            List.of("GET", "/export?format=hledger", ""),
            List.of("DELETE", "/imports/3", ""),
            List.of("POST", "/imports", SPLIT),
            List.of("GET", "/expenses?q=market", ""),
            List.of("GET", "/budget?on=2026-11-22", ""));

    @TempDir
    private Path folder;

    @Test
    void sqlite_answers_as_memory_does() throws IOException {
        Clock noon = Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC);
        try (Budget memory = Budget.inMemory(noon);
                Budget sqlite = Budget.open("jdbc:sqlite:" + folder.resolve("a.db"), Access.READ_WRITE, noon)) {
            for (List<String> request : TRAFFIC) {
                String expected = answer(memory, request);
                assertEquals(expected, answer(sqlite, request), request.toString());
                assertEquals("2", expected.substring(0, 1), request + " answers " + expected);
            }
        }
    }

    private static String answer(Budget budget, List<String> asked) throws IOException {
        String[] target = (asked.get(1) + "?").split("\\?", -1);
        Map<String, String> headers = Map.of("host", "localhost:8000", "content-type", "application/json");
        Request request = new Request(
                asked.get(0),
                target[0],
                QueryString.parse(target[1]),
                headers,
                new ByteArrayInputStream(asked.get(2).getBytes(StandardCharsets.UTF_8)));
        Response response = new PayweekApi(budget, Settings.LOCAL).handle(request, "test");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        response.body().writeTo(out);
        return response.status() + " " + response.headers() + " " + out.toString(StandardCharsets.UTF_8);
    }
}
